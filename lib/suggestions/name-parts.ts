import { TITLES } from '@/lib/quotes/word-classes';
import type { Analysis } from './analysis';
import { withoutDiacritics } from './near-forms';
import { isTitleWord, plainTitleWord } from './titles/title-words';
import type { Word } from './word';
import { withoutPossessive, type NameForm } from './names';

/** The ways a word of names, or a part of a hyphenated one, is written, with what stands beside it. */
export interface NamePart {
  readonly form: string;
  readonly places: readonly PlacedPart[];
  readonly before: ReadonlySet<string>;
  readonly after: ReadonlySet<string>;
  /** The other parts of the hyphenated names that it is a part of. */
  readonly beside: ReadonlySet<string>;
  /** Whether its capital may come from the start of a sentence at every place, and nothing else makes it a name. */
  readonly opensOnly: boolean;
}

export interface PlacedPart {
  /** The whole word it belongs to, possessive left out. */
  readonly word: Word;
  readonly whole: string;
  /** Of the part, from the start of the whole. */
  readonly offset: number;
}

export const HYPHEN = /[-‐‑]/u;
/** A capital and small letters: neither an initialism nor a line in capitals. */
export const NAME = /^\p{Lu}[\p{L}\p{M}’']*\p{Ll}[\p{L}\p{M}’']*$/u;

/** More words of names than this make a directory, not an article; the rest is passed over. */
const MOST_PARTS = 4_000;

interface OpenPart {
  readonly form: string;
  readonly places: PlacedPart[];
  readonly before: Set<string>;
  readonly after: Set<string>;
  readonly beside: Set<string>;
  opensOnly: boolean;
}

const remembered = new WeakMap<Analysis, ReadonlyMap<string, NamePart>>();

/** By form, in the order of first mention. */
export function namePartsOf(analysis: Analysis): ReadonlyMap<string, NamePart> {
  const known = remembered.get(analysis);
  if (known) return known;
  const parts = new Map<string, OpenPart>();
  for (const form of analysis.nameForms.values()) {
    if (parts.size >= MOST_PARTS) break;
    let offset = 0;
    const all = form.form.split(HYPHEN);
    for (const part of all) {
      if (NAME.test(part)) addPart(parts, part, offset, form, all);
      offset += part.length + 1;
    }
  }
  remembered.set(analysis, parts);
  return parts;
}

function addPart(
  parts: Map<string, OpenPart>,
  part: string,
  offset: number,
  form: NameForm,
  all: readonly string[],
): void {
  let entry = parts.get(part);
  if (!entry) {
    entry = {
      form: part,
      places: [],
      before: new Set(),
      after: new Set(),
      beside: new Set(),
      opensOnly: true,
    };
    parts.set(part, entry);
  }
  if (form.inside > 0 || all.length > 1 || form.before.size + form.after.size > 0) entry.opensOnly = false;
  for (const other of all) if (other !== part) entry.beside.add(other);
  for (const word of form.words) entry.places.push({ word, whole: withoutPossessive(word.text), offset });
  for (const other of form.before) entry.before.add(other);
  for (const other of form.after) entry.after.add(other);
}

/** The whole word of a place with its part replaced. */
export const withPart = ({ whole, offset }: PlacedPart, part: string, by: string): string =>
  whole.slice(0, offset) + by + whole.slice(offset + part.length);

const OTHER_TITLES = new Set(
  'rev revd reverend fr father sister brother saint st aunt uncle det con di dci ds dc pc wpc ps'.split(' '),
);

/** Whether a word stands before many names and tells none from another. */
export const isTitle = (word: string): boolean =>
  TITLES.has(word.toLowerCase()) || OTHER_TITLES.has(word.toLowerCase()) || isTitleWord(plainTitleWord(word));

const isInitial = (word: string): boolean => word.normalize('NFC').length === 1;

const rememberedNames = new WeakMap<ReadonlySet<string>, ReadonlySet<string>>();

/** The words of names among those beside a form, diacritics off; initials say who is meant, but not who is not. */
function namesAmong(words: ReadonlySet<string>): ReadonlySet<string> {
  let names = rememberedNames.get(words);
  if (!names) {
    names = new Set([...words].filter((word) => !isTitle(word)).map(withoutDiacritics));
    rememberedNames.set(words, names);
  }
  return names;
}

const hasFullName = (words: ReadonlySet<string>): boolean =>
  [...namesAmong(words)].some((word) => !isInitial(word));

function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): readonly string[] {
  const others = namesAmong(b);
  return [...namesAmong(a)].filter((word) => others.has(word));
}

/** The first names, or whatever stands before a surname, that two forms have in common; diacritics off. */
export const sharedBefore = (a: NamePart, b: NamePart): readonly string[] => shared(a.before, b.before);
export const sharedBehind = (a: NamePart, b: NamePart): readonly string[] => shared(a.after, b.after);
/** What else stands in the hyphenated names of both. */
export const sharedBeside = (a: NamePart, b: NamePart): readonly string[] => shared(a.beside, b.beside);

/** Whether two forms stand beside the same first name or surname. */
export const shareNeighbour = (a: NamePart, b: NamePart): boolean =>
  sharedBefore(a, b).length + sharedBehind(a, b).length > 0;

export const hasFirstName = ({ before }: NamePart): boolean => hasFullName(before);
export const hasSurname = ({ after }: NamePart): boolean => hasFullName(after);

/** Whether two forms always stand beside different ones: two people, then. */
export const haveOthers = (a: NamePart, b: NamePart): boolean =>
  !shareNeighbour(a, b) && ((hasFirstName(a) && hasFirstName(b)) || (hasSurname(a) && hasSurname(b)));
