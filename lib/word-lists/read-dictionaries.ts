import nspell from 'nspell';
import type { WordList } from '@/lib/suggestions/suggestion';

/** A dictionary as its package has it: affix rules, and words with the letters of the rules that apply to them. */
export interface Dictionary {
  readonly aff: Uint8Array;
  readonly dic: Uint8Array;
}

/**
 * Word lists from dictionaries that have most lines in common: what all of them say is read and held once. They have to
 * have the same affix rules, and no words that are forbidden or keep their case, which would outweigh another's lines;
 * throws where they do not.
 */
export function readDictionaries(
  dictionaries: Readonly<Record<WordList['variety'], Dictionary>>,
): readonly WordList[] {
  const rules = new Set(Object.values(dictionaries).map(({ aff }) => decode(aff)));
  const [aff] = rules;
  if (aff === undefined || rules.size > 1 || EXCLUDING.test(aff))
    throw new Error('These dictionaries have rules that do not go together.');
  const { shared, own } = shareLines(Object.values(dictionaries).map(({ dic }) => decode(dic)));
  const common = spellerOf(aff, shared);
  // Lists without a part of a compound would take the part's letter for the part.
  const others = own.map((lines) => spellerOf(aff.replace(/^COMPOUNDRULE .*$/gmu, ''), lines));
  return (Object.keys(dictionaries) as WordList['variety'][]).map((variety, at) =>
    toList(variety, [common, others[at]!]),
  );
}

const EXCLUDING = /^(?:FORBIDDENWORD|KEEPCASE)\b/mu;

const decode = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8');

interface SharedLines {
  readonly shared: readonly string[];
  /** What each has besides. */
  readonly own: readonly (readonly string[])[];
}

function shareLines(dictionaries: readonly string[]): SharedLines {
  // The first line says how many there are.
  const lines = dictionaries.map((dic) => new Set(dic.split('\n').slice(1)));
  const shared = new Set([...lines[0]!].filter((line) => lines.every((some) => some.has(line))));
  return {
    shared: [...shared],
    own: lines.map((some) => [...some].filter((line) => !shared.has(line))),
  };
}

const spellerOf = (aff: string, lines: readonly string[]): nspell =>
  nspell({ aff: Buffer.from(aff), dic: Buffer.from([lines.length, ...lines].join('\n')) });

/** Answers are kept: articles use the same words again and again. */
const MOST_KEPT = 50_000;

// Made apart from what the dictionaries were read with, which a closure beside it would keep.
function toList(variety: WordList['variety'], spellers: readonly nspell[]): WordList {
  const answers = new Map<string, boolean>();
  const has = (word: string): boolean => {
    const known = answers.get(word);
    if (known !== undefined) return known;
    const answer = spellers.some((speller) => speller.correct(word));
    if (answers.size >= MOST_KEPT) answers.clear();
    answers.set(word, answer);
    return answer;
  };
  return { variety, has };
}
