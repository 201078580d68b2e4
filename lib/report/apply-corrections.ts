import { sliceText, toCodeUnit, type ArticleText } from '@/lib/text/article-text';
import { codePoint, type CodePointOffset, type Span } from '@/lib/text/offsets';
import { lengthInCodePoints } from '@/lib/text/article-text';

/** A span of a version's text and what stands there instead; the empty string deletes it. */
export interface TextChange extends Span {
  readonly replacement: string;
  /** The marks that ask for it: more than one where they agree. */
  readonly markIds: readonly string[];
}

/** A change as it was carried out: where the replacement stands in the corrected text, and what it replaced. */
export interface AppliedChange {
  readonly start: CodePointOffset;
  readonly end: CodePointOffset;
  readonly original: string;
}

export interface CorrectedText {
  readonly text: string;
  readonly applied: readonly AppliedChange[];
}

/**
 * The text with every change made at its offsets; nothing is searched for. The changes must be ascending and
 * disjoint (touching is fine), as `planChanges` gives them; anything else throws a RangeError.
 */
export function applyCorrections(text: ArticleText, changes: readonly TextChange[]): CorrectedText {
  const parts: string[] = [];
  const applied: AppliedChange[] = [];
  let from = 0;
  let shift = 0;
  for (const { start, end, replacement } of changes) {
    if (start < from)
      throw new RangeError(`The change at ${start} starts before ${from}, where the last one ends`);
    parts.push(text.value.slice(toCodeUnit(text, codePoint(from)), toCodeUnit(text, start)), replacement);
    const at = codePoint(start + shift);
    const length = lengthInCodePoints(replacement);
    applied.push({ start: at, end: codePoint(at + length), original: sliceText(text, { start, end }) });
    shift += length - (end - start);
    from = end;
  }
  parts.push(text.value.slice(toCodeUnit(text, codePoint(from))));
  return { text: parts.join(''), applied };
}

/** Takes the changes of `applyCorrections` back: the proof that a corrected text holds nothing but its corrections. */
export const unapplyCorrections = (corrected: ArticleText, applied: readonly AppliedChange[]): string =>
  applyCorrections(
    corrected,
    applied.map(({ start, end, original }) => ({ start, end, replacement: original, markIds: [] })),
  ).text;
