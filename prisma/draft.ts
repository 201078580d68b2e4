import { existsSync } from 'node:fs';
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DiffTarget } from '@prisma/schema-engine-wasm';
import { MIGRATIONS_FOLDER } from '@/lib/store/migration-state';
import { EVERYTHING, withSchemaEngine } from './schema-engine';

const SCHEMA = join(process.cwd(), 'prisma', 'schema.prisma');

/** The schema as the last drafted migration left it: the engine compares two schema files, not a schema and a database. */
const LAST_SCHEMA = join(MIGRATIONS_FOLDER, 'last-schema.prisma');

const LOCK_FILE = join(MIGRATIONS_FOLDER, 'migration_lock.toml');

/** The SQL that leads from one schema (none: an empty database) to another; empty when they mean the same. */
export async function diffSchemas(from: string | null, to: string, databaseUrl: string): Promise<string> {
  const asDatamodel = (content: string): DiffTarget => ({
    tag: 'schemaDatamodel',
    files: [{ path: 'schema.prisma', content }],
  });
  const { stdout } = await withSchemaEngine(databaseUrl, (engine) =>
    engine.diff({
      from: from === null ? { tag: 'empty' } : asDatamodel(from),
      to: asDatamodel(to),
      script: true,
      exitCode: null,
      filters: EVERYTHING,
    }),
  );
  const sql = stdout?.trim() ?? '';
  return sql === '-- This is an empty migration.' ? '' : `${sql}\n`;
}

/** The SQL of the whole schema, for an empty database. */
export async function draftFullSchema(databaseUrl: string): Promise<string> {
  return diffSchemas(null, await readFile(SCHEMA, 'utf8'), databaseUrl);
}

/**
 * Writes `prisma/migrations/<time>_<name>/migration.sql` with what changed in `schema.prisma` since the last draft, and returns its
 * path; null when nothing did. What Prisma cannot say (CHECKs, triggers) is added to the file by hand.
 */
export async function draftMigration(name: string, now: Date, databaseUrl: string): Promise<string | null> {
  const last = existsSync(LAST_SCHEMA) ? await readFile(LAST_SCHEMA, 'utf8') : null;
  const sql = await diffSchemas(last, await readFile(SCHEMA, 'utf8'), databaseUrl);
  if (sql === '') return null;
  const time = now.toISOString().replace(/\D/g, '').slice(0, 14);
  const folder = join(MIGRATIONS_FOLDER, `${time}_${name}`);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'migration.sql'), sql);
  if (!existsSync(LOCK_FILE)) await writeFile(LOCK_FILE, 'provider = "postgresql"\n');
  await copyFile(SCHEMA, LAST_SCHEMA);
  return join(folder, 'migration.sql');
}
