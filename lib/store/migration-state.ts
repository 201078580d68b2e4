import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { ClientBase } from 'pg';

/** What the database's own record of migrations says, beside what the code brings. Every list is oldest first. */
export interface MigrationState {
  /** Applied, by whatever version. */
  readonly applied: readonly string[];
  /** In the code, not (yet) applied. */
  readonly missing: readonly string[];
  /** Applied, but unknown to the code: a newer Galley has been here. */
  readonly unknown: readonly string[];
  /** Begun once, and neither finished nor marked as rolled back. */
  readonly broken: readonly string[];
}

/** Where the migrations stand; commands and server both run in the project's folder. */
export const MIGRATIONS_FOLDER = join(process.cwd(), 'prisma', 'migrations');

/** The names of the migrations in the code, oldest first. */
export async function listMigrations(): Promise<string[]> {
  const entries = await readdir(MIGRATIONS_FOLDER, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/** Compares the table `_prisma_migrations`, as Prisma keeps it, with the code's migrations. */
export async function readMigrationState(client: ClientBase): Promise<MigrationState> {
  const inCode = await listMigrations();
  const table = await client.query<{ found: string | null }>(
    `SELECT to_regclass('_prisma_migrations')::text AS found`,
  );
  if (table.rows[0]?.found == null) return { applied: [], missing: inCode, unknown: [], broken: [] };
  const { rows } = await client.query<{ name: string; finished: boolean }>(
    `SELECT migration_name AS name, bool_or(finished_at IS NOT NULL) AS finished
       FROM _prisma_migrations WHERE rolled_back_at IS NULL GROUP BY migration_name ORDER BY migration_name`,
  );
  const finished = new Set(rows.filter((row) => row.finished).map((row) => row.name));
  return {
    applied: rows.filter((row) => row.finished).map((row) => row.name),
    missing: inCode.filter((name) => !finished.has(name)),
    unknown: rows.map((row) => row.name).filter((name) => !inCode.includes(name)),
    broken: rows.filter((row) => !row.finished).map((row) => row.name),
  };
}
