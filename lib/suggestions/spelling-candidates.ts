import { editDistance } from '@/lib/text/edit-distance';
import { WordShelves } from './word-shelves';

/** Looks up right words near a wrong one. */
export interface SpellingCandidates {
  /** Whether a word in small letters is one of them: many a rare word is in no dictionary for checking. */
  readonly has: (word: string) => boolean;
  /** Words of small letters within two edits, the likeliest first; `accepts` has the last word on each. */
  readonly near: (word: string, accepts: (candidate: string) => boolean) => readonly string[];
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const MOST = 5;

/** Longer words are slips of the space bar; looking for their like would cost much and find nothing. */
const LONGEST = 24;

/**
 * Prepares a list of words in small letters for `near`. Words one edit away are made and looked up; those two edits
 * away are searched among the words of nearly the same length that begin with the same letter.
 */
export function prepareCandidates(words: Iterable<string>): SpellingCandidates {
  const all = new WordShelves(words);
  return {
    has: (word) => all.has(word),
    near: (word, accepts) => {
      if (word.length < 3 || word.length > LONGEST) return [];
      const once = rank(
        word,
        [...editsOf(word)].filter((edit) => all.has(edit) && accepts(edit)),
      );
      if (once.length > 0 || word.length < 5) return once.slice(0, MOST);
      const twice: string[] = [];
      for (let length = word.length - 2; length <= word.length + 2; length += 1) {
        for (const other of all.like(word, length)) {
          if (mayBeTwoAway(word, other) && editDistance(word, other) === 2 && accepts(other))
            twice.push(other);
        }
      }
      return rank(word, twice).slice(0, MOST);
    },
  };
}

/** Two edits leave most of the letters: a cheap count before the dear distance. */
function mayBeTwoAway(a: string, b: string): boolean {
  const shorter = Math.min(a.length, b.length);
  let front = 0;
  while (front < shorter && a[front] === b[front]) front += 1;
  let back = 0;
  while (back < shorter - front && a[a.length - 1 - back] === b[b.length - 1 - back]) back += 1;
  return Math.max(a.length, b.length) - front - back <= Math.max(4, Math.floor(shorter / 2));
}

function* editsOf(word: string): Generator<string> {
  for (let at = 0; at <= word.length; at += 1) {
    const head = word.slice(0, at);
    const tail = word.slice(at);
    if (tail !== '') yield head + tail.slice(1);
    if (tail.length > 1) yield head + tail[1]! + tail[0]! + tail.slice(2);
    for (const letter of LETTERS) {
      if (tail !== '') yield head + letter + tail.slice(1);
      yield head + letter + tail;
    }
  }
}

/** By how people slip: swapped neighbours, a letter doubled or not, a vowel for a vowel, then anything else. */
function rank(word: string, candidates: readonly string[]): string[] {
  return [...new Set(candidates)]
    .filter((candidate) => candidate !== word)
    .map((candidate) => ({ candidate, cost: slipCost(word, candidate) }))
    .sort((a, b) => a.cost - b.cost || (a.candidate < b.candidate ? -1 : 1))
    .map(({ candidate }) => candidate);
}

const VOWEL = /^[aeiouy]+$/;
const undouble = (word: string): string => word.replace(/(.)\1/g, '$1');
const sorted = (word: string): string => [...word].sort().join('');

function slipCost(word: string, candidate: string): number {
  let cost = 0;
  if (word[0] !== candidate[0]) cost += 3;
  if (word.at(-1) !== candidate.at(-1)) cost += 1;
  if (undouble(word) === undouble(candidate)) return cost;
  if (word.length === candidate.length) {
    if (sorted(word) === sorted(candidate)) return cost + 0.5;
    const differing = [...word].flatMap((letter, at) =>
      letter === candidate[at] ? [] : [letter + candidate[at]!],
    );
    return cost + (differing.every((pair) => VOWEL.test(pair)) ? 1 : 2);
  }
  return cost + (word.length < candidate.length ? 1 : 2);
}

/** Whether a word is one edit from a right one and begins like it, as slips of long words mostly are. */
export const isLikelySlip = (word: string, right: string): boolean =>
  word.length >= 5 && word[0] === right[0] && editDistance(word, right) === 1;
