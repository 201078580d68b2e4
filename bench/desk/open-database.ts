import { openEmbeddedDatabase, type EmbeddedDatabase } from '@/bin/database/open';
import { prepareDataFolder } from '@/bin/launch/data-folder';
import { migrateDatabase } from '@/bin/launch/database';
import { endOrphan } from '@/bin/processes/records';
import { withClient, withDatabase } from '@/prisma/test-database';
import { inBench, orThrow } from './project';
import type { Undo } from './undo';

export interface BenchDatabase {
  readonly dataFolder: string;
  readonly databaseUrl: string;
  readonly server: EmbeddedDatabase;
}

/**
 * An empty, migrated database on an embedded Postgres that keeps what it has acknowledged (nothing is tuned), in a folder of
 * that name.
 */
export async function openDatabase(undo: Undo, name: string): Promise<BenchDatabase> {
  const dataFolder = orThrow(await prepareDataFolder(inBench(name)));
  await endOrphan(dataFolder, 'web');
  const server = orThrow(await openEmbeddedDatabase({ dataFolder }));
  undo.push(server.stop);
  const database = `bench_${name}`;
  await withClient(server.url, async (client) => {
    await client.query(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${database}`);
  });
  const databaseUrl = withDatabase(server.url, database);
  orThrow(await migrateDatabase(databaseUrl, { dataFolder, unsafeDatabase: false }));
  return { dataFolder, databaseUrl, server };
}
