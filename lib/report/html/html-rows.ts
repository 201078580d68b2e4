import { joinHtml, markup, type Html } from './markup';

/** Numbers of rows as links to them; three or more in a row are said as a range: `1, 4–9`. Ascending, each once. */
export const htmlRowLinks = (rows: readonly number[]): Html =>
  joinHtml(
    rangesOf(rows).flatMap(([first, last]) => {
      if (first === last) return [linkToEntry(first)];
      return last === first + 1
        ? [linkToEntry(first), linkToEntry(last)]
        : [markup`${linkToEntry(first)}–${linkToEntry(last)}`];
    }),
    markup`, `,
  );

/** `withoutEntryLinks` takes these off again. */
export const linkToEntry = (row: number): Html => markup`<a href="#no-${row}">${row}</a>`;

function rangesOf(rows: readonly number[]): readonly (readonly [first: number, last: number])[] {
  const ranges: [number, number][] = [];
  for (const row of [...new Set(rows)].toSorted((a, b) => a - b)) {
    const range = ranges.at(-1);
    if (range?.[1] === row - 1) range[1] = row;
    else ranges.push([row, row]);
  }
  return ranges;
}
