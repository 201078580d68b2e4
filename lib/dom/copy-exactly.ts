import { sliceText } from '@/lib/text/article-text';
import { codePoint } from '@/lib/text/offsets';
import { pointToOffset } from './range-to-span';
import type { RenderedText } from './rendered-text';

/**
 * Lets what is copied out of the article be its text, to the character: a browser would put its own line ends between
 * paragraphs. A selection that reaches beyond the article is left to the browser. Answers the function that ends it.
 */
export function copyExactly(rendered: RenderedText): () => void {
  const { root, text } = rendered;
  const copy = (event: ClipboardEvent): void => {
    const selection = root.ownerDocument.getSelection();
    if (!selection || selection.isCollapsed || !event.clipboardData) return;
    const range = selection.getRangeAt(0);
    if (!root.contains(range.commonAncestorContainer)) return;
    // Blank lines before the first paragraph are part of all of it.
    const whole = range.startContainer === root && range.startOffset === 0;
    const start = whole ? codePoint(0) : pointToOffset(rendered, range.startContainer, range.startOffset);
    const end = pointToOffset(rendered, range.endContainer, range.endOffset);
    event.clipboardData.setData('text/plain', sliceText(text, { start, end }));
    event.preventDefault();
  };
  root.ownerDocument.addEventListener('copy', copy);
  return () => root.ownerDocument.removeEventListener('copy', copy);
}
