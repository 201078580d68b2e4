import type { AnnotationView } from '@/lib/contract/annotation';
import type { EventKind, EventView } from '@/lib/contract/event';
import type { HistoryStep } from '@/lib/report/history-facts';
import { changesOf } from './changes-of';

const DEEDS: Partial<Readonly<Record<EventKind, HistoryStep['deed']>>> = {
  'annotation.created': 'marked',
  'annotation.changed': 'changed',
  'annotation.deleted': 'deleted',
  'annotation.restored': 'restored',
  'evidence.added': 'evidence added',
  'evidence.removed': 'evidence removed',
};

/** Fields that change by themselves when others do. */
const FOLLOWING = new Set(['status', 'decided correction', 'reason']);

/** A mark that stands on other words has moved: the article never changes. */
const told = (field: string): string => (field === 'text' ? 'place' : field);

/** What an event did to its mark, for a report; null where it tells of no mark, or was redacted. */
export function deedOf(event: Omit<EventView, 'operationId' | 'seq'>): HistoryStep | null {
  const { kind, subjectId, actor, at, after } = event;
  const verdict = (after as AnnotationView | null)?.decision?.verdict;
  const deed = kind === 'annotation.decided' ? verdict : DEEDS[kind];
  if (deed === undefined) return null;
  const names = kind === 'annotation.changed' ? changesOf(event).map(({ field }) => field) : [];
  const fields = [...new Set(names.map(told).filter((name) => !FOLLOWING.has(name)))];
  return { markId: subjectId, at, personId: actor.id, deed, fields };
}
