import { Client } from 'pg';
import { settings } from '../settings';
import { readMigrationState } from './migration-state';

/** `database-behind`: migrations are missing or broke off; `database-newer`: a newer Galley has changed it. */
export type Readiness = 'ready' | 'database-unreachable' | 'database-behind' | 'database-newer';

/** Whether the database answers within two seconds and is at the code's level. Asked on a connection of its own: a full pool is no reason to be called unready. */
export async function checkReadiness(): Promise<Readiness> {
  const client = new Client({
    connectionString: settings().databaseUrl,
    connectionTimeoutMillis: 2000,
    query_timeout: 2000,
  });
  // A connection that breaks while idle is reported here, and by the query that follows.
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { missing, broken, unknown } = await readMigrationState(client);
    if (unknown.length > 0) return 'database-newer';
    return missing.length + broken.length > 0 ? 'database-behind' : 'ready';
  } catch {
    return 'database-unreachable';
  } finally {
    await client.end();
  }
}
