import { sameSpan, type Span } from '@/lib/text/offsets';
import { rangeToSpan } from './range-to-span';
import type { RenderedText } from './rendered-text';

export type SelectedBy = 'mouse' | 'touch' | 'keyboard';

export interface SelectionWatcher {
  /** A passage has been selected and the hand has come to rest. The same passage is not reported twice in a row. */
  onSettled(span: Span, by: SelectedBy): void;
  /** A click or tap in the text that selected nothing, in viewport pixels. */
  onClick(event: MouseEvent): void;
}

/** Milliseconds without a change after which a selection made by handles or keys counts as settled. */
const REST = { touch: 400, keyboard: 250 } as const;

/** A press that moves less than this, in CSS pixels, is a click: a drag of one letter is wider. */
const CLICK_REACH = 3;

/**
 * Watches the page's own selection in a rendered text. By mouse it settles when the button comes up (no waiting: a
 * delay would cost a frame), by touch and keys when it rests or the Shift key comes up. Selections inside inputs, and
 * so everything an input method composes, are none of its business. Answers the function that ends it.
 */
export function observeSelection(rendered: RenderedText, watcher: SelectionWatcher): () => void {
  const { root } = rendered;
  const document = root.ownerDocument;
  const ending = new AbortController();
  let pointer: SelectedBy = 'mouse';
  let pressedAt: { readonly x: number; readonly y: number } | null = null;
  let resting: ReturnType<typeof setTimeout> | undefined;
  let reported: Span | null = null;

  const selected = (anywhere: boolean): Span | null => {
    const selection = document.getSelection();
    if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return null;
    const range = selection.getRangeAt(0);
    return anywhere || root.contains(range.commonAncestorContainer) ? rangeToSpan(rendered, range) : null;
  };
  const report = (span: Span | null, by: SelectedBy): void => {
    clearTimeout(resting);
    if (span && !(reported && sameSpan(reported, span))) watcher.onSettled(span, by);
    reported = span;
  };

  const on = <K extends keyof DocumentEventMap>(
    target: Document | HTMLElement,
    kind: K,
    handle: (event: DocumentEventMap[K]) => void,
  ): void =>
    target.addEventListener(kind, handle as EventListener, {
      signal: ending.signal,
      capture: true,
      passive: true,
    });

  on(document, 'pointerdown', (event) => {
    pointer = event.pointerType === 'mouse' ? 'mouse' : 'touch';
  });
  on(document, 'keydown', () => {
    if (!pressedAt) pointer = 'keyboard';
  });
  on(root, 'mousedown', (event) => {
    if (event.button !== 0 || pointer !== 'mouse') return;
    pressedAt = { x: event.clientX, y: event.clientY };
    reported = null;
  });
  on(document, 'mouseup', (event) => {
    if (!pressedAt) return;
    const { x, y } = pressedAt;
    pressedAt = null;
    const moved = Math.hypot(event.clientX - x, event.clientY - y) > CLICK_REACH;
    const span = moved || event.detail > 1 || event.shiftKey ? selected(true) : null;
    report(span, 'mouse');
    if (!span) watcher.onClick(event);
  });
  on(root, 'click', (event) => {
    if (pointer === 'touch' && !selected(false)) watcher.onClick(event);
  });
  on(document, 'keyup', (event) => {
    if (event.key === 'Shift' && !event.isComposing && pointer === 'keyboard')
      report(selected(false), 'keyboard');
  });
  on(document, 'selectionchange', () => {
    clearTimeout(resting);
    if (pressedAt || pointer === 'mouse') return;
    const by = pointer;
    resting = setTimeout(() => report(selected(false), by), REST[by]);
  });

  return () => {
    clearTimeout(resting);
    ending.abort();
  };
}
