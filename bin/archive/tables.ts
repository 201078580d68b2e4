import { escapeIdentifier, type ClientBase } from 'pg';

/** What a project's archive leaves out although it names the project, and why. */
export const NOT_ARCHIVED: Readonly<Record<string, string>> = {
  one_time_link: 'opens an account or makes a member',
};

interface ForeignKey {
  readonly child: string;
  readonly parent: string;
  readonly columns: readonly string[];
  readonly targets: readonly string[];
  readonly isRequired: boolean;
}

export interface ArchiveTable {
  readonly name: string;
  readonly columns: readonly string[];
  /** The condition that a row belongs to the project `$1`. */
  readonly condition: string;
  readonly order: string;
  /** Columns that name a row of the archive by its id, and the table it is in; people included. */
  readonly references: readonly { readonly column: string; readonly table: string }[];
}

const SHAPES = `
  SELECT t.relname AS name,
         (SELECT json_agg(c.attname ORDER BY c.attnum) FROM pg_attribute c
           WHERE c.attrelid = t.oid AND c.attnum > 0 AND NOT c.attisdropped AND c.attgenerated = '') AS columns,
         (SELECT json_agg(json_build_object('column', c.attname, 'isText', c.attcollation <> 0)
                          ORDER BY array_position(k.conkey, c.attnum))
            FROM pg_constraint k JOIN pg_attribute c ON c.attrelid = t.oid AND c.attnum = ANY(k.conkey)
           WHERE k.conrelid = t.oid AND k.contype = 'p') AS key
    FROM pg_class t
   WHERE t.relnamespace = 'public'::regnamespace AND t.relkind = 'r' AND t.relpersistence = 'p'`;

const FOREIGN_KEYS = `
  SELECT k.conrelid::regclass::text AS child, k.confrelid::regclass::text AS parent,
         (SELECT json_agg(a.attname ORDER BY n) FROM unnest(k.conkey) WITH ORDINALITY u(num, n)
            JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = num) AS columns,
         (SELECT json_agg(a.attname ORDER BY n) FROM unnest(k.confkey) WITH ORDINALITY u(num, n)
            JOIN pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = num) AS targets,
         (SELECT bool_and(a.attnotnull) FROM pg_attribute a
           WHERE a.attrelid = k.conrelid AND a.attnum = ANY(k.conkey)) AS "isRequired"
    FROM pg_constraint k WHERE k.contype = 'f' AND k.connamespace = 'public'::regnamespace ORDER BY k.conname`;

interface Shape {
  readonly name: string;
  readonly columns: readonly string[];
  readonly key: readonly { readonly column: string; readonly isText: boolean }[];
}

const list = (columns: readonly string[]): string => columns.map(escapeIdentifier).join(', ');

/** The tables of a project, found by following required foreign keys from it; each stands behind those it refers to. */
export async function listArchiveTables(client: ClientBase): Promise<ArchiveTable[]> {
  const shapes = new Map((await client.query<Shape>(SHAPES)).rows.map((shape) => [shape.name, shape]));
  const keys = (await client.query<ForeignKey>(FOREIGN_KEYS)).rows.filter(
    ({ child, parent }) => child !== parent && shapes.has(child) && !(child in NOT_ARCHIVED),
  );
  const conditions = new Map([['project', '"id" = $1']]);
  // A Map goes on over what is added to it meanwhile: nearest tables first.
  for (const [parent, condition] of conditions) {
    for (const key of keys) {
      if (key.parent !== parent || !key.isRequired || conditions.has(key.child)) continue;
      conditions.set(
        key.child,
        `(${list(key.columns)}) IN (SELECT ${list(key.targets)} FROM ${escapeIdentifier(parent)} WHERE ${condition})`,
      );
    }
  }
  const found: ArchiveTable[] = [];
  const left = [...conditions.keys()].sort();
  while (left.length > 0) {
    const at = left.findIndex(
      (name) => !keys.some(({ child, parent }) => child === name && left.includes(parent)),
    );
    if (at < 0) throw new Error(`The tables ${left.join(', ')} refer to each other in a circle`);
    const [name = ''] = left.splice(at, 1);
    found.push(describe(shapes.get(name)!, conditions, (await client.query<ForeignKey>(FOREIGN_KEYS)).rows));
  }
  return found;
}

function describe(
  { name, columns, key }: Shape,
  conditions: ReadonlyMap<string, string>,
  keys: readonly ForeignKey[],
): ArchiveTable {
  const references = keys
    .filter(({ child, parent }) => child === name && (conditions.has(parent) || parent === 'person'))
    .flatMap(({ parent: table, columns: own, targets }) =>
      own.flatMap((column, index) => (targets[index] === 'id' ? [{ column, table }] : [])),
    );
  const order = key.map(({ column, isText }) => escapeIdentifier(column) + (isText ? ' COLLATE "C"' : ''));
  return { name, columns, condition: conditions.get(name)!, order: order.join(', '), references };
}
