import { piecesOf, type Piece } from '@/lib/annotation/pieces';
import { sliceText } from '@/lib/text/article-text';
import type { Span } from '@/lib/text/offsets';
import type { Canvas } from './canvas';
import { overlayName, priorityOf, type Overlay } from './highlight-names';
import { keepSelection } from './keep-selection';
import type { ParagraphPlan, Stroke } from './paint-plan';
import type { RenderedText } from './rendered-text';
import { paragraphIndexesIn } from './span-to-range';

/**
 * Draws with `mark` elements: a paragraph is cut at every edge into disjoint pieces. For browsers that cannot paint ranges,
 * and for readers whose assistive technology tells of marks in the text. Only paragraphs near the window are cut, and only
 * those that a change touches are cut anew; the words stay the same, and so does what is selected.
 */
export class ElementCanvas implements Canvas {
  readonly #rendered: RenderedText;
  readonly #plans = new Map<number, ParagraphPlan>();
  readonly #overlays = new Map<Overlay, readonly Span[]>();

  constructor(rendered: RenderedText) {
    this.#rendered = rendered;
  }

  paint(paragraph: number, plan: ParagraphPlan): void {
    this.#plans.set(paragraph, plan);
    this.#cut(paragraph);
  }

  /** What is far has no elements. */
  prepare(): void {
    return;
  }

  wipe(paragraph: number): void {
    if (this.#plans.delete(paragraph)) this.#cut(paragraph);
  }

  overlay(overlay: Overlay, spans: readonly Span[]): void {
    const touched = [...(this.#overlays.get(overlay) ?? []), ...spans];
    this.#overlays.set(overlay, spans);
    for (const paragraph of new Set(touched.flatMap((span) => paragraphIndexesIn(this.#rendered, span)))) {
      if (this.#plans.has(paragraph)) this.#cut(paragraph);
    }
  }

  destroy(): void {
    const cut = [...this.#plans.keys()];
    this.#plans.clear();
    for (const paragraph of cut) this.#cut(paragraph);
  }

  #cut(paragraph: number): void {
    const element = this.#rendered.elements[paragraph]!;
    const whole = this.#rendered.paragraphs[paragraph]!;
    const pieces = piecesOf(whole, this.#strokesIn(paragraph));
    if (pieces.length === 1 && pieces[0]!.marks.length === 0 && element.childElementCount === 0) return;
    const nodes = pieces.map((piece) => this.#nodeOf(piece));
    keepSelection(element, () => element.replaceChildren(...nodes));
  }

  /** By start, as the pieces want them; none in a paragraph far from the window. */
  #strokesIn(paragraph: number): readonly Pick<Stroke, 'start' | 'end' | 'names'>[] {
    const plan = this.#plans.get(paragraph);
    if (!plan) return [];
    const overlays = [...this.#overlays].flatMap(([overlay, spans]) =>
      spans.map(({ start, end }) => ({ start, end, names: [overlayName(overlay)] })),
    );
    return [...plan.strokes, ...overlays].toSorted((a, b) => a.start - b.start);
  }

  /** One element a look, the uppermost innermost: only so do lines of several marks show below each other. */
  #nodeOf({ span, marks }: Piece<Pick<Stroke, 'names'>>): Node {
    const { ownerDocument } = this.#rendered.root;
    const names = [...new Set(marks.flatMap((stroke) => stroke.names))].toSorted(
      (a, b) => priorityOf(a) - priorityOf(b),
    );
    let node: Node = ownerDocument.createTextNode(sliceText(this.#rendered.text, span));
    for (const [index, name] of names.toReversed().entries()) {
      const outermost = index === names.length - 1;
      const element = ownerDocument.createElement(outermost ? 'mark' : 'span');
      element.className = name;
      element.append(node);
      node = element;
    }
    return node;
  }
}
