import { PARAGRAPH_START, type RenderedText } from './rendered-text';
import { nodeAt, unitAt } from './text-nodes';

/** One end of a selection; in a paragraph of the text, its UTF-16 unit there. */
interface End {
  readonly node: Node;
  readonly offset: number;
  readonly paragraph: HTMLElement | null;
  readonly unit: number;
}

/**
 * Notes what the page's selection holds, before paragraphs get other nodes. Answers the function that lays it over the same
 * words again, given the paragraphs whose nodes were replaced. Asking for a selection makes a browser work out styles and
 * layout, so that is done once for many paragraphs.
 */
export function holdSelection({ root }: RenderedText): (replaced: ReadonlySet<HTMLElement>) => void {
  const selection = root.ownerDocument.getSelection();
  const anchor = endAt(root, selection?.anchorNode ?? null, selection?.anchorOffset ?? 0);
  const focus = endAt(root, selection?.focusNode ?? null, selection?.focusOffset ?? 0);
  return (replaced) => {
    if (!selection || !anchor || !focus) return;
    if (![anchor, focus].some(({ paragraph }) => paragraph && replaced.has(paragraph))) return;
    const from = placeOf(anchor, replaced);
    const to = placeOf(focus, replaced);
    if (from && to) selection.setBaseAndExtent(from.node, from.offset, to.node, to.offset);
  };
}

function endAt(root: HTMLElement, node: Node | null, offset: number): End | null {
  if (node === null) return null;
  const within = root.contains(node) ? (node instanceof Element ? node : node.parentElement) : null;
  const paragraph = within?.closest<HTMLElement>(`[${PARAGRAPH_START}]`) ?? null;
  return { node, offset, paragraph, unit: paragraph ? unitAt(paragraph, node, offset) : 0 };
}

const placeOf = (
  { node, offset, paragraph, unit }: End,
  replaced: ReadonlySet<HTMLElement>,
): Pick<End, 'node' | 'offset'> | null =>
  paragraph && replaced.has(paragraph) ? nodeAt(paragraph, unit, 'on') : { node, offset };
