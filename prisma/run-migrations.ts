import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ClientBase } from 'pg';
import { MIGRATIONS_FOLDER } from '@/lib/store/migration-state';

/** Prisma's own table, so that its tools find what they expect. */
const RECORD = `
  CREATE TABLE IF NOT EXISTS _prisma_migrations (
    id VARCHAR(36) PRIMARY KEY NOT NULL,
    checksum VARCHAR(64) NOT NULL,
    finished_at TIMESTAMPTZ,
    migration_name VARCHAR(255) NOT NULL,
    logs TEXT,
    rolled_back_at TIMESTAMPTZ,
    started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
    applied_steps_count INTEGER NOT NULL DEFAULT 0
  )`;

/** A migration whose SQL Postgres refused; `cause` is Postgres' error. */
export class FailedMigration extends Error {
  constructor(
    readonly migration: string,
    cause: unknown,
  ) {
    super(`The migration ${migration} failed`, { cause });
  }
}

/**
 * Runs migrations in the given order and puts them on record the way `prisma migrate deploy` does. The transaction is the caller's:
 * all of them come to be, or none. Throws `FailedMigration`.
 */
export async function runMigrations(client: ClientBase, names: readonly string[]): Promise<void> {
  await client.query(RECORD);
  for (const name of names) {
    const script = await readFile(join(MIGRATIONS_FOLDER, name, 'migration.sql'), 'utf8');
    try {
      await client.query(script);
      // What waits for the end of the transaction would keep the next migration from changing a table.
      await client.query('SET CONSTRAINTS ALL IMMEDIATE');
      await client.query('SET CONSTRAINTS ALL DEFERRED');
    } catch (error) {
      throw new FailedMigration(name, error);
    }
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES (gen_random_uuid(), $1, $2, clock_timestamp(), clock_timestamp(), 1)`,
      [createHash('sha256').update(script).digest('hex'), name],
    );
  }
}
