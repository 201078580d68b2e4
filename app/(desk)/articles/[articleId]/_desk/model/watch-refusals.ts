import { notifyFailure } from '@/app/_ui/toast';
import type { Refusal } from '@/lib/sync/outbox';
import { askForMissing } from './deciding';
import type { DeskModel } from './desk-model';

/**
 * Says at once what the server would not do. A decision that lacks something opens the form that asks for it; everything
 * else waits behind the state of saving, with what the person has typed. Answers the function that ends it.
 */
export function watchRefusals(desk: DeskModel): () => void {
  const { outbox } = desk.sync;
  let known: readonly Refusal[] = outbox.state.refusals;
  return outbox.subscribe(() => {
    const { refusals } = outbox.state;
    const fresh = refusals.filter((refusal) => !known.includes(refusal));
    known = refusals;
    for (const refusal of fresh) tell(desk, refusal);
  });
}

function tell(desk: DeskModel, refusal: Refusal): void {
  const { code, detail } = refusal.problem;
  const [{ kind, id }] = refusal.operations;
  const mark = desk.mark(id);
  const missing = code === 'correction-required' || code === 'evidence-required' ? code : null;
  if (kind === 'annotation.decide' && mark && missing) {
    desk.sync.outbox.dismiss(refusal);
    askForMissing(desk, mark, missing);
    return;
  }
  notifyFailure(detail);
}
