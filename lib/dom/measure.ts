import type { CodePointOffset, Span } from '@/lib/text/offsets';
import { pointToOffset } from './range-to-span';
import type { RenderedText } from './rendered-text';
import { offsetToPoint } from './span-to-range';
import { caretFromPoint } from './hit-test';

/** A rectangle in viewport pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Scripts that run to the left: their characters begin at their right edge. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/** The first and the last line of a span, or null when it is not on the page. Measured when asked, never kept. */
export function spanEdges(
  rendered: RenderedText,
  span: Span,
): { readonly first: Box; readonly last: Box } | null {
  const first = caretBox(rendered, span.start, 'on');
  const last = caretBox(rendered, span.end, 'back');
  return first && last ? { first, last } : null;
}

/**
 * Where a caret at an offset stands: a box without width. Where a line wraps an offset has two places; leaning `on` it
 * is the start of the next line, `back` the end of the one before. Measured by the character beside it, because the
 * platform puts an empty range at either.
 */
export function caretBox(rendered: RenderedText, offset: CodePointOffset, lean: 'back' | 'on'): Box | null {
  const point = offsetToPoint(rendered, offset, lean);
  if (!point || point.node.length === 0) return null;
  const { node } = point;
  const behind = lean === 'back' ? point.offset > 0 : point.offset === node.length;
  const from = behind ? point.offset - 1 : point.offset;
  const range = rendered.root.ownerDocument.createRange();
  range.setStart(node, from);
  range.setEnd(node, from + 1);
  const rects = range.getClientRects();
  const rect = behind ? rects[rects.length - 1] : rects[0];
  if (!rect) return null;
  const leftwards = RIGHT_TO_LEFT.test(node.data[from]!);
  const x = behind === leftwards ? rect.left : rect.right;
  return { left: x, right: x, top: rect.top, bottom: rect.bottom };
}

/**
 * Where the caret goes by one line up (-1) or down (1), keeping to the column `x` (viewport pixels). The same offset
 * where there is no further line or the page does not reach so far.
 */
export function offsetByLine(
  rendered: RenderedText,
  offset: CodePointOffset,
  x: number,
  direction: -1 | 1,
): CodePointOffset {
  const from = caretBox(rendered, offset, 'on');
  if (!from) return offset;
  const height = Math.max(from.bottom - from.top, 8);
  const edge = rendered.root.getBoundingClientRect();
  let y = direction > 0 ? from.bottom : from.top;
  for (let step = 0; step < 12; step += 1) {
    y += direction * height * 0.5;
    if (y < edge.top || y > edge.bottom) break;
    const caret = caretFromPoint(rendered.root.ownerDocument, { x, y });
    if (!caret || !rendered.root.contains(caret.node)) continue;
    const found = pointToOffset(rendered, caret.node, caret.offset);
    const box = caretBox(rendered, found, 'on');
    if (box && (direction > 0 ? box.top >= from.bottom - 2 : box.bottom <= from.top + 2)) return found;
  }
  return offset;
}

/** The start (-1) or end (1) of the line that holds an offset. */
export function lineEdge(
  rendered: RenderedText,
  offset: CodePointOffset,
  direction: -1 | 1,
): CodePointOffset {
  const box = caretBox(rendered, offset, direction > 0 ? 'on' : 'back');
  if (!box) return offset;
  const edge = rendered.root.getBoundingClientRect();
  const x = direction > 0 ? edge.right - 1 : edge.left + 1;
  const caret = caretFromPoint(rendered.root.ownerDocument, { x, y: (box.top + box.bottom) / 2 });
  if (!caret || !rendered.root.contains(caret.node)) return offset;
  return pointToOffset(rendered, caret.node, caret.offset);
}
