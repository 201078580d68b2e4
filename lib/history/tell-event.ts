import type { AnnotationView } from '@/lib/contract/annotation';
import type { CoverageChange } from '@/lib/contract/coverage';
import type { EventKind, EventView } from '@/lib/contract/event';
import { isAboutMark } from './as-it-was';

/** What happened, in the words of a sentence that begins with a person: “Ana Roy” + `verb` + “Soyug-FG”. */
export interface ToldEvent {
  readonly verb: string;
  /** The marked text or the name of what it happened to; null where there is none or it was redacted. */
  readonly object: string | null;
}

const VERBS: Readonly<Record<EventKind, string>> = {
  'annotation.created': 'marked',
  'annotation.changed': 'changed the mark on',
  'annotation.deleted': 'deleted the mark on',
  'annotation.restored': 'restored the mark on',
  'annotation.decided': 'decided on',
  'evidence.added': 'added evidence to',
  'evidence.removed': 'removed evidence from',
  'source.added': 'added the source',
  'source.changed': 'changed the facts of the source',
  'source.removed': 'took back the source',
  'suggestion.dismissed': 'dismissed a suggestion on',
  'suggestion.recalled': 'called back a suggestion on',
  'coverage.changed': 'said what was checked of the article',
  'article.created': 'added the article',
  'article.changed': 'changed the facts of the article',
  'article.archived': 'archived the article',
  'article.unarchived': 'took out of the archive the article',
  'article.trashed': 'put into the trash the article',
  'article.untrashed': 'took out of the trash the article',
  'report.issued': 'issued',
  'report.published': 'made a public page of',
  'report.unpublished': 'took down the public page of',
  'project.created': 'made the project',
  'project.changed': 'changed the project',
  'schema.changed': 'changed the tag schema',
  'member.added': 'added the member',
  'member.changed': 'changed the role of',
  'member.removed': 'removed the member',
};

const VERDICTS = {
  accepted: 'accepted',
  rejected: 'rejected',
  sic: 'let stand as in the source',
  merged: 'merged into another mark',
  reopened: 'reopened',
} as const;

/** Says what an event is about. A redacted one keeps its verb and has no object any more. */
export function tellEvent(event: Pick<EventView, 'kind' | 'before' | 'after'>): ToldEvent {
  const view = (event.after ?? event.before) as Partial<
    AnnotationView & { title: string; name: string; number: number }
  > | null;
  if (event.kind === 'coverage.changed') return { verb: VERBS[event.kind], object: sayChecked(event.after) };
  const verdict = event.kind === 'annotation.decided' ? view?.decision?.verdict : undefined;
  const verb = verdict === undefined ? VERBS[event.kind] : VERDICTS[verdict];
  const report =
    event.kind.startsWith('report.') && view?.number !== undefined ? `report ${view.number}` : undefined;
  const object = isAboutMark(event) ? view?.exact : (report ?? view?.title ?? view?.name);
  return { verb, object: object ?? null };
}

/** `characters 120 to 340: verified`, counted from 1. */
function sayChecked(after: EventView['after']): string | null {
  const change = after as Partial<CoverageChange> | null;
  if (change?.start === undefined || change.end === undefined) return null;
  return `characters ${change.start + 1} to ${change.end}: ${change.state ?? 'taken back'}`;
}
