import { toCodePoint, toCodeUnit, type ArticleText } from './article-text';
import { boundaryAtOrAfter, boundaryAtOrBefore, isBoundary } from './grapheme-boundaries';
import type { CodePointOffset, CodeUnitOffset, Span } from './offsets';
import { isBlank, paragraphAt, paragraphEndBefore, paragraphStartAfter } from './paragraphs';

/** Grows a span outward until neither end stands inside a grapheme cluster. Throws a RangeError outside the text. */
export function snapToGraphemes(text: ArticleText, { start, end }: Span): Span {
  const unitStart = boundaryAtOrBefore(text.value, toCodeUnit(text, start));
  const unitEnd = boundaryAtOrAfter(text.value, toCodeUnit(text, end));
  return toSpan(text, unitStart, unitEnd);
}

/**
 * Takes white space off both ends; null when nothing is left. White space that a combining mark sits on is part of a
 * visible cluster and stays.
 */
export function trimSpan(text: ArticleText, { start, end }: Span): Span | null {
  const { value } = text;
  let unitStart: number = toCodeUnit(text, start);
  let unitEnd: number = toCodeUnit(text, end);
  while (unitEnd > unitStart && isBlank(value.charCodeAt(unitEnd - 1)) && isBoundary(value, unitEnd)) {
    unitEnd -= 1;
  }
  while (unitStart < unitEnd && isBlank(value.charCodeAt(unitStart)) && isBoundary(value, unitStart + 1)) {
    unitStart += 1;
  }
  return unitStart < unitEnd ? toSpan(text, unitStart, unitEnd) : null;
}

/** What a selection marks: snapped to grapheme clusters, then trimmed; null when only white space was selected. */
export const settleSpan = (text: ArticleText, selected: Span): Span | null =>
  trimSpan(text, snapToGraphemes(text, selected));

/**
 * Where the caret goes from `offset` by one character: the next cluster boundary of the paragraph, from its end the
 * start of the next one (blank lines are skipped), from the last one nowhere.
 */
export function nextGrapheme(text: ArticleText, offset: CodePointOffset): CodePointOffset {
  const paragraph = paragraphAt(text, offset);
  if (!paragraph || offset === paragraph.end) return paragraphStartAfter(text, offset) ?? offset;
  return toCodePoint(text, boundaryAtOrAfter(text.value, toCodeUnit(text, offset) + 1) as CodeUnitOffset);
}

/** The same backwards: from the start of a paragraph to the end of the one before. */
export function previousGrapheme(text: ArticleText, offset: CodePointOffset): CodePointOffset {
  const paragraph = paragraphAt(text, offset);
  if (!paragraph || offset === paragraph.start) return paragraphEndBefore(text, offset) ?? offset;
  return toCodePoint(text, boundaryAtOrBefore(text.value, toCodeUnit(text, offset) - 1) as CodeUnitOffset);
}

const toSpan = (text: ArticleText, unitStart: number, unitEnd: number): Span => ({
  start: toCodePoint(text, unitStart as CodeUnitOffset),
  end: toCodePoint(text, unitEnd as CodeUnitOffset),
});
