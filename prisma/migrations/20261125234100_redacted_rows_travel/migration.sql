-- A redacted text keeps the hash of what it was, and has to be let in with it where an archive is imported. Nothing is
-- given away: of such a text nothing is left that a hash could vouch for.

CREATE FUNCTION is_redacted(content text) RETURNS boolean LANGUAGE sql IMMUTABLE
RETURN content !~ '[^*\n]';

CREATE OR REPLACE FUNCTION check_version_hash() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT is_redacted(NEW."text") AND NEW."sha256" IS DISTINCT FROM encode(sha256(convert_to(NEW."text", 'UTF8')), 'hex') THEN
    RAISE EXCEPTION 'The SHA-256 is not that of the text'
      USING ERRCODE = 'check_violation', TABLE = TG_TABLE_NAME, CONSTRAINT = 'article_version_sha256';
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION check_source_hash() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."text" IS NOT NULL AND NOT is_redacted(NEW."text")
     AND NEW."sha256" IS DISTINCT FROM encode(sha256(convert_to(NEW."text", 'UTF8')), 'hex') THEN
    RAISE EXCEPTION 'The SHA-256 is not that of the text'
      USING ERRCODE = 'check_violation', TABLE = TG_TABLE_NAME, CONSTRAINT = 'source_sha256';
  END IF;
  RETURN NEW;
END $$;
