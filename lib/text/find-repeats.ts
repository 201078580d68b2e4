import { sliceText, toCodePoint, toCodeUnit, type ArticleText } from './article-text';
import { isBoundary } from './grapheme-boundaries';
import type { CodePointOffset, CodeUnitOffset, Span } from './offsets';
import { wordAt } from './words';

export interface RepeatOptions {
  /** Leaves out places that begin or end inside a word, as “art” does in “party”. */
  readonly wholeWords: boolean;
}

/**
 * The other places where the words of a span stand, code point for code point, in the order of the text. None shares a code
 * point with the span or with another, and none cuts a grapheme cluster: “e” is not found in “é” written with a combining
 * mark. Where repeats overlap, the leftmost counts.
 */
export function findRepeats(text: ArticleText, span: Span, { wholeWords }: RepeatOptions): readonly Span[] {
  const wanted = sliceText(text, span);
  if (wanted === '') return [];
  const [unitStart, unitEnd] = [toCodeUnit(text, span.start), toCodeUnit(text, span.end)];
  const found: Span[] = [];
  for (let unit = text.value.indexOf(wanted); unit >= 0;) {
    const end = unit + wanted.length;
    const place = isWhole(text.value, unit, end) ? toSpan(text, unit, end) : null;
    const apart = end <= unitStart || unit >= unitEnd;
    const fits = place !== null && apart && (!wholeWords || keepsWords(text, place));
    if (fits) found.push(place);
    unit = text.value.indexOf(wanted, fits ? end : unit + 1);
  }
  return found;
}

const isWhole = (value: string, unitStart: number, unitEnd: number): boolean =>
  isBoundary(value, unitStart) && isBoundary(value, unitEnd);

const toSpan = (text: ArticleText, unitStart: number, unitEnd: number): Span => ({
  start: toCodePoint(text, unitStart as CodeUnitOffset),
  end: toCodePoint(text, unitEnd as CodeUnitOffset),
});

const keepsWords = (text: ArticleText, { start, end }: Span): boolean =>
  !cutsWord(text, start) && !cutsWord(text, end);

/** Scripts that write words without spaces: where one ends there is a guess, which must not hide an equal string. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

function cutsWord(text: ArticleText, edge: CodePointOffset): boolean {
  const word = wordAt(text, edge);
  if (word === null || edge === word.start || edge === word.end) return false;
  const unit = toCodeUnit(text, edge);
  const around = text.value.slice(Math.max(0, unit - 2), unit + 2);
  return !UNSPACED.test(around);
}
