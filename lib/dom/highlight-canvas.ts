import { span as spanOf, type Span } from '@/lib/text/offsets';
import type { Canvas } from './canvas';
import { overlayName, priorityOf, type Overlay } from './highlight-names';
import type { ParagraphPlan, Stroke } from './paint-plan';
import type { RenderedText } from './rendered-text';
import { paragraphIndexesIn, rangeInParagraph } from './span-to-range';

/** Whether the browser can paint ranges (CSS Custom Highlight API). */
export const paintsHighlights = (): boolean => typeof CSS !== 'undefined' && 'highlights' in CSS;

interface Drawn {
  readonly stroke: Stroke;
  readonly range: StaticRange;
}

/**
 * Draws with the CSS Custom Highlight API: the text's nodes stay as they are. One `Highlight` a look, never one a mark:
 * 10,000 objects cost seconds. A paragraph that is painted anew registers only what differs.
 */
export class HighlightCanvas implements Canvas {
  readonly #rendered: RenderedText;
  readonly #highlights = new Map<string, Highlight>();
  readonly #drawn = new Map<number, Map<string, Drawn>>();

  constructor(rendered: RenderedText) {
    this.#rendered = rendered;
  }

  paint(paragraph: number, { strokes }: ParagraphPlan): void {
    const before = this.#drawn.get(paragraph);
    const now = new Map<string, Drawn>();
    for (const stroke of strokes) {
      const known = before?.get(stroke.key);
      if (known && sameStroke(known.stroke, stroke)) {
        now.set(stroke.key, known);
        before!.delete(stroke.key);
        continue;
      }
      const range = rangeInParagraph(this.#rendered, paragraph, spanOf(stroke.start, stroke.end));
      if (!range) continue;
      for (const name of stroke.names) this.#highlight(name).add(range);
      now.set(stroke.key, { stroke, range });
    }
    if (before) this.#erase(before);
    if (now.size > 0) this.#drawn.set(paragraph, now);
    else this.#drawn.delete(paragraph);
  }

  wipe(paragraph: number): void {
    const drawn = this.#drawn.get(paragraph);
    if (!drawn) return;
    this.#erase(drawn);
    this.#drawn.delete(paragraph);
  }

  overlay(overlay: Overlay, spans: readonly Span[]): void {
    const highlight = this.#highlight(overlayName(overlay));
    if (highlight.size > 0) highlight.clear();
    for (const span of spans) {
      for (const paragraph of paragraphIndexesIn(this.#rendered, span)) {
        const range = rangeInParagraph(this.#rendered, paragraph, span);
        if (range) highlight.add(range);
      }
    }
  }

  destroy(): void {
    for (const [name, highlight] of this.#highlights) {
      highlight.clear();
      if (CSS.highlights.get(name) === highlight) CSS.highlights.delete(name);
    }
  }

  #erase(drawn: ReadonlyMap<string, Drawn>): void {
    for (const { stroke, range } of drawn.values()) {
      for (const name of stroke.names) this.#highlights.get(name)!.delete(range);
    }
  }

  /** Made when first used, so that unused looks cost nothing. */
  #highlight(name: string): Highlight {
    const known = this.#highlights.get(name);
    if (known) return known;
    const highlight = new Highlight();
    highlight.priority = priorityOf(name);
    this.#highlights.set(name, highlight);
    CSS.highlights.set(name, highlight);
    return highlight;
  }
}

const sameStroke = (a: Stroke, b: Stroke): boolean =>
  a.start === b.start &&
  a.end === b.end &&
  a.names.length === b.names.length &&
  a.names.every((name, at) => name === b.names[at]);
