import { createArticleText, type ArticleText } from '@/lib/text/article-text';
import { paragraphsOf, type Paragraph } from '@/lib/text/paragraphs';
import { fail, ok, type Result } from '@/lib/result';

/** Carries the code-point offset of a paragraph's first character; one element a paragraph, one text node in it. */
export const PARAGRAPH_START = 'data-start';

/** Marks the element around a section's paragraphs. */
export const SECTION = 'data-section';

/** A run of paragraphs in an element of its own, by their indexes, half-open. */
export interface RenderedSection {
  readonly element: HTMLElement;
  readonly first: number;
  readonly end: number;
}

/** A text and the elements that show it. The i-th element shows the i-th paragraph. */
export interface RenderedText {
  readonly root: HTMLElement;
  readonly text: ArticleText;
  readonly paragraphs: readonly Paragraph[];
  readonly elements: readonly HTMLElement[];
  /** In order; every paragraph is in one. */
  readonly sections: readonly RenderedSection[];
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
  const sections = readSections(root, elements.length);
  return (sections.at(-1)?.end ?? 0) === elements.length
    ? ok({ root, text, paragraphs, elements, sections, indexOf })
    : fail('page-altered');
}

/** A text that is not divided is one section. */
function readSections(root: HTMLElement, paragraphs: number): readonly RenderedSection[] {
  const sections: RenderedSection[] = [];
  for (const element of root.querySelectorAll<HTMLElement>(`[${SECTION}]`)) {
    const first = sections.at(-1)?.end ?? 0;
    sections.push({ element, first, end: first + element.childElementCount });
  }
  if (sections.length === 0 && paragraphs > 0) return [{ element: root, first: 0, end: paragraphs }];
  return sections;
}

/** Index of the paragraph around a node, or null outside the article's paragraphs. */
export function paragraphIndexOf(rendered: RenderedText, node: Node): number | null {
  const element = node instanceof Element ? node : node.parentElement;
  const paragraph = element?.closest(`[${PARAGRAPH_START}]`);
  return (paragraph && rendered.indexOf.get(paragraph)) ?? null;
}
