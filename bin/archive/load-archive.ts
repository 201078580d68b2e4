import { createHash } from 'node:crypto';
import { escapeIdentifier, type Client } from 'pg';
import { z } from 'zod';
import { TagView } from '@/lib/contract/schema';
import { fail, ok } from '@/lib/result';
import { describeDatabaseError } from '@/prisma/migrate';
import type { Attempt } from '../attempt';
import { listArchiveTables, type ArchiveTable } from './tables';
import { ARCHIVE_FORMAT } from './write-archive';

const Head = z.strictObject({
  format: z.literal(ARCHIVE_FORMAT),
  project: z.uuid(),
  tables: z.record(z.string(), z.array(z.string())),
});
const Row = z.strictObject({ table: z.string(), row: z.record(z.string(), z.unknown()) });
const End = z.strictObject({ end: z.strictObject({ lines: z.int(), sha256: z.hash('sha256') }) });
const PersonRow = z.strictObject({ id: z.uuid(), name: z.string(), email: z.email() });

const LINES_AT_A_TIME = 100;

/**
 * Loads an archive's lines into a desk, inside the caller's transaction; the project's id. People are found by id, else by
 * address, else made, deactivated and without an account. What no line of the archive holds cannot be referred to.
 */
export async function loadArchive(client: Client, lines: AsyncIterable<string>): Promise<Attempt<string>> {
  const tables = await listArchiveTables(client);
  await client.query(`CREATE TEMP TABLE staged (line int, name text, row jsonb) ON COMMIT DROP`);
  const staged = await stage(client, tables, lines);
  if (!staged.ok) return staged;
  await client.query(`CREATE INDEX ON staged (name, (row->>'id'))`);
  await client.query('ANALYZE staged');
  for (const table of tables) {
    const stray = await findStray(client, table);
    if (stray !== null) return fail(stray);
    const columns = table.columns.map(escapeIdentifier).join(', ');
    const name = escapeIdentifier(table.name);
    try {
      await client.query(
        `INSERT INTO ${name} (${columns})
         SELECT ${table.columns.map((column) => `r.${escapeIdentifier(column)}`).join(', ')}
           FROM staged s, jsonb_populate_record(NULL::${name}, s.row) r WHERE s.name = $1 ORDER BY s.line`,
        [table.name],
      );
    } catch (error) {
      return fail(`${describeRefusal(error)} (table ${table.name}).`);
    }
  }
  try {
    await client.query('SET CONSTRAINTS ALL IMMEDIATE');
  } catch (error) {
    return fail(`${describeRefusal(error)}.`);
  }
  return (await areNumbersWhole(client, staged.value))
    ? ok(staged.value)
    : fail('The events of the project or of an article are not numbered without gaps.');
}

function describeRefusal(error: unknown): string {
  const { code, detail } = error as { code?: string; detail?: string };
  if (code === '23505') return `Something in it is here already: ${detail ?? describeDatabaseError(error)}`;
  return `A row breaks a rule: ${describeDatabaseError(error)}`;
}

/** Puts every line aside and checks its form; the project's id. */
async function stage(
  client: Client,
  tables: readonly ArchiveTable[],
  lines: AsyncIterable<string>,
): Promise<Attempt<string>> {
  const known = new Map(tables.map(({ name, columns }) => [name, [...columns].sort().join()]));
  const here = JSON.stringify(Object.fromEntries(tables.map(({ name, columns }) => [name, columns])));
  const renamed = new Map<string, string>();
  const hash = createHash('sha256');
  let batch: { line: number; name: string; row: unknown }[] = [];
  const flush = async (): Promise<void> => {
    await client.query(
      `INSERT INTO staged SELECT * FROM jsonb_to_recordset($1::jsonb) AS r(line int, name text, row jsonb)`,
      [JSON.stringify(batch)],
    );
    batch = [];
  };
  let number = 0;
  let project: string | null = null;
  let isEnded = false;
  for await (const text of lines) {
    number += 1;
    if (isEnded) return fail(`Line ${number} stands behind the end.`);
    const parsed = parseLine(text);
    if (project === null) {
      const head = Head.safeParse(parsed);
      if (!head.success) return fail('It is not the archive of a Galley project.');
      if (JSON.stringify(head.data.tables) !== here)
        return fail('It was made by another version of Galley; bring both desks to the same version first.');
      project = head.data.project;
    } else if (End.safeParse(parsed).success) {
      const { end } = End.parse(parsed);
      if (end.lines !== number - 1 || end.sha256 !== hash.digest('hex'))
        return fail('It was altered: its lines are not those that were archived.');
      isEnded = true;
      continue;
    } else {
      const row = Row.safeParse(parsed);
      if (!row.success) return fail(`Line ${number} is no row.`);
      const { table, row: values } = row.data;
      if (table === 'person') {
        const person = PersonRow.safeParse(values);
        if (!person.success)
          return fail(`Line ${number} is no person: it needs an id, a name and an address.`);
        const id = await findOrMakePerson(client, person.data);
        if (id !== person.data.id) renamed.set(person.data.id, id);
        batch.push({ line: number, name: table, row: { id } });
      } else {
        if (known.get(table) !== Object.keys(values).sort().join())
          return fail(`Line ${number} is no row of the table ${table}.`);
        if (table === 'project' && values['id'] !== project)
          return fail(`Line ${number} is another project than the first line says.`);
        if (table === 'tag_schema_version' && !z.array(TagView).safeParse(values['tags']).success)
          return fail(`Line ${number} is no tag schema.`);
        batch.push({ line: number, name: table, row: rename(values, renamed) });
      }
      if (batch.length === LINES_AT_A_TIME) await flush();
    }
    hash.update(`${text}\n`);
  }
  await flush();
  return project !== null && isEnded ? ok(project) : fail('It is cut short: its last line is missing.');
}

/** The line as JSON; undefined where it is none, or holds a NUL: Postgres would refuse that later, in words about JSON. */
function parseLine(text: string): unknown {
  let hasNul = false;
  try {
    const parsed: unknown = JSON.parse(text, (key, value: unknown) => {
      hasNul ||= key.includes('\0') || (typeof value === 'string' && value.includes('\0'));
      return value;
    });
    return hasNul ? undefined : parsed;
  } catch {
    return undefined;
  }
}

/** The row with people's ids as they are here, also in what events hold. */
const rename = (row: unknown, renamed: ReadonlyMap<string, string>): unknown =>
  renamed.size === 0
    ? row
    : JSON.parse(JSON.stringify(row), (_, value: unknown) =>
        typeof value === 'string' ? (renamed.get(value) ?? value) : value,
      );

async function findOrMakePerson(client: Client, person: z.infer<typeof PersonRow>): Promise<string> {
  const email = person.email.toLowerCase();
  const { rows } = await client.query<{ id: string }>(
    'SELECT "id" FROM "person" WHERE "id" = $1 OR "email" = $2 ORDER BY "id" = $1 DESC LIMIT 1',
    [person.id, email],
  );
  if (rows[0] !== undefined) return rows[0].id;
  await client.query(
    `INSERT INTO "person" ("id", "name", "email", "deactivatedAt", "updatedAt") VALUES ($1, $2, $3, now(), now())`,
    [person.id, person.name, email],
  );
  return person.id;
}

/** A row that refers to something which is not in the archive: it could reach into another project. */
async function findStray(client: Client, { name, references }: ArchiveTable): Promise<string | null> {
  for (const { column, table } of references) {
    const { rows } = await client.query<{ line: number }>(
      `SELECT s.line FROM staged s WHERE s.name = $1 AND s.row->>$2 IS NOT NULL
          AND NOT EXISTS (SELECT 1 FROM staged p WHERE p.name = $3 AND p.row->>'id' = s.row->>$2)
        ORDER BY s.line LIMIT 1`,
      [name, column, table],
    );
    if (rows[0] !== undefined)
      return `Line ${rows[0].line} refers with ${column} to a row of ${table} that is not in the archive.`;
  }
  return null;
}

async function areNumbersWhole(client: Client, projectId: string): Promise<boolean> {
  const { rowCount } = await client.query(
    `SELECT 1 FROM "article" a WHERE a."projectId" = $1
        AND a."lastSeq" <> (SELECT count(*) FROM "event" e WHERE e."articleId" = a."id" AND e."seq" <= a."lastSeq")
     UNION ALL SELECT 1 FROM "project" p WHERE p."id" = $1
        AND p."lastSeq" <> (SELECT count(*) FROM "event" e WHERE e."projectId" = p."id" AND e."articleId" IS NULL)`,
    [projectId],
  );
  return rowCount === 0;
}
