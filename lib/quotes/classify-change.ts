import { editDistance } from '@/lib/text/edit-distance';
import { areOfOneVerb } from './irregular-verbs';
import { CALENDAR, FUNCTION_WORDS, isNumeric, NEGATIONS, TENSE_AND_MODALS, TITLES } from './word-classes';

export const CHANGE_KINDS = [
  ...(['number', 'negation', 'name', 'title', 'tense or modal', 'function word', 'spelling'] as const),
  ...(['omission', 'insertion', 'wording'] as const),
];

/** What became of a source's words in a quotation; "wording" where other words replace them. */
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** A differing word: how it is compared, and how it is written. */
export interface ChangedWord {
  readonly key: string;
  readonly written: string;
  /** Whether a sentence begins with it, so that its capital says nothing. */
  readonly opensSentence: boolean;
}

/** So many words in a row are more than a number or a negation. */
const CLAUSE = 5;

/** The kind of a change, the gravest that fits: what turns the meaning round comes before what hardly touches it. */
export function classifyChange(printed: readonly ChangedWord[], said: readonly ChangedWord[]): ChangeKind {
  const differing = [...without(printed, said), ...without(said, printed)];
  const every = (test: (word: ChangedWord) => boolean): boolean =>
    differing.length > 0 && differing.every(test);
  const some = (test: (word: ChangedWord) => boolean): boolean => differing.some(test);
  // Of whole clauses that come or go no word in them says the kind.
  if (printed.length === 0 && said.length >= CLAUSE) return 'omission';
  if (said.length === 0 && printed.length >= CLAUSE) return 'insertion';
  if (some(({ key }) => NEGATIONS.has(key))) return 'negation';
  if (some(({ key }) => isNumeric(key))) return 'number';
  const replaced = printed.length > 0 && said.length > 0;
  // A name a letter off is another name; without its accents it is the same one misspelled.
  const named = replaced && printed.some(isName) && said.some(isName);
  if (replaced && isMisspelling(printed, said))
    return named && !areBareAlike(printed, said) ? 'name' : 'spelling';
  // Names and titles give their kind where nothing but them is changed.
  if (every((word) => mayBeName(word) || TITLES.has(word.key) || ARTICLES.has(word.key))) {
    if (some(({ key }) => TITLES.has(key))) return 'title';
    if (replaced && some(isName)) return 'name';
  }
  if (every(({ key }) => TENSE_AND_MODALS.has(key)) || (replaced && isInflected(printed, said)))
    return 'tense or modal';
  if (every(({ key }) => FUNCTION_WORDS.has(key))) return 'function word';
  if (printed.length === 0) return 'omission';
  return said.length === 0 ? 'insertion' : 'wording';
}

/** What comes and goes with a name. */
const ARTICLES: ReadonlySet<string> = new Set(['the', 'a', 'an']);

const without = (words: readonly ChangedWord[], others: readonly ChangedWord[]): ChangedWord[] =>
  words.filter(({ key }) => !others.some((other) => other.key === key));

/** Days and months have capitals and are no names. */
const mayBeName = ({ written, key }: ChangedWord): boolean =>
  /^\p{Lu}/u.test(written) && !FUNCTION_WORDS.has(key) && !CALENDAR.has(key);

const isName = (word: ChangedWord): boolean => mayBeName(word) && !word.opensSentence;

const bare = (word: string): string => word.normalize('NFD').replace(/[\p{M}']/gu, '');

const areBareAlike = ([a]: readonly ChangedWord[], [b]: readonly ChangedWord[]): boolean =>
  bare(a!.key) === bare(b!.key);

/** One word for one word, apart by a slip of the pen or by diacritics alone. */
function isMisspelling(printed: readonly ChangedWord[], said: readonly ChangedWord[]): boolean {
  const [a, b] = [printed[0]!, said[0]!];
  if (printed.length !== 1 || said.length !== 1) return false;
  if (FUNCTION_WORDS.has(a.key) || FUNCTION_WORDS.has(b.key) || isInflection(a.key, b.key)) return false;
  const [x, y] = [bare(a.key), bare(b.key)];
  const longer = Math.max(x.length, y.length);
  return x === y || (longer >= 5 && longer <= 40 && editDistance(x, y) <= (longer >= 8 ? 2 : 1));
}

const isInflected = (printed: readonly ChangedWord[], said: readonly ChangedWord[]): boolean =>
  printed.length === 1 && said.length === 1 && isInflection(printed[0]!.key, said[0]!.key);

const ENDING = /(?:ies|ied|ing|ed|es|s|d|e|y)$/;

/** Two forms of one word: "close" and "closed", "try" and "tries", "know" and "knew". Crude on purpose. */
function isInflection(a: string, b: string): boolean {
  if (areOfOneVerb(a, b)) return true;
  if (a.replace(/y$/, 'ied') === b.replace(/y$/, 'ied') || a.replace(/y$/, 'ies') === b.replace(/y$/, 'ies'))
    return a !== b;
  const [x, y] = [a.replace(ENDING, ''), b.replace(ENDING, '')];
  return a !== b && x.length >= 3 && y.length >= 3 && (x === y || doubled(x, y) || doubled(y, x));
}

const doubled = (x: string, y: string): boolean => x === y + y.slice(-1);
