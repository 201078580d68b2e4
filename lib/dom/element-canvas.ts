import { piecesOf } from '@/lib/annotation/pieces';
import { sliceText } from '@/lib/text/article-text';
import { span as spanOf, type Span } from '@/lib/text/offsets';
import type { Canvas } from './canvas';
import { overlayName, priorityOf, type Overlay } from './highlight-names';
import { holdSelection } from './hold-selection';
import type { ParagraphPlan, Stroke } from './paint-plan';
import type { RenderedText } from './rendered-text';
import { paragraphIndexesIn } from './span-to-range';
import { forgetNodes } from './text-nodes';

/** So many paragraphs that have left the window stay cut: a reader goes back and forth. */
const KEPT = 100;

/** Letters of average width in a line of the article's column. */
const COLUMN = 78;

/**
 * By so many CSS pixels a browser makes a piece wider than its letters, on average: it gives each whole 64ths. The column is
 * that much wider for a paragraph that is cut, so that its lines end where they did.
 */
const ROUNDING = 0.4 / 64;

/** Where more pieces than that go or come, all are put in at once: one by one takes a multiple of the time. */
const MANY = 50;

/** A stretch of a paragraph as it stands on the page. */
interface ShownPiece {
  readonly span: Span;
  /** The looks that lie over it, the lowest first: one element each, the lowest outermost. */
  readonly names: readonly string[];
  readonly node: ChildNode;
}

/**
 * Draws with `mark` elements: a paragraph is cut at every edge into disjoint pieces. For browsers that cannot paint ranges,
 * for readers whose assistive technology tells of marks in the text, and where marks stand close. Only paragraphs near the
 * window are cut, and of those that a change touches only the pieces that differ are made anew; the words stay the same,
 * and so does what is selected.
 */
export class ElementCanvas implements Canvas {
  readonly #rendered: RenderedText;
  readonly #joinsAlike: boolean;
  readonly #plans = new Map<number, ParagraphPlan>();
  readonly #overlays = new Map<Overlay, readonly Span[]>();
  /** The pieces of every paragraph that is cut. */
  readonly #shown = new Map<number, readonly ShownPiece[]>();
  /** Those of them that are not near any more, the longest away first. */
  readonly #away = new Set<number>();
  /** The paragraphs that got other nodes since several changes began; null where they are not made together. */
  #replaced: Set<HTMLElement> | null = null;
  #letGo: ReturnType<typeof holdSelection> | null = null;

  /** `joinsAlike` where nobody but the eye is told of them: two marks that touch and look the same are then one element. */
  constructor(rendered: RenderedText, { joinsAlike }: { readonly joinsAlike: boolean }) {
    this.#rendered = rendered;
    this.#joinsAlike = joinsAlike;
  }

  together(work: () => void): void {
    if (this.#replaced) return work();
    const replaced = (this.#replaced = new Set());
    try {
      work();
    } finally {
      const letGo = this.#letGo;
      this.#replaced = null;
      this.#letGo = null;
      letGo?.(replaced);
    }
  }

  paint(paragraph: number, plan: ParagraphPlan): void {
    this.#away.delete(paragraph);
    this.#plans.set(paragraph, plan);
    this.#cut(paragraph);
  }

  /** What is far has no elements. */
  prepare(): void {
    return;
  }

  wipe(paragraph: number): void {
    if (!this.#plans.has(paragraph)) return;
    this.#away.add(paragraph);
    if (this.#away.size <= KEPT) return;
    const [longest] = this.#away;
    this.mend(longest!);
  }

  /** Makes a paragraph one piece again. */
  mend(paragraph: number): void {
    this.#away.delete(paragraph);
    if (this.#plans.delete(paragraph)) this.#cut(paragraph);
  }

  overlay(overlay: Overlay, spans: readonly Span[]): void {
    const touched = [...(this.#overlays.get(overlay) ?? []), ...spans];
    this.#overlays.set(overlay, spans);
    const paragraphs = new Set(touched.flatMap((span) => paragraphIndexesIn(this.#rendered, span)));
    this.together(() => {
      for (const paragraph of paragraphs) if (this.#plans.has(paragraph)) this.#cut(paragraph);
    });
  }

  destroy(): void {
    this.together(() => {
      for (const paragraph of [...this.#plans.keys()]) this.mend(paragraph);
    });
  }

  #cut(paragraph: number): void {
    const element = this.#rendered.elements[paragraph]!;
    const whole = this.#rendered.paragraphs[paragraph]!;
    const before = this.#shown.get(paragraph) ?? [
      { span: whole, names: NO_NAMES, node: element.firstChild! },
    ];
    const known = new Map(before.map((piece) => [piece.span.start, piece]));
    const now = this.#looksIn(paragraph).map(({ span, names }): ShownPiece => {
      const there = known.get(span.start);
      const node =
        there?.span.end === span.end && restyle(there, names) ? there.node : this.#nodeOf(span, names);
      return { span, names, node };
    });
    if (now.length > 1 || now[0]!.names.length > 0) this.#shown.set(paragraph, now);
    else this.#shown.delete(paragraph);
    const kept = new Set<Node>(now.map(({ node }) => node));
    const gone = before.filter(({ node }) => !kept.has(node));
    if (gone.length === 0 && now.length === before.length) return;
    const slack = now.length > 1 ? ((now.length * COLUMN) / (whole.end - whole.start)) * ROUNDING : 0;
    element.style.marginInlineEnd = slack === 0 ? '' : `${(-slack).toFixed(2)}px`;
    this.together(() => {
      this.#letGo ??= holdSelection(this.#rendered);
      this.#replaced!.add(element);
      forgetNodes(element);
      const come = now.length - (before.length - gone.length);
      if (gone.length + come > MANY) return element.replaceChildren(...now.map(({ node }) => node));
      for (const { node } of gone) node.remove();
      let next: ChildNode | null = element.firstChild;
      for (const { node } of now) {
        if (node === next) next = node.nextSibling;
        else element.insertBefore(node, next);
      }
    });
  }

  #looksIn(paragraph: number): readonly Look[] {
    const whole = this.#rendered.paragraphs[paragraph]!;
    const pieces = piecesOf(whole, this.#strokesIn(paragraph)).map(({ span, marks }): Look => ({
      span,
      names: namesOf(marks),
    }));
    return this.#joinsAlike ? joinAlike(pieces) : pieces;
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
  #nodeOf(span: Span, names: readonly string[]): ChildNode {
    const { ownerDocument } = this.#rendered.root;
    let node: ChildNode = ownerDocument.createTextNode(sliceText(this.#rendered.text, span));
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

const NO_NAMES: readonly string[] = [];

/** A stretch and the looks over it. */
type Look = Pick<ShownPiece, 'span' | 'names'>;

/** Neighbours with the same looks as one: the eye cannot tell them apart, and each piece takes its time. */
function joinAlike(pieces: readonly Look[]): readonly Look[] {
  const joined: Look[] = [];
  for (const piece of pieces) {
    const before = joined.at(-1);
    if (before && sameNames(before.names, piece.names)) {
      joined[joined.length - 1] = {
        span: spanOf(before.span.start, piece.span.end),
        names: before.names,
      };
    } else joined.push(piece);
  }
  return joined;
}

const sameNames = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((name, at) => name === b[at]);

function namesOf(strokes: readonly Pick<Stroke, 'names'>[]): readonly string[] {
  if (strokes.length === 0) return NO_NAMES;
  return [...new Set(strokes.flatMap(({ names }) => names))].toSorted(
    (a, b) => priorityOf(a) - priorityOf(b),
  );
}

/** Gives a piece other looks, if it has as many; answers whether it has. */
function restyle({ node, names: before }: ShownPiece, names: readonly string[]): boolean {
  if (before.length !== names.length) return false;
  let element: Node | null = node;
  for (const [index, name] of names.entries()) {
    if (name !== before[index]) (element as Element).className = name;
    element = element!.firstChild;
  }
  return true;
}
