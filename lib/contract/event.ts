import { z } from 'zod';
import { LARGEST } from './plain/live-cursor';
import { PersonRef, timestamp, uuid } from './primitives';

export const EVENT_KINDS = [
  'annotation.created',
  'annotation.changed',
  'annotation.deleted',
  'annotation.restored',
  'annotation.decided',
  'evidence.added',
  'evidence.removed',
  'source.added',
  'source.changed',
  'source.removed',
  'suggestion.dismissed',
  'suggestion.recalled',
  'coverage.changed',
  'article.created',
  'article.changed',
  'article.archived',
  'article.unarchived',
  'article.trashed',
  'article.untrashed',
  'report.issued',
  'report.published',
  'report.unpublished',
  'project.created',
  'project.changed',
  'schema.changed',
  'member.added',
  'member.changed',
  'member.removed',
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/**
 * What happened. For an annotation, `before` and `after` are its whole view (evidence and newest decision included),
 * so that a replica needs nothing else; for the rest, the view of the article, project, schema or member.
 */
export const EventView = z.strictObject({
  seq: z.int(),
  kind: z.enum(EVENT_KINDS),
  subjectId: uuid,
  before: z.unknown(),
  after: z.unknown(),
  actor: PersonRef,
  at: timestamp,
  operationId: uuid,
});
export type EventView = z.infer<typeof EventView>;

const eventNumber = z.coerce.number().int().min(0).max(LARGEST);

export const EventsQuery = z.strictObject({
  after: eventNumber.default(0),
  limit: z.coerce.number().int().min(1).max(1_000).default(500),
  projectAfter: eventNumber.optional().meta({
    description:
      'Also what happened to the project (its schema, members, facts) after this number. A stream brings it in any case, from now on unless told.',
  }),
  here: z.enum(['true', 'false']).default('false').meta({
    description: 'For a stream: whether you are listed among the people on the article while it lasts.',
  }),
});
export type EventsQuery = z.infer<typeof EventsQuery>;

const items = z.array(EventView);

/** `last` is the article's newest number, so a reader knows whether more is waiting; `project` the same for its project, if asked for. */
export const EventPage = z.strictObject({
  items,
  last: z.int(),
  project: z.strictObject({ items, last: z.int() }).optional(),
});
export type EventPage = z.infer<typeof EventPage>;
