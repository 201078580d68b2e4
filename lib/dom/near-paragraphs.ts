import type { RenderedSection, RenderedText } from './rendered-text';

/** How far around what is visible counts as near, in windows above and below: what comes so near is painted before it is seen. */
const NEAR = 0.5;

/** Paragraphs of sections so near are watched one by one; of what is further away only the section as a whole. */
const AROUND = 1;

/**
 * Tells which paragraphs come near the window and which leave it, as indexes; those that are near already at once. Answers
 * the function that ends it. The browser compares every watched element at every frame: so sections are watched, and
 * paragraphs only in those around the window.
 */
export function observeNearParagraphs(
  { sections, elements, indexOf }: RenderedText,
  onChange: (arrived: readonly number[], left: readonly number[]) => void,
): () => void {
  const near = new Set<number>();
  /** Of several states of one paragraph the last one counts: a slow page is told of several frames at once. */
  const change = (states: readonly (readonly [paragraph: number, isNear: boolean])[]): void => {
    const arrived: number[] = [];
    const left: number[] = [];
    for (const [paragraph, isNear] of new Map(states)) {
      if (isNear === near.has(paragraph)) continue;
      (isNear ? arrived : left).push(paragraph);
      if (isNear) near.add(paragraph);
      else near.delete(paragraph);
    }
    if (arrived.length + left.length > 0) onChange(arrived, left);
  };
  const measure = ({ first, end }: RenderedSection): void =>
    change(
      elements
        .slice(first, end)
        .map((element, index) => [first + index, isNear(element.getBoundingClientRect())]),
    );

  const paragraphs = new IntersectionObserver(
    (entries) => change(entries.map(({ target, isIntersecting }) => [indexOf.get(target)!, isIntersecting])),
    { rootMargin: `${NEAR * 100}% 0px` },
  );
  const sectionOf = new Map<Element, RenderedSection>(sections.map((section) => [section.element, section]));
  const around = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting, boundingClientRect } of entries) {
        const section = sectionOf.get(target)!;
        const inside = elements.slice(section.first, section.end);
        for (const element of inside) {
          if (isIntersecting) paragraphs.observe(element);
          else paragraphs.unobserve(element);
        }
        // What was jumped to is measured: the paragraphs' observer would tell it one frame later.
        if (!isIntersecting) change(inside.map((_, index) => [section.first + index, false]));
        else if (isNear(boundingClientRect)) measure(section);
      }
    },
    { rootMargin: `${AROUND * 100}% 0px` },
  );
  for (const section of sections) {
    if (isNear(section.element.getBoundingClientRect())) measure(section);
    around.observe(section.element);
  }
  return () => {
    around.disconnect();
    paragraphs.disconnect();
  };
}

const isNear = ({ top, bottom }: DOMRectReadOnly): boolean =>
  bottom >= -NEAR * window.innerHeight && top <= (1 + NEAR) * window.innerHeight;
