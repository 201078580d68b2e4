-- What must hold whoever writes. Prisma cannot say it, so it is written by hand: limits as CHECKs, what looks at other
-- rows as triggers. Lengths count characters, which in a UTF-8 database are Unicode code points.

-- ── People ──────────────────────────────────────────────────────────────────────────────────────

ALTER TABLE "person"
  ADD CONSTRAINT "person_email_lower_case" CHECK ("email" = lower("email")),
  ADD CONSTRAINT "person_email_length" CHECK (char_length("email") BETWEEN 3 AND 254),
  ADD CONSTRAINT "person_name_length" CHECK (char_length("name") BETWEEN 1 AND 120);

ALTER TABLE "api_token"
  ADD CONSTRAINT "api_token_name_length" CHECK (char_length("name") BETWEEN 1 AND 80),
  ADD CONSTRAINT "api_token_prefix_length" CHECK (char_length("prefix") BETWEEN 1 AND 40);

ALTER TABLE "one_time_link"
  ADD CONSTRAINT "one_time_link_email_lower_case" CHECK ("email" = lower("email")),
  ADD CONSTRAINT "one_time_link_expires_later" CHECK ("expiresAt" > "createdAt"),
  ADD CONSTRAINT "one_time_link_project_with_role" CHECK (("projectId" IS NULL) = ("role" IS NULL)),
  ADD CONSTRAINT "one_time_link_is_for_somebody" CHECK (
    CASE "purpose"
      WHEN 'set_up' THEN "personId" IS NULL
      WHEN 'invitation' THEN "email" IS NOT NULL AND "personId" IS NULL
      WHEN 'password_reset' THEN "personId" IS NOT NULL
    END
  );

ALTER TABLE "rate_limit" ADD CONSTRAINT "rate_limit_count" CHECK ("count" >= 0);

-- ── Projects ────────────────────────────────────────────────────────────────────────────────────

ALTER TABLE "project"
  ADD CONSTRAINT "project_name_length" CHECK (char_length("name") BETWEEN 1 AND 120),
  ADD CONSTRAINT "project_guidelines_length" CHECK (char_length("guidelines") <= 20000),
  ADD CONSTRAINT "project_known_names" CHECK ("knownNames" IS NOT NULL AND cardinality("knownNames") <= 5000),
  ADD CONSTRAINT "project_last_seq" CHECK ("lastSeq" >= 0);

ALTER TABLE "tag_schema_version"
  ADD CONSTRAINT "tag_schema_version_number" CHECK ("version" >= 1),
  ADD CONSTRAINT "tag_schema_version_tags" CHECK (jsonb_typeof("tags") = 'array');

ALTER TABLE "tag"
  ADD CONSTRAINT "tag_key_form" CHECK ("key" ~ '^[a-z][a-z0-9]*(-[a-z0-9]+)*$' AND char_length("key") <= 40);

-- ── Articles ────────────────────────────────────────────────────────────────────────────────────

ALTER TABLE "article"
  ADD CONSTRAINT "article_title_length" CHECK (char_length("title") BETWEEN 1 AND 300),
  ADD CONSTRAINT "article_byline_length" CHECK (char_length("byline") BETWEEN 1 AND 300),
  ADD CONSTRAINT "article_url_form" CHECK ("url" ~* '^https?://' AND char_length("url") <= 2000),
  ADD CONSTRAINT "article_last_seq" CHECK ("lastSeq" >= 0);

ALTER TABLE "article_version"
  ADD CONSTRAINT "article_version_number" CHECK ("number" >= 1),
  ADD CONSTRAINT "article_version_text_size" CHECK ("text" <> '' AND octet_length("text") <= 2000000),
  ADD CONSTRAINT "article_version_line_ends" CHECK (strpos("text", E'\r') = 0),
  ADD CONSTRAINT "article_version_no_byte_order_mark" CHECK (left("text", 1) <> U&'\FEFF'),
  ADD CONSTRAINT "article_version_length" CHECK ("length" = char_length("text")),
  ADD CONSTRAINT "article_version_file_whole" CHECK (
    num_nonnulls("fileName", "file", "fileSha256", "fileEncoding") IN (0, 4)
  ),
  ADD CONSTRAINT "article_version_file_size" CHECK (octet_length("file") <= 4200000),
  ADD CONSTRAINT "article_version_file_name_length" CHECK (char_length("fileName") BETWEEN 1 AND 255),
  ADD CONSTRAINT "article_version_file_encoding" CHECK (
    "fileEncoding" IN ('utf-8', 'utf-16le', 'utf-16be', 'windows-1252')
  ),
  ADD CONSTRAINT "article_version_file_sha256" CHECK ("fileSha256" = encode(sha256("file"), 'hex'));

-- ── Annotations ─────────────────────────────────────────────────────────────────────────────────

ALTER TABLE "annotation"
  ADD CONSTRAINT "annotation_span" CHECK ("start" >= 0 AND "end" > "start" AND "end" - "start" <= 20000),
  ADD CONSTRAINT "annotation_exact_length" CHECK (char_length("exact") = "end" - "start"),
  ADD CONSTRAINT "annotation_context_length" CHECK (char_length("prefix") <= 32 AND char_length("suffix") <= 32),
  ADD CONSTRAINT "annotation_value_length" CHECK (char_length("value") BETWEEN 1 AND 1000),
  ADD CONSTRAINT "annotation_correction_length" CHECK (char_length("correction") <= 20000),
  ADD CONSTRAINT "annotation_note_length" CHECK (char_length("note") BETWEEN 1 AND 10000),
  ADD CONSTRAINT "annotation_state_length" CHECK (char_length("state") BETWEEN 1 AND 40),
  ADD CONSTRAINT "annotation_origin_length" CHECK (char_length("origin") BETWEEN 1 AND 200),
  ADD CONSTRAINT "annotation_revision" CHECK ("revision" >= 1),
  ADD CONSTRAINT "annotation_not_related_to_itself" CHECK ("relatedId" <> "id"),
  ADD CONSTRAINT "annotation_merged_into" CHECK (("status" = 'merged') = ("intoId" IS NOT NULL)),
  ADD CONSTRAINT "annotation_not_merged_into_itself" CHECK ("intoId" <> "id"),
  ADD CONSTRAINT "annotation_deleted_by_somebody" CHECK (("deletedAt" IS NULL) = ("deletedById" IS NULL));

ALTER TABLE "evidence"
  ADD CONSTRAINT "evidence_says_something" CHECK (num_nonnulls("url", "note", "excerpt") >= 1),
  ADD CONSTRAINT "evidence_url_form" CHECK ("url" ~* '^https?://' AND char_length("url") <= 2000),
  ADD CONSTRAINT "evidence_note_length" CHECK (char_length("note") BETWEEN 1 AND 10000),
  ADD CONSTRAINT "evidence_excerpt_length" CHECK (char_length("excerpt") BETWEEN 1 AND 10000),
  ADD CONSTRAINT "evidence_locator_length" CHECK (char_length("locator") BETWEEN 1 AND 200);

ALTER TABLE "decision"
  ADD CONSTRAINT "decision_revision" CHECK ("revision" >= 1),
  ADD CONSTRAINT "decision_merged_into" CHECK (("verdict" = 'merged') = ("intoId" IS NOT NULL)),
  ADD CONSTRAINT "decision_not_merged_into_itself" CHECK ("intoId" <> "annotationId"),
  ADD CONSTRAINT "decision_corrects_in_accepting" CHECK ("correction" IS NULL OR "verdict" = 'accepted'),
  ADD CONSTRAINT "decision_correction_length" CHECK (char_length("correction") <= 20000),
  ADD CONSTRAINT "decision_reason_length" CHECK (char_length("reason") BETWEEN 1 AND 10000),
  ADD CONSTRAINT "decision_rejects_with_reason" CHECK ("verdict" <> 'rejected' OR "reason" IS NOT NULL);

-- ── History ─────────────────────────────────────────────────────────────────────────────────────

ALTER TABLE "event"
  ADD CONSTRAINT "event_seq" CHECK ("seq" >= 1),
  ADD CONSTRAINT "event_kind_form" CHECK ("kind" ~ '^[a-z]+[.][a-z]+$'),
  ADD CONSTRAINT "event_request_hash_form" CHECK ("requestHash" ~ '^[0-9a-f]{64}$');

-- Events of the whole project are numbered by themselves.
CREATE UNIQUE INDEX "event_project_seq_key" ON "event" ("projectId", "seq") WHERE "articleId" IS NULL;

-- ── Records ─────────────────────────────────────────────────────────────────────────────────────

-- Whether a trigger was fired by the one function that may change records. The call stack says so: unlike a setting,
-- it cannot be left switched on.
CREATE FUNCTION is_redacting(stack text) RETURNS boolean LANGUAGE sql IMMUTABLE
RETURN stack ~ '(^|\n)PL/pgSQL function redact_article\(uuid\) line ';

CREATE FUNCTION refuse_deletion() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'Rows of % are never deleted', TG_TABLE_NAME
    USING ERRCODE = 'restrict_violation', TABLE = TG_TABLE_NAME, CONSTRAINT = TG_TABLE_NAME || '_not_deleted';
END $$;

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  stack text;
BEGIN
  GET DIAGNOSTICS stack = PG_CONTEXT;
  IF is_redacting(stack) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'Rows of % never change', TG_TABLE_NAME
    USING ERRCODE = 'restrict_violation', TABLE = TG_TABLE_NAME, CONSTRAINT = TG_TABLE_NAME || '_not_changed';
END $$;

DO $$
DECLARE
  kept text;
BEGIN
  FOREACH kept IN ARRAY ARRAY[
    'person', 'project', 'tag_schema_version', 'tag', 'article', 'article_version', 'annotation', 'evidence',
    'decision', 'event'
  ] LOOP
    EXECUTE format(
      'CREATE TRIGGER %I BEFORE DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_deletion()',
      kept || '_not_deleted', kept
    );
    EXECUTE format(
      'CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_deletion()',
      kept || '_not_emptied', kept
    );
  END LOOP;
  FOREACH kept IN ARRAY ARRAY['tag_schema_version', 'tag', 'article_version', 'decision', 'event'] LOOP
    EXECUTE format(
      'CREATE TRIGGER %I BEFORE UPDATE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()',
      kept || '_not_changed', kept
    );
  END LOOP;
END $$;

-- Evidence may be taken back, which keeps the row; what it says stays.
CREATE TRIGGER "evidence_not_changed" BEFORE UPDATE ON "evidence" FOR EACH ROW
  WHEN (
    (OLD."id", OLD."annotationId", OLD."url", OLD."excerpt", OLD."locator", OLD."relation", OLD."note", OLD."createdAt", OLD."madeById")
    IS DISTINCT FROM
    (NEW."id", NEW."annotationId", NEW."url", NEW."excerpt", NEW."locator", NEW."relation", NEW."note", NEW."createdAt", NEW."madeById")
  )
  EXECUTE FUNCTION refuse_change();

-- A mark stays the mark of its version and its author.
CREATE TRIGGER "annotation_not_moved" BEFORE UPDATE ON "annotation" FOR EACH ROW
  WHEN (
    (OLD."id", OLD."projectId", OLD."articleId", OLD."versionId", OLD."authorId", OLD."origin", OLD."createdAt")
    IS DISTINCT FROM
    (NEW."id", NEW."projectId", NEW."articleId", NEW."versionId", NEW."authorId", NEW."origin", NEW."createdAt")
  )
  EXECUTE FUNCTION refuse_change();

-- ── A version's hash is the hash of its text ────────────────────────────────────────────────────

-- At insertion only: afterwards the text cannot change, and a redacted one keeps the hash of what it was.
CREATE FUNCTION check_version_hash() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."sha256" IS DISTINCT FROM encode(sha256(convert_to(NEW."text", 'UTF8')), 'hex') THEN
    RAISE EXCEPTION 'The SHA-256 is not that of the text'
      USING ERRCODE = 'check_violation', TABLE = TG_TABLE_NAME, CONSTRAINT = 'article_version_sha256';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER "article_version_sha256" BEFORE INSERT ON "article_version"
  FOR EACH ROW EXECUTE FUNCTION check_version_hash();

-- ── A mark says what it marks ───────────────────────────────────────────────────────────────────

CREATE FUNCTION check_annotation_text() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  stands text;
BEGIN
  SELECT substring(v."text" FROM NEW."start" + 1 FOR greatest(NEW."end" - NEW."start", 0)) INTO stands
    FROM "article_version" v WHERE v."id" = NEW."versionId";
  IF stands IS DISTINCT FROM NEW."exact" THEN
    RAISE EXCEPTION 'The text at [%, %) is not the quote', NEW."start", NEW."end"
      USING ERRCODE = 'check_violation', TABLE = TG_TABLE_NAME, CONSTRAINT = 'annotation_exact';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER "annotation_exact_new" BEFORE INSERT ON "annotation"
  FOR EACH ROW EXECUTE FUNCTION check_annotation_text();

CREATE TRIGGER "annotation_exact_changed" BEFORE UPDATE ON "annotation" FOR EACH ROW
  WHEN ((OLD."start", OLD."end", OLD."exact") IS DISTINCT FROM (NEW."start", NEW."end", NEW."exact"))
  EXECUTE FUNCTION check_annotation_text();

-- After the row is there, so that marks which refer to each other can arrive in one statement.
CREATE FUNCTION check_annotation_related() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM "annotation" r WHERE r."id" = NEW."relatedId" AND r."articleId" = NEW."articleId"
  ) THEN
    RAISE EXCEPTION 'The related mark belongs to another article'
      USING ERRCODE = 'check_violation', TABLE = TG_TABLE_NAME, CONSTRAINT = 'annotation_related';
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER "annotation_related_new" AFTER INSERT ON "annotation" FOR EACH ROW
  WHEN (NEW."relatedId" IS NOT NULL) EXECUTE FUNCTION check_annotation_related();

CREATE TRIGGER "annotation_related_changed" AFTER UPDATE ON "annotation" FOR EACH ROW
  WHEN (NEW."relatedId" IS NOT NULL AND NEW."relatedId" IS DISTINCT FROM OLD."relatedId")
  EXECUTE FUNCTION check_annotation_related();

-- ── Merged marks ────────────────────────────────────────────────────────────────────────────────

-- Merged into a mark that is neither merged itself nor in the trash (that it is one of the same version, the foreign key
-- says). Looked at when the transaction ends, so that the order of its writes does not matter; the other mark is
-- locked, so that two transactions cannot pass each other.
CREATE FUNCTION check_merged() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  mark "annotation";
  other "annotation";
BEGIN
  SELECT * INTO mark FROM "annotation" WHERE "id" = NEW."id";
  IF mark."status" = 'merged' AND mark."deletedAt" IS NULL THEN
    SELECT * INTO other FROM "annotation" WHERE "id" = mark."intoId" FOR SHARE;
    IF other."status" = 'merged' OR other."deletedAt" IS NOT NULL THEN
      RAISE EXCEPTION 'A mark is merged into one that is merged itself or in the trash'
        USING ERRCODE = 'check_violation', TABLE = TG_TABLE_NAME, CONSTRAINT = 'annotation_merged';
    END IF;
  END IF;
  IF (mark."status" = 'merged' OR mark."deletedAt" IS NOT NULL) AND EXISTS (
    SELECT 1 FROM "annotation" WHERE "intoId" = mark."id" AND "status" = 'merged' AND "deletedAt" IS NULL
  ) THEN
    RAISE EXCEPTION 'Other marks are merged into this one'
      USING ERRCODE = 'check_violation', TABLE = TG_TABLE_NAME, CONSTRAINT = 'annotation_merged';
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER "annotation_merged" AFTER INSERT OR UPDATE ON "annotation"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW."status" = 'merged' OR NEW."deletedAt" IS NOT NULL) EXECUTE FUNCTION check_merged();

-- ── Telling ─────────────────────────────────────────────────────────────────────────────────────

-- One hint for each article (or project) and statement. Whoever listens reads the events themselves.
CREATE FUNCTION notify_of_events() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('galley', coalesce(f."articleId"::text, 'project:' || f."projectId") || ':' || max(f."seq"))
     FROM fresh f GROUP BY f."articleId", f."projectId";
  RETURN NULL;
END $$;

CREATE TRIGGER "event_notify" AFTER INSERT ON "event" REFERENCING NEW TABLE AS fresh
  FOR EACH STATEMENT EXECUTE FUNCTION notify_of_events();

-- ── The legal purge ─────────────────────────────────────────────────────────────────────────────

-- Every character but line feeds becomes an asterisk: offsets, paragraphs and lengths stay what they were.
CREATE FUNCTION redact_text(content text) RETURNS text LANGUAGE sql IMMUTABLE
RETURN (
  SELECT coalesce(string_agg(repeat('*', char_length(line)), E'\n' ORDER BY number), '')
    FROM unnest(string_to_array(content, E'\n')) WITH ORDINALITY AS lines (line, number)
);

-- Takes every word of an article out of the database and returns how many rows lost some. What happened, when, by whom
-- and in which order stays; so does the hash of each text. There is no way back.
CREATE FUNCTION redact_article(redacted uuid) RETURNS bigint LANGUAGE plpgsql AS $$
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

  UPDATE "event" SET "before" = NULL, "after" = NULL WHERE "articleId" = redacted;
  GET DIAGNOSTICS rows = ROW_COUNT;
  RETURN touched + rows;
END $$;
