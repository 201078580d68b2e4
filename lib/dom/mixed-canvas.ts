import type { Span } from '@/lib/text/offsets';
import type { Canvas } from './canvas';
import { ElementCanvas } from './element-canvas';
import { HighlightCanvas } from './highlight-canvas';
import type { Overlay } from './highlight-names';
import type { ParagraphPlan } from './paint-plan';
import type { RenderedText } from './rendered-text';

/**
 * A paragraph with more strokes is drawn with elements. Highlights are put on and painted again at every change anywhere
 * on the page, which costs some 25 µs a stroke; elements cost something only when they change themselves.
 */
const DENSE = 16;

/**
 * Draws over the text where marks are few, and within it where they stand close. What lies over the marks for a while, such
 * as the hovered one, is painted in both.
 */
export class MixedCanvas implements Canvas {
  readonly #over: HighlightCanvas;
  readonly #within: ElementCanvas;
  /** The paragraphs that are drawn within. */
  readonly #dense = new Set<number>();

  constructor(rendered: RenderedText) {
    this.#over = new HighlightCanvas(rendered);
    this.#within = new ElementCanvas(rendered, { joinsAlike: true });
  }

  together(work: () => void): void {
    this.#within.together(work);
  }

  paint(paragraph: number, plan: ParagraphPlan): void {
    if (plan.strokes.length > DENSE) {
      this.#dense.add(paragraph);
      this.#over.wipe(paragraph);
      this.#within.paint(paragraph, plan);
      this.#over.renewOverlays(paragraph);
    } else if (this.#dense.delete(paragraph)) {
      this.#within.mend(paragraph);
      this.#over.paint(paragraph, plan);
      this.#over.renewOverlays(paragraph);
    } else this.#over.paint(paragraph, plan);
  }

  prepare(paragraph: number, plan: ParagraphPlan): void {
    if (plan.strokes.length <= DENSE) this.#over.prepare(paragraph, plan);
  }

  wipe(paragraph: number): void {
    if (this.#dense.has(paragraph)) this.#within.wipe(paragraph);
    else this.#over.wipe(paragraph);
  }

  overlay(overlay: Overlay, spans: readonly Span[]): void {
    this.#over.overlay(overlay, spans);
  }

  destroy(): void {
    this.#over.destroy();
    this.#within.destroy();
  }
}
