-- CreateEnum
CREATE TYPE "source_kind" AS ENUM ('primary', 'secondary');

-- AlterTable
ALTER TABLE "evidence" ADD COLUMN     "end" INTEGER,
ADD COLUMN     "prefix" TEXT,
ADD COLUMN     "sourceId" UUID,
ADD COLUMN     "start" INTEGER,
ADD COLUMN     "suffix" TEXT;

-- CreateTable
CREATE TABLE "source" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "author" TEXT,
    "publisher" TEXT,
    "url" TEXT,
    "archiveUrl" TEXT,
    "publishedAt" TIMESTAMPTZ(3),
    "accessedAt" TIMESTAMPTZ(3),
    "kind" "source_kind",
    "protected" BOOLEAN NOT NULL DEFAULT false,
    "text" TEXT,
    "sha256" TEXT,
    "length" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "madeById" UUID NOT NULL,
    "deletedAt" TIMESTAMPTZ(3),

    CONSTRAINT "source_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "source_articleId_number_key" ON "source"("articleId", "number");

-- CreateIndex
CREATE INDEX "evidence_sourceId_idx" ON "evidence"("sourceId");

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "source" ADD CONSTRAINT "source_articleId_projectId_fkey" FOREIGN KEY ("articleId", "projectId") REFERENCES "article"("id", "projectId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "source" ADD CONSTRAINT "source_madeById_fkey" FOREIGN KEY ("madeById") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ── What must hold whoever writes ────────────────────────────────────────────────────────────────

ALTER TABLE "source"
  ADD CONSTRAINT "source_number" CHECK ("number" >= 1),
  ADD CONSTRAINT "source_title_length" CHECK (char_length("title") BETWEEN 1 AND 300),
  ADD CONSTRAINT "source_author_length" CHECK (char_length("author") BETWEEN 1 AND 300),
  ADD CONSTRAINT "source_publisher_length" CHECK (char_length("publisher") BETWEEN 1 AND 300),
  ADD CONSTRAINT "source_url_form" CHECK ("url" ~* '^https?://' AND char_length("url") <= 2000),
  ADD CONSTRAINT "source_archive_url_form" CHECK ("archiveUrl" ~* '^https?://' AND char_length("archiveUrl") <= 2000),
  ADD CONSTRAINT "source_text_size" CHECK (octet_length("text") <= 2000000),
  ADD CONSTRAINT "source_text_and_hash" CHECK (("text" IS NULL) = ("sha256" IS NULL)),
  ADD CONSTRAINT "source_length" CHECK ("length" = coalesce(char_length("text"), 0)),
  ADD CONSTRAINT "source_revision" CHECK ("revision" >= 1);

CREATE TRIGGER "source_not_deleted" BEFORE DELETE ON "source" FOR EACH ROW EXECUTE FUNCTION refuse_deletion();
CREATE TRIGGER "source_not_emptied" BEFORE TRUNCATE ON "source" FOR EACH STATEMENT EXECUTE FUNCTION refuse_deletion();

-- Its facts may be put right; what it says, and whose it is, stays.
CREATE TRIGGER "source_not_changed" BEFORE UPDATE ON "source" FOR EACH ROW
  WHEN (
    (OLD."id", OLD."projectId", OLD."articleId", OLD."number", OLD."text", OLD."sha256", OLD."createdAt", OLD."madeById")
    IS DISTINCT FROM
    (NEW."id", NEW."projectId", NEW."articleId", NEW."number", NEW."text", NEW."sha256", NEW."createdAt", NEW."madeById")
  )
  EXECUTE FUNCTION refuse_change();

CREATE FUNCTION check_source_hash() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."sha256" IS DISTINCT FROM encode(sha256(convert_to(NEW."text", 'UTF8')), 'hex') THEN
    RAISE EXCEPTION 'The SHA-256 is not that of the text'
      USING ERRCODE = 'check_violation', TABLE = TG_TABLE_NAME, CONSTRAINT = 'source_sha256';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER "source_sha256" BEFORE INSERT ON "source" FOR EACH ROW EXECUTE FUNCTION check_source_hash();

-- ── Evidence says where it stands ────────────────────────────────────────────────────────────────

ALTER TABLE "evidence"
  DROP CONSTRAINT "evidence_says_something",
  ADD CONSTRAINT "evidence_says_something" CHECK (num_nonnulls("url", "note", "excerpt", "sourceId") >= 1),
  ADD CONSTRAINT "evidence_span_whole" CHECK (num_nonnulls("start", "end", "prefix", "suffix") IN (0, 4)),
  ADD CONSTRAINT "evidence_span" CHECK ("start" >= 0 AND "end" - "start" = char_length("excerpt")),
  ADD CONSTRAINT "evidence_span_in_source" CHECK ("start" IS NULL OR num_nonnulls("sourceId", "excerpt") = 2),
  ADD CONSTRAINT "evidence_context_length" CHECK (char_length("prefix") <= 32 AND char_length("suffix") <= 32);

DROP TRIGGER "evidence_not_changed" ON "evidence";
CREATE TRIGGER "evidence_not_changed" BEFORE UPDATE ON "evidence" FOR EACH ROW
  WHEN (
    (OLD."id", OLD."annotationId", OLD."url", OLD."sourceId", OLD."excerpt", OLD."start", OLD."end", OLD."prefix",
     OLD."suffix", OLD."locator", OLD."relation", OLD."note", OLD."createdAt", OLD."madeById")
    IS DISTINCT FROM
    (NEW."id", NEW."annotationId", NEW."url", NEW."sourceId", NEW."excerpt", NEW."start", NEW."end", NEW."prefix",
     NEW."suffix", NEW."locator", NEW."relation", NEW."note", NEW."createdAt", NEW."madeById")
  )
  EXECUTE FUNCTION refuse_change();

-- An excerpt is the source's text at its place, and the source is one of the mark's own article.
CREATE FUNCTION check_evidence_source() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  here uuid;
  stands text;
BEGIN
  SELECT s."articleId", substring(s."text" FROM NEW."start" + 1 FOR NEW."end" - NEW."start") INTO here, stands
    FROM "source" s WHERE s."id" = NEW."sourceId";
  IF here IS DISTINCT FROM (SELECT a."articleId" FROM "annotation" a WHERE a."id" = NEW."annotationId") THEN
    RAISE EXCEPTION 'The source belongs to another article'
      USING ERRCODE = 'check_violation', TABLE = TG_TABLE_NAME, CONSTRAINT = 'evidence_source_of_article';
  END IF;
  IF NEW."start" IS NOT NULL AND NEW."excerpt" IS DISTINCT FROM stands THEN
    RAISE EXCEPTION 'The source does not say this at [%, %)', NEW."start", NEW."end"
      USING ERRCODE = 'check_violation', TABLE = TG_TABLE_NAME, CONSTRAINT = 'evidence_excerpt';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER "evidence_excerpt" BEFORE INSERT ON "evidence" FOR EACH ROW
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
