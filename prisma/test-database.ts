import { createHash, randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client, type ClientBase } from 'pg';
import { openEmbeddedDatabase } from '@/bin/database/open';
import { listMigrations, MIGRATIONS_FOLDER } from '@/lib/store/migration-state';
import { applyMigrations, describeMigrationFailure } from './migrate';

/**
 * A Postgres for tests: its own data folder and port, shared by all test runs of this project folder, with one migrated
 * database as the template every test database is cloned from. Nothing in it needs to survive a crash.
 */
export interface TestServer {
  /** A connection string to the server's maintenance database. */
  readonly url: string;
  /** Lets go of the server; the last run to do so stops it. */
  readonly release: () => Promise<void>;
}

export interface TestDatabase {
  /** A connection string to an empty, fully migrated database of your own. */
  readonly url: string;
  readonly drop: () => Promise<void>;
}

const TUNING = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' };

const DATA_FOLDER = join(process.cwd(), '.galley', 'test');

/** Every run holds this lock in shared mode; whoever can have it alone is the last one. */
const IN_USE = 1;
/** Held while the template is made. */
const TEMPLATE = 2;

const HOUR = 3_600_000;

/** Starts the server, or joins the runs that use it already. */
export async function openTestServer(): Promise<TestServer> {
  // The run that was last may be stopping the server at this very moment: then start it again.
  for (let attempt = 1; ; attempt += 1) {
    const opened = await openEmbeddedDatabase({ dataFolder: DATA_FOLDER, tuning: TUNING });
    if (!opened.ok) throw new Error(opened.failure);
    const { url, stop } = opened.value;
    const holder = new Client({ connectionString: url });
    try {
      await holder.connect();
      await holder.query('SELECT pg_advisory_lock_shared($1)', [IN_USE]);
      return {
        url,
        release: async () => {
          await holder.query('SELECT pg_advisory_unlock_shared($1)', [IN_USE]);
          const last = await holder.query<{ alone: boolean }>('SELECT pg_try_advisory_lock($1) AS alone', [
            IN_USE,
          ]);
          await holder.end();
          if (last.rows[0]?.alone === true) await stop();
        },
      };
    } catch (error) {
      if (attempt === 5) throw error;
      await holder.end();
    }
  }
}

/** Makes sure that a migrated template exists, and returns its name. It is made anew when the migrations changed. */
export async function ensureTemplate(serverUrl: string): Promise<string> {
  const template = `template_${await fingerprintMigrations()}`;
  return withClient(serverUrl, async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [TEMPLATE]);
    await dropLeftovers(client, template);
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [template]);
    if (rowCount !== 0) return template;
    const unfinished = `${template}_unfinished`;
    await client.query(`DROP DATABASE IF EXISTS ${unfinished} WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${unfinished}`);
    const migrated = await applyMigrations(withDatabase(serverUrl, unfinished));
    if (!migrated.ok) throw new Error(describeMigrationFailure(migrated.failure));
    await client.query(`ALTER DATABASE ${unfinished} RENAME TO ${template}`);
    return template;
  });
}

/** Clones the template: some 50 ms. Without arguments it uses what the test run's set-up has prepared. */
export async function createTestDatabase(
  serverUrl = fromSetUp('GALLEY_TEST_SERVER'),
  template = fromSetUp('GALLEY_TEST_TEMPLATE'),
): Promise<TestDatabase> {
  const name = `test_${Date.now()}_${randomBytes(4).toString('hex')}`;
  await withClient(serverUrl, (client) => client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`));
  return {
    url: withDatabase(serverUrl, name),
    drop: () =>
      withClient(serverUrl, async (client) => {
        await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      }),
  };
}

/** A database without a single table, on the server of the test run. */
export const createEmptyDatabase = (): Promise<TestDatabase> =>
  createTestDatabase(fromSetUp('GALLEY_TEST_SERVER'), 'template0');

function fromSetUp(variable: string): string {
  const value = process.env[variable];
  if (value === undefined) {
    throw new Error(
      `${variable} is not set: a test that needs a database is named *.db.test.ts and runs under vitest.`,
    );
  }
  return value;
}

/** Databases of runs that were killed, and templates of migrations that have changed since. */
async function dropLeftovers(client: ClientBase, template: string): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT datname AS name FROM pg_database d
      WHERE (datname ~ '^test_\\d+_' OR datname ~ '^template_[0-9a-f]{16}')
        AND NOT EXISTS (SELECT 1 FROM pg_stat_activity a WHERE a.datid = d.oid)`,
  );
  for (const { name } of rows) {
    const isOld = name.startsWith('test_')
      ? Number(name.split('_')[1]) < Date.now() - HOUR
      : !name.startsWith(template);
    if (isOld) await client.query(`DROP DATABASE IF EXISTS ${name}`);
  }
}

async function fingerprintMigrations(): Promise<string> {
  const hash = createHash('sha256');
  for (const name of await listMigrations()) {
    hash.update(name).update(await readFile(join(MIGRATIONS_FOLDER, name, 'migration.sql')));
  }
  return hash.digest('hex').slice(0, 16);
}

export function withDatabase(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}

/** Connects, and ends the connection whatever happens. */
export async function withClient<T>(url: string, use: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}
