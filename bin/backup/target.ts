import type { ClientBase } from 'pg';
import { listMigrations } from '@/lib/store/migration-state';
import { fail, ok } from '@/lib/result';
import type { Attempt } from '../attempt';

export type TargetState = 'empty' | 'a desk';

/** What stands in the database that is to be restored into. Tables of another program are refused. */
export async function inspectTarget(client: ClientBase): Promise<Attempt<TargetState>> {
  const { rows } = await client.query<{ tables: number; isMigrated: boolean }>(
    `SELECT count(*)::int AS tables, to_regclass('public._prisma_migrations') IS NOT NULL AS "isMigrated"
       FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'v', 'm', 'f')`,
  );
  const { tables, isMigrated } = rows[0]!;
  if (tables === 0) return ok('empty');
  const foreign = fail(
    'The database holds tables that are not Galley’s; make an empty database and set DATABASE_URL to it.',
  );
  if (!isMigrated) return foreign;
  const [first] = await listMigrations();
  const ours = await client.query('SELECT 1 FROM _prisma_migrations WHERE migration_name = $1', [first]);
  return ours.rowCount === 0 ? foreign : ok('a desk');
}

/** Who else is connected, as a number. */
export async function countOthers(client: ClientBase): Promise<number> {
  const { rows } = await client.query<{ others: number }>(
    `SELECT count(*)::int AS others FROM pg_stat_activity
      WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'`,
  );
  return rows[0]!.others;
}

/** Takes a desk's tables, types and functions out of the schema, one by one: what an extension put there stays. */
export const EMPTY_TARGET = `
  DO $$
  DECLARE
    statement text;
  BEGIN
    FOR statement IN
      SELECT format('DROP TABLE %s CASCADE', c.oid::regclass) FROM pg_class c
       WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
      UNION ALL
      SELECT format('DROP ROUTINE %s CASCADE', p.oid::regprocedure) FROM pg_proc p
       WHERE p.pronamespace = 'public'::regnamespace
         AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
      UNION ALL
      SELECT format('DROP TYPE %s CASCADE', t.oid::regtype) FROM pg_type t
       WHERE t.typnamespace = 'public'::regnamespace AND t.typtype = 'e'
         AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = t.oid AND d.deptype = 'e')
    LOOP
      EXECUTE statement;
    END LOOP;
  END $$`;
