import type { SentenceWords, Word } from './word';

/** Capitalised words in a row that stand for one person, place or thing. Places are in UTF-16 units. */
export interface Name {
  readonly from: number;
  readonly to: number;
  readonly words: readonly Word[];
}

/** One way a word of names is written. */
export interface NameForm {
  readonly form: string;
  readonly words: readonly Word[];
  /** Occurrences whose capital cannot come from the start of a sentence. */
  readonly inside: number;
  /** The words of names beside it, and whether such a word stands before it (a first name) or behind it. */
  readonly before: ReadonlySet<string>;
  readonly after: ReadonlySet<string>;
}

const CAPITAL = /^\p{Lu}/u;
const POSSESSIVE = /(?:['’]s|(?<=s)['’])$/iu;

/** A word without its possessive ending: "Lind’s" → "Lind". */
export const withoutPossessive = (word: string): string => word.replace(POSSESSIVE, '');

/** Between two words of one name: a space, or the stop of an initial and a space. */
const JOINS = /^(?:\.?[ \u00a0\u202f]|\.)$/u;

interface OpenForm {
  readonly form: string;
  readonly words: Word[];
  inside: number;
  readonly before: Set<string>;
  readonly after: Set<string>;
}

/**
 * Names and the forms of their words. A capitalised word that opens a sentence belongs to a name only when it is
 * never written small in the text; a headline says nothing about names.
 */
export function groupNames(
  value: string,
  words: readonly Word[],
  sentences: readonly SentenceWords[],
  lowerWords: ReadonlyMap<string, number>,
): { names: readonly Name[]; forms: ReadonlyMap<string, NameForm> } {
  const names: Name[] = [];
  const forms = new Map<string, OpenForm>();
  let run: Word[] = [];
  const close = (): void => {
    if (run.length > 0) names.push({ from: run[0]!.from, to: run.at(-1)!.to, words: run });
    run = [];
  };
  for (const word of words) {
    const belongs =
      CAPITAL.test(word.text) &&
      !sentences[word.sentence]!.headline &&
      !(word.opens && lowerWords.has(word.text.toLowerCase()));
    const last = run.at(-1);
    const joins = last && last.sentence === word.sentence && JOINS.test(value.slice(last.to, word.from));
    if (!belongs || !joins || POSSESSIVE.test(last.text)) close();
    if (belongs) run.push(word);
  }
  close();
  for (const { words: parts } of names) {
    for (const [at, word] of parts.entries()) addForm(forms, word, parts[at - 1], parts[at + 1]);
  }
  return { names, forms };
}

function addForm(
  forms: Map<string, OpenForm>,
  word: Word,
  before: Word | undefined,
  after: Word | undefined,
): void {
  const form = withoutPossessive(word.text);
  let entry = forms.get(form);
  if (!entry) {
    entry = { form, words: [], inside: 0, before: new Set(), after: new Set() };
    forms.set(form, entry);
  }
  entry.words.push(word);
  if (!word.opens) entry.inside += 1;
  if (before) entry.before.add(withoutPossessive(before.text));
  if (after) entry.after.add(withoutPossessive(after.text));
}
