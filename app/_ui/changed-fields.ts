/** What of a form is to be changed: the fields that differ from what was seen, and what was seen of them; null for none. */
export function changedFields<T extends object>(seen: T, now: T): (Partial<T> & { seen: Partial<T> }) | null {
  const names = (Object.keys(now) as (keyof T)[]).filter((name) => !isSame(now[name], seen[name]));
  if (names.length === 0) return null;
  const pick = (from: T): Partial<T> =>
    Object.fromEntries(names.map((name) => [name, from[name]])) as Partial<T>;
  return { ...pick(now), seen: pick(seen) };
}

/** A value as it is in the form where it was touched, else as others have made it. */
export const onTop = <T>(seen: T, mine: T, theirs: T): T => (isSame(seen, mine) ? theirs : mine);

/** The same for each field of a form. */
export const allOnTop = <T extends object>(seen: T, mine: T, theirs: T): T =>
  Object.fromEntries(
    (Object.keys(mine) as (keyof T)[]).map((name) => [name, onTop(seen[name], mine[name], theirs[name])]),
  ) as T;

const isSame = (a: unknown, b: unknown): boolean => inOrder(a) === inOrder(b);

/** As JSON with names in order: the database gives them back in another. */
const inOrder = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );

/**
 * A list of one's own, with what others have put into it and taken out of it since it was seen. Each entry once; what was
 * there keeps its order, and what is new comes last.
 */
export function mergeLists(
  seen: readonly string[],
  mine: readonly string[],
  theirs: readonly string[],
): string[] {
  const removed = seen.filter((entry) => !theirs.includes(entry));
  return [
    ...new Set([
      ...mine.filter((entry) => !removed.includes(entry)),
      ...theirs.filter((entry) => !seen.includes(entry)),
    ]),
  ];
}
