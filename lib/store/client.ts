import { settings } from '@/lib/settings';
import { PrismaClient } from './generated/client';
import { PrismaPgInTurn } from './queries-in-turn';
import { nameStatement } from './statement-names';

export type Database = PrismaClient;

/** The framework may load this module more than once in a process; the connections belong to the process. */
const HOLDER = Symbol.for('galley.database');
const holder: { [HOLDER]?: Database } = globalThis as typeof globalThis & { [HOLDER]?: Database };

/** The database: one client with its own small pool in a process, connected when first used. */
export function db(): Database {
  holder[HOLDER] ??= new PrismaClient({
    adapter: new PrismaPgInTurn(
      {
        connectionString: settings().databaseUrl,
        max: 16,
        connectionTimeoutMillis: 10_000,
        // A connection that hangs must not hold locks for ever.
        idle_in_transaction_session_timeout: 30_000,
        statement_timeout: 30_000,
        // The client reads and writes times without a zone.
        options: '-c timezone=UTC',
      },
      { statementNameGenerator: nameStatement },
    ),
  });
  return holder[HOLDER];
}

/** Ends all connections: for commands that finish and tests that drop their database. */
export async function closeDatabase(): Promise<void> {
  const client = holder[HOLDER];
  delete holder[HOLDER];
  await client?.$disconnect();
}
