import { table } from '../report/write-results';
import { median, type ReadingRound } from './reading-round';

/** One text with so many marks, as each subject showed it. */
export interface ReadingCell {
  readonly name: string;
  readonly emptyDesk: { readonly heap: number; readonly nodes: number };
  readonly measured: ReadonlyMap<string, readonly ReadingRound[]>;
}

/** Figures down, subjects across. */
export function figuresTable({ measured, emptyDesk }: ReadingCell): string {
  const subjects = [...measured.keys()];
  const row = (name: string, figure: (rounds: readonly ReadingRound[]) => number, digits = 0): string[] => [
    name,
    ...subjects.map((subject) => {
      const value = figure(measured.get(subject)!);
      return Number.isNaN(value) ? '–' : value.toFixed(digits);
    }),
  ];
  const each = (pick: (round: ReadingRound) => readonly number[]) => (rounds: readonly ReadingRound[]) =>
    median(rounds.flatMap(pick));
  const one = (pick: (round: ReadingRound) => number | undefined) =>
    each((round) => [pick(round) ?? []].flat());
  return table(
    ['', ...subjects],
    [
      row(
        'marks given → painted',
        each(({ set }) => set),
      ),
      row(
        'new mark → painted',
        each(({ created }) => created),
      ),
      row(
        'mark deleted → painted',
        each(({ deleted }) => deleted),
      ),
      row(
        'filter on or off → painted',
        each(({ filtered }) => filtered),
      ),
      row(
        'a key in the tag line → painted',
        each(({ keystrokes }) => keystrokes),
      ),
      row(
        'scroll in 3 s: frames',
        one(({ scroll }) => scroll?.frames),
      ),
      row(
        '… of these over 50 ms late',
        one(({ scroll }) => scroll?.late),
      ),
      row(
        '… tasks over 50 ms',
        one(({ scroll }) => scroll?.longTasks),
      ),
      row(
        'an unrelated change',
        one(({ unrelated }) => unrelated),
        1,
      ),
      row(
        'first contentful paint',
        one(({ firstPaint }) => firstPaint),
      ),
      row(
        'heap, MB',
        one(({ heap }) => heap),
        1,
      ),
      row(
        `… over the empty desk’s ${emptyDesk.heap.toFixed(1)}`,
        (rounds) =>
          rounds === measured.get('desk') || rounds === measured.get('desk-within')
            ? median(rounds.map(({ heap }) => heap)) - emptyDesk.heap
            : Number.NaN,
        1,
      ),
      row(
        `DOM nodes (empty desk ${emptyDesk.nodes})`,
        one(({ nodes }) => nodes),
      ),
    ],
  );
}
