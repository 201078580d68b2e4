import { toCodePoint, type ArticleText } from './article-text';
import type { CodePointOffset, CodeUnitOffset, Span } from './offsets';

/** A line with a non-blank character. Its span leaves out the LF. */
export interface Paragraph extends Span {
  /** 1-based, over the non-blank lines only. */
  readonly number: number;
  /** The same span in UTF-16 units, for slicing and rendering. */
  readonly unitStart: CodeUnitOffset;
  readonly unitEnd: CodeUnitOffset;
}

const remembered = new WeakMap<ArticleText, readonly Paragraph[]>();

/**
 * The paragraphs of a text in order, split at LF. Blank lines are not numbered but keep their offsets, so the gaps
 * between paragraphs may be wider than one LF. O(n) the first time, remembered after that.
 */
export function paragraphsOf(text: ArticleText): readonly Paragraph[] {
  const known = remembered.get(text);
  if (known) return known;
  const paragraphs = splitParagraphs(text);
  remembered.set(text, paragraphs);
  return paragraphs;
}

function splitParagraphs(text: ArticleText): Paragraph[] {
  const { value } = text;
  const paragraphs: Paragraph[] = [];
  for (let from = 0; from < value.length;) {
    const feed = value.indexOf('\n', from);
    const to = feed < 0 ? value.length : feed;
    if (hasInk(value, from, to)) {
      const unitStart = from as CodeUnitOffset;
      const unitEnd = to as CodeUnitOffset;
      paragraphs.push({
        number: paragraphs.length + 1,
        start: toCodePoint(text, unitStart),
        end: toCodePoint(text, unitEnd),
        unitStart,
        unitEnd,
      });
    }
    from = to + 1;
  }
  return paragraphs;
}

function hasInk(value: string, from: number, to: number): boolean {
  for (let unit = from; unit < to; unit += 1) {
    if (!isBlank(value.charCodeAt(unit))) return true;
  }
  return false;
}

const BLANK = /\s/;

/** Whether a UTF-16 unit is white space as ECMAScript's `trim` sees it (no white space is astral). */
export function isBlank(unit: number): boolean {
  if (unit < 0x80) return unit === 0x20 || (unit >= 0x09 && unit <= 0x0d);
  return BLANK.test(String.fromCharCode(unit));
}

/**
 * The paragraph that holds an offset, its end included (a caret stands there), or null on a blank line.
 * Binary search. Throws a RangeError outside the text.
 */
export function paragraphAt(text: ArticleText, offset: CodePointOffset): Paragraph | null {
  if (!(offset >= 0 && offset <= text.length)) {
    throw new RangeError(`Code-point offset ${offset} is outside the text of ${text.length}`);
  }
  const paragraph = paragraphsOf(text)[firstEndingAtOrAfter(text, offset)];
  return paragraph && paragraph.start <= offset ? paragraph : null;
}

/** Every paragraph that shares a code point with a span, in order. */
export function paragraphsIn(text: ArticleText, { start, end }: Span): readonly Paragraph[] {
  const all = paragraphsOf(text);
  let first = firstEndingAtOrAfter(text, start);
  if (all[first]?.end === start) first += 1;
  let last = first;
  while (last < all.length && all[last]!.start < end) last += 1;
  return all.slice(first, last);
}

/** Where the first paragraph after an offset starts; null when there is none. */
export function paragraphStartAfter(text: ArticleText, offset: CodePointOffset): CodePointOffset | null {
  const all = paragraphsOf(text);
  const here = firstEndingAtOrAfter(text, offset);
  const next = all[here] && all[here].start <= offset ? all[here + 1] : all[here];
  return next?.start ?? null;
}

/** Where the last paragraph before an offset ends; null when there is none. */
export const paragraphEndBefore = (text: ArticleText, offset: CodePointOffset): CodePointOffset | null =>
  paragraphsOf(text)[firstEndingAtOrAfter(text, offset) - 1]?.end ?? null;

/** Index into `paragraphsOf(text)` of the first paragraph whose end is at or after an offset; its length if none. */
function firstEndingAtOrAfter(text: ArticleText, offset: CodePointOffset): number {
  const all = paragraphsOf(text);
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (all[middle]!.end < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
