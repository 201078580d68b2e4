import { paintsHighlights } from '@/lib/dom/highlight-canvas';
import type { RenderedText } from '@/lib/dom/rendered-text';
import { paragraphIndexesIn, rangeInParagraph } from '@/lib/dom/span-to-range';
import type { Span } from '@/lib/text/offsets';

/** Paints spans in one look, named as in the style sheet. Answers the function that takes it off again. */
export function paintSpans(rendered: RenderedText, name: string, spans: readonly Span[]): () => void {
  if (!paintsHighlights()) return () => undefined;
  const highlight = new Highlight();
  for (const span of spans) {
    for (const block of paragraphIndexesIn(rendered, span)) {
      const range = rangeInParagraph(rendered, block, span);
      if (range) highlight.add(range);
    }
  }
  CSS.highlights.set(name, highlight);
  return () => {
    if (CSS.highlights.get(name) === highlight) CSS.highlights.delete(name);
  };
}
