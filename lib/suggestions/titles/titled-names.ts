import type { Analysis } from '../analysis';
import { withoutPossessive, type Name } from '../names';
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
    for (const title of [titleBefore(analysis, start), titleBehind(analysis, start + bare.length - 1)])
      if (title) found.push({ ...title, person });
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
      for (const word of [name[0]!, name.at(-1)!]) {
        const people = this.byWord.get(word) ?? new Set();
        this.byWord.set(word, people.add(`${name[0]!} ${name.at(-1)!}`));
      }
    }
  }

  /** Null where a single word may mean two people. */
  whoIs(name: readonly string[]): string | null {
    if (name.length > 1) return `${name[0]!} ${name.at(-1)!}`;
    const [only, more] = this.byWord.get(name[0] ?? '') ?? [];
    return more === undefined ? (only ?? name[0] ?? null) : null;
  }
}

type Found = Omit<TitledName, 'person'>;

const MOST_WORDS = 4;

function titleBefore({ value, words }: Analysis, start: number): Found | null {
  let first = start;
  const joins = (at: number): boolean => {
    const gap = value.slice(words[at]!.to, words[at + 1]!.from);
    // "The mayor, Ada Lind, …"
    return (
      /^\.?[ \u00a0]$/u.test(gap) || (at === start - 1 && gap === ', ' && /^\p{Ll}/u.test(words[at]!.text))
    );
  };
  while (
    first > 0 &&
    start - first < MOST_WORDS &&
    joins(first - 1) &&
    isTitleWord(plainTitleWord(words[first - 1]!.text))
  )
    first -= 1;
  if (first === start) return null;
  const title = readTitle(words.slice(first, start).map(({ text }) => plainTitleWord(text)));
  const tied = value.slice(words[start - 1]!.to, words[start]!.from) !== ', ';
  return title && { ...title, from: words[first]!.from, to: words[start - 1]!.to, before: tied };
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
  return title && { ...title, from: words[first]!.from, to: words[at - 1]!.to, before: false };
}
