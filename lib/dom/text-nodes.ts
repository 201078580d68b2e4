/** A place in a text node, in UTF-16 units. */
export interface DomPoint {
  readonly node: Text;
  readonly offset: number;
}

/** The text nodes of an element in order, and where each of them ends, in UTF-16 units. */
interface TextNodes {
  readonly nodes: readonly Text[];
  readonly ends: readonly number[];
}

/** Of elements that are cut into several text nodes: hundreds of places are asked for at once. */
const known = new WeakMap<HTMLElement, TextNodes>();

/** Has to be told of every element whose nodes were replaced. */
export const forgetNodes = (element: HTMLElement): boolean => known.delete(element);

/**
 * Where a UTF-16 unit of a paragraph stands in its element. A renderer may have cut the text into several nodes; between
 * two of them it is the end of the one before (`back`) or the start of the one behind (`on`). Null when the element
 * holds no text, or not so much. O(log n) for n nodes.
 */
export function nodeAt(element: HTMLElement, unit: number, lean: 'back' | 'on'): DomPoint | null {
  const only = element.firstChild;
  if (only instanceof Text && only === element.lastChild) return { node: only, offset: unit };
  const { nodes, ends } = textNodesOf(element);
  let low = 0;
  let high = nodes.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (lean === 'back' ? ends[middle]! < unit : ends[middle]! <= unit) low = middle + 1;
    else high = middle;
  }
  const index = Math.min(low, nodes.length - 1);
  const node = nodes[index];
  const offset = unit - (ends[index - 1] ?? 0);
  return node && offset >= 0 && offset <= node.length ? { node, offset } : null;
}

/** The UTF-16 unit of a paragraph that a boundary point inside its element stands at. */
export function unitAt(element: HTMLElement, node: Node, offset: number): number {
  if (node === element.firstChild && node instanceof Text) return offset;
  const { nodes, ends } = textNodesOf(element);
  const index = node instanceof Text ? nodes.indexOf(node) : -1;
  if (index >= 0) return (ends[index - 1] ?? 0) + offset;
  const range = element.ownerDocument.createRange();
  range.setStart(node, offset);
  const behind = nodes.findIndex((text) => range.comparePoint(text, 0) >= 0);
  return ends[(behind < 0 ? nodes.length : behind) - 1] ?? 0;
}

function textNodesOf(element: HTMLElement): TextNodes {
  const before = known.get(element);
  if (before) return before;
  const nodes: Text[] = [];
  const ends: number[] = [];
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    nodes.push(node);
    ends.push((ends.at(-1) ?? 0) + node.length);
  }
  const found = { nodes, ends };
  known.set(element, found);
  return found;
}
