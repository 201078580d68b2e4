/** A place in a text node, in UTF-16 units. */
export interface DomPoint {
  readonly node: Text;
  readonly offset: number;
}

/**
 * Where a UTF-16 unit of a paragraph stands in its element. A renderer may have cut the text into several nodes; between
 * two of them it is the end of the one before (`back`) or the start of the one behind (`on`). Null when the element
 * holds no text, or not so much.
 */
export function nodeAt(element: HTMLElement, unit: number, lean: 'back' | 'on'): DomPoint | null {
  const only = element.firstChild;
  if (only instanceof Text && only === element.lastChild) return { node: only, offset: unit };
  let before = 0;
  let found: DomPoint | null = null;
  for (const node of textNodesIn(element)) {
    const offset = unit - before;
    if (offset < 0) break;
    if (offset <= node.length) found = { node, offset };
    if (lean === 'back' ? offset <= node.length : offset < node.length) break;
    before += node.length;
  }
  return found;
}

/** The UTF-16 unit of a paragraph that a boundary point inside its element stands at. */
export function unitAt(element: HTMLElement, node: Node, offset: number): number {
  if (node === element.firstChild && node instanceof Text) return offset;
  let before = 0;
  const range = element.ownerDocument.createRange();
  range.setStart(node, offset);
  for (const text of textNodesIn(element)) {
    if (text === node) return before + offset;
    if (range.comparePoint(text, 0) >= 0) return before;
    before += text.length;
  }
  return before;
}

function* textNodesIn(element: HTMLElement): Generator<Text> {
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) yield walker.currentNode as Text;
}
