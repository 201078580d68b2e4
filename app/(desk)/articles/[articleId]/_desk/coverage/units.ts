import { paragraphAt } from '@/lib/text/paragraphs';
import { sentencesOf } from '@/lib/text/sentences';
import type { ArticleText } from '@/lib/text/article-text';
import { codePoint, type Span } from '@/lib/text/offsets';

/** By how much one checks. */
export const UNITS = ['sentence', 'paragraph'] as const;
export type Unit = (typeof UNITS)[number];

/** The sentence or paragraph around an offset; null on a blank line. */
export function unitAround(text: ArticleText, offset: number, unit: Unit): Span | null {
  const paragraph = paragraphAt(text, codePoint(offset));
  if (!paragraph) return null;
  const whole = { start: paragraph.start, end: paragraph.end };
  if (unit === 'paragraph') return whole;
  const sentences = sentencesOf(text, paragraph);
  const found = sentences.find(({ end }) => end > offset) ?? sentences.at(-1);
  return found ? { start: found.start, end: found.end } : whole;
}
