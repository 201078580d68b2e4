import { codePoint, type CodePointOffset, type CodeUnitOffset, type Span } from './offsets';

/**
 * The text of one version, ready for offset arithmetic. Made once per text with `createArticleText` and kept:
 * paragraphs and the like are remembered per object.
 */
export interface ArticleText {
  readonly value: string;
  /** In code points; also the offset of the end. */
  readonly length: CodePointOffset;
  /** Whether any character lies outside the Basic Multilingual Plane. Without one, both units are the same number. */
  readonly astral: boolean;
  /** Ascending code-point offsets of the astral characters: the index behind the conversions. Empty without any. */
  readonly astralAt: Uint32Array;
}

const NONE = new Uint32Array(0);
const ASTRAL = /[\ud800-\udbff][\udc00-\udfff]/;

/**
 * Prepares a text: O(n) once. A text without astral characters costs one scan and no memory; otherwise four bytes for
 * each astral character. A lone surrogate (which `checkText` refuses) counts as one code point, as in JavaScript.
 */
export function createArticleText(value: string): ArticleText {
  if (!ASTRAL.test(value)) {
    return { value, length: codePoint(value.length), astral: false, astralAt: NONE };
  }
  const astralAt = findAstral(value);
  return { value, length: codePoint(value.length - astralAt.length), astral: true, astralAt };
}

function findAstral(value: string): Uint32Array {
  let found = new Uint32Array(64);
  let count = 0;
  for (let unit = 0; unit < value.length; unit += 1) {
    if (value.codePointAt(unit)! < 0x10000) continue;
    if (count === found.length) {
      const larger = new Uint32Array(count * 2);
      larger.set(found);
      found = larger;
    }
    found[count] = unit - count;
    count += 1;
    unit += 1;
  }
  return found.slice(0, count);
}

/** Code points → UTF-16 units, O(log astral characters). Throws a RangeError outside `[0, length]`. */
export function toCodeUnit(text: ArticleText, offset: CodePointOffset): CodeUnitOffset {
  if (!(offset >= 0 && offset <= text.length)) {
    throw new RangeError(`Code-point offset ${offset} is outside the text of ${text.length}`);
  }
  if (!text.astral) return offset as number as CodeUnitOffset;
  return (offset + countBelow(text.astralAt, offset, 0)) as CodeUnitOffset;
}

/**
 * UTF-16 units → code points, O(log astral characters). A unit inside a surrogate pair rounds down to the start of
 * its character. Throws a RangeError outside `[0, value.length]`.
 */
export function toCodePoint(text: ArticleText, offset: CodeUnitOffset): CodePointOffset {
  if (!(offset >= 0 && offset <= text.value.length)) {
    throw new RangeError(`Code-unit offset ${offset} is outside the text of ${text.value.length}`);
  }
  if (!text.astral) return offset as number as CodePointOffset;
  return (offset - countBelow(text.astralAt, offset, 1)) as CodePointOffset;
}

/**
 * How many astral characters start before `offset`. With `stretch` 1 their starts are read in UTF-16 units, where the
 * k-th one stands k units further on than in code points.
 */
function countBelow(astralAt: Uint32Array, offset: number, stretch: 0 | 1): number {
  let low = 0;
  let high = astralAt.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (astralAt[middle]! + stretch * middle < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The characters of a span. Throws a RangeError when the span leaves the text or is reversed. */
export function sliceText(text: ArticleText, { start, end }: Span): string {
  if (start > end) throw new RangeError(`A span cannot end at ${end} before it starts at ${start}`);
  return text.value.slice(toCodeUnit(text, start), toCodeUnit(text, end));
}

/** The whole text as a span. */
export const wholeText = (text: ArticleText): Span => ({ start: codePoint(0), end: text.length });

/** The number of code points in any string, O(n), without allocating. */
export function lengthInCodePoints(value: string): number {
  if (!ASTRAL.test(value)) return value.length;
  let pairs = 0;
  for (let unit = 0; unit < value.length; unit += 1) {
    if (value.codePointAt(unit)! >= 0x10000) {
      pairs += 1;
      unit += 1;
    }
  }
  return value.length - pairs;
}
