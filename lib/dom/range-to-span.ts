import { toCodePoint } from '@/lib/text/article-text';
import { settleSpan } from '@/lib/text/graphemes';
import { codePoint, type CodePointOffset, type CodeUnitOffset, type Span } from '@/lib/text/offsets';
import { PARAGRAPH_START, paragraphIndexOf, type RenderedText } from './rendered-text';
import { unitAt } from './text-nodes';

/**
 * The span of a DOM range: snapped to grapheme clusters, edge white space trimmed, ends outside the article clamped
 * to it. Null when nothing but white space, or nothing of the article, is inside. Costs the depth of the two ends,
 * whatever the length of the article or of the range.
 */
export function rangeToSpan(rendered: RenderedText, range: AbstractRange): Span | null {
  if (range.collapsed) return null;
  const start = pointToOffset(rendered, range.startContainer, range.startOffset);
  const end = pointToOffset(rendered, range.endContainer, range.endOffset);
  return start < end ? settleSpan(rendered.text, { start, end }) : null;
}

/**
 * The code-point offset of a boundary point. A point between paragraphs is the start of the next one (or, behind the
 * last one, its end); a point before or behind the article is its first or last offset.
 */
export function pointToOffset(rendered: RenderedText, node: Node, offset: number): CodePointOffset {
  const index = paragraphIndexOf(rendered, node);
  if (index !== null) return offsetInParagraph(rendered, index, node, offset);
  const { root, text } = rendered;
  if (!root.contains(node) && !node.contains(root)) {
    const follows = root.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING;
    return follows ? text.length : codePoint(0);
  }
  return offsetBetweenParagraphs(rendered, node, offset);
}

function offsetInParagraph(
  rendered: RenderedText,
  index: number,
  node: Node,
  offset: number,
): CodePointOffset {
  const { unitStart, unitEnd } = rendered.paragraphs[index]!;
  const inside = unitAt(rendered.elements[index]!, node, offset);
  return toCodePoint(rendered.text, Math.min(unitStart + inside, unitEnd) as CodeUnitOffset);
}

/** For a point in an element that holds paragraphs: the first paragraph behind it says where it is. */
function offsetBetweenParagraphs(rendered: RenderedText, node: Node, offset: number): CodePointOffset {
  for (let next = node.childNodes[offset] ?? null; next; next = next.nextSibling) {
    const index = firstParagraphIn(rendered, next);
    if (index !== null) return rendered.paragraphs[index]!.start;
  }
  if (node === rendered.root || !rendered.root.contains(node)) {
    return node === rendered.root || offset > 0 ? rendered.text.length : codePoint(0);
  }
  const parent = node.parentNode!;
  return offsetBetweenParagraphs(rendered, parent, [...parent.childNodes].indexOf(node as ChildNode) + 1);
}

function firstParagraphIn(rendered: RenderedText, node: Node): number | null {
  if (!(node instanceof Element)) return null;
  const paragraph = node.matches(`[${PARAGRAPH_START}]`) ? node : node.querySelector(`[${PARAGRAPH_START}]`);
  return (paragraph && rendered.indexOf.get(paragraph)) ?? null;
}
