import { toCodePoint, toCodeUnit, type ArticleText } from '@/lib/text/article-text';
import type { CodeUnitOffset } from '@/lib/text/offsets';
import { sentenceAt } from '@/lib/text/sentences';

const OPENING = /["“‘«„‚‹([]\s?$/u;
const WORD = /[\p{L}\p{N}]/u;

/** Opening marks and bullets before the first word of a sentence are no longer than this. */
const LONGEST_LEAD = 12;

/** Whether the word at a place, in UTF-16 units, is the first of its sentence or of what is quoted or bracketed. */
export function opensSentence(text: ArticleText, unit: number): boolean {
  const lead = text.value.slice(Math.max(0, unit - LONGEST_LEAD), unit);
  if (OPENING.test(lead)) return true;
  const sentence = sentenceAt(text, toCodePoint(text, unit as CodeUnitOffset));
  if (!sentence) return true;
  const start = toCodeUnit(text, sentence.start);
  return unit <= start || (unit - start <= LONGEST_LEAD && !WORD.test(text.value.slice(start, unit)));
}
