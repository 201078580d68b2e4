import { Client } from 'pg';
import { fail, ok } from '@/lib/result';
import { listMigrations, readMigrationState } from '@/lib/store/migration-state';
import {
  checkServer,
  describeDatabaseError,
  describeMigrationFailure,
  MIGRATION_LOCK,
} from '@/prisma/migrate';
import { FailedMigration, runMigrations } from '@/prisma/run-migrations';
import type { Attempt } from '../attempt';
import { compareTables, loadTables } from './load-tables';
import type { Backup } from './open-backup';
import { PLAIN_TEXT } from './tables';
import type { OnProgress } from './tally';
import { countOthers, EMPTY_TARGET, inspectTarget } from './target';

export interface RestoreOrder {
  readonly databaseUrl: string;
  readonly backup: Backup;
  /** Backs up the desk that stands there; null: a database in use is refused. */
  readonly replace: (() => Promise<Attempt<string>>) | null;
  /** Whether every table is read back and compared. */
  readonly verify: boolean;
  readonly signal: AbortSignal;
  readonly onProgress?: OnProgress;
}

/** Sentences on what was done. */
export type Restored = readonly string[];

/**
 * Puts a backup into a database, in one transaction: the tables as its migrations make them, its rows, then the migrations it does
 * not know yet. All of it, or the database stays as it was.
 */
export async function restoreBackup(order: RestoreOrder): Promise<Attempt<Restored>> {
  const { header, file } = order.backup;
  const known = await listMigrations();
  const unknown = header.migrations.filter((name) => !known.includes(name));
  if (unknown.length > 0)
    return fail(
      `${file} was made by a newer Galley (${header.galley}, ${unknown.join(', ')}); use that version or a later one.`,
    );
  const client = new Client({ connectionString: order.databaseUrl, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return await restoreWith(client, order);
  } catch (error) {
    if (order.signal.aborted) return fail('Stopped; nothing was changed.');
    const reason = describeDatabaseError(error instanceof FailedMigration ? error.cause : error);
    return fail(`${file} could not be restored (${reason}); nothing was changed.`);
  } finally {
    // What is not committed by now never will be.
    await client.end();
  }
}

async function restoreWith(client: Client, order: RestoreOrder): Promise<Attempt<Restored>> {
  const { backup, replace, verify, signal, onProgress } = order;
  const server = await checkServer(client);
  if (!server.ok) return fail(describeMigrationFailure(server.failure));
  const said: string[] = [];
  const target = await inspectTarget(client);
  if (!target.ok) return target;
  if (target.value !== 'empty') {
    if (replace === null)
      return fail(
        'The database holds a desk already, and nothing was changed: restore into an empty database or another GALLEY_DATA, or add --replace, which backs up what is there first.',
      );
    const others = await countOthers(client);
    if (others > 0)
      return fail(
        `The database is in use by ${others} other connection${others === 1 ? '' : 's'}: stop every desk on it first.`,
      );
    const kept = await replace();
    if (!kept.ok) return kept;
    said.push(kept.value);
  }
  await client.query('BEGIN');
  await client.query(PLAIN_TEXT);
  await client.query('SELECT pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
  if (target.value !== 'empty') await client.query(EMPTY_TARGET);
  await runMigrations(client, backup.header.migrations);
  const loaded = await loadTables(client, backup, signal, onProgress);
  if (!loaded.ok) return fail(`${loaded.failure} Nothing was changed.`);
  if (verify) {
    const compared = await compareTables(client, backup, signal);
    if (!compared.ok) return compared;
    said.push(...compared.value);
  }
  const { missing } = await readMigrationState(client);
  if (missing.length > 0) {
    await runMigrations(client, missing);
    said.push(`Brought up to the present: ${missing.join(', ')}.`);
  }
  signal.throwIfAborted();
  await client.query('COMMIT');
  await client.query('ANALYZE');
  return ok(said);
}
