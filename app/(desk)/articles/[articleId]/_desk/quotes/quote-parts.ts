import { diffByWords, type DiffPart } from '@/app/_ui/word-diff';
import type { QuoteView } from '@/lib/contract/checking';
import { sliceText, type ArticleText } from '@/lib/text/article-text';
import { span } from '@/lib/text/offsets';

/** A stretch of a quotation as printed: as it was said, or a change with what was said instead. */
export type QuotePart =
  | { readonly kind: 'same'; readonly text: string }
  | {
      readonly kind: 'change';
      readonly at: number;
      readonly printed: string;
      /** What is struck and what is put in, the words beside them plain. */
      readonly diff: readonly DiffPart[];
    };

/** The quotation cut at its changes, in order; `at` is the index of the change. */
export function quoteParts(text: ArticleText, { start, end, changes }: QuoteView): readonly QuotePart[] {
  const parts: QuotePart[] = [];
  let from = start;
  const same = (to: number): void => {
    if (from < to) parts.push({ kind: 'same', text: sliceText(text, span(from, to)) });
  };
  for (const [at, change] of changes.entries()) {
    same(change.start);
    parts.push({
      kind: 'change',
      at,
      printed: change.printed,
      diff: diffByWords(change.printed, change.said),
    });
    from = change.end;
  }
  same(end);
  return parts;
}
