-- CreateEnum
CREATE TYPE "checked_state" AS ENUM ('verified', 'pending', 'wrong', 'opinion', 'uncheckable');

-- AlterTable
ALTER TABLE "project" ADD COLUMN     "houseStyle" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "ruleSwitches" JSONB NOT NULL DEFAULT '{}';

-- CreateTable
CREATE TABLE "suggestion_dismissal" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "ruleId" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "exact" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "madeById" UUID NOT NULL,
    "deletedAt" TIMESTAMPTZ(3),

    CONSTRAINT "suggestion_dismissal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "checked_span" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "versionId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "state" "checked_state" NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deletedAt" TIMESTAMPTZ(3),

    CONSTRAINT "checked_span_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "suggestion_dismissal_articleId_hash_key" ON "suggestion_dismissal"("articleId", "hash");

-- CreateIndex
CREATE INDEX "checked_span_versionId_start_idx" ON "checked_span"("versionId", "start");

-- AddForeignKey
ALTER TABLE "suggestion_dismissal" ADD CONSTRAINT "suggestion_dismissal_articleId_projectId_fkey" FOREIGN KEY ("articleId", "projectId") REFERENCES "article"("id", "projectId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "suggestion_dismissal" ADD CONSTRAINT "suggestion_dismissal_madeById_fkey" FOREIGN KEY ("madeById") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "checked_span" ADD CONSTRAINT "checked_span_articleId_projectId_fkey" FOREIGN KEY ("articleId", "projectId") REFERENCES "article"("id", "projectId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "checked_span" ADD CONSTRAINT "checked_span_versionId_articleId_fkey" FOREIGN KEY ("versionId", "articleId") REFERENCES "article_version"("id", "articleId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "checked_span" ADD CONSTRAINT "checked_span_personId_fkey" FOREIGN KEY ("personId") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ── What must hold whoever writes ────────────────────────────────────────────────────────────────

ALTER TABLE "suggestion_dismissal"
  ADD CONSTRAINT "suggestion_dismissal_rule_form" CHECK ("ruleId" ~ '^[a-z]+(-[a-z]+)*$'),
  ADD CONSTRAINT "suggestion_dismissal_hash_form" CHECK ("hash" ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT "suggestion_dismissal_exact_length" CHECK (char_length("exact") BETWEEN 1 AND 20000);

ALTER TABLE "checked_span"
  ADD CONSTRAINT "checked_span_span" CHECK ("start" >= 0 AND "end" > "start");

DO $$
DECLARE
  kept text;
BEGIN
  FOREACH kept IN ARRAY ARRAY['suggestion_dismissal', 'checked_span'] LOOP
    EXECUTE format(
      'CREATE TRIGGER %I BEFORE DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_deletion()',
      kept || '_not_deleted', kept
    );
    EXECUTE format(
      'CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_deletion()',
      kept || '_not_emptied', kept
    );
  END LOOP;
END $$;

-- What was checked may be taken back, which keeps the row; the rest stays.
CREATE TRIGGER "checked_span_not_changed" BEFORE UPDATE ON "checked_span" FOR EACH ROW
  WHEN (
    OLD."deletedAt" IS NOT NULL
    OR (OLD."id", OLD."articleId", OLD."versionId", OLD."personId", OLD."start", OLD."end", OLD."state", OLD."createdAt")
    IS DISTINCT FROM
    (NEW."id", NEW."articleId", NEW."versionId", NEW."personId", NEW."start", NEW."end", NEW."state", NEW."createdAt")
  )
  EXECUTE FUNCTION refuse_change();

CREATE FUNCTION check_checked_span() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."end" > (SELECT v."length" FROM "article_version" v WHERE v."id" = NEW."versionId") THEN
    RAISE EXCEPTION 'The span ends behind the text'
      USING ERRCODE = 'check_violation', TABLE = TG_TABLE_NAME, CONSTRAINT = 'checked_span_in_text';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER "checked_span_in_text" BEFORE INSERT ON "checked_span"
  FOR EACH ROW EXECUTE FUNCTION check_checked_span();

-- A mark and its evidence may be made in one statement: only behind it both are there to be compared.
DROP TRIGGER "evidence_excerpt" ON "evidence";
CREATE TRIGGER "evidence_excerpt" AFTER INSERT ON "evidence" FOR EACH ROW
  WHEN (NEW."sourceId" IS NOT NULL) EXECUTE FUNCTION check_evidence_source();

-- ── The legal purge ─────────────────────────────────────────────────────────────────────────────

CREATE OR REPLACE FUNCTION redact_article(redacted uuid) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
  touched bigint := 0;
  rows bigint;
BEGIN
  UPDATE "article" SET "title" = 'Redacted', "byline" = NULL, "url" = NULL WHERE "id" = redacted;
  GET DIAGNOSTICS rows = ROW_COUNT;
  touched := touched + rows;

  UPDATE "article_version"
     SET "text" = redact_text("text"), "fileName" = NULL, "file" = NULL, "fileSha256" = NULL, "fileEncoding" = NULL
   WHERE "articleId" = redacted;
  GET DIAGNOSTICS rows = ROW_COUNT;
  touched := touched + rows;

  UPDATE "annotation"
     SET "exact" = redact_text("exact"), "prefix" = redact_text("prefix"), "suffix" = redact_text("suffix"),
         "value" = NULL, "correction" = NULL, "note" = NULL, "revision" = "revision" + 1
   WHERE "articleId" = redacted;
  GET DIAGNOSTICS rows = ROW_COUNT;
  touched := touched + rows;

  UPDATE "evidence" e SET "url" = NULL, "excerpt" = NULL, "start" = NULL, "end" = NULL, "prefix" = NULL,
         "suffix" = NULL, "locator" = NULL, "note" = 'Redacted'
    FROM "annotation" a WHERE a."id" = e."annotationId" AND a."articleId" = redacted;
  GET DIAGNOSTICS rows = ROW_COUNT;
  touched := touched + rows;

  UPDATE "source"
     SET "title" = 'Redacted', "author" = NULL, "publisher" = NULL, "url" = NULL, "archiveUrl" = NULL,
         "text" = redact_text("text")
   WHERE "articleId" = redacted;
  GET DIAGNOSTICS rows = ROW_COUNT;
  touched := touched + rows;

  UPDATE "suggestion_dismissal" SET "exact" = 'Redacted' WHERE "articleId" = redacted;
  GET DIAGNOSTICS rows = ROW_COUNT;
  touched := touched + rows;

  UPDATE "decision" d SET "correction" = NULL, "reason" = CASE WHEN d."reason" IS NOT NULL THEN 'Redacted' END
    FROM "annotation" a WHERE a."id" = d."annotationId" AND a."articleId" = redacted;
  GET DIAGNOSTICS rows = ROW_COUNT;
  touched := touched + rows;

  UPDATE "report" SET "input" = NULL WHERE "articleId" = redacted;
  GET DIAGNOSTICS rows = ROW_COUNT;
  touched := touched + rows;

  UPDATE "report_file" f SET "bytes" = NULL, "failure" = 'Redacted'
    FROM "report" r WHERE r."id" = f."reportId" AND r."articleId" = redacted;
  GET DIAGNOSTICS rows = ROW_COUNT;
  touched := touched + rows;

  UPDATE "event" SET "before" = NULL, "after" = NULL WHERE "articleId" = redacted;
  GET DIAGNOSTICS rows = ROW_COUNT;
  RETURN touched + rows;
END $$;
