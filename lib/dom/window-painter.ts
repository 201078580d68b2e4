import type { Span } from '@/lib/text/offsets';
import { isLong } from '@/lib/text/sections';
import type { Canvas } from './canvas';
import type { Overlay } from './highlight-names';
import { afterFrame } from './after-frame';
import { IntervalIndex, type Interval } from './interval-index';
import { observeNearParagraphs } from './near-paragraphs';
import { planParagraph, type ParagraphPlan } from './paint-plan';
import type { Painter, PaintDelta, PaintedMark, Passages } from './painter';
import type { RenderedText } from './rendered-text';
import { paragraphIndexesIn } from './span-to-range';
import { whileIdle } from './while-idle';

/** So many marks at once are those that an article comes with. */
const MANY = 200;

/** So many marks in several paragraphs take longer than a frame to paint. */
const LONG_TO_PAINT = 200;

/** How many marks a paragraph has that cannot be told apart; the style sheet writes it beside the paragraph. */
const MORE = 'data-more';

/** The colour of the open mark's lines, for its paragraphs alone: to style the whole article anew for it takes long. */
const ACTIVE_LINE = '--active-line';

/**
 * Keeps all marks, and draws those of the paragraphs near the window: every range that is registered, and every element,
 * costs something at every change anywhere on the page. The cost of a change is that of the paragraphs it touches.
 */
export class WindowPainter implements Painter {
  readonly #rendered: RenderedText;
  readonly #canvas: Canvas;
  readonly #marks: IntervalIndex<PaintedMark>;
  /** Paragraphs near the window. */
  readonly #near = new Set<number>();
  readonly #stopObserving: () => void;
  #stopPreparing: (() => void) | null = null;
  /** Paragraphs near the window that are painted once those in it are on the screen. */
  readonly #unseen = new Set<number>();
  #stopUnseen: (() => void) | null = null;
  #shown: ((id: string) => boolean) | null = null;
  #active: string | null = null;
  /** The paragraphs that know the open mark's colour. */
  #tinted: readonly HTMLElement[] = [];
  #hover: string | null = null;
  readonly #passages = new Map<Passages, readonly Span[]>();

  constructor(rendered: RenderedText, canvas: Canvas) {
    this.#rendered = rendered;
    this.#canvas = canvas;
    this.#marks = new IntervalIndex(rendered.paragraphs);
    this.#stopObserving = observeNearParagraphs(rendered, (arrived, left) => {
      for (const paragraph of left) this.#near.delete(paragraph);
      for (const paragraph of arrived) this.#near.add(paragraph);
      canvas.together(() => {
        for (const paragraph of left) canvas.wipe(paragraph);
        this.#paintAll(arrived);
      });
      for (const [kind, spans] of this.#passages) if (spans.length > 0) this.#layPassages(kind, spans);
    });
  }

  at(offset: number): readonly Interval[] {
    const all = this.#marks.at(offset);
    return this.#shown ? all.filter(({ id }) => this.#shown!(id)) : all;
  }

  seen(): Span | null {
    const seen = [...this.#near].filter((paragraph) => this.#isSeen(paragraph));
    if (seen.length === 0) return null;
    const { paragraphs } = this.#rendered;
    return { start: paragraphs[Math.min(...seen)]!.start, end: paragraphs[Math.max(...seen)]!.end };
  }

  set(deltas: readonly PaintDelta[]): void {
    this.#take(deltas);
    if (deltas.length > MANY) this.#prepareAll();
    for (const { id } of deltas) {
      if (id === this.#active) this.setActive(id);
      if (id === this.#hover) this.#overlayMark('hover', id);
    }
  }

  #take(deltas: readonly PaintDelta[]): void {
    const touched = new Set<number>();
    for (const { id, mark } of deltas) {
      for (const paragraph of mark ? this.#marks.set(mark) : this.#marks.delete(id)) {
        if (this.#near.has(paragraph)) touched.add(paragraph);
      }
    }
    this.#paintSeenFirst(touched);
  }

  setActive(id: string | null): void {
    this.#active = id;
    this.#tint(id === null ? undefined : this.#marks.get(id));
    this.#overlayMark('active', id);
  }

  setHover(id: string | null): void {
    if (id === this.#hover) return;
    this.#hover = id;
    this.#overlayMark('hover', id);
  }

  setFilter(shown: ((id: string) => boolean) | null): void {
    this.#shown = shown;
    this.#paintSeenFirst([...this.#near]);
  }

  setSelection(span: Span | null): void {
    this.#canvas.overlay('selection', span ? [span] : []);
  }

  setPassages(kind: Passages, spans: readonly Span[]): void {
    this.#passages.set(kind, spans);
    this.#layPassages(kind, spans);
  }

  /** Those near the window, like marks. */
  #layPassages(kind: Passages, spans: readonly Span[]): void {
    const isNear = (paragraph: number): boolean => this.#near.has(paragraph);
    this.#canvas.overlay(
      kind,
      spans.filter((span) => paragraphIndexesIn(this.#rendered, span).some(isNear)),
    );
  }

  destroy(): void {
    this.#stopObserving();
    this.#stopPreparing?.();
    this.#stopUnseen?.();
    this.#canvas.destroy();
    this.#tint(undefined);
    for (const paragraph of this.#near) this.#rendered.elements[paragraph]?.removeAttribute(MORE);
  }

  /** What is not laid out costs nothing to get ready; done as it comes near, it would be laid out and then styled anew. */
  #prepareAll(): void {
    const { paragraphs, text } = this.#rendered;
    if (!isLong(text)) return;
    this.#stopPreparing?.();
    let next = 0;
    this.#stopPreparing = whileIdle(() => {
      if (next === paragraphs.length) return 'done';
      if (!this.#near.has(next)) this.#canvas.prepare(next, this.#planOf(next));
      next += 1;
      return 'more';
    });
  }

  #isSeen(paragraph: number): boolean {
    const { top, bottom } = this.#rendered.elements[paragraph]!.getBoundingClientRect();
    return bottom >= 0 && top <= window.innerHeight;
  }

  #planOf(paragraph: number): ParagraphPlan {
    return planParagraph(this.#marks.inBlock(paragraph), this.#shown);
  }

  /** Where many marks lie in them, those in the window first and the others behind that frame. */
  #paintSeenFirst(paragraphs: Iterable<number>): void {
    const all = [...paragraphs];
    const marks = all.reduce((sum, paragraph) => sum + this.#marks.inBlock(paragraph).length, 0);
    if (all.length === 1 || marks <= LONG_TO_PAINT) return this.#paintAll(all);
    const seen = all.filter((paragraph) => this.#isSeen(paragraph));
    for (const paragraph of all) this.#unseen.add(paragraph);
    for (const paragraph of seen) this.#unseen.delete(paragraph);
    this.#paintAll(seen);
    this.#stopUnseen ??= afterFrame(() => {
      this.#stopUnseen = null;
      const unseen = [...this.#unseen].filter((paragraph) => this.#near.has(paragraph));
      this.#unseen.clear();
      this.#paintAll(unseen);
    });
  }

  #paintAll(paragraphs: Iterable<number>): void {
    this.#canvas.together(() => {
      for (const paragraph of paragraphs) this.#paint(paragraph);
    });
  }

  #paint(paragraph: number): void {
    const plan = this.#planOf(paragraph);
    this.#canvas.paint(paragraph, plan);
    const element = this.#rendered.elements[paragraph]!;
    if (plan.more > 0) element.setAttribute(MORE, `+${plan.more}`);
    else if (element.hasAttribute(MORE)) element.removeAttribute(MORE);
  }

  #tint(mark: PaintedMark | undefined): void {
    for (const element of this.#tinted) element.style.removeProperty(ACTIVE_LINE);
    const paragraphs = mark ? paragraphIndexesIn(this.#rendered, mark) : [];
    this.#tinted = paragraphs.map((paragraph) => this.#rendered.elements[paragraph]!);
    for (const element of this.#tinted) {
      element.style.setProperty(ACTIVE_LINE, `var(--tag-${mark!.colour}-line)`);
    }
  }

  #overlayMark(overlay: Overlay, id: string | null): void {
    const mark = id === null ? undefined : this.#marks.get(id);
    this.#canvas.overlay(overlay, mark ? [mark] : []);
  }
}
