import type { Span } from '@/lib/text/offsets';
import { span } from '@/lib/text/offsets';

/** A stretch of text over which the same marks lie: those of `marks` that cover it, in their order. */
export interface Piece<Mark> {
  readonly span: Span;
  readonly marks: readonly Mark[];
}

/**
 * Cuts a stretch at every edge of the marks over it; the pieces make up the whole of it. `marks` are in the order of their starts;
 * those that do not reach into it count for nothing. O(n log n) for few marks over one place.
 */
export function piecesOf<Mark extends { readonly start: number; readonly end: number }>(
  within: Span,
  marks: readonly Mark[],
): readonly Piece<Mark>[] {
  const here = marks.filter(({ start, end }) => start < within.end && end > within.start);
  const inside = (at: number): boolean => at > within.start && at < within.end;
  const cuts = new Set<number>([within.start, within.end]);
  for (const { start, end } of here) for (const at of [start, end]) if (inside(at)) cuts.add(at);
  const edges = [...cuts].sort((a, b) => a - b);
  const pieces: Piece<Mark>[] = [];
  let next = 0;
  let active: readonly Mark[] = [];
  for (const [index, start] of edges.slice(0, -1).entries()) {
    const end = edges[index + 1]!;
    const begun: Mark[] = [];
    while (next < here.length && here[next]!.start <= start) begun.push(here[next++]!);
    active = [...active, ...begun].filter((mark) => mark.end > start);
    pieces.push({ span: span(start, end), marks: active });
  }
  return pieces;
}
