import { Client, type ClientBase } from 'pg';
import { fail, ok, type Result } from '@/lib/result';
import { describeDurabilityFaults, findDurabilityFaults } from '@/lib/store/durability';
import { readMigrationState } from '@/lib/store/migration-state';
import { FailedMigration, runMigrations } from './run-migrations';

/** Why a database cannot be brought to the code's level. */
export type MigrationFailure =
  | { readonly code: 'unreachable'; readonly reason: string }
  | { readonly code: 'postgres-too-old'; readonly version: string }
  /** It may lose what it has acknowledged; the settings that make it so. */
  | { readonly code: 'unsafe'; readonly settings: readonly string[] }
  /** A newer Galley has changed it; the names of the migrations this code does not know. */
  | { readonly code: 'database-newer'; readonly migrations: readonly string[] }
  /** A migration of an older Galley, which did not run them in one transaction, broke off in this database before. */
  | { readonly code: 'broken-migration'; readonly migrations: readonly string[] }
  /** What had to be done before a change was not; the sentence says why. */
  | { readonly code: 'not-prepared'; readonly reason: string }
  /** Postgres refused one of the migrations; none was applied. `precaution` is what had been done before. */
  | {
      readonly code: 'migration-failed';
      readonly migration: string;
      readonly reason: string;
      readonly precaution: string | null;
    };

/**
 * Called, while no other process can migrate, before a database that has been in use is changed; returns a sentence on what was
 * done, or why the change must not be made.
 */
export type Precaution = () => Promise<Result<string, string>>;

export interface Migrated {
  /** The names of those applied now. */
  readonly applied: readonly string[];
  /** What the precaution said; null when it was not asked. */
  readonly precaution: string | null;
}

const OLDEST_POSTGRES = 15;

/** "Gall" in ASCII: the key of the lock that keeps two processes from migrating one database at once. */
export const MIGRATION_LOCK = 0x47616c6c;

/**
 * Brings a database to the code's level with the migrations in `prisma/migrations`: all that are missing in one transaction, so that
 * a database is never between two levels.
 */
export async function applyMigrations(
  databaseUrl: string,
  {
    allowUnsafe = true,
    beforeUpgrade,
  }: { readonly allowUnsafe?: boolean; readonly beforeUpgrade?: Precaution } = {},
): Promise<Result<Migrated, MigrationFailure>> {
  const client = new Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
  } catch (error) {
    return fail({ code: 'unreachable', reason: describeDatabaseError(error) });
  }
  try {
    const unsafe = allowUnsafe ? [] : await findDurabilityFaults(client);
    if (unsafe.length > 0) return fail({ code: 'unsafe', settings: unsafe });
    return await migrate(client, beforeUpgrade);
  } finally {
    await client.end();
  }
}

async function migrate(
  client: Client,
  beforeUpgrade: Precaution | undefined,
): Promise<Result<Migrated, MigrationFailure>> {
  const server = await checkServer(client);
  if (!server.ok) return server;
  // Held until the connection ends.
  await client.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
  const state = await readMigrationState(client);
  if (state.unknown.length > 0) return fail({ code: 'database-newer', migrations: state.unknown });
  if (state.broken.length > 0) return fail({ code: 'broken-migration', migrations: state.broken });
  if (state.missing.length === 0) return ok({ applied: [], precaution: null });

  let precaution: string | null = null;
  if (state.applied.length > 0 && beforeUpgrade) {
    const taken = await beforeUpgrade();
    if (!taken.ok) return fail({ code: 'not-prepared', reason: taken.failure });
    precaution = taken.value;
  }
  try {
    await client.query('BEGIN');
    await runMigrations(client, state.missing);
    await client.query('COMMIT');
    return ok({ applied: state.missing, precaution });
  } catch (error) {
    await client.query('ROLLBACK');
    if (!(error instanceof FailedMigration)) throw error;
    const { migration, cause } = error;
    return fail({ code: 'migration-failed', migration, reason: describeDatabaseError(cause), precaution });
  }
}

/** Whether Galley can use this Postgres at all. */
export async function checkServer(client: ClientBase): Promise<Result<null, MigrationFailure>> {
  const server = await client.query<{ number: number; version: string }>(
    `SELECT current_setting('server_version_num')::int AS number, current_setting('server_version') AS version`,
  );
  const { number = 0, version = 'unknown' } = server.rows[0] ?? {};
  return number < OLDEST_POSTGRES * 10_000 ? fail({ code: 'postgres-too-old', version }) : ok(null);
}

/** One sentence for the person who started Galley. */
export function describeMigrationFailure(failure: MigrationFailure): string {
  switch (failure.code) {
    case 'unreachable':
      return `The database cannot be reached (${failure.reason}); check DATABASE_URL and that Postgres is running.`;
    case 'postgres-too-old':
      return `The database is Postgres ${failure.version}; Galley needs ${OLDEST_POSTGRES} or newer.`;
    case 'unsafe':
      return describeDurabilityFaults(failure.settings);
    case 'database-newer':
      return `The database was changed by a newer Galley (${failure.migrations.join(', ')}): start that version, or restore a backup made before the upgrade.`;
    case 'broken-migration':
      return `The migration ${failure.migrations.join(', ')} broke off in this database before: restore the backup made before the upgrade, see "Upgrading" in docs/operations.md.`;
    case 'not-prepared':
      return `The database needs an upgrade, and no backup could be made before: ${failure.reason} Nothing was changed.`;
    case 'migration-failed':
      return `The migration ${failure.migration} failed (${failure.reason}); the database is as it was before. ${failure.precaution ?? ''} To go back, start the version of Galley you had: it needs no restore. See "Upgrading" in docs/operations.md.`.replace(
        '  ',
        ' ',
      );
  }
}

/** What the driver says of an error, in one line. */
export function describeDatabaseError(error: unknown): string {
  // Node reports one error for each address of a name it tried.
  if (error instanceof AggregateError) return error.errors.map(describeDatabaseError).join(', ');
  return error instanceof Error ? error.message : String(error);
}
