import { notifyConflict, notifyFailure } from '@/app/_ui/toast';
import { conflictOf } from '@/lib/sync/rebase';
import type { Refusal } from '@/lib/sync/work';
import { askForMissing } from './deciding';
import type { DeskModel } from './desk-model';
import { quoted } from './say-mark';

/**
 * Says at once what the server would not do of what was done in this window. A decision that lacks something opens the
 * form that asks for it; everything else waits behind the state of saving, with what the person has typed. Answers the
 * function that ends it.
 */
export const watchRefusals = (desk: DeskModel): (() => void) =>
  desk.sync.onRefused((refusal) => tell(desk, refusal));

function tell(desk: DeskModel, refusal: Refusal): void {
  const { work, problem } = refusal;
  const { code, detail } = problem;
  const { kind, id } = work[0].operation;
  const mark = desk.mark(id);
  const missing = code === 'correction-required' || code === 'evidence-required' ? code : null;
  if (kind === 'annotation.decide' && mark && missing) {
    desk.sync.outbox.dismiss(refusal);
    askForMissing(desk, mark, missing);
    return;
  }
  const conflict = conflictOf(work, problem);
  if (!conflict) return notifyFailure(detail);
  notifyConflict(
    `${quoted(conflict.base.exact)} was changed by somebody else meanwhile. Nothing is overwritten.`,
    {
      label: 'Choose',
      run: () => desk.state.set({ overlay: 'unsaved' }),
    },
  );
}
