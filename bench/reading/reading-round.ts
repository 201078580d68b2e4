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

export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
