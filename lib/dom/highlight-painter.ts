import type { Span } from '@/lib/text/offsets';
import { assignLevels } from './assign-levels';
import {
  colourHighlight,
  LEVELS,
  OVERLAYS,
  overlayHighlight,
  quietHighlight,
  type Overlay,
} from './highlight-names';
import { IntervalIndex, type Interval } from './interval-index';
import { observeNearParagraphs } from './near-paragraphs';
import type { Painter, PaintDelta, PaintedMark } from './painter';
import type { RenderedText } from './rendered-text';
import { paragraphIndexesIn, rangeInParagraph } from './span-to-range';

/** Whether the browser can paint ranges (CSS Custom Highlight API). Without it the cards still hold every mark. */
export const paintsHighlights = (): boolean => typeof CSS !== 'undefined' && 'highlights' in CSS;

interface Registered {
  readonly highlight: Highlight;
  readonly range: StaticRange;
}

/**
 * Paints with the CSS Custom Highlight API. One `Highlight` a look, never one a mark (10,000 objects cost seconds), and
 * only the ranges of paragraphs near the viewport are registered, because every registered range costs something at
 * every change anywhere on the page. The cost of a change is that of the paragraphs it touches.
 */
export class HighlightPainter implements Painter {
  readonly #rendered: RenderedText;
  readonly #index: IntervalIndex;
  readonly #marks = new Map<string, PaintedMark>();
  readonly #highlights = new Map<string, Highlight>();
  readonly #registered = new Map<number, Registered[]>();
  readonly #near = new Set<number>();
  readonly #stopObserving: () => void;
  #shown: ((id: string) => boolean) | null = null;
  #active: string | null = null;
  #hover: string | null = null;

  constructor(rendered: RenderedText, scroller: Element | null) {
    this.#rendered = rendered;
    this.#index = new IntervalIndex(rendered.paragraphs);
    this.#stopObserving = observeNearParagraphs(rendered, scroller, (arrived, left) => {
      for (const block of left) {
        this.#near.delete(block);
        this.#unregister(block);
      }
      for (const block of arrived) {
        this.#near.add(block);
        this.#register(block);
      }
    });
  }

  at(offset: number): readonly Interval[] {
    const all = this.#index.at(offset);
    return this.#shown ? all.filter(({ id }) => this.#shown!(id)) : all;
  }

  set(deltas: readonly PaintDelta[]): void {
    const touched = new Set<number>();
    for (const { id, mark } of deltas) {
      if (mark) this.#marks.set(id, mark);
      else this.#marks.delete(id);
      const blocks = mark ? this.#index.set({ id, ...mark.span, order: mark.order }) : this.#index.delete(id);
      for (const block of blocks) touched.add(block);
    }
    this.#repaint(touched);
    const ids = new Set(deltas.map(({ id }) => id));
    if (this.#active !== null && ids.has(this.#active)) this.#overlayMark('active', this.#active);
    if (this.#hover !== null && ids.has(this.#hover)) this.#overlayMark('hover', this.#hover);
  }

  setActive(id: string | null): void {
    this.#active = id;
    this.#overlayMark('active', id);
  }

  setHover(id: string | null): void {
    if (id === this.#hover) return;
    this.#hover = id;
    this.#overlayMark('hover', id);
  }

  setFilter(shown: ((id: string) => boolean) | null): void {
    this.#shown = shown;
    this.#repaint(new Set(this.#near));
  }

  setSelection(span: Span | null): void {
    this.#overlay('selection', span ? [span] : []);
  }

  setFound(spans: readonly Span[]): void {
    this.#overlay('found', spans);
  }

  destroy(): void {
    this.#stopObserving();
    for (const [name, highlight] of this.#highlights) {
      highlight.clear();
      if (CSS.highlights.get(name) === highlight) CSS.highlights.delete(name);
    }
  }

  #repaint(blocks: ReadonlySet<number>): void {
    for (const block of blocks) {
      if (!this.#near.has(block)) continue;
      this.#unregister(block);
      this.#register(block);
    }
  }

  #register(block: number): void {
    const here = this.#index.inBlock(block);
    const shown = this.#shown ? here.filter(({ id }) => this.#shown!(id)) : here;
    if (shown.length === 0) return;
    const levels = assignLevels(shown, LEVELS);
    const registered: Registered[] = [];
    for (const { id } of shown) {
      const mark = this.#marks.get(id)!;
      const range = rangeInParagraph(this.#rendered, block, mark.span);
      if (!range) continue;
      const level = levels.get(id)!;
      const highlight = this.#highlight(
        mark.look === 'quiet' ? quietHighlight(level) : colourHighlight(mark.colour, level),
        level,
      );
      highlight.add(range);
      registered.push({ highlight, range });
    }
    this.#registered.set(block, registered);
  }

  #unregister(block: number): void {
    for (const { highlight, range } of this.#registered.get(block) ?? []) highlight.delete(range);
    this.#registered.delete(block);
  }

  #overlayMark(overlay: Overlay, id: string | null): void {
    const mark = id === null ? undefined : this.#marks.get(id);
    this.#overlay(overlay, mark ? [mark.span] : []);
  }

  #overlay(overlay: Overlay, spans: readonly Span[]): void {
    const highlight = this.#highlight(overlayHighlight(overlay), OVERLAYS[overlay]);
    highlight.clear();
    for (const span of spans) {
      for (const block of paragraphIndexesIn(this.#rendered, span)) {
        const range = rangeInParagraph(this.#rendered, block, span);
        if (range) highlight.add(range);
      }
    }
  }

  /** Made when first used, so that unused looks cost nothing. */
  #highlight(name: string, priority: number): Highlight {
    const known = this.#highlights.get(name);
    if (known) return known;
    const highlight = new Highlight();
    highlight.priority = priority;
    this.#highlights.set(name, highlight);
    CSS.highlights.set(name, highlight);
    return highlight;
  }
}
