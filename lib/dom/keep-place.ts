import { isLong } from '@/lib/text/sections';
import type { RenderedText } from './rendered-text';

/** For so many frames after a change of width sections are laid out and get the height they really have. */
const FRAMES = 12;

/** CSS pixels of the window that the desk's bar takes. */
const BAR = 56;

/** Where a paragraph stands below the bar: its upper edge, or by what share of its height that is above. */
interface Place {
  readonly element: HTMLElement;
  readonly top: number;
  readonly share: number;
}

/**
 * Keeps what is read in its place when the column of a long text gets another width: all heights change, and of most
 * sections they are only guessed, so that the browser cannot. Whoever scrolls meanwhile is left alone. Answers the function
 * that ends it.
 */
export function keepPlace(rendered: RenderedText): () => void {
  const { root, text } = rendered;
  if (!isLong(text)) return () => undefined;
  const ending = new AbortController();
  const { signal } = ending;
  let place = findPlace(rendered);
  let width = root.clientWidth;
  let request = 0;

  const note = (): void => {
    // Of another width already: what stood at the top is put back first.
    if (root.clientWidth === width && request === 0) place = findPlace(rendered);
  };
  const putBack = (left: number): void => {
    request = 0;
    if (!place) return;
    const { top, height } = place.element.getBoundingClientRect();
    const off = top - BAR - (place.top < 0 ? -place.share * height : place.top);
    if (Math.abs(off) > 1) window.scrollBy({ top: off, behavior: 'instant' });
    if (left > 0) request = requestAnimationFrame(() => putBack(left - 1));
  };
  const letGo = (): void => {
    cancelAnimationFrame(request);
    request = 0;
  };

  window.addEventListener('scroll', note, { signal, passive: true });
  for (const kind of ['wheel', 'touchmove', 'keydown', 'pointerdown']) {
    window.addEventListener(kind, letGo, { signal, passive: true });
  }
  const observer = new ResizeObserver(() => {
    if (root.clientWidth === width) return;
    width = root.clientWidth;
    letGo();
    putBack(FRAMES);
  });
  observer.observe(root);
  return () => {
    ending.abort();
    observer.disconnect();
    letGo();
  };
}

/** The first paragraph that reaches below the bar; null where none does. Only sections near it are asked. */
function findPlace({ sections, elements }: RenderedText): Place | null {
  let low = 0;
  let high = sections.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sections[middle]!.element.getBoundingClientRect().bottom <= BAR) low = middle + 1;
    else high = middle;
  }
  const section = sections[low];
  if (!section) return null;
  for (const element of elements.slice(section.first, section.end)) {
    const { top, bottom, height } = element.getBoundingClientRect();
    if (bottom > BAR) return { element, top: top - BAR, share: height > 0 ? (BAR - top) / height : 0 };
  }
  return null;
}
