import type { Painting } from '@/lib/dom/create-painter';
import type { DeskModel } from './desk-model';

/** Kept in this browser and for nobody else: it depends on what the person reads with here. */
const KEY = 'galley:marks-within-text';

/** Takes up what was chosen in this browser before. */
export function readPainting(desk: DeskModel): void {
  try {
    if (window.localStorage.getItem(KEY) !== null) desk.state.set({ painting: 'within' });
  } catch {
    // Where nothing may be stored, it is as if nothing had been.
  }
}

/** Shows the marks the other way, from now on. */
export function switchPainting(desk: DeskModel): void {
  const painting: Painting = desk.state.get().painting === 'over' ? 'within' : 'over';
  desk.state.set({ painting });
  desk.say(painting === 'within' ? 'Marks are elements of the text.' : 'Marks are painted over the text.');
  try {
    if (painting === 'within') window.localStorage.setItem(KEY, '');
    else window.localStorage.removeItem(KEY);
  } catch {
    // It holds for this page then.
  }
}
