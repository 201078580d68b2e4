import { TITLES } from '@/lib/quotes/word-classes';
import type { Analysis } from './analysis';
import type { Word } from './word';
import { withoutPossessive, type NameForm } from './names';

/** The ways a word of names, or a part of a hyphenated one, is written, with what stands beside it. */
export interface NamePart {
  readonly form: string;
  readonly places: readonly PlacedPart[];
  readonly before: ReadonlySet<string>;
  readonly after: ReadonlySet<string>;
}

export interface PlacedPart {
  /** The whole word it belongs to, possessive left out. */
  readonly word: Word;
  readonly whole: string;
  /** Of the part, from the start of the whole. */
  readonly offset: number;
}

const HYPHEN = /[-‐‑]/u;
/** A capital and small letters: neither an initialism nor a line in capitals. */
const NAME = /^\p{Lu}[\p{L}\p{M}’']*\p{Ll}[\p{L}\p{M}’']*$/u;

/** More words of names than this make a directory, not an article; the rest is passed over. */
const MOST_PARTS = 4_000;

interface OpenPart {
  readonly form: string;
  readonly places: PlacedPart[];
  readonly before: Set<string>;
  readonly after: Set<string>;
}

const remembered = new WeakMap<Analysis, ReadonlyMap<string, NamePart>>();

/** By form, in the order of first mention; parts that only ever open a sentence are left out unless hyphenated. */
export function namePartsOf(analysis: Analysis): ReadonlyMap<string, NamePart> {
  const known = remembered.get(analysis);
  if (known) return known;
  const parts = new Map<string, OpenPart>();
  for (const form of analysis.nameForms.values()) {
    if (parts.size >= MOST_PARTS) break;
    if (form.inside === 0 && !HYPHEN.test(form.form) && form.before.size + form.after.size === 0) continue;
    let offset = 0;
    for (const part of form.form.split(HYPHEN)) {
      if (NAME.test(part)) addPart(parts, part, offset, form);
      offset += part.length + 1;
    }
  }
  remembered.set(analysis, parts);
  return parts;
}

function addPart(parts: Map<string, OpenPart>, part: string, offset: number, form: NameForm): void {
  let entry = parts.get(part);
  if (!entry) {
    entry = { form: part, places: [], before: new Set(), after: new Set() };
    parts.set(part, entry);
  }
  for (const word of form.words) entry.places.push({ word, whole: withoutPossessive(word.text), offset });
  for (const other of form.before) entry.before.add(other);
  for (const other of form.after) entry.after.add(other);
}

/** The whole word of a place with its part replaced. */
export const withPart = ({ whole, offset }: PlacedPart, part: string, by: string): string =>
  whole.slice(0, offset) + by + whole.slice(offset + part.length);

/** A title stands before many names and ties none together. */
const meets = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  [...a].some((word) => b.has(word) && !TITLES.has(word.toLowerCase()));

/** Whether two forms stand beside the same first name, surname or title. */
export const shareNeighbour = (a: NamePart, b: NamePart): boolean =>
  meets(a.before, b.before) || meets(a.after, b.after);

/** Whether two forms always stand beside different ones: two people, then. */
export const haveOthers = (a: NamePart, b: NamePart): boolean =>
  !shareNeighbour(a, b) &&
  ((a.before.size > 0 && b.before.size > 0) || (a.after.size > 0 && b.after.size > 0));
