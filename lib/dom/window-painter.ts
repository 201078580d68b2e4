import type { Span } from '@/lib/text/offsets';
import type { Canvas } from './canvas';
import type { Overlay } from './highlight-names';
import { IntervalIndex, type Interval } from './interval-index';
import { observeNearSections } from './near-sections';
import { planParagraph } from './paint-plan';
import type { Painter, PaintDelta, PaintedMark } from './painter';
import type { RenderedText } from './rendered-text';

/** How many marks a paragraph has that cannot be told apart; the style sheet writes it beside the paragraph. */
const MORE = 'data-more';

/**
 * Keeps all marks, and draws those of the sections near the window: every range that is registered, and every element,
 * costs something at every change anywhere on the page. The cost of a change is that of the paragraphs it touches.
 */
export class WindowPainter implements Painter {
  readonly #rendered: RenderedText;
  readonly #canvas: Canvas;
  readonly #index: IntervalIndex;
  readonly #marks = new Map<string, PaintedMark>();
  /** Paragraphs near the window. */
  readonly #near = new Set<number>();
  readonly #stopObserving: () => void;
  #shown: ((id: string) => boolean) | null = null;
  #active: string | null = null;
  #hover: string | null = null;

  constructor(rendered: RenderedText, canvas: Canvas) {
    this.#rendered = rendered;
    this.#canvas = canvas;
    this.#index = new IntervalIndex(rendered.paragraphs);
    this.#stopObserving = observeNearSections(rendered, (arrived, left) => {
      for (const section of left) this.#leave(section);
      for (const section of arrived) this.#arrive(section);
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
    for (const { id } of deltas) {
      if (id === this.#active) this.#overlayMark('active', id);
      if (id === this.#hover) this.#overlayMark('hover', id);
    }
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
    this.#repaint(this.#near);
  }

  setSelection(span: Span | null): void {
    this.#canvas.overlay('selection', span ? [span] : []);
  }

  setFound(spans: readonly Span[]): void {
    this.#canvas.overlay('found', spans);
  }

  destroy(): void {
    this.#stopObserving();
    this.#canvas.destroy();
    for (const paragraph of this.#near) this.#rendered.elements[paragraph]?.removeAttribute(MORE);
  }

  #arrive(section: number): void {
    const { first, end } = this.#rendered.sections[section]!;
    for (let paragraph = first; paragraph < end; paragraph += 1) {
      this.#near.add(paragraph);
      this.#paint(paragraph);
    }
  }

  #leave(section: number): void {
    const { first, end } = this.#rendered.sections[section]!;
    for (let paragraph = first; paragraph < end; paragraph += 1) {
      if (this.#near.delete(paragraph)) this.#canvas.wipe(paragraph);
    }
  }

  #repaint(paragraphs: ReadonlySet<number>): void {
    for (const paragraph of paragraphs) if (this.#near.has(paragraph)) this.#paint(paragraph);
  }

  #paint(paragraph: number): void {
    const here = this.#index.inBlock(paragraph);
    const plan = planParagraph(here, (id) => this.#marks.get(id)!, this.#shown);
    this.#canvas.paint(paragraph, plan);
    const element = this.#rendered.elements[paragraph]!;
    if (plan.more > 0) element.setAttribute(MORE, `+${plan.more}`);
    else if (element.hasAttribute(MORE)) element.removeAttribute(MORE);
  }

  #overlayMark(overlay: Overlay, id: string | null): void {
    const mark = id === null ? undefined : this.#marks.get(id);
    this.#canvas.overlay(overlay, mark ? [mark.span] : []);
  }
}
