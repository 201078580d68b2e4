-- Reports on their way into files. Unlogged: they are made again when somebody asks again, and no backup needs them.
CREATE UNLOGGED TABLE "export" (
    "id" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "asked" JSONB NOT NULL,
    "requestHash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "holder" UUID,
    "heldUntil" TIMESTAMPTZ(3),
    "ending" TEXT,
    "failure" TEXT,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "export_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE UNLOGGED TABLE "export_file" (
    "exportId" UUID NOT NULL,
    "format" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'waiting',
    "bytes" BYTEA,
    "sha256" TEXT,
    "failure" TEXT,
    "losses" TEXT[] DEFAULT ARRAY[]::TEXT[],

    CONSTRAINT "export_file_pkey" PRIMARY KEY ("exportId","format")
);

-- CreateIndex
CREATE INDEX "export_personId_idx" ON "export"("personId");

-- CreateIndex
CREATE INDEX "export_articleId_idx" ON "export"("articleId");

-- AddForeignKey
ALTER TABLE "export" ADD CONSTRAINT "export_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "export" ADD CONSTRAINT "export_personId_fkey" FOREIGN KEY ("personId") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "export_file" ADD CONSTRAINT "export_file_exportId_fkey" FOREIGN KEY ("exportId") REFERENCES "export"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- ── What must hold whoever writes ────────────────────────────────────────────────────────────────

ALTER TABLE "export"
  ADD CONSTRAINT "export_ending" CHECK ("ending" IN ('done', 'cancelled', 'failed')),
  ADD CONSTRAINT "export_failure_said" CHECK (("ending" IS NOT DISTINCT FROM 'failed') = ("failure" IS NOT NULL)),
  ADD CONSTRAINT "export_held_by_somebody" CHECK (("holder" IS NULL) = ("heldUntil" IS NULL));

ALTER TABLE "export_file"
  ADD CONSTRAINT "export_file_status" CHECK ("status" IN ('waiting', 'making', 'made', 'failed')),
  ADD CONSTRAINT "export_file_made" CHECK (("status" = 'made') = ("bytes" IS NOT NULL)),
  ADD CONSTRAINT "export_file_failed" CHECK (("status" = 'failed') = ("failure" IS NOT NULL)),
  ADD CONSTRAINT "export_file_sha256" CHECK (
    "sha256" IS NOT DISTINCT FROM CASE WHEN "bytes" IS NOT NULL THEN encode(sha256("bytes"), 'hex') END
  );

-- A version changes only when its words are taken out for good: what was made of them goes along.
CREATE FUNCTION forget_exports() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM "export" WHERE "articleId" = NEW."articleId";
  RETURN NULL;
END $$;

CREATE TRIGGER "article_version_forgets_exports" AFTER UPDATE ON "article_version"
  FOR EACH ROW EXECUTE FUNCTION forget_exports();
