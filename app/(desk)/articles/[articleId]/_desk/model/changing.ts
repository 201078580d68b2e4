import { notify, notifyDone } from '@/app/_ui/toast';
import type { AnnotationView } from '@/lib/contract/annotation';
import type { NewEvidence } from '@/lib/contract/evidence';
import { can } from '@/lib/policy/can';
import { newId } from '@/lib/ids';
import type { Seen } from '@/lib/sync/replica';
import type { UndoOutcome } from '@/lib/sync/undo-history';
import { sliceText } from '@/lib/text/article-text';
import type { Span } from '@/lib/text/offsets';
import type { DeskModel } from './desk-model';
import { count, quoted, sayTag } from './say-mark';

export const mayChange = ({ data: { me } }: DeskModel, mark: AnnotationView): boolean =>
  can.changeMark(me, { authorId: mark.author.id, status: mark.status });

/** What a mark says, apart from where. */
export type MarkBodies = Pick<AnnotationView, 'tag' | 'value' | 'correction' | 'note' | 'severity' | 'state'>;

/** Changes the bodies that differ from the mark as it was seen; nothing is written when none does. */
export function changeBodies(
  desk: DeskModel,
  mark: AnnotationView,
  seen: Seen,
  bodies: Partial<MarkBodies>,
): void {
  const fields = Object.keys(bodies) as (keyof MarkBodies)[];
  const differing = fields.filter((field) => mark[field] !== bodies[field]);
  if (differing.length === 0) return;
  const change = Object.fromEntries(differing.map((field) => [field, bodies[field]]));
  desk.sync.run(`change ${quoted(mark.exact)}`, [{ kind: 'annotation.change', id: mark.id, seen, change }]);
}

/** Relates a mark to another one, or to none; both may be decided already, for a verdict is not about that. */
export function relateMark(
  desk: DeskModel,
  mark: AnnotationView,
  other: AnnotationView | null,
  seen?: Seen,
): void {
  const relatedId = other?.id ?? null;
  if (relatedId === mark.relatedId || relatedId === mark.id) return;
  const label = other
    ? `relate ${quoted(mark.exact)} to ${quoted(other.exact)}`
    : `relate ${quoted(mark.exact)} no more`;
  desk.sync.run(label, [
    { kind: 'annotation.change', id: mark.id, change: { relatedId }, ...(seen ? { seen } : {}) },
  ]);
  desk.say(other ? `Related to ${quoted(other.exact)}.` : 'Related no more.');
}

/** Moves a mark, as it was seen, onto another passage. */
export function moveMark(desk: DeskModel, mark: AnnotationView, seen: Seen, to: Span): void {
  if (to.start === mark.start && to.end === mark.end) return;
  const change = { start: to.start, end: to.end, exact: sliceText(desk.text, to) };
  desk.sync.run(`move ${quoted(mark.exact)}`, [{ kind: 'annotation.change', id: mark.id, seen, change }]);
}

/** Into the trash; the message offers to take it back. */
export function deleteMarks(desk: DeskModel, marks: readonly AnnotationView[]): void {
  const gone = marks.filter((mark) => mark.deletedAt === null && mayChange(desk, mark));
  if (gone.length === 0) return;
  const [first] = gone;
  const what = gone.length === 1 ? sayTag(first!) : count(gone.length, 'mark');
  desk.sync.run(
    `delete ${what}`,
    gone.map(({ id }) => ({ kind: 'annotation.delete', id })),
  );
  const { active } = desk.state.get();
  if (gone.some(({ id }) => id === active)) desk.state.set({ active: null, form: null });
  notifyDone(`Deleted ${what}.`, { run: () => undo(desk) });
}

export function restoreMarks(desk: DeskModel, marks: readonly AnnotationView[]): void {
  const back = marks.filter((mark) => mark.deletedAt !== null && mayChange(desk, mark));
  if (back.length === 0) return;
  desk.sync.run(
    `restore ${count(back.length, 'mark')}`,
    back.map(({ id }) => ({ kind: 'annotation.restore', id })),
  );
  notifyDone(`Restored ${count(back.length, 'mark')}.`, { run: () => undo(desk) });
}

export function addEvidence(desk: DeskModel, mark: AnnotationView, evidence: NewEvidence): void {
  desk.sync.run(`add evidence to ${quoted(mark.exact)}`, [
    { kind: 'evidence.add', id: mark.id, evidenceId: newId(), evidence },
  ]);
  desk.say('Evidence added.');
}

export function removeEvidence(desk: DeskModel, mark: AnnotationView, evidenceId: string): void {
  desk.sync.run(`remove evidence from ${quoted(mark.exact)}`, [
    { kind: 'evidence.remove', id: mark.id, evidenceId },
  ]);
  notifyDone('Evidence removed.', { run: () => undo(desk) });
}

export const undo = (desk: DeskModel): void => tell(desk.sync.history.undo(), 'Undone', 'Nothing to undo.');
export const redo = (desk: DeskModel): void =>
  tell(desk.sync.history.redo(), 'Done again', 'Nothing to redo.');

function tell(outcome: UndoOutcome | null, done: string, nothing: string): void {
  if (!outcome) return notify(nothing);
  const { label, left } = outcome;
  if (outcome.done > 0 && left.length === 0) return notify(`${done}: ${label}.`);
  const who = left[0]?.by?.name ?? 'somebody';
  const names = left.length === 1 ? who : `${who} and others`;
  const kept = `${count(left.length, 'mark was', 'marks were')} left alone: ${names} changed ${left.length === 1 ? 'it' : 'them'} since.`;
  notify(outcome.done === 0 ? `Not undone: ${label}. ${kept}` : `${done}: ${label}. ${kept}`);
}
