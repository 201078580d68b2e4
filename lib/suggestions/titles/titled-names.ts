import type { Analysis } from '../analysis';
import { withoutPossessive, type Name } from '../names';
import { withoutDiacritics } from '../near-forms';
import { isTitleWord, plainTitleWord, readTitle, type TitleClass } from './title-words';

/** A title with whom it is given to. Places are in UTF-16 units and hold the title alone. */
export interface TitledName {
  readonly from: number;
  readonly to: number;
  readonly key: string;
  readonly of: TitleClass;
  /** Whether it stands right before the name, as part of it. */
  readonly before: boolean;
  /** The full name of whoever bears it, as far as the text tells. */
  readonly person: string;
}

const remembered = new WeakMap<Analysis, readonly TitledName[]>();

/** The titles that a text gives to people, in order. Whom a surname alone means is looked up among the full names. */
export function titledNamesIn(analysis: Analysis): readonly TitledName[] {
  const known = remembered.get(analysis);
  if (known) return known;
  const people = new People(analysis.names.map(bareName));
  const found: TitledName[] = [];
  for (const name of analysis.names) {
    const bare = bareName(name);
    const person = people.whoIs(bare);
    if (bare.length === 0 || person === null) continue;
    const first = name.words.length - bare.length;
    const start = name.words[first]!.at;
    const tied = titleBefore(analysis, start, start + bare.length - 1);
    // "The chairwoman, Dame Ada Lind": two titles stand before her name.
    const ahead = tied?.before ? titleBefore(analysis, tied.firstWord, start + bare.length - 1) : null;
    for (const title of [ahead, tied, titleBehind(analysis, start + bare.length - 1)])
      if (title) found.push({ ...title.found, person });
  }
  remembered.set(analysis, found);
  return found;
}

/** The words of a name without the titles it begins with, possessives off. */
function bareName({ words }: Name): readonly string[] {
  let first = 0;
  while (first < words.length && isTitleWord(plainTitleWord(words[first]!.text))) first += 1;
  return words.slice(first).map(({ text }) => withoutPossessive(text));
}

/** Full names by each of their words. */
class People {
  private readonly byWord = new Map<string, Set<string>>();

  constructor(names: Iterable<readonly string[]>) {
    for (const name of names) {
      if (name.length < 2) continue;
      for (const word of [name[0]!, name.at(-1)!].map(withoutDiacritics)) {
        const people = this.byWord.get(word) ?? new Set();
        this.byWord.set(word, people.add(fullName(name)));
      }
    }
  }

  /** Null where a single word may mean two people. */
  whoIs(name: readonly string[]): string | null {
    if (name.length > 1) return fullName(name);
    const [only, more] = this.byWord.get(withoutDiacritics(name[0] ?? '')) ?? [];
    return more === undefined ? (only ?? name[0] ?? null) : null;
  }
}

/** Of a name written with and without its accents there is one. */
const fullName = (name: readonly string[]): string => withoutDiacritics(`${name[0]!} ${name.at(-1)!}`);

interface Found {
  readonly found: Omit<TitledName, 'person'>;
  readonly before: boolean;
  /** Index of the title's first word. */
  readonly firstWord: number;
}

const MOST_WORDS = 4;

/** "Mayor Ada Lind", "The mayor, Ada Lind, …", "The mayor of Oldra, Ada Lind, …", "The mayor is Ada Lind". */
function titleBefore(analysis: Analysis, from: number, last: number): Found | null {
  const { value, words } = analysis;
  const gap = (at: number): string => value.slice(words[at]!.to, words[at + 1]!.from);
  // "The chairman, the Revd Paul Oke"
  const start = from > 1 && words[from - 1]!.text === 'the' && gap(from - 2) === ', ' ? from - 1 : from;
  if (start === 0 || words[start - 1]!.sentence !== words[start]!.sentence) return null;
  const close = /^\.?[ \u00a0]$/u.test(gap(start - 1));
  if (close && words[start - 1]!.text === 'is') return readBefore(analysis, start - 1, start - 2, false);
  if (close) return readBefore(analysis, start, start - 1, true);
  if (gap(start - 1) !== ', ') return null;
  // "The chairman of the bank, Ada Lind and Paul Oke" are three.
  if (/^(?:,? (?:and|or|as well as)\b|, \p{Lu})/u.test(value.slice(words[last]!.to, words[last]!.to + 14)))
    return null;
  const apart = /^\p{Ll}/u.test(words[start - 1]!.text)
    ? readBefore(analysis, start, start - 1, false)
    : null;
  if (apart) return apart;
  // Up to four words say of what.
  for (let at = start - 2; at > start - 6 && at > 0; at -= 1) {
    if (!/^[ \u00a0]$/u.test(gap(at))) return null;
    if (/^(?:of|for|at)$/u.test(words[at]!.text)) return readBefore(analysis, at, at - 1, false);
  }
  return null;
}

/** The title whose last word is given, and which ends before the word `end`. */
function readBefore({ value, words }: Analysis, end: number, last: number, before: boolean): Found | null {
  let first = last + 1;
  while (
    first > 0 &&
    last + 1 - first < MOST_WORDS &&
    isTitleWord(plainTitleWord(words[first - 1]!.text)) &&
    words[first - 1]!.sentence === words[last]!.sentence &&
    (first === end || /^\.?[ \u00a0]$/u.test(value.slice(words[first - 1]!.to, words[first]!.from)))
  )
    first -= 1;
  if (first > last) return null;
  const title = readTitle(words.slice(first, last + 1).map(({ text }) => plainTitleWord(text)));
  return (
    title && {
      found: { ...title, from: words[first]!.from, to: words[last]!.to, before },
      before,
      firstWord: first,
    }
  );
}

/** "Ada Lind, the deputy mayor of Oldra, …" */
function titleBehind({ value, words }: Analysis, last: number): Found | null {
  const end = words[last]!;
  let at = last + 1;
  if (!words[at] || value.slice(end.to, words[at]!.from) !== ', ') return null;
  if (/^(?:the|its|their|his|her|a)$/u.test(words[at]!.text)) at += 1;
  const first = at;
  while (
    words[at] &&
    at - first < MOST_WORDS &&
    /^\p{Ll}/u.test(words[at]!.text) &&
    isTitleWord(plainTitleWord(words[at]!.text)) &&
    (at === first || value.slice(words[at - 1]!.to, words[at]!.from) === ' ')
  )
    at += 1;
  if (at === first || !/^(?:,| of | at | for | in |\.|;)/u.test(value.slice(words[at - 1]!.to))) return null;
  const title = readTitle(words.slice(first, at).map(({ text }) => plainTitleWord(text)));
  return (
    title && {
      found: { ...title, from: words[first]!.from, to: words[at - 1]!.to, before: false },
      before: false,
      firstWord: first,
    }
  );
}
