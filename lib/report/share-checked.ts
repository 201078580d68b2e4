import { uncovered } from '@/lib/evidence/checked-spans';
import type { ArticleText } from '@/lib/text/article-text';
import type { Span } from '@/lib/text/offsets';
import { paragraphsOf } from '@/lib/text/paragraphs';
import { wordsOf } from '@/lib/text/words';

/** How much of a text somebody has checked. */
export interface ShareChecked {
  /** Words checked, of all there are. */
  readonly words: number;
  readonly of: number;
  /** Numbers of the paragraphs that hold words nobody has checked, as ranges with both ends in. */
  readonly unchecked: readonly (readonly [from: number, to: number])[];
}

/** Counts the words that checked passages cover; null where nothing was said of any. O(words + n log n). */
export function shareChecked(text: ArticleText, checked: readonly Span[]): ShareChecked | null {
  if (checked.length === 0) return null;
  const paragraphs = paragraphsOf(text);
  const words = paragraphs.flatMap((paragraph) => wordsOf(text, paragraph));
  const left = uncovered(words, checked);
  const starts = new Set(left.map(({ start }) => start));
  const unchecked: [number, number][] = [];
  for (const paragraph of paragraphs) {
    if (!wordsOf(text, paragraph).some(({ start }) => starts.has(start))) continue;
    const last = unchecked.at(-1);
    if (last?.[1] === paragraph.number - 1) last[1] = paragraph.number;
    else unchecked.push([paragraph.number, paragraph.number]);
  }
  return { words: words.length - left.length, of: words.length, unchecked };
}
