import type { ComparableWord } from './comparable-words';
import { sentenceAround, type SourceIndex } from './source-index';

/** A stretch of a source in which a passage may stand, as a range of indexes into its words. */
export interface Window {
  readonly from: number;
  readonly to: number;
}

/** Windows that are looked at closely. */
const MOST_WINDOWS = 3;

/** Words that vote, the rarest first, and the places at which each may. */
const MOST_VOTERS = 48;
const MOST_PLACES = 400;

/** Words that a long passage may have lost. */
const MOST_SLACK = 64;

/** A window reaches no further than this beyond where a passage should stand, however long the sentence. */
const WIDEST_REACH = 40;

/**
 * Where in a source a passage most likely stands, the likeliest first. Each of its rarer words votes for the place
 * at which the passage would begin if that word were this one; words that are rare in the source weigh more. Votes
 * nearby count together, since words may be missing or put in. O(words of the passage + votes).
 */
export function findWindows(passage: readonly ComparableWord[], source: SourceIndex): readonly Window[] {
  const width = clamp(Math.floor(passage.length / 8), 4, 32);
  const votes = new Map<number, number>();
  for (const { at, places } of chooseVoters(passage, source)) {
    const weight = 1 / places.length;
    for (const place of places.slice(0, MOST_PLACES)) {
      const bin = Math.floor((place - at) / width);
      votes.set(bin, (votes.get(bin) ?? 0) + weight);
    }
  }
  const support = (bin: number): number =>
    (votes.get(bin) ?? 0) + 0.9 * ((votes.get(bin - 1) ?? 0) + (votes.get(bin + 1) ?? 0));
  const bins = [...votes.keys()]
    .map((bin) => ({ bin, votes: support(bin) }))
    .sort((a, b) => b.votes - a.votes || a.bin - b.bin);
  const chosen: number[] = [];
  for (const { bin } of bins) {
    if (chosen.every((other) => Math.abs(other - bin) > 1)) chosen.push(bin);
    if (chosen.length === MOST_WINDOWS) break;
  }
  return chosen.map((bin) => clipToSentences(bin * width, passage.length, width, source));
}

/** How many words of a passage a window has, in whatever order, each as often as both have it. */
export function countShared(
  passage: readonly ComparableWord[],
  { keys }: SourceIndex,
  { from, to }: Window,
): number {
  const open = new Map<string, number>();
  for (const { key } of passage) open.set(key, (open.get(key) ?? 0) + 1);
  let shared = 0;
  for (let at = from; at < to; at += 1) {
    const left = open.get(keys[at]!);
    if (left === undefined || left === 0) continue;
    open.set(keys[at]!, left - 1);
    shared += 1;
  }
  return shared;
}

interface Voter {
  readonly at: number;
  readonly places: readonly number[];
}

function chooseVoters(passage: readonly ComparableWord[], source: SourceIndex): Voter[] {
  const voters: Voter[] = [];
  for (const [at, { key }] of passage.entries()) {
    const places = source.places.get(key);
    if (places) voters.push({ at, places });
  }
  return voters.sort((a, b) => a.places.length - b.places.length || a.at - b.at).slice(0, MOST_VOTERS);
}

function clipToSentences(begin: number, length: number, width: number, source: SourceIndex): Window {
  const last = source.words.length - 1;
  const slack = width + Math.min(Math.ceil(length * 0.25), MOST_SLACK);
  const from = clamp(begin - width, 0, last);
  const to = clamp(begin + length + slack, 0, last);
  return {
    from: Math.max(sentenceAround(source, from).from, from - WIDEST_REACH),
    to: Math.min(sentenceAround(source, to).to, to + WIDEST_REACH),
  };
}

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));
