import { EDIT_SHARE, findReworded, mostEdits, type FoundPlaces } from './approximate-quote';
import { matchContext, type QuotePlace } from './context-match';
import type { TextQuoteSelector } from './selectors';

/** A longer quote than this, in UTF-16 units, is looked for by its two ends. */
const LONG = 512;
const PROBE = 256;

/** The share of its three-letter runs that the middle of a long quote must have kept. */
const RUNS_SHARE = 1 - EDIT_SHARE;

/**
 * The places where something like the quote stands. A short one is searched for as a whole; of a long one its first
 * and last 256 units are, at about the right distance, and what lies between is compared by the three-letter runs it
 * is made of, so that the cost does not grow with the length of the quote times that of the text.
 */
export function findApproximately(value: string, quote: TextQuoteSelector): FoundPlaces {
  const { exact } = quote;
  if (exact.length <= LONG) return findReworded(value, quote);
  const heads = findReworded(value, { ...quote, exact: exact.slice(0, PROBE), suffix: '' });
  const tails = findReworded(value, { ...quote, exact: exact.slice(-PROBE), prefix: '' });
  const slack = mostEdits(quote);
  const middle = countRuns(exact.slice(PROBE, -PROBE));
  const places: QuotePlace[] = [];
  for (const head of heads.places) {
    for (const tail of tails.places) {
      if (tail.start < head.end || Math.abs(tail.end - head.start - exact.length) > slack) continue;
      const kept = sharedRuns(middle, countRuns(value.slice(head.end, tail.start)));
      if (kept < RUNS_SHARE) continue;
      places.push({
        start: head.start,
        end: tail.end,
        edits: head.edits + tail.edits + editsFor(kept, exact.length - 2 * PROBE),
        context: matchContext(value, head.start, tail.end, quote),
      });
    }
  }
  return { places, complete: heads.complete && tails.complete };
}

/** An estimate: one replaced letter costs three runs. */
const editsFor = (kept: number, length: number): number => Math.ceil(((1 - kept) * length) / 3);

function countRuns(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (let at = 0; at + 3 <= text.length; at += 1) {
    const run = text.slice(at, at + 3);
    counts.set(run, (counts.get(run) ?? 0) + 1);
  }
  return counts;
}

/** The share of runs, counted with repeats, that two texts have in common; all of them where neither has any. */
function sharedRuns(runs: ReadonlyMap<string, number>, others: ReadonlyMap<string, number>): number {
  let shared = 0;
  for (const [run, count] of runs) shared += Math.min(count, others.get(run) ?? 0);
  const most = Math.max(sum(runs), sum(others));
  return most === 0 ? 1 : shared / most;
}

function sum(runs: ReadonlyMap<string, number>): number {
  let total = 0;
  for (const count of runs.values()) total += count;
  return total;
}
