import { notify, notifyDone } from '@/app/_ui/toast';
import { missingForAcceptance, type Missing } from '@/lib/adjudication/may-accept';
import type { AnnotationView } from '@/lib/contract/annotation';
import type { NewDecision } from '@/lib/contract/decision';
import { can } from '@/lib/policy/can';
import type { Seen } from '@/lib/sync/replica';
import { undo } from './changing';
import type { DeskModel } from './desk-model';
import { count, quoted } from './say-mark';

export const mayDecide = ({ data: { me } }: DeskModel): boolean => can.decide(me);

/** What the schema asks for before a mark can be accepted, and what is not there; the first of it. */
export function missingFor(
  desk: DeskModel,
  mark: AnnotationView,
  correction: string | null = mark.correction,
): Missing | null {
  const tag = desk.tagOf(mark);
  if (!tag) return null;
  const { value, state, evidence } = mark;
  return missingForAcceptance(tag, { value, state, correction, evidence: evidence.length })[0] ?? null;
}

const SAY_MISSING: Readonly<Record<Missing, (label: string) => string>> = {
  'correction-required': (label) => `“${label}” needs a correction before it can be accepted.`,
  'evidence-required': (label) =>
    `“${label}” needs evidence before it can be accepted: a link or a note is enough.`,
};

/** Opens the form that asks for what is missing, and says so. */
export function askForMissing(desk: DeskModel, mark: AnnotationView, missing: Missing): void {
  const message = SAY_MISSING[missing](mark.tagLabel);
  const kind = missing === 'correction-required' ? 'amend' : 'evidence';
  desk.state.set({ active: mark.id, form: { id: mark.id, kind, message } });
}

/** Accepts a mark, with another correction where the editor has changed it; or asks for what is missing. */
export function acceptMark(desk: DeskModel, mark: AnnotationView, correction?: string, seen?: Seen): void {
  const missing = missingFor(desk, mark, correction ?? mark.correction);
  if (missing) return askForMissing(desk, mark, missing);
  const changed = correction === undefined || correction === mark.correction ? {} : { correction };
  decideMarks(desk, [mark], { verdict: 'accepted', ...changed }, seen);
}

const DONE = {
  accepted: 'Accepted',
  rejected: 'Rejected',
  sic: 'Left as it stands',
  merged: 'Merged',
  reopened: 'Reopened',
} as const;

/**
 * One verdict on one or many marks; what cannot have it is left out and counted. A form on one mark says what it was
 * opened on.
 */
export function decideMarks(
  desk: DeskModel,
  marks: readonly AnnotationView[],
  decision: NewDecision,
  seen?: Seen,
): void {
  if (!mayDecide(desk)) return;
  const { verdict } = decision;
  const fit = marks.filter((mark) => fits(desk, mark, decision));
  const left = marks.length - fit.length;
  const tail = left === 0 ? '' : ` ${count(left, 'mark')} left out: ${why(verdict)}`;
  if (fit.length === 0) return notify(`Nothing to do.${tail}`);
  const what = fit.length === 1 ? quoted(fit[0]!.exact) : count(fit.length, 'mark');
  desk.sync.run(
    `${verdict === 'reopened' ? 'reopen' : verdict} ${what}`,
    fit.map(({ id }) => ({ kind: 'annotation.decide', id, decision, ...(seen ? { seen } : {}) })),
  );
  desk.state.set({ form: null });
  notifyDone(`${DONE[verdict]}: ${what}.${tail}`, { run: () => undo(desk) });
}

function fits(desk: DeskModel, mark: AnnotationView, { verdict, intoId, correction }: NewDecision): boolean {
  if (mark.deletedAt !== null || mark.id === intoId) return false;
  if (verdict === 'reopened') return mark.status !== 'open';
  if (verdict !== 'accepted') return mark.status !== verdict;
  if (missingFor(desk, mark, correction ?? mark.correction)) return false;
  return mark.status !== 'accepted' || correction !== undefined;
}

const why = (verdict: NewDecision['verdict']): string =>
  verdict === 'reopened'
    ? 'they are open already.'
    : 'they are decided so already, deleted, or lack what their tag asks for.';

/** Whether a mark still waits for a verdict. */
export const isUndecided = (mark: AnnotationView): boolean =>
  mark.status === 'open' && mark.deletedAt === null;
