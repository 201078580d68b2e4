import type { RenderedText } from './rendered-text';

/** How far around what is visible counts as near: one screen above and one below. */
const MARGIN = '100% 0px';

/**
 * Tells which paragraphs come near the viewport of `scroller` (null: the page's own) and which leave it, as indexes.
 * Answers the function that ends it.
 */
export function observeNearParagraphs(
  rendered: RenderedText,
  scroller: Element | null,
  onChange: (arrived: readonly number[], left: readonly number[]) => void,
): () => void {
  const observer = new IntersectionObserver(
    (entries) => {
      const arrived: number[] = [];
      const left: number[] = [];
      for (const { target, isIntersecting } of entries) {
        const index = rendered.indexOf.get(target);
        if (index !== undefined) (isIntersecting ? arrived : left).push(index);
      }
      onChange(arrived, left);
    },
    { root: scroller, rootMargin: MARGIN },
  );
  for (const element of rendered.elements) observer.observe(element);
  return () => observer.disconnect();
}
