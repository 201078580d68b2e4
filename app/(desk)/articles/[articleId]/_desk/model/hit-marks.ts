import { characterAt, hitTest, type ViewportPoint } from '@/lib/dom/hit-test';
import type { DeskModel } from './desk-model';
import { openMark } from './opening';

/** The list of several marks hangs a little below the pointer, in CSS pixels. */
const BELOW = 14;
const LIST_WIDTH = 320;

/**
 * A click in the text. The shortest mark under it opens; where there are several, a list offers the others. With the
 * caret on, the click puts the caret there. Beside all marks it closes the open one.
 */
export function hitMarks(desk: DeskModel, { clientX: x, clientY: y }: MouseEvent): void {
  const { page, painter } = desk;
  const { adjusting, caret } = desk.state.get();
  if (!page || !painter || adjusting) return;
  if (caret) {
    const at = characterAt(page, { x, y });
    if (at !== null) desk.state.set({ caret: { at, anchor: at } });
  }
  const ids = hitTest(page, painter, { x, y }).map(({ id }) => id);
  const [first] = ids;
  if (first === undefined) return desk.state.set({ active: null, form: null, here: null });
  openMark(desk, first, { scroll: false });
  if (ids.length === 1) return;
  showHere(desk, ids, { x, y });
}

/** Lists marks at a place in the window, within the article; with `takesFocus` the first of them has it at once. */
export function showHere(
  desk: DeskModel,
  ids: readonly string[],
  { x, y }: ViewportPoint,
  { takesFocus = false }: { readonly takesFocus?: boolean } = {},
): void {
  const frame = desk.page?.root.parentElement?.getBoundingClientRect();
  if (!frame) return;
  const left = Math.max(0, Math.min(x - frame.left - 24, frame.width - LIST_WIDTH));
  desk.state.set({ here: { ids, left, top: y - frame.top + BELOW, takesFocus } });
}
