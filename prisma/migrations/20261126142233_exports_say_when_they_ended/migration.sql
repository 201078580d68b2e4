-- When an export ended, so that what was issued after it can be told from what was issued before.
ALTER TABLE "export" ADD COLUMN     "endedAt" TIMESTAMPTZ(3);

-- Those that ended were kept for an hour from then; those called off for less.
UPDATE "export" SET "endedAt" = least("expiresAt" - interval '1 hour', now()) WHERE "ending" IS NOT NULL;

ALTER TABLE "export"
  ADD CONSTRAINT "export_ended_some_time" CHECK (("ending" IS NULL) = ("endedAt" IS NULL));
