import { toCodePoint, toCodeUnit, type ArticleText } from './article-text';
import { boundaryAtOrAfter, boundaryAtOrBefore, isCertainBreak, joinsOn } from './grapheme-boundaries';
import type { CodePointOffset, CodeUnitOffset, Span } from './offsets';
import { isBlank, paragraphAt, paragraphEndBefore, paragraphsOf, paragraphStartAfter } from './paragraphs';
import type { Paragraph } from './paragraphs';

/**
 * Words as the platform's segmenter sees them (UAX #29, with dictionaries for scripts without spaces), found in
 * blocks of a paragraph, so that one step in a paragraph of a megabyte costs no more than in a short one. Blocks end
 * where a word surely ends; only a run of more than a block without space or full stop is cut where it stands.
 */
const BLOCK = 2_048;

const segmenter = new Intl.Segmenter('en', { granularity: 'word' });

const remembered = new WeakMap<Paragraph, readonly Span[]>();

/** All words of a paragraph in order, punctuation and spaces left out. O(n) the first time, remembered after that. */
export function wordsOf(text: ArticleText, paragraph: Paragraph): readonly Span[] {
  const known = remembered.get(paragraph);
  if (known) return known;
  const words: Span[] = [];
  for (let block = 0; block < blockCount(paragraph); block += 1)
    words.push(...wordsOfBlock(text, paragraph, block));
  remembered.set(paragraph, words);
  return words;
}

/** The number of words of a text. */
export const countWords = (text: ArticleText): number =>
  paragraphsOf(text).reduce((sum, paragraph) => sum + wordsOf(text, paragraph).length, 0);

/** The number of words of a text as blanks divide them: near enough for a length, at a fiftieth of the cost. */
export function estimateWords({ value }: ArticleText): number {
  let words = 0;
  let inside = false;
  for (let unit = 0; unit < value.length; unit += 1) {
    const ink = !isBlank(value.charCodeAt(unit));
    if (ink && !inside) words += 1;
    inside = ink;
  }
  return words;
}

/** The word that holds an offset, or else the one that ends there, or null between words and on blank lines. */
export function wordAt(text: ArticleText, offset: CodePointOffset): Span | null {
  const paragraph = paragraphAt(text, offset);
  if (!paragraph) return null;
  const block = blockAt(text, paragraph, offset);
  const here = wordsOfBlock(text, paragraph, block).filter(
    ({ start, end }) => start <= offset && offset <= end,
  );
  return (
    here.at(-1) ?? wordsOfBlock(text, paragraph, block - 1).findLast(({ end }) => end === offset) ?? null
  );
}

/**
 * Where the caret goes from `offset` by one word: the end of the word it stands in or before. Behind a paragraph's
 * last word that is the paragraph's end, from there the first word of the next one, at the very end nowhere.
 */
export function nextWord(text: ArticleText, offset: CodePointOffset): CodePointOffset {
  const paragraph = paragraphAt(text, offset);
  if (!paragraph || offset === paragraph.end) {
    const start = paragraphStartAfter(text, offset);
    return start === null ? offset : nextWord(text, start);
  }
  for (let block = blockAt(text, paragraph, offset); block < blockCount(paragraph); block += 1) {
    const word = wordsOfBlock(text, paragraph, block).find(({ end }) => end > offset);
    if (word) return snapped(text, word.end, boundaryAtOrAfter);
  }
  return paragraph.end;
}

/** The same backwards: the start of the word the caret stands in or behind. */
export function previousWord(text: ArticleText, offset: CodePointOffset): CodePointOffset {
  const paragraph = paragraphAt(text, offset);
  if (!paragraph || offset === paragraph.start) {
    const end = paragraphEndBefore(text, offset);
    return end === null ? offset : previousWord(text, end);
  }
  for (let block = blockAt(text, paragraph, offset); block >= 0; block -= 1) {
    const word = wordsOfBlock(text, paragraph, block).findLast(({ start }) => start < offset);
    if (word) return snapped(text, word.start, boundaryAtOrBefore);
  }
  return paragraph.start;
}

/** A word of a cut run may end inside a cluster; the caret may not. */
function snapped(
  text: ArticleText,
  offset: CodePointOffset,
  boundary: (value: string, unit: number) => number,
): CodePointOffset {
  return toCodePoint(text, boundary(text.value, toCodeUnit(text, offset)) as CodeUnitOffset);
}

const blockCount = ({ unitStart, unitEnd }: Paragraph): number => Math.ceil((unitEnd - unitStart) / BLOCK);

/** The block whose units include an offset's; the last one for the paragraph's end. */
function blockAt(text: ArticleText, paragraph: Paragraph, offset: CodePointOffset): number {
  const unit = toCodeUnit(text, offset);
  const block = Math.floor((unit - paragraph.unitStart) / BLOCK);
  return block > 0 && unit < blockEdge(text.value, paragraph, block) ? block - 1 : block;
}

function wordsOfBlock(text: ArticleText, paragraph: Paragraph, block: number): Span[] {
  if (block < 0 || block >= blockCount(paragraph)) return [];
  const from = blockEdge(text.value, paragraph, block);
  const to = blockEdge(text.value, paragraph, block + 1);
  const words: Span[] = [];
  for (const { index, segment, isWordLike } of segmenter.segment(text.value.slice(from, to))) {
    if (!isWordLike) continue;
    const start = from + index;
    words.push({
      start: toCodePoint(text, start as CodeUnitOffset),
      end: toCodePoint(text, (start + segment.length) as CodeUnitOffset),
    });
  }
  return words;
}

/** Where a block starts, in units: at or up to a block's length after its place in the grid. */
function blockEdge(value: string, { unitStart, unitEnd }: Paragraph, block: number): number {
  const place = unitStart + block * BLOCK;
  if (block === 0 || place >= unitEnd) return Math.min(place, unitEnd);
  const last = Math.min(place + BLOCK, unitEnd);
  let fallback = -1;
  for (let unit = place; unit < last; unit += 1) {
    if (endsWordSurely(value, unit)) return unit;
    if (fallback < 0 && isCertainBreak(value, unit)) fallback = unit;
  }
  if (last === unitEnd) return unitEnd;
  if (fallback >= 0) return fallback;
  return value.codePointAt(place - 1)! > 0xffff ? place + 1 : place;
}

const IDEOGRAPHIC_STOP = /[\u3001\u3002\uff01\uff0c\uff1f]/;
const FORMAT = /^\p{Cf}/u;

/** Between a space or an ideographic stop and a character that starts afresh, a word ends in every language. */
function endsWordSurely(value: string, unit: number): boolean {
  if (value.charCodeAt(unit - 1) !== 0x20 && !IDEOGRAPHIC_STOP.test(value.charAt(unit - 1))) return false;
  const after = value.slice(unit, unit + 2);
  return !isBlank(after.charCodeAt(0)) && !joinsOn(after) && !FORMAT.test(after);
}
