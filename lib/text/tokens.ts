import type { ArticleText } from './article-text';
import type { CodeUnitOffset } from './offsets';

/** A word or figure as rules compare them. Its place is in UTF-16 units, for slicing; rooms hand out code points. */
export interface Token {
  readonly text: string;
  readonly unitStart: CodeUnitOffset;
  readonly unitEnd: CodeUnitOffset;
}

const HEAD = String.raw`[\p{L}\p{N}]`;
const TAIL = String.raw`[\p{L}\p{M}\p{N}]`;
const UNSPACED = String.raw`[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}]\p{M}*`;
const INITIALS = String.raw`\p{Lu}(?:\.\p{Lu})+(?!${TAIL})`;
/** What holds two parts of a word together: hyphens, apostrophes, joiners; points and commas between figures. */
const JOINT = String.raw`(?:['’ʼ\-‐‑\u200c\u200d]|(?<=\p{Nd})[.,](?=\p{Nd}))`;

const TOKEN = new RegExp(`${UNSPACED}|${INITIALS}|${HEAD}${TAIL}*(?:${JOINT}${HEAD}${TAIL}*)*`, 'gu');

/**
 * The tokens of a stretch of a text, in order. "Soyug-FG", "it’s", "1,200", "3.5" and "U.S" are one each; a script
 * without spaces gives one for each character. By one scan, without the segmenter: texts of a newspaper's length are
 * read whole each time.
 */
export function tokensIn(text: ArticleText, from: number, to: number): readonly Token[] {
  const tokens: Token[] = [];
  for (const { 0: word, index } of text.value.slice(from, to).matchAll(TOKEN)) {
    const unitStart = (from + index) as CodeUnitOffset;
    tokens.push({ text: word, unitStart, unitEnd: (unitStart + word.length) as CodeUnitOffset });
  }
  return tokens;
}
