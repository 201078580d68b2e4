import type { RenderedText } from './rendered-text';

/** How far around what is visible counts as near: half a screen above and below. */
const MARGIN = '50% 0px';

/**
 * Tells which sections come near the window and which leave it, as indexes. Answers the function that ends it. Sections
 * and not paragraphs are watched, because the browser compares every watched element at every scroll.
 */
export function observeNearSections(
  { sections }: RenderedText,
  onChange: (arrived: readonly number[], left: readonly number[]) => void,
): () => void {
  const indexOf = new Map<Element, number>(sections.map(({ element }, index) => [element, index]));
  const observer = new IntersectionObserver(
    (entries) => {
      const arrived: number[] = [];
      const left: number[] = [];
      for (const { target, isIntersecting } of entries) {
        (isIntersecting ? arrived : left).push(indexOf.get(target)!);
      }
      onChange(arrived, left);
    },
    { rootMargin: MARGIN },
  );
  for (const { element } of sections) observer.observe(element);
  return () => observer.disconnect();
}
