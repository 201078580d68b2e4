declare const unit: unique symbol;

/** An offset as W3C selectors and Postgres count: Unicode code points from the start of a version's text. */
export type CodePointOffset = number & { readonly [unit]: 'code point' };

/** An offset as JavaScript strings and the DOM count: UTF-16 code units. Never stored, never sent. */
export type CodeUnitOffset = number & { readonly [unit]: 'UTF-16 code unit' };

/** Half-open `[start, end)` in code points. */
export interface Span {
  readonly start: CodePointOffset;
  readonly end: CodePointOffset;
}

const isOffset = (n: number): boolean => Number.isSafeInteger(n) && n >= 0;

/** Brands a whole number ≥ 0 as a code-point offset; anything else throws a RangeError. */
export function codePoint(n: number): CodePointOffset {
  if (!isOffset(n)) throw new RangeError(`Not a code-point offset: ${n}`);
  return n as CodePointOffset;
}

/** Brands a whole number ≥ 0 as a UTF-16 offset; anything else throws a RangeError. */
export function codeUnit(n: number): CodeUnitOffset {
  if (!isOffset(n)) throw new RangeError(`Not a code-unit offset: ${n}`);
  return n as CodeUnitOffset;
}

/** A span from two plain numbers; throws a RangeError when they are no offsets or stand in the wrong order. */
export function span(start: number, end: number): Span {
  if (start > end) throw new RangeError(`A span cannot end at ${end} before it starts at ${start}`);
  return { start: codePoint(start), end: codePoint(end) };
}

/** The number of code points in a span. */
export const spanLength = ({ start, end }: Span): number => end - start;

/** Whether two spans share at least one code point; touching is not overlap. */
export const spansOverlap = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** Whether two spans have the same two ends. */
export const sameSpan = (a: Span, b: Span): boolean => a.start === b.start && a.end === b.end;
