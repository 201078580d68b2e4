import type { DeskModel } from './desk-model';

/** Where the focus goes when a window closes: to what the window has opened, else back into the text. */
export function afterOverlay(desk: DeskModel): HTMLElement | null {
  const { composer, form, adjusting, caret, active } = desk.state.get();
  const text = desk.page?.root ?? null;
  if (composer) return document.querySelector<HTMLElement>('.tag-line-input');
  if (form) return document.querySelector<HTMLElement>(`#mark-${form.id} form :is(textarea, input)`);
  if (adjusting || caret || active === null) return text;
  return document.getElementById(`mark-${active}`) ?? text;
}

/** Where it goes when the menu of the open mark closes: back to its button, unless an entry has opened something. */
export function afterCardMenu(desk: DeskModel): HTMLElement | true {
  const { composer, form, adjusting, active } = desk.state.get();
  const stays = active !== null && !composer && !form && !adjusting;
  return stays ? true : (afterOverlay(desk) ?? true);
}
