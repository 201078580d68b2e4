import { escapeIdentifier, type ClientBase } from 'pg';

/** A table as a backup reads and fills it. */
export interface TableShape {
  readonly name: string;
  /** Stored columns, in the table's order; computed ones come by themselves. */
  readonly columns: readonly string[];
}

/** What stays out, and why nobody misses it. Unlogged tables stay out by being unlogged: a crash may empty them anyway. */
export const LEFT_OUT: Readonly<Record<string, string>> = {
  rate_limit: 'counts the attempts to sign in of the last minutes',
};

/** The kept tables with their columns and the expressions that put their rows into one order on every server. */
const TABLES = `
  SELECT t.relname AS name,
         (SELECT json_agg(c.attname ORDER BY c.attnum) FROM pg_attribute c
           WHERE c.attrelid = t.oid AND c.attnum > 0 AND NOT c.attisdropped AND c.attgenerated = '') AS columns,
         (SELECT json_agg(json_build_object('column', c.attname, 'isText', c.attcollation <> 0)
                          ORDER BY array_position(k.conkey, c.attnum))
            FROM pg_constraint k JOIN pg_attribute c ON c.attrelid = t.oid AND c.attnum = ANY(k.conkey)
           WHERE k.conrelid = t.oid AND k.contype = 'p') AS key
    FROM pg_class t
   WHERE t.relnamespace = 'public'::regnamespace AND t.relkind = 'r' AND t.relpersistence = 'p'
   ORDER BY t.relname COLLATE "C"`;

interface TableRow extends TableShape {
  readonly key: readonly { readonly column: string; readonly isText: boolean }[] | null;
}

export interface Table extends TableShape {
  /** `COPY … TO STDOUT`, its rows ordered. */
  readonly copyOut: string;
}

/** What a backup of this database holds: every permanent table but those left out, as the catalog has them now. */
export async function listTables(client: ClientBase): Promise<Table[]> {
  const { rows } = await client.query<TableRow>(TABLES);
  return rows
    .filter(({ name }) => !(name in LEFT_OUT))
    .map(({ name, columns, key }) => ({ name, columns, copyOut: copyOut({ name, columns, key }) }));
}

function copyOut({ name, columns, key }: TableRow): string {
  const order = key?.map(({ column, isText }) => escapeIdentifier(column) + (isText ? ' COLLATE "C"' : ''));
  const rows = order ?? [`${escapeIdentifier(name)}::text COLLATE "C"`];
  return `COPY (SELECT ${listOf(columns)} FROM ${escapeIdentifier(name)} ORDER BY ${rows.join(', ')}) TO STDOUT`;
}

export const copyIn = ({ name, columns }: TableShape): string =>
  `COPY ${escapeIdentifier(name)} (${listOf(columns)}) FROM STDIN`;

const listOf = (columns: readonly string[]): string => columns.map(escapeIdentifier).join(', ');

/** A counter that numbers rows. Galley has none, for its ids need no counter; a library's tables might. */
export interface Sequence {
  readonly name: string;
  /** Null: never used. */
  readonly last: string | null;
}

export async function listSequences(client: ClientBase): Promise<Sequence[]> {
  const { rows } = await client.query<Sequence>(
    `SELECT sequencename AS name, last_value::text AS last FROM pg_sequences WHERE schemaname = 'public' ORDER BY 1`,
  );
  return rows;
}

/** Everything that decides how a value is written as text, and no limit on how long that takes. */
export const PLAIN_TEXT = `
  SET LOCAL client_encoding = 'UTF8'; SET LOCAL datestyle = 'ISO, YMD'; SET LOCAL timezone = 'UTC';
  SET LOCAL intervalstyle = 'postgres'; SET LOCAL bytea_output = 'hex'; SET LOCAL extra_float_digits = 1;
  SET LOCAL statement_timeout = 0; SET LOCAL lock_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0`;
