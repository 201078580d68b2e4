-- Who is here right now. Unlogged: it costs no write-ahead log, and after a crash of Postgres it is empty, which is right.
CREATE UNLOGGED TABLE "presence" (
    "id" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "presence_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "presence_articleId_idx" ON "presence"("articleId");

-- AddForeignKey
ALTER TABLE "presence" ADD CONSTRAINT "presence_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "presence" ADD CONSTRAINT "presence_personId_fkey" FOREIGN KEY ("personId") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- ── Telling ─────────────────────────────────────────────────────────────────────────────────────

-- Who comes and goes: a hint for the article, on the channel of the events.
CREATE FUNCTION notify_of_presence() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('galley', 'here:' || t."articleId") FROM touched t GROUP BY t."articleId";
  RETURN NULL;
END $$;

CREATE TRIGGER "presence_notify_new" AFTER INSERT ON "presence" REFERENCING NEW TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION notify_of_presence();
CREATE TRIGGER "presence_notify_gone" AFTER DELETE ON "presence" REFERENCING OLD TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION notify_of_presence();

-- A session that ends or a token that is revoked: whatever was opened with it is looked at again.
CREATE FUNCTION notify_of_person() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('galley', 'person:' || OLD."personId");
  RETURN NULL;
END $$;

CREATE TRIGGER "session_notify_gone" AFTER DELETE ON "session" FOR EACH ROW EXECUTE FUNCTION notify_of_person();
CREATE TRIGGER "api_token_notify_revoked" AFTER UPDATE ON "api_token" FOR EACH ROW
  WHEN (OLD."revokedAt" IS DISTINCT FROM NEW."revokedAt") EXECUTE FUNCTION notify_of_person();
