import type { ComparableWord } from './comparable-words';
import type { SourceIndex } from './source-index';
import { isKept, type Step } from './step';
import { FUNCTION_WORDS } from './word-classes';

/** Shared words at an end that may have been matched with the wrong one of several alike. */
const LONGEST_BLOCK = 3;

/** Short runs at an end that are looked at. */
const MOST_BLOCKS = 6;

/** A few small words at an end, this much further from the rest in the source, are shared by chance. */
const FAR = 3;

/**
 * A shortest diff does not care which of two like words it matches, nor how far off it stands. At the ends of a
 * passage it matters: the first shared words are matched with the last of their like before the rest, the last ones
 * with the first after it, and mere function words that stand too far off with nothing.
 */
export function settleEnds(
  steps: readonly Step[],
  passage: readonly ComparableWord[],
  source: SourceIndex,
): readonly Step[] {
  const settle = (these: readonly Step[]): readonly Step[] =>
    settleFront(slideFront(these, passage, source.keys), passage, source.keys);
  return settle(settle(steps).toReversed()).toReversed();
}

/**
 * Short runs of shared words before the first long one, each with words of the source alone behind it, are moved
 * towards it where those words end in the same ones: "I … have … I have looked" is quoted from its second "I".
 */
function slideFront(
  steps: readonly Step[],
  passage: readonly ComparableWord[],
  keys: readonly string[],
): readonly Step[] {
  const blocks: { from: number; to: number }[] = [];
  for (let at = steps.findIndex(isKept); at >= 0 && at < steps.length;) {
    const to = endOfRun(steps, at, true);
    blocks.push({ from: at, to });
    if (to - at > LONGEST_BLOCK || blocks.length > MOST_BLOCKS) break;
    at = endOfRun(steps, to, false);
  }
  const moved = [...steps];
  for (const { from, to } of blocks.slice(0, -1).reverse()) {
    const end = endOfRun(moved, to, false);
    const gap = moved.slice(to, end);
    const block = moved.slice(from, to);
    const tail = gap.slice(-block.length);
    if (gap.length < block.length || gap.some(({ source }) => source === null)) continue;
    if (!block.every((step, at) => keys[tail[at]!.source!] === passage[step.passage!]!.key)) continue;
    const left = [...block, ...gap.slice(0, -block.length)].map(({ source }): Step => ({
      passage: null,
      source,
    }));
    const kept = block.map(({ passage: own }, at): Step => ({ passage: own, source: tail[at]!.source }));
    moved.splice(from, end - from, ...left, ...kept);
  }
  return moved;
}

/** Works on either end alike: from the back everything stands the other way round. */
function settleFront(
  steps: readonly Step[],
  passage: readonly ComparableWord[],
  keys: readonly string[],
): readonly Step[] {
  const first = steps.findIndex(isKept);
  if (first < 0) return steps;
  const gap = endOfRun(steps, first, true);
  const next = endOfRun(steps, gap, false);
  const block = steps.slice(first, gap);
  if (gap === next || next === steps.length || block.length > LONGEST_BLOCK) return steps;
  const own = steps.slice(gap, next).filter(({ passage: at }) => at !== null);
  const theirs = steps.slice(gap, next).flatMap(({ source: at }) => (at === null ? [] : [at]));
  for (let end = theirs.length; end >= block.length; end -= 1) {
    const places = theirs.slice(end - block.length, end);
    if (!block.every((step, at) => keys[places[at]!] === passage[step.passage!]!.key)) continue;
    return [
      ...steps.slice(0, first),
      ...block.map(({ source }): Step => ({ passage: null, source })),
      ...theirs.slice(0, end - block.length).map((source): Step => ({ passage: null, source })),
      ...block.map((step, at): Step => ({ passage: step.passage, source: places[at]! })),
      ...own,
      ...theirs.slice(end).map((source): Step => ({ passage: null, source })),
      ...steps.slice(next),
    ];
  }
  const chance = block.every((step) => FUNCTION_WORDS.has(passage[step.passage!]!.key));
  if (!chance || theirs.length - own.length < FAR) return steps;
  return [
    ...steps.slice(0, first),
    ...block.map((step): Step => ({ passage: step.passage, source: null })),
    ...block.map((step): Step => ({ passage: null, source: step.source })),
    ...steps.slice(gap),
  ];
}

function endOfRun(steps: readonly Step[], from: number, kept: boolean): number {
  let at = from;
  while (at < steps.length && isKept(steps[at]!) === kept) at += 1;
  return at;
}
