import { Client } from 'pg';
import { fail } from '@/lib/result';
import { describeDatabaseError } from '@/prisma/migrate';
import type { Attempt } from '../attempt';
import { PLAIN_TEXT } from '../backup/tables';
import { loadArchive } from './load-archive';

/** Loads an archive's lines into a database: all of it, or nothing. The project's id. */
export async function importArchive(
  databaseUrl: string,
  lines: AsyncIterable<string>,
  signal: AbortSignal,
): Promise<Attempt<string>> {
  const client = new Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('BEGIN');
    await client.query(PLAIN_TEXT);
    const loaded = await loadArchive(client, lines);
    if (loaded.ok && !signal.aborted) await client.query('COMMIT');
    if (signal.aborted) return fail('Stopped; nothing was changed.');
    return loaded.ok
      ? loaded
      : fail(`The archive cannot be imported. ${loaded.failure} Nothing was changed.`);
  } catch (error) {
    return fail(`The archive cannot be imported (${describeDatabaseError(error)}); nothing was changed.`);
  } finally {
    await client.end();
  }
}
