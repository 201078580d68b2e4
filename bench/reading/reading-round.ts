import type { PageFigures } from './page-figures';

/** One page, opened once. Times in milliseconds; lists hold what was done several times. */
export interface ReadingRound extends PageFigures {
  /** Marks given → painted. */
  readonly set: readonly number[];
  /** One more mark → painted. */
  readonly created: readonly number[];
  readonly deleted: readonly number[];
  readonly filtered: readonly number[];
  /** A key in the tag line → painted. Empty where there is none. */
  readonly keystrokes: readonly number[];
}

/** Of those that could be measured; not a number if none could. */
export function median(values: readonly number[]): number {
  const measured = values.filter((value) => !Number.isNaN(value)).toSorted((a, b) => a - b);
  return measured[Math.floor(measured.length / 2)] ?? Number.NaN;
}
