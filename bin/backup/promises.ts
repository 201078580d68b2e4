import type { ClientBase } from 'pg';

/**
 * What triggers hold while rows are written, asked of rows that are there: a restore loads tables without triggers, whose order
 * and timing are those of a desk at work. Each query counts the rows that break its promise.
 */
const PROMISES: Readonly<Record<string, string>> = {
  // A redacted text keeps the hash of what it was.
  article_version_sha256: `
    SELECT count(*)::int AS broken FROM "article_version"
     WHERE "sha256" <> encode(sha256(convert_to("text", 'UTF8')), 'hex') AND "text" ~ '[^*\\n]'`,
  annotation_exact_new: `
    SELECT count(*)::int AS broken FROM "annotation" a JOIN "article_version" v ON v."id" = a."versionId"
     WHERE substring(v."text" FROM a."start" + 1 FOR a."end" - a."start") IS DISTINCT FROM a."exact"`,
  annotation_related_new: `
    SELECT count(*)::int AS broken FROM "annotation" a JOIN "annotation" r ON r."id" = a."relatedId"
     WHERE r."articleId" <> a."articleId"`,
  annotation_merged: `
    SELECT count(*)::int AS broken FROM "annotation" a JOIN "annotation" other ON other."id" = a."intoId"
     WHERE a."status" = 'merged' AND a."deletedAt" IS NULL
       AND (other."status" = 'merged' OR other."deletedAt" IS NOT NULL)`,
  // A redacted source keeps its hash as a redacted text does.
  source_sha256: `
    SELECT count(*)::int AS broken FROM "source"
     WHERE "sha256" <> encode(sha256(convert_to("text", 'UTF8')), 'hex') AND "text" ~ '[^*\\n]'`,
  evidence_excerpt: `
    SELECT count(*)::int AS broken FROM "evidence" e
      JOIN "annotation" a ON a."id" = e."annotationId" JOIN "source" s ON s."id" = e."sourceId"
     WHERE s."articleId" <> a."articleId"
        OR (e."start" IS NOT NULL AND e."excerpt" IS NOT NULL
            AND substring(s."text" FROM e."start" + 1 FOR e."end" - e."start") <> e."excerpt")`,
  checked_span_in_text: `
    SELECT count(*)::int AS broken FROM "checked_span" c JOIN "article_version" v ON v."id" = c."versionId"
     WHERE c."end" > v."length"`,
};

/** Triggers at insertion that promise nothing about the row: nobody listens to a database that is being restored. */
const NO_PROMISE: readonly string[] = ['event_notify'];

/** Insertion triggers of the tables that a backup can hold; those that guard changes, deletions and emptying do not matter to rows that come new. */
const INSERTION_TRIGGERS = `
  SELECT tgname AS name FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
   WHERE NOT tgisinternal AND c.relnamespace = 'public'::regnamespace AND c.relpersistence = 'p' AND tgtype & 4 <> 0
   ORDER BY tgname`;

/** Triggers at insertion of which nobody has said how a restore keeps their promise; a test holds that there are none. */
export async function listUnknownTriggers(client: ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(INSERTION_TRIGGERS);
  return rows.map(({ name }) => name).filter((name) => !(name in PROMISES) && !NO_PROMISE.includes(name));
}

/** The promises that rows in the database break, by the name of the trigger that would have refused them. */
export async function findBrokenPromises(client: ClientBase): Promise<string[]> {
  const { rows: triggers } = await client.query<{ name: string }>(INSERTION_TRIGGERS);
  const found: string[] = [];
  for (const { name } of triggers) {
    const query = PROMISES[name];
    if (query === undefined) continue;
    const { rows } = await client.query<{ broken: number }>(query);
    if (rows[0]!.broken > 0) found.push(`${name} (${rows[0]!.broken})`);
  }
  return found;
}
