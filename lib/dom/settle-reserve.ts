import { isLong } from '@/lib/text/sections';
import type { RenderedText } from './rendered-text';

/** So much a guess may be off before the sizes of what is not laid out are corrected. */
const TOLERANCE = 0.03;

/** Between two paragraphs, in font sizes: as in the style sheet. */
const GAP = 0.95;

/**
 * Corrects, now and whenever the column gets another width, how high those sections of a long text are taken to be that are
 * not laid out. The style sheet knows of lines in a column of usual width; this one may be narrower, or its letters wider.
 * Answers the function that ends it. Of a text that is laid out whole nothing is: all of it would be styled anew.
 */
export function settleReserve(rendered: RenderedText): () => void {
  if (!isLong(rendered.text)) return () => undefined;
  let width = 0;
  const observer = new ResizeObserver(([entry]) => {
    const now = entry?.contentRect.width ?? 0;
    if (now !== width) settle(rendered);
    width = now;
  });
  observer.observe(rendered.root);
  return () => observer.disconnect();
}

/** By how much the sections in the window differ from what they were taken to be. */
function settle({ root, sections }: RenderedText): void {
  const style = getComputedStyle(root);
  const size = parseFloat(style.fontSize);
  const line = parseFloat(style.lineHeight);
  let guessed = 0;
  let real = 0;
  for (const { element } of sections) {
    const { top, bottom, height } = element.getBoundingClientRect();
    if (bottom < 0) continue;
    if (top > window.innerHeight) break;
    const lines = Number(element.style.getPropertyValue('--lines'));
    const paragraphs = Number(element.style.getPropertyValue('--paragraphs'));
    guessed += lines * line + (paragraphs - 1) * GAP * size;
    real += height;
  }
  const before = Number(root.style.getPropertyValue('--reserve')) || 1;
  const ratio = guessed > 0 ? real / guessed : before;
  if (Math.abs(ratio / before - 1) > TOLERANCE) root.style.setProperty('--reserve', ratio.toFixed(3));
}
