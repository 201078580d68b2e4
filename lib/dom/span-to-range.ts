import { toCodeUnit } from '@/lib/text/article-text';
import type { CodePointOffset, Span } from '@/lib/text/offsets';
import { paragraphsIn, type Paragraph } from '@/lib/text/paragraphs';
import type { RenderedText } from './rendered-text';
import { nodeAt, type DomPoint } from './text-nodes';

/** The indexes of the paragraphs that share a character with a span, ascending. */
export const paragraphIndexesIn = (rendered: RenderedText, span: Span): readonly number[] =>
  paragraphsIn(rendered.text, span).map(({ number }) => number - 1);

/**
 * Where an offset stands on the page. Between paragraphs it is the end of the one before (`back`) or the start of the
 * one behind (`on`). Null when the article has no paragraph there.
 */
export function offsetToPoint(
  rendered: RenderedText,
  offset: CodePointOffset,
  lean: 'back' | 'on',
): DomPoint | null {
  const index = paragraphNear(rendered.paragraphs, offset, lean);
  const paragraph = rendered.paragraphs[index];
  const element = rendered.elements[index];
  if (!paragraph || !element) return null;
  const inside = Math.min(Math.max(offset, paragraph.start), paragraph.end) as CodePointOffset;
  return nodeAt(element, toCodeUnit(rendered.text, inside) - paragraph.unitStart, lean);
}

/** Binary search: the first paragraph that ends behind the offset, or, leaning back, the last that starts before it. */
function paragraphNear(
  paragraphs: readonly Paragraph[],
  offset: CodePointOffset,
  lean: 'back' | 'on',
): number {
  let low = 0;
  let high = paragraphs.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const { start, end } = paragraphs[middle]!;
    if (lean === 'on' ? end <= offset : start < offset) low = middle + 1;
    else high = middle;
  }
  return lean === 'on' ? Math.min(low, paragraphs.length - 1) : Math.max(low - 1, 0);
}

/** A live range over a span, for selecting and measuring; null when its text is not on the page. */
export function spanToRange(rendered: RenderedText, span: Span): Range | null {
  const start = offsetToPoint(rendered, span.start, 'on');
  const end = offsetToPoint(rendered, span.end, 'back');
  if (!start || !end) return null;
  const range = rendered.root.ownerDocument.createRange();
  range.setStart(start.node, start.offset);
  range.setEnd(end.node, end.offset);
  return range;
}

/** The part of a span that lies in one paragraph, as a static range: a text that never changes needs no live ones. */
export function rangeInParagraph(rendered: RenderedText, index: number, span: Span): StaticRange | null {
  const paragraph = rendered.paragraphs[index];
  const element = rendered.elements[index];
  if (!paragraph || !element) return null;
  const start = Math.max(span.start, paragraph.start) as CodePointOffset;
  const end = Math.min(span.end, paragraph.end) as CodePointOffset;
  if (start >= end) return null;
  const from = nodeAt(element, toCodeUnit(rendered.text, start) - paragraph.unitStart, 'on');
  const to = nodeAt(element, toCodeUnit(rendered.text, end) - paragraph.unitStart, 'back');
  if (!from || !to) return null;
  return new StaticRange({
    startContainer: from.node,
    startOffset: from.offset,
    endContainer: to.node,
    endOffset: to.offset,
  });
}
