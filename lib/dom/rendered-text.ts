import { createArticleText, type ArticleText } from '@/lib/text/article-text';
import { paragraphsOf, type Paragraph } from '@/lib/text/paragraphs';
import { fail, ok, type Result } from '@/lib/result';

/** Carries the code-point offset of a paragraph's first character; one element a paragraph, one text node in it. */
export const PARAGRAPH_START = 'data-start';

/** A text and the elements that show it. The i-th element shows the i-th paragraph. */
export interface RenderedText {
  readonly root: HTMLElement;
  readonly text: ArticleText;
  readonly paragraphs: readonly Paragraph[];
  readonly elements: readonly HTMLElement[];
  /** Index of the paragraph that an element shows, or undefined for any other element. */
  readonly indexOf: ReadonlyMap<Element, number>;
}

/**
 * Ties a text to its paragraphs on the page, or says that the page does not show that text: translators and
 * extensions rewrite pages, and a mark made on rewritten words would mark others. Walks the page once.
 */
export function readRenderedText(root: HTMLElement, value: string): Result<RenderedText, 'page-altered'> {
  const text = createArticleText(value);
  const paragraphs = paragraphsOf(text);
  const elements = [...root.querySelectorAll<HTMLElement>(`[${PARAGRAPH_START}]`)];
  if (elements.length !== paragraphs.length) return fail('page-altered');
  const indexOf = new Map<Element, number>();
  for (const [index, element] of elements.entries()) {
    const { unitStart, unitEnd } = paragraphs[index]!;
    const node = element.firstChild;
    const intact =
      node instanceof Text && node === element.lastChild && node.data === value.slice(unitStart, unitEnd);
    if (!intact) return fail('page-altered');
    indexOf.set(element, index);
  }
  return ok({ root, text, paragraphs, elements, indexOf });
}

/** The text node of a paragraph; null once something has taken it out of the page. */
export function textNodeOf(rendered: RenderedText, index: number): Text | null {
  const node = rendered.elements[index]?.firstChild;
  return node instanceof Text ? node : null;
}

/** Index of the paragraph around a node, or null outside the article's paragraphs. */
export function paragraphIndexOf(rendered: RenderedText, node: Node): number | null {
  const element = node instanceof Element ? node : node.parentElement;
  const paragraph = element?.closest(`[${PARAGRAPH_START}]`);
  return (paragraph && rendered.indexOf.get(paragraph)) ?? null;
}
