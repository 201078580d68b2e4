import { span as spanOf, type Span } from '@/lib/text/offsets';
import type { Canvas } from './canvas';
import { overlayName, priorityOf, type Overlay } from './highlight-names';
import type { ParagraphPlan, Stroke } from './paint-plan';
import type { RenderedText } from './rendered-text';
import { paragraphIndexesIn, rangeInParagraph } from './span-to-range';

/** Whether the browser can paint ranges (CSS Custom Highlight API). */
export const paintsHighlights = (): boolean => typeof CSS !== 'undefined' && 'highlights' in CSS;

/** The looks that the style sheet has to work out for a paragraph; each costs at every change of its style. */
const LOOKS = 'data-looks';

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
  /** By paragraph: the looks that were drawn in it. They are kept, for marks come and go, and readers come back. */
  readonly #looks = new Map<number, Set<string>>();
  /** The paragraphs that an overlay lies over. */
  readonly #overlaid = new Map<string, ReadonlySet<number>>();
  readonly #overlays = new Map<Overlay, readonly Span[]>();

  constructor(rendered: RenderedText) {
    this.#rendered = rendered;
  }

  together(work: () => void): void {
    work();
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
    this.#keepLooks(paragraph, strokes);
  }

  prepare(paragraph: number, { strokes }: ParagraphPlan): void {
    this.#keepLooks(paragraph, strokes);
  }

  wipe(paragraph: number): void {
    const drawn = this.#drawn.get(paragraph);
    if (!drawn) return;
    this.#erase(drawn);
    this.#drawn.delete(paragraph);
  }

  overlay(overlay: Overlay, spans: readonly Span[]): void {
    const name = overlayName(overlay);
    this.#overlays.set(overlay, spans);
    const highlight = this.#highlight(name);
    if (highlight.size > 0) highlight.clear();
    const before = this.#overlaid.get(name);
    const now = new Set<number>();
    for (const span of spans) {
      for (const paragraph of paragraphIndexesIn(this.#rendered, span)) {
        const range = rangeInParagraph(this.#rendered, paragraph, span);
        if (!range) continue;
        highlight.add(range);
        now.add(paragraph);
      }
    }
    this.#overlaid.set(name, now);
    for (const paragraph of new Set([...(before ?? []), ...now])) this.#tellLooks(paragraph);
  }

  /** Lays the overlays of a paragraph over its text again, whose nodes were replaced. */
  renewOverlays(paragraph: number): void {
    for (const [overlay, spans] of this.#overlays) {
      if (this.#overlaid.get(overlayName(overlay))!.has(paragraph)) this.overlay(overlay, spans);
    }
  }

  destroy(): void {
    for (const [name, highlight] of this.#highlights) {
      highlight.clear();
      if (CSS.highlights.get(name) === highlight) CSS.highlights.delete(name);
    }
    const told = [this.#looks.keys(), ...this.#overlaid.values()];
    for (const paragraph of told.flatMap((paragraphs) => [...paragraphs])) {
      this.#rendered.elements[paragraph]?.removeAttribute(LOOKS);
    }
  }

  #keepLooks(paragraph: number, strokes: readonly Stroke[]): void {
    if (strokes.length === 0) return;
    const looks = this.#looks.get(paragraph) ?? new Set();
    const { size } = looks;
    for (const { names } of strokes) for (const name of names) looks.add(name);
    if (looks.size === size) return;
    this.#looks.set(paragraph, looks);
    this.#tellLooks(paragraph);
  }

  #tellLooks(paragraph: number): void {
    const element = this.#rendered.elements[paragraph]!;
    const overlays = [...this.#overlaid].filter(([, paragraphs]) => paragraphs.has(paragraph));
    const looks = [...(this.#looks.get(paragraph) ?? []), ...overlays.map(([name]) => name)].join(' ');
    if (looks === '') element.removeAttribute(LOOKS);
    else if (element.getAttribute(LOOKS) !== looks) element.setAttribute(LOOKS, looks);
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
