import { Client } from 'pg';
import { settings } from '../settings';
import { describeDurabilityFaults, findDurabilityFaults } from './durability';
import { readMigrationState } from './migration-state';

/**
 * `database-behind`: migrations are missing or broke off; `database-newer`: a newer Galley has changed it; `database-unsafe`: it
 * may lose what it has acknowledged, and no setting says that it may.
 */
export type Readiness =
  'ready' | 'database-unreachable' | 'database-behind' | 'database-newer' | 'database-unsafe';

/** Whether the database answers within two seconds, is at the code's level and keeps what it acknowledges. Asked on a connection of its own: a full pool is no reason to be called unready. */
export async function checkReadiness(): Promise<Readiness> {
  try {
    return await onOwnConnection(async (client) => {
      const { missing, broken, unknown } = await readMigrationState(client);
      if (unknown.length > 0) return 'database-newer';
      if (missing.length + broken.length > 0) return 'database-behind';
      return (await refusedSettings(client)).length > 0 ? 'database-unsafe' : 'ready';
    });
  } catch {
    return 'database-unreachable';
  }
}

/** Why this database is refused, in one sentence: it may lose what it has acknowledged, and no setting allows that. Null for a safe one, and for one that does not answer (yet). */
export async function refuseUnsafe(): Promise<string | null> {
  try {
    const faults = await onOwnConnection(refusedSettings);
    return faults.length === 0 ? null : describeDurabilityFaults(faults);
  } catch {
    return null;
  }
}

const refusedSettings = async (client: Client): Promise<readonly string[]> =>
  settings().unsafeDatabase ? [] : findDurabilityFaults(client);

async function onOwnConnection<T>(ask: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({
    connectionString: settings().databaseUrl,
    connectionTimeoutMillis: 2000,
    query_timeout: 2000,
  });
  // A connection that breaks while idle is reported here, and by the query that follows.
  client.on('error', () => undefined);
  try {
    await client.connect();
    return await ask(client);
  } finally {
    await client.end();
  }
}
