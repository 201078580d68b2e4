/** More different statements than Galley's hot paths have, fewer than would weigh on a connection. */
const NAMES_MAX = 300;

const names = new Map<string, string>();

/**
 * A name for a statement, under which each connection keeps its plan: planning costs Postgres more than most of our
 * statements themselves. Statements whose text varies without end (lists of ids, say) would fill a connection with
 * plans that nobody asks for again; so the first few hundred texts get a name, and what comes later goes without.
 */
export function nameStatement({ sql }: { readonly sql: string }): string {
  const known = names.get(sql);
  if (known !== undefined) return known;
  if (names.size >= NAMES_MAX) return '';
  const name = `galley_${names.size + 1}`;
  names.set(sql, name);
  return name;
}
