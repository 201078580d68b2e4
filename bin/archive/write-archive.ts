import { createHash } from 'node:crypto';
import { escapeIdentifier, type Client } from 'pg';
import { PLAIN_TEXT } from '../backup/tables';
import { listArchiveTables } from './tables';

export const ARCHIVE_FORMAT = 'Galley project archive 1';
const ROWS_AT_A_TIME = 100;

/**
 * A project's archive, line for line: first what it is, then people, then the rows of each table as JSON, last how many lines there
 * were and their SHA-256. The same project gives the same lines.
 */
export async function* readArchive(client: Client, projectId: string): AsyncGenerator<string> {
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  await client.query(PLAIN_TEXT);
  const tables = await listArchiveTables(client);
  const hash = createHash('sha256');
  let lines = 0;
  const say = (value: string): string => {
    lines += 1;
    hash.update(`${value}\n`);
    return `${value}\n`;
  };
  yield say(
    JSON.stringify({
      format: ARCHIVE_FORMAT,
      project: projectId,
      tables: Object.fromEntries(tables.map(({ name, columns }) => [name, columns])),
    }),
  );
  const named = tables.flatMap(({ name, condition, references }) =>
    references
      .filter(({ table }) => table === 'person')
      .map(
        ({ column }) =>
          `SELECT ${escapeIdentifier(column)} FROM ${escapeIdentifier(name)} WHERE ${condition}`,
      ),
  );
  const people = `
    SELECT json_build_object('table', 'person', 'row', jsonb_build_object('id', "id", 'name', "name", 'email', "email"))::text AS line
      FROM "person" WHERE "id" IN (${named.join(' UNION ')}) ORDER BY "id"`;
  const rows = tables.map(
    ({ name, condition, order }) => `
      SELECT json_build_object('table', '${name}', 'row', to_jsonb(t))::text AS line
        FROM ${escapeIdentifier(name)} t WHERE ${condition} ORDER BY ${order}`,
  );
  for (const query of [people, ...rows]) {
    await client.query(`DECLARE archived NO SCROLL CURSOR FOR ${query}`, [projectId]);
    for (;;) {
      const { rows: found } = await client.query<{ line: string }>(`FETCH ${ROWS_AT_A_TIME} FROM archived`);
      if (found.length === 0) break;
      for (const { line } of found) yield say(line);
    }
    await client.query('CLOSE archived');
  }
  await client.query('COMMIT');
  yield `${JSON.stringify({ end: { lines, sha256: hash.digest('hex') } })}\n`;
}
