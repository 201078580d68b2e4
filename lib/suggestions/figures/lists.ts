/** A list of names or things, counted. */
export interface List {
  /** How many there may be: a name with "and" in it leaves two answers. */
  readonly counts: ReadonlySet<number>;
  readonly written: string;
  /** Only names, or set off by a colon. */
  readonly sure: boolean;
}

export type ListKind = 'colon' | 'dash' | 'comma' | 'bracket' | 'verb' | 'apposition';

const NAME = String.raw`(?:(?:the|The|a) )?(?:\p{Lu}[\p{L}\p{M}’'.-]*)(?:[ \u00a0](?:of|the|de|la|van|von|der|del|bin|al|and the|\p{Lu}[\p{L}\p{M}’'.-]*|\d{1,4}))*`;
const NAMED = new RegExp(String.raw`^(?:${NAME})$`, 'u');
/** "Ada Lind of Oldra", "Ada Lind, 45", "Ada Lind (Oldra)", "Ada Lind from the river board". */
const ADDED = /^(\p{Lu}[^(]*?)(?: \([^)]*\)|(?: of| from| for| at| in) .{1,40})$/u;

/**
 * Counts a list that begins a stretch of text and ends at a stop, a semicolon (unless semicolons part it), a bracket
 * or a dash. Null for what is no plain list: fewer than two items, items that are clauses, an open end ("and others").
 */
export function countItems(stretch: string, kind: ListKind): List | null {
  const written = cut(stretch, kind);
  if (
    written === null ||
    /\b(?:others?|more|etc|so on|among|including|respectively|either|both|not)\b/iu.test(written)
  )
    return null;
  const mark = written.includes(';') ? /;\s*/u : /,\s*/u;
  const pieces = written
    .split(mark)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
  const items =
    kind === 'colon' && written.includes(';')
      ? pieces
      : pieces.filter((piece, at) => at === 0 || !/^(?:aged )?\d{1,3}$/u.test(piece));
  const last = items.pop();
  if (last === undefined) return null;
  const tail = splitLast(last);
  const all = [...items, ...tail];
  if (all.length < 2 || (tail.length === 1 && !/^(?:and|or) /u.test(last))) return null;
  const plain = all.map((item) =>
    item
      .replace(/^(?:and|or|&) /u, '')
      .replace(ADDED, '$1')
      .trim(),
  );
  const named = plain.every((item) => NAMED.test(item));
  if (!named && kind !== 'colon') return null;
  // In a list of things each is short, and none is a clause.
  if (
    !named &&
    plain.some(
      (item) =>
        item.split(/\s+/u).length > 6 ||
        /\b(?:is|are|was|were|has|had|who|which|that|will|said)\b/u.test(item),
    )
  )
    return null;
  // Names with a description between them: "Ada Lind, the mayor, and Paul Oke".
  if (!named && plain.some((item) => /^\p{Lu}/u.test(item))) return null;
  const inner = plain.filter((item, at) => / and (?!the )/u.test(item) && at < plain.length).length;
  const counts = new Set(Array.from({ length: inner + 1 }, (_, more) => plain.length + more));
  return { counts, written, sure: named || written.includes(';') };
}

function cut(stretch: string, kind: ListKind): string | null {
  if (kind === 'bracket') return /^([^()\n]{3,300})\)/u.exec(stretch)?.[1] ?? null;
  if (kind === 'dash') return /^([^–—\n.!?;:]{3,300}?)(?:\s?[–—]|[.!?](?:\s|$))/u.exec(stretch)?.[1] ?? null;
  if (kind === 'colon')
    return (
      /^((?:[^.!?:\n"“”]|\.(?=\S)|(?<=\b\p{Lu}|\b[DMS][rst]|\bMrs|\bProf)\.){3,400}?)[.!?](?:\s|$)/u.exec(
        stretch,
      )?.[1] ?? null
    );
  const names = new RegExp(
    String.raw`^((?:${NAME}(?:, \d{1,3})?(?:, (?:and )?| and ))+${NAME})(?=[,.!?;:)—–]|\s|$)`,
    'u',
  ).exec(stretch)?.[1];
  return names ?? null;
}

/** "Eva and Anna" is two, unless the list goes on with "and" elsewhere. */
function splitLast(last: string): readonly string[] {
  if (/^(?:and|or|&) /u.test(last)) return [last.replace(/^(?:and|or|&) /u, '')];
  const at = Math.max(last.lastIndexOf(' and '), last.lastIndexOf(' & '), last.lastIndexOf(' or '));
  if (at < 0) return [last];
  return [last.slice(0, at), last.slice(at).replace(/^ (?:and|or|&) /u, '')];
}
