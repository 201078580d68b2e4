import type { ArticleText } from '@/lib/text/article-text';
import { tokensIn } from '@/lib/text/tokens';
import { inFigures } from './word-classes';

/** A word as two wordings are compared. Places are in UTF-16 units. */
export interface ComparableWord {
  /** Case, marks, dashes and ways to write a number made alike; equal keys are the same word. */
  readonly key: string;
  readonly unitStart: number;
  readonly unitEnd: number;
}

const HYPHEN = /[-‐‑]/u;
const SIGNS = /[%‰&]/gu;
const CONTRACTIONS: readonly (readonly [ending: RegExp, word: string])[] = [
  [/n't$/, 'not'],
  [/'re$/, 'are'],
  [/'ll$/, 'will'],
  [/'ve$/, 'have'],
  [/'m$/, 'am'],
];
const STEMS: Readonly<Record<string, string>> = { ca: 'can', wo: 'will', sha: 'shall' };

/**
 * The words of a stretch, ready to be compared: lower-case and composed, hyphenated words in their parts, "don’t" as
 * "do" and "not", "1,200" as "1200", "twelve" as "12", "%" and "per cent" as "percent", "&" as "and". Words that
 * come from one place in the text share it.
 */
export function comparableWords(text: ArticleText, from: number, to: number): readonly ComparableWord[] {
  const words: ComparableWord[] = [];
  const signs = signsIn(text, from, to);
  let nextSign = 0;
  const takeSigns = (before: number): void => {
    for (; nextSign < signs.length && signs[nextSign]!.unitStart < before; nextSign += 1) {
      words.push(signs[nextSign]!);
    }
  };
  for (const token of tokensIn(text, from, to)) {
    takeSigns(token.unitStart);
    let unitStart: number = token.unitStart;
    for (const part of token.text.split(HYPHEN)) {
      const unitEnd = unitStart + part.length;
      for (const key of keysOf(part)) push(words, { key, unitStart, unitEnd });
      unitStart = unitEnd + 1;
    }
  }
  takeSigns(to);
  return words;
}

function signsIn(text: ArticleText, from: number, to: number): ComparableWord[] {
  return Array.from(text.value.slice(from, to).matchAll(SIGNS), ({ 0: sign, index }) => ({
    key: sign === '&' ? 'and' : sign === '%' ? 'percent' : 'permille',
    unitStart: from + index,
    unitEnd: from + index + 1,
  }));
}

function push(words: ComparableWord[], word: ComparableWord): void {
  const last = words.at(-1);
  if (word.key === 'cent' && last?.key === 'per')
    words.splice(-1, 1, { ...word, key: 'percent', unitStart: last.unitStart });
  else words.push(word);
}

function keysOf(part: string): readonly string[] {
  const plain = part.normalize('NFC').toLowerCase().replace(/[’ʼ]/gu, "'");
  if (/^\p{Nd}/u.test(plain)) return [plain.replace(/(?<=\d),(?=\d{3})/g, '')];
  if (plain === 'cannot') return ['can', 'not'];
  if (!plain.includes("'")) return [inFigures(plain)];
  for (const [ending, word] of CONTRACTIONS) {
    const stem = plain.replace(ending, '');
    if (stem !== plain && stem !== '') return [STEMS[stem] ?? stem, word];
  }
  return [plain];
}
