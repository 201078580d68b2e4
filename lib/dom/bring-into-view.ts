import type { Span } from '@/lib/text/offsets';
import { spanEdges } from './measure';
import type { RenderedText } from './rendered-text';

/** Space kept free above and below what is shown, in CSS pixels. */
const CLEAR_ABOVE = 96;
const CLEAR_BELOW = 220;

/** Where in the window a passage comes to stand that was out of view. */
const HEIGHT = 0.35;

/** Further away than so many windows nothing glides. */
const NEAR = 1.5;

/** For so many frames at most a far passage is followed while what lies above it gets its real height. */
const FRAMES = 30;
/** After so many frames in which it stood still it is there. */
const STILL = 3;

/**
 * Brings the beginning of a span into view, if it is not. Far away in a long text the sections on the way have only guessed
 * heights; the passage is held where it belongs until all is laid out, or until the person scrolls.
 */
export function bringIntoView(rendered: RenderedText, span: Span): void {
  const edges = spanEdges(rendered, span);
  if (!edges) return;
  const { top, bottom } = edges.first;
  if (top >= CLEAR_ABOVE && bottom <= window.innerHeight - CLEAR_BELOW) return;
  const way = top - window.innerHeight * HEIGHT;
  const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  if (!calm && Math.abs(way) < window.innerHeight * NEAR) {
    window.scrollBy({ top: way, behavior: 'smooth' });
    return;
  }
  window.scrollBy({ top: way, behavior: 'instant' });
  hold(rendered, span);
}

function hold(rendered: RenderedText, span: Span): void {
  const ending = new AbortController();
  for (const kind of ['wheel', 'touchmove', 'keydown', 'pointerdown'])
    window.addEventListener(kind, () => ending.abort(), { signal: ending.signal, passive: true });
  let still = 0;
  let left = FRAMES;
  const step = (): void => {
    const top = ending.signal.aborted ? undefined : spanEdges(rendered, span)?.first.top;
    if (top === undefined) return;
    const off = top - window.innerHeight * HEIGHT;
    const { scrollY } = window;
    if (Math.abs(off) >= 1) window.scrollBy({ top: off, behavior: 'instant' });
    still = window.scrollY === scrollY ? still + 1 : 0;
    left -= 1;
    if (still < STILL && left > 0) requestAnimationFrame(step);
    else ending.abort();
  };
  requestAnimationFrame(step);
  // Letters that arrive late move everything once more.
  void document.fonts.ready.then(() => {
    left = FRAMES;
    still = 0;
    if (!ending.signal.aborted) requestAnimationFrame(step);
  });
}
