import { z } from 'zod';
import { AnnotationView } from './annotation';
import { EVENT_KINDS, EventView, type EventKind } from './event';
import { pageQuery, PersonRef, timestamp, uuid } from './primitives';
import { EVENT_GROUPS, type EventGroup } from './plain/event-groups';
import { LARGEST } from './plain/live-cursor';

/** The kinds that belong to a group; each kind belongs to exactly one. */
export const kindsOf = (group: EventGroup): readonly EventKind[] =>
  EVENT_KINDS.filter((kind) => groupOf(kind) === group);

type Subject<Kind> = Kind extends `${infer Head}.${string}` ? Head : never;

/** By what a kind is about. */
const GROUPS: Readonly<Record<Subject<EventKind>, EventGroup>> = {
  annotation: 'marks',
  evidence: 'evidence',
  source: 'evidence',
  suggestion: 'article',
  coverage: 'article',
  article: 'article',
  report: 'reports',
  project: 'project',
  schema: 'project',
  member: 'project',
};

const groupOf = (kind: EventKind): EventGroup =>
  kind === 'annotation.decided' ? 'decisions' : GROUPS[kind.split('.')[0] as Subject<EventKind>];

/** Newest first. */
export const TimelineQuery = pageQuery(50, 500).extend({
  person: uuid.optional(),
  what: z.enum(EVENT_GROUPS).optional(),
});
export type TimelineQuery = z.infer<typeof TimelineQuery>;

export const ActivityQuery = TimelineQuery.extend({ article: uuid.optional() });
export type ActivityQuery = z.infer<typeof ActivityQuery>;

const articleRef = z.strictObject({ id: uuid, title: z.string() });

/** One thing that happened, with the article it happened to; null for what concerns the whole project. */
export const ActivityItem = EventView.extend({ article: articleRef.nullable() });
export type ActivityItem = z.infer<typeof ActivityItem>;

export const PastQuery = z.strictObject({
  seq: z.coerce.number().int().min(1).max(LARGEST).meta({
    description: 'The number of the event after which the article is looked at.',
  }),
});
export type PastQuery = z.infer<typeof PastQuery>;

/** The marks of an article as they were right after an event, by place; what was in the trash then is not listed. */
export const PastView = z.strictObject({ event: EventView, items: z.array(AnnotationView) });
export type PastView = z.infer<typeof PastView>;

/** What was put into the trash last comes first. */
export const TrashQuery = pageQuery(50, 200).extend({ article: uuid.optional() });
export type TrashQuery = z.infer<typeof TrashQuery>;

const trashed = { article: articleRef, by: PersonRef, at: timestamp };

/** A mark or an article in the trash, with who put it there and when. */
export const TrashItem = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('annotation'), annotation: AnnotationView, ...trashed }),
  z.strictObject({ kind: z.literal('article'), ...trashed }),
]);
export type TrashItem = z.infer<typeof TrashItem>;

export const AUDIT_FORMATS = ['jsonl', 'csv'] as const;
export const AuditQuery = z.strictObject({
  format: z.enum(AUDIT_FORMATS).default('jsonl'),
  bom: z.enum(['true', 'false']).default('false').meta({
    description: 'For CSV: whether it begins with a byte order mark, as some spreadsheets want it.',
  }),
});
export type AuditQuery = z.infer<typeof AuditQuery>;

/**
 * One line of the audit log. The project's own events come first, then each article's; inside each the numbers run from 1
 * without a gap, so that a reader can see that nothing is missing. Texts that were redacted are null and stay null.
 */
export const AuditLine = z.strictObject({
  seq: z.int(),
  at: timestamp,
  kind: z.enum(EVENT_KINDS),
  articleId: uuid.nullable(),
  articleTitle: z.string().nullable(),
  subjectId: uuid,
  actor: PersonRef,
  operationId: uuid,
  before: z.unknown(),
  after: z.unknown(),
});
export type AuditLine = z.infer<typeof AuditLine>;
