/** What of a form is to be changed: the fields that differ from what was seen, and what was seen of them; null for none. */
export function changedFields<T extends object>(seen: T, now: T): (Partial<T> & { seen: Partial<T> }) | null {
  const names = (Object.keys(now) as (keyof T)[]).filter(
    (name) => JSON.stringify(now[name]) !== JSON.stringify(seen[name]),
  );
  if (names.length === 0) return null;
  const pick = (from: T): Partial<T> =>
    Object.fromEntries(names.map((name) => [name, from[name]])) as Partial<T>;
  return { ...pick(now), seen: pick(seen) };
}

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
