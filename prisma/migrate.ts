import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { MigrationList } from '@prisma/schema-engine-wasm';
import { Client } from 'pg';
import { fail, ok, type Result } from '@/lib/result';
import { describeDurabilityFaults, findDurabilityFaults } from '@/lib/store/durability';
import { listMigrations, MIGRATIONS_FOLDER, readMigrationState } from '@/lib/store/migration-state';
import { EVERYTHING, withSchemaEngine } from './schema-engine';

/** Why a database cannot be brought to the code's level. */
export type MigrationFailure =
  | { readonly code: 'unreachable'; readonly reason: string }
  | { readonly code: 'postgres-too-old'; readonly version: string }
  /** It may lose what it has acknowledged; the settings that make it so. */
  | { readonly code: 'unsafe'; readonly settings: readonly string[] }
  /** A newer Galley has changed it; the names of the migrations this code does not know. */
  | { readonly code: 'database-newer'; readonly migrations: readonly string[] }
  /** A migration broke off in this database before. */
  | { readonly code: 'broken-migration'; readonly migrations: readonly string[] };

const OLDEST_POSTGRES = 15;

/** "Gall" in ASCII: the key of the lock that keeps two processes from migrating one database at once. */
const LOCK = 0x47616c6c;

/**
 * Brings a database to the code's level with the migrations in `prisma/migrations`, kept on record the way `prisma migrate deploy`
 * does, and returns the names of those applied now. A migration whose SQL fails is a fault.
 */
export async function applyMigrations(
  databaseUrl: string,
  { allowUnsafe = true }: { readonly allowUnsafe?: boolean } = {},
): Promise<Result<readonly string[], MigrationFailure>> {
  const client = new Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
  } catch (error) {
    return fail({ code: 'unreachable', reason: describeConnectionError(error) });
  }
  try {
    const unsafe = allowUnsafe ? [] : await findDurabilityFaults(client);
    if (unsafe.length > 0) return fail({ code: 'unsafe', settings: unsafe });
    return await migrate(client, databaseUrl);
  } finally {
    await client.end();
  }
}

async function migrate(
  client: Client,
  databaseUrl: string,
): Promise<Result<readonly string[], MigrationFailure>> {
  const server = await client.query<{ number: number; version: string }>(
    `SELECT current_setting('server_version_num')::int AS number, current_setting('server_version') AS version`,
  );
  const { number = 0, version = 'unknown' } = server.rows[0] ?? {};
  if (number < OLDEST_POSTGRES * 10_000) return fail({ code: 'postgres-too-old', version });

  // Held until the connection ends.
  await client.query('SELECT pg_advisory_lock($1)', [LOCK]);
  const state = await readMigrationState(client);
  if (state.unknown.length > 0) return fail({ code: 'database-newer', migrations: state.unknown });
  if (state.broken.length > 0) return fail({ code: 'broken-migration', migrations: state.broken });
  if (state.missing.length === 0) return ok([]);

  const migrationsList = await readMigrations();
  const { appliedMigrationNames } = await withSchemaEngine(databaseUrl, (engine) =>
    engine.applyMigrations({ migrationsList, filters: EVERYTHING }),
  );
  return ok(appliedMigrationNames);
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
  }
}

/** The migrations as the engine wants them handed over: it has no file system of its own. */
async function readMigrations(): Promise<MigrationList> {
  const names = await listMigrations();
  const read = (...path: string[]): Promise<string> => readFile(join(MIGRATIONS_FOLDER, ...path), 'utf8');
  return {
    baseDir: MIGRATIONS_FOLDER,
    lockfile: { path: 'migration_lock.toml', content: await read('migration_lock.toml') },
    shadowDbInitScript: '',
    migrationDirectories: await Promise.all(
      names.map(async (name) => ({
        path: name,
        migrationFile: {
          path: 'migration.sql',
          content: { tag: 'ok' as const, value: await read(name, 'migration.sql') },
        },
      })),
    ),
  };
}

function describeConnectionError(error: unknown): string {
  // Node reports one error for each address of a name it tried.
  if (error instanceof AggregateError) return error.errors.map(describeConnectionError).join(', ');
  return error instanceof Error ? error.message : String(error);
}
