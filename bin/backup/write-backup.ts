import { existsSync } from 'node:fs';
import { link, open, readFile, rename, rm, type FileHandle } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { Client } from 'pg';
import { to } from 'pg-copy-streams';
import { z } from 'zod';
import { fail, ok } from '@/lib/result';
import { readMigrationState } from '@/lib/store/migration-state';
import { describeDatabaseError } from '@/prisma/migrate';
import { errorCode, type Attempt } from '../attempt';
import { inProject } from '../project';
import { reserveHeader, writeHeader, type BackupHeader, type TableEntry } from './header';
import { listSequences, listTables, PLAIN_TEXT, type Table } from './tables';
import { Tallying, type OnProgress } from './tally';

export interface BackupOrder {
  readonly databaseUrl: string;
  readonly file: string;
  /** Whether a file of that name may be replaced. */
  readonly force: boolean;
  readonly signal: AbortSignal;
  readonly onProgress?: OnProgress;
}

export interface WrittenBackup {
  readonly file: string;
  readonly header: BackupHeader;
  /** Bytes of the file. */
  readonly size: number;
}

const NOTHING_HASHED = '0'.repeat(64);

/**
 * Writes a backup of a database as it is at one moment, whether it is in use or not. The file appears under its name when it is whole
 * and on the disk; until then it has another one, and when anything goes wrong nothing is left.
 */
export async function writeBackup(order: BackupOrder): Promise<Attempt<WrittenBackup>> {
  const file = resolve(order.file);
  const isTaken = fail(`${file} exists already; choose another name, or add --force to replace it.`);
  if (!order.force && existsSync(file)) return isTaken;
  const unfinished = `${file}.${process.pid}.unfinished`;
  const client = new Client({ connectionString: order.databaseUrl, connectionTimeoutMillis: 10_000 });
  // A connection that breaks is reported here and by whatever waits for it.
  client.on('error', () => undefined);
  let handle: FileHandle | undefined;
  try {
    handle = await open(unfinished, 'wx', 0o600);
    const problem = await client.connect().then(() => null, describeDatabaseError);
    if (problem !== null) return fail(`The database cannot be reached (${problem}); no backup was written.`);
    const header = await fill(handle, client, order);
    if (!header.ok) return header;
    await handle.sync();
    const { size } = await handle.stat();
    if (order.force) await rename(unfinished, file);
    else await link(unfinished, file);
    await syncFolder(dirname(file));
    return ok({ file, header: header.value, size });
  } catch (error) {
    if (order.signal.aborted) return fail('Stopped; no backup was written.');
    if (errorCode(error) === 'EEXIST') return isTaken;
    if (errorCode(error) === 'ENOENT') return fail(`There is no folder ${dirname(file)}.`);
    if (error instanceof Error && 'syscall' in error) throw error;
    return fail(`The database could not be read (${describeDatabaseError(error)}); no backup was written.`);
  } finally {
    await handle?.close();
    await rm(unfinished, { force: true });
    await client.end();
  }
}

async function fill(handle: FileHandle, client: Client, order: BackupOrder): Promise<Attempt<BackupHeader>> {
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  await client.query(PLAIN_TEXT);
  const { applied } = await readMigrationState(client);
  if (applied.length === 0) return fail('There is nothing to back up: the database holds no desk.');
  const { rows } = await client.query<{ takenAt: Date; postgres: string }>(
    `SELECT now() AS "takenAt", current_setting('server_version') AS postgres`,
  );
  const { takenAt, postgres } = rows[0]!;
  const tables = await listTables(client);
  const draft: BackupHeader = {
    takenAt: takenAt.toISOString(),
    galley: await readVersion(),
    postgres,
    migrations: [...applied],
    tables: tables.map(({ name, columns }) => ({ name, columns: [...columns], ...EMPTY })),
    sequences: await listSequences(client),
  };
  const place = reserveHeader(draft);
  const entries: TableEntry[] = [];
  let start = place;
  for (const table of tables) {
    const entry = await writeTable(handle, client, table, start, order);
    entries.push(entry);
    start += entry.size;
  }
  await client.query('COMMIT');
  const header = { ...draft, tables: entries };
  await writeAll(handle, writeHeader(header, place), 0);
  return ok(header);
}

const EMPTY = { rows: 0, bytes: 0, sha256: NOTHING_HASHED, start: 0, size: 0 };

async function writeTable(
  handle: FileHandle,
  client: Client,
  { name, columns, copyOut }: Table,
  start: number,
  { signal, onProgress }: BackupOrder,
): Promise<TableEntry> {
  const tallying = new Tallying((rows) => onProgress?.(name, rows));
  let end = start;
  // Not a stream of the handle's own: each of those wants to be the one that closes it.
  const target = async (chunks: AsyncIterable<Buffer>): Promise<void> => {
    for await (const chunk of chunks) {
      await writeAll(handle, chunk, end);
      end += chunk.length;
    }
  };
  await pipeline(client.query(to(copyOut)), tallying, createGzip(), target, { signal });
  return { name, columns: [...columns], ...tallying.result(), start, size: end - start };
}

/** One write may take less than it was given. */
async function writeAll(handle: FileHandle, bytes: Buffer, position: number): Promise<void> {
  for (let done = 0; done < bytes.length;)
    done += (await handle.write(bytes, done, bytes.length - done, position + done)).bytesWritten;
}

async function readVersion(): Promise<string> {
  const Package = z.object({ version: z.string() });
  return Package.parse(JSON.parse(await readFile(inProject('package.json'), 'utf8'))).version;
}

/** A new name is on the disk when its folder is. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  await handle.sync();
  await handle.close();
}
