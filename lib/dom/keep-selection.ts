import { nodeAt, unitAt } from './text-nodes';

/** Replaces a paragraph's nodes and lets the page's selection stay over the same words. */
export function keepSelection(paragraph: HTMLElement, replace: () => void): void {
  const selection = paragraph.ownerDocument.getSelection();
  const anchor = unitOf(paragraph, selection?.anchorNode ?? null, selection?.anchorOffset ?? 0);
  const focus = unitOf(paragraph, selection?.focusNode ?? null, selection?.focusOffset ?? 0);
  // Asked before, because replaced nodes take the selection's ends with them.
  const other = { anchor: endOf(selection, 'anchor'), focus: endOf(selection, 'focus') };
  replace();
  if (!selection || (anchor === null && focus === null)) return;
  const from = anchor === null ? other.anchor : nodeAt(paragraph, anchor, 'on');
  const to = focus === null ? other.focus : nodeAt(paragraph, focus, 'on');
  if (from && to) selection.setBaseAndExtent(from.node, from.offset, to.node, to.offset);
}

const unitOf = (paragraph: HTMLElement, node: Node | null, offset: number): number | null =>
  node !== null && paragraph.contains(node) ? unitAt(paragraph, node, offset) : null;

function endOf(
  selection: Selection | null,
  which: 'anchor' | 'focus',
): { readonly node: Node; readonly offset: number } | null {
  const node = selection?.[`${which}Node`] ?? null;
  return node && { node, offset: selection![`${which}Offset`] };
}
