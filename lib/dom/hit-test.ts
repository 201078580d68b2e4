import { toCodePoint } from '@/lib/text/article-text';
import type { CodePointOffset, CodeUnitOffset } from '@/lib/text/offsets';
import type { Interval } from './interval-index';
import type { MarksByOffset } from './painter';
import { paragraphIndexOf, type RenderedText } from './rendered-text';
import { nodeAt, unitAt } from './text-nodes';

/** A place in the viewport, in CSS pixels. */
export interface ViewportPoint {
  readonly x: number;
  readonly y: number;
}

/** The space between two lines belongs to the nearer one: so many CSS pixels above and below a character count to it. */
const LEADING = 4;

/** Every mark under a point: shortest first, of equal ones the latest first. Empty on blank paper. */
export function hitTest(
  rendered: RenderedText,
  marks: MarksByOffset,
  point: ViewportPoint,
): readonly Interval[] {
  const offset = characterAt(rendered, point);
  return offset === null ? [] : marks.at(offset);
}

/**
 * The offset of the character under a point, or null where there is none. The platform answers with the nearest text
 * even from the blank space behind a line, so the point has to lie in the character's own rectangle.
 */
export function characterAt(rendered: RenderedText, point: ViewportPoint): CodePointOffset | null {
  const caret = caretFromPoint(rendered.root.ownerDocument, point);
  if (!caret || !(caret.node instanceof Text)) return null;
  const index = paragraphIndexOf(rendered, caret.node);
  if (index === null) return null;
  const element = rendered.elements[index]!;
  const { unitStart, unitEnd } = rendered.paragraphs[index]!;
  const { value } = rendered.text;
  const at = unitStart + unitAt(element, caret.node, caret.offset);
  for (const unit of [characterStart(value, at), characterStart(value, at - 1)]) {
    if (unit < unitStart || unit >= unitEnd) continue;
    const length = value.codePointAt(unit)! > 0xffff ? 2 : 1;
    if (!coversPoint(element, unit - unitStart, length, point)) continue;
    return toCodePoint(rendered.text, unit as CodeUnitOffset);
  }
  return null;
}

const characterStart = (value: string, unit: number): number =>
  unit > 0 && value.codePointAt(unit - 1)! > 0xffff ? unit - 1 : unit;

function coversPoint(element: HTMLElement, unit: number, length: number, { x, y }: ViewportPoint): boolean {
  const from = nodeAt(element, unit, 'on');
  const to = nodeAt(element, unit + length, 'back');
  if (!from || !to) return false;
  const range = element.ownerDocument.createRange();
  range.setStart(from.node, from.offset);
  range.setEnd(to.node, to.offset);
  return [...range.getClientRects()].some(
    ({ left, right, top, bottom }) => x >= left && x <= right && y >= top - LEADING && y <= bottom + LEADING,
  );
}

/** The caret place nearest to a point: the standard call, or the one of older Safari. */
export function caretFromPoint(
  document: Document,
  { x, y }: ViewportPoint,
): { readonly node: Node; readonly offset: number } | null {
  if (typeof document.caretPositionFromPoint === 'function') {
    const position = document.caretPositionFromPoint(x, y);
    return position && { node: position.offsetNode, offset: position.offset };
  }
  const range = document.caretRangeFromPoint(x, y);
  return range && { node: range.startContainer, offset: range.startOffset };
}
