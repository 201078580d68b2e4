import { notify, notifyDone } from '@/app/_ui/toast';
import type { AnnotationView } from '@/lib/contract/annotation';
import { planRestore, type RestorePlan } from '@/lib/sync/plan-restore';
import { undo } from './changing';
import type { DeskModel } from './desk-model';
import { quoted } from './say-mark';

export const restorePlan = (desk: DeskModel, now: AnnotationView, then: AnnotationView): RestorePlan =>
  planRestore(desk.data.me, desk.schema, now, then);

/** Makes a mark again what it was, as something new that one undo takes back; says why where that cannot be. */
export function restoreState(desk: DeskModel, now: AnnotationView, then: AnnotationView): void {
  const plan = restorePlan(desk, now, then);
  if (!plan.ok) return notify(plan.reason);
  desk.sync.run(`restore ${quoted(then.exact)} as it was`, plan.drafts);
  desk.state.set({ overlay: null, active: now.id, form: null });
  notifyDone(`${quoted(then.exact)} is as it was then.`, { run: () => undo(desk) });
}
