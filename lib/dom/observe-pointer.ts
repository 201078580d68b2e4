import { hitTest } from './hit-test';
import type { Interval } from './interval-index';
import type { MarksByOffset } from './painter';
import type { RenderedText } from './rendered-text';

/**
 * Tells which marks lie under the mouse, shortest first, whenever that changes; empty when it leaves the text. At most
 * one test a frame, none while a button is down. Answers the function that ends it.
 */
export function observePointer(
  rendered: RenderedText,
  marks: MarksByOffset,
  onHover: (hits: readonly Interval[]) => void,
): () => void {
  const { root } = rendered;
  const ending = new AbortController();
  let frame = 0;
  let last = '';
  const report = (hits: readonly Interval[]): void => {
    const now = hits.map(({ id }) => id).join(' ');
    if (now === last) return;
    last = now;
    onHover(hits);
  };
  const on = (kind: 'pointermove' | 'pointerleave', handle: (event: PointerEvent) => void): void =>
    root.addEventListener(kind, handle, { signal: ending.signal, passive: true });
  on('pointermove', (event) => {
    if (event.pointerType !== 'mouse' || event.buttons !== 0 || frame !== 0) return;
    const point = { x: event.clientX, y: event.clientY };
    frame = requestAnimationFrame(() => {
      frame = 0;
      report(hitTest(rendered, marks, point));
    });
  });
  on('pointerleave', () => {
    cancelAnimationFrame(frame);
    frame = 0;
    report([]);
  });
  return () => {
    cancelAnimationFrame(frame);
    ending.abort();
  };
}
