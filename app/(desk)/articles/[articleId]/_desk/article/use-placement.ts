'use client';

import { useLayoutEffect, type RefObject } from 'react';
import type { RenderedText } from '@/lib/dom/rendered-text';
import type { Span } from '@/lib/text/offsets';
import { useDesk } from '../model/use-desk';

/** The element that everything laid over the text is placed in. */
export const ARTICLE_ID = 'article';

/** Writes the place of an element that belongs to a span into its style; `frame` is the article's box. */
export type Put = (element: HTMLElement, page: RenderedText, span: Span, frame: DOMRect) => void;

/**
 * Keeps an element at its place over the text, also when the text is laid out anew. Written straight into the style:
 * what moves does not render. `put` has to be the same function at every rendering.
 */
export function usePlacement(ref: RefObject<HTMLElement | null>, span: Span | null, put: Put): void {
  const desk = useDesk();
  useLayoutEffect(() => {
    const { page } = desk;
    const element = ref.current;
    const article = document.getElementById(ARTICLE_ID);
    if (!page || !element || !article || !span) return;
    const place = (): void => put(element, page, span, article.getBoundingClientRect());
    place();
    const observer = new ResizeObserver(place);
    observer.observe(page.root);
    return () => observer.disconnect();
  }, [desk, ref, span, put]);
}
