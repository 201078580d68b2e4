import { notifyFailure } from '@/app/_ui/toast';
import type { DeskModel } from './desk-model';

/** Takes the marks as soon as they have followed the text. Answers the function that stops waiting. */
export function awaitMarks(desk: DeskModel): () => void {
  const ending = new AbortController();
  const lose = (): void => {
    if (ending.signal.aborted) return;
    desk.state.set({ marks: 'lost' });
    notifyFailure('The marks of this article did not arrive. Reload the page to see them.');
  };
  // What comes with a page is no promise in full: its `then` answers nothing.
  desk.data.marks.then((packed) => {
    if (ending.signal.aborted) return;
    try {
      desk.takeMarks(packed);
    } catch {
      lose();
    }
  }, lose);
  return () => ending.abort();
}
