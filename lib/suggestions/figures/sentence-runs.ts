import type { Analysis } from '../analysis';
import type { SentenceWords } from '../word';

/** A sentence with the things found in it. */
export interface SentenceRun<T> {
  readonly from: number;
  readonly to: number;
  readonly sentence: SentenceWords;
  readonly index: number;
  readonly items: readonly T[];
}

/** In UTF-16 units; what goes on for longer without a stop is a table. */
const LONGEST = 2_000;

/** Sentences that hold at least one of some sorted things, each with its own; headlines and tables are left out. O(n). */
export function* sentenceRuns<T extends { readonly from: number; readonly to: number }>(
  { sentences }: Analysis,
  items: readonly T[],
): Generator<SentenceRun<T>> {
  let next = 0;
  for (const [index, sentence] of sentences.entries()) {
    const { from, to } = sentence;
    while (items[next] && items[next]!.from < from) next += 1;
    const first = next;
    while (items[next] && items[next]!.from < to) next += 1;
    if (next > first && !sentence.headline && to - from <= LONGEST)
      yield { from, to, sentence, index, items: items.slice(first, next) };
  }
}
