import { escapeIdentifier, escapeLiteral, type Client } from 'pg';
import { from, to } from 'pg-copy-streams';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fail, ok } from '@/lib/result';
import type { Attempt } from '../attempt';
import { readTable, type Backup } from './open-backup';
import { findBrokenPromises } from './promises';
import { copyIn, listTables } from './tables';
import { areEqual, Tallying, type OnProgress } from './tally';

interface ForeignKey {
  readonly table: string;
  readonly name: string;
  readonly definition: string;
}

/**
 * Fills the tables of a freshly migrated database, inside the caller's transaction. Foreign keys and triggers stand back meanwhile;
 * afterwards the keys are made again, which looks at every row, and what the triggers promise is asked of the rows.
 */
export async function loadTables(
  client: Client,
  backup: Backup,
  signal: AbortSignal,
  onProgress?: OnProgress,
): Promise<Attempt<null>> {
  const { file, header } = backup;
  const tables = await listTables(client);
  const shapes = (list: readonly { name: string; columns: readonly string[] }[]): string =>
    JSON.stringify(list.map(({ name, columns }) => [name, columns]));
  if (shapes(tables) !== shapes(header.tables))
    return fail(`${file} does not fit: its tables are not those that its migrations make.`);
  const keys = await listForeignKeys(client);
  for (const { table, name } of keys)
    await client.query(`ALTER TABLE ${escapeIdentifier(table)} DROP CONSTRAINT ${escapeIdentifier(name)}`);
  await switchTriggers(client, 'DISABLE');
  // What running the migrations left there; the backup has its own.
  await client.query('DELETE FROM _prisma_migrations');
  for (const entry of header.tables) {
    const isWhole = await readTable(backup, entry, client.query(from(copyIn(entry))), signal, onProgress);
    if (!isWhole) return fail(`${file} was altered: its table ${entry.name} is not what was backed up.`);
  }
  for (const { table, name, definition } of keys)
    await client.query(
      `ALTER TABLE ${escapeIdentifier(table)} ADD CONSTRAINT ${escapeIdentifier(name)} ${definition}`,
    );
  await switchTriggers(client, 'ENABLE');
  for (const { name, last } of header.sequences)
    if (last !== null)
      await client.query(`SELECT setval(${escapeLiteral(escapeIdentifier(name))}::regclass, ${last})`);
  const broken = await findBrokenPromises(client);
  return broken.length === 0
    ? ok(null)
    : fail(`${file} holds rows that no desk would have: ${broken.join(', ')}.`);
}

async function listForeignKeys(client: Client): Promise<ForeignKey[]> {
  const { rows } = await client.query<ForeignKey>(
    `SELECT t.relname AS table, k.conname AS name, pg_get_constraintdef(k.oid) AS definition
       FROM pg_constraint k JOIN pg_class t ON t.oid = k.conrelid
      WHERE k.connamespace = 'public'::regnamespace AND k.contype = 'f'`,
  );
  return rows;
}

async function switchTriggers(client: Client, how: 'ENABLE' | 'DISABLE'): Promise<void> {
  for (const { name } of await listTables(client))
    await client.query(`ALTER TABLE ${escapeIdentifier(name)} ${how} TRIGGER USER`);
}

/** Reads every table back and compares its rows with the backup's; says for each how many there were. */
export async function compareTables(
  client: Client,
  { file, header }: Backup,
  signal: AbortSignal,
): Promise<Attempt<readonly string[]>> {
  const said: string[] = [];
  for (const { name, copyOut } of await listTables(client)) {
    const entry = header.tables.find((table) => table.name === name);
    const tallying = new Tallying();
    const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
    await pipeline(client.query(to(copyOut)), tallying, nowhere, { signal });
    if (entry === undefined || !areEqual(tallying.result(), entry))
      return fail(`The restored table ${name} is not the one in ${file}; nothing was changed.`);
    said.push(`${name}: ${entry.rows} rows, the same (SHA-256 ${entry.sha256}).`);
  }
  return ok(said);
}
