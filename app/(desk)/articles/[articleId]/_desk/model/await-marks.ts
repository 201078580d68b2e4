import { notifyFailure } from '@/app/_ui/toast';
import type { DeskModel } from './desk-model';

/** Takes the marks as soon as they have followed the text. Answers the function that stops waiting. */
export function awaitMarks(desk: DeskModel): () => void {
  const ending = new AbortController();
  desk.data.marks
    .then((packed) => {
      if (!ending.signal.aborted) desk.takeMarks(packed);
    })
    .catch(() => {
      if (ending.signal.aborted) return;
      desk.state.set({ marks: 'lost' });
      notifyFailure('The marks of this article did not arrive. Reload the page to see them.');
    });
  return () => ending.abort();
}
