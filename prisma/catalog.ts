import type { ClientBase } from 'pg';

/**
 * What a database consists of, one line a fact, sorted: what can be compared between the migrations' database and the one
 * `schema.prisma` describes. CHECKs, triggers and functions are left out, for the migrations add those.
 */
export async function describeCatalog(client: ClientBase): Promise<string[]> {
  const facts: string[] = [];
  for (const [kind, query] of Object.entries(QUERIES)) {
    const { rows } = await client.query<{ fact: string }>(query);
    facts.push(...rows.map(({ fact }) => `${kind} ${fact}`));
  }
  return facts.sort();
}

const QUERIES = {
  column: `
    SELECT format('%s.%s %s%s%s', t.relname, c.attname, format_type(c.atttypid, c.atttypmod),
                  CASE WHEN c.attnotnull THEN ' not null' ELSE '' END,
                  coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '')) AS fact
      FROM pg_class t
      JOIN pg_attribute c ON c.attrelid = t.oid AND c.attnum > 0 AND NOT c.attisdropped
      LEFT JOIN pg_attrdef d ON d.adrelid = t.oid AND d.adnum = c.attnum
     WHERE t.relnamespace = 'public'::regnamespace AND t.relkind IN ('r', 'p') AND t.relname <> '_prisma_migrations'`,
  key: `
    SELECT format('%s.%s %s', t.relname, k.conname, pg_get_constraintdef(k.oid)) AS fact
      FROM pg_constraint k JOIN pg_class t ON t.oid = k.conrelid
     WHERE k.connamespace = 'public'::regnamespace AND k.contype IN ('p', 'u', 'f') AND t.relname <> '_prisma_migrations'`,
  index: `
    SELECT indexdef AS fact FROM pg_indexes WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'`,
  enum: `
    SELECT format('%s %s', t.typname, string_agg(e.enumlabel, ', ' ORDER BY e.enumsortorder)) AS fact
      FROM pg_type t JOIN pg_enum e ON e.enumtypid = t.oid
     WHERE t.typnamespace = 'public'::regnamespace GROUP BY t.typname`,
} as const;
