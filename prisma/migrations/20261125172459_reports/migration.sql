-- CreateTable
CREATE TABLE "report" (
    "id" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "versionId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "input" JSONB,
    "supersedesId" UUID,
    "preparedBy" TEXT NOT NULL,
    "issuedById" UUID NOT NULL,
    "issuedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "report_file" (
    "reportId" UUID NOT NULL,
    "format" TEXT NOT NULL,
    "bytes" BYTEA,
    "sha256" TEXT,
    "failure" TEXT,

    CONSTRAINT "report_file_pkey" PRIMARY KEY ("reportId","format")
);

-- CreateTable
CREATE TABLE "report_link" (
    "id" UUID NOT NULL,
    "reportId" UUID NOT NULL,
    "token" TEXT NOT NULL,
    "madeById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedById" UUID,
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "report_link_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "report_supersedesId_key" ON "report"("supersedesId");

-- CreateIndex
CREATE INDEX "report_projectId_issuedAt_idx" ON "report"("projectId", "issuedAt" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "report_articleId_number_key" ON "report"("articleId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "report_link_token_key" ON "report_link"("token");

-- CreateIndex
CREATE INDEX "report_link_reportId_idx" ON "report_link"("reportId");

-- AddForeignKey
ALTER TABLE "report" ADD CONSTRAINT "report_articleId_projectId_fkey" FOREIGN KEY ("articleId", "projectId") REFERENCES "article"("id", "projectId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report" ADD CONSTRAINT "report_versionId_articleId_fkey" FOREIGN KEY ("versionId", "articleId") REFERENCES "article_version"("id", "articleId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report" ADD CONSTRAINT "report_issuedById_fkey" FOREIGN KEY ("issuedById") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report" ADD CONSTRAINT "report_supersedesId_fkey" FOREIGN KEY ("supersedesId") REFERENCES "report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_file" ADD CONSTRAINT "report_file_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_link" ADD CONSTRAINT "report_link_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_link" ADD CONSTRAINT "report_link_madeById_fkey" FOREIGN KEY ("madeById") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_link" ADD CONSTRAINT "report_link_revokedById_fkey" FOREIGN KEY ("revokedById") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ── What must hold whoever writes ────────────────────────────────────────────────────────────────

ALTER TABLE "report"
  ADD CONSTRAINT "report_number" CHECK ("number" >= 1),
  ADD CONSTRAINT "report_prepared_by_length" CHECK (char_length("preparedBy") BETWEEN 1 AND 200),
  ADD CONSTRAINT "report_not_superseding_itself" CHECK ("supersedesId" <> "id"),
  ADD CONSTRAINT "report_first_supersedes_nothing" CHECK (("number" = 1) = ("supersedesId" IS NULL));

ALTER TABLE "report_file"
  ADD CONSTRAINT "report_file_made_or_not" CHECK (num_nonnulls("bytes", "failure") = 1),
  ADD CONSTRAINT "report_file_sha256" CHECK ("bytes" IS NULL OR "sha256" IS NOT DISTINCT FROM encode(sha256("bytes"), 'hex')),
  ADD CONSTRAINT "report_file_format_form" CHECK ("format" ~ '^[a-z]+(-[a-z]+)*$'),
  ADD CONSTRAINT "report_file_failure_length" CHECK (char_length("failure") BETWEEN 1 AND 1000);

ALTER TABLE "report_link"
  ADD CONSTRAINT "report_link_token_form" CHECK ("token" ~ '^[A-Za-z0-9_-]{43}$'),
  ADD CONSTRAINT "report_link_revoked_by_somebody" CHECK (("revokedAt" IS NULL) = ("revokedById" IS NULL));

-- One public address at a time.
CREATE UNIQUE INDEX "report_link_open_key" ON "report_link" ("reportId") WHERE "revokedAt" IS NULL;

DO $$
DECLARE
  kept text;
BEGIN
  FOREACH kept IN ARRAY ARRAY['report', 'report_file', 'report_link'] LOOP
    EXECUTE format(
      'CREATE TRIGGER %I BEFORE DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_deletion()',
      kept || '_not_deleted', kept
    );
    EXECUTE format(
      'CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_deletion()',
      kept || '_not_emptied', kept
    );
  END LOOP;
  FOREACH kept IN ARRAY ARRAY['report', 'report_file'] LOOP
    EXECUTE format(
      'CREATE TRIGGER %I BEFORE UPDATE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()',
      kept || '_not_changed', kept
    );
  END LOOP;
END $$;

-- A link may be revoked, once.
CREATE TRIGGER "report_link_not_changed" BEFORE UPDATE ON "report_link" FOR EACH ROW
  WHEN (
    OLD."revokedAt" IS NOT NULL
    OR (OLD."id", OLD."reportId", OLD."token", OLD."madeById", OLD."createdAt")
    IS DISTINCT FROM (NEW."id", NEW."reportId", NEW."token", NEW."madeById", NEW."createdAt")
  )
  EXECUTE FUNCTION refuse_change();

-- The legal purge takes the words out of issued reports too; that they were issued, when, by whom and their hashes stay.
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

  UPDATE "evidence" e SET "url" = NULL, "excerpt" = NULL, "locator" = NULL, "note" = 'Redacted'
    FROM "annotation" a WHERE a."id" = e."annotationId" AND a."articleId" = redacted;
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
