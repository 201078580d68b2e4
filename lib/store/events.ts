import type { EventPage, EventsQuery, EventView } from '@/lib/contract/event';
import type { Outcome } from '@/lib/contract/failure';
import type { Actor } from '@/lib/policy/actor';
import { ok } from '@/lib/result';
import { db } from './client';
import { Prisma } from './generated/client';
import { notFound } from './not-found';
import { visibleTo } from './visible-to';

interface EventRow extends Omit<EventView, 'actor' | 'at'> {
  readonly actorId: string;
  readonly actorName: string;
  readonly at: Date;
}

const EVENT_COLUMNS = Prisma.sql`
  e."seq", e."kind", e."subjectId", e."before", e."after", e."actorId", p."name" AS "actorName", e."at", e."operationId"`;

/** What happened to an article after a number, oldest first. A redacted event has neither before nor after. */
export async function eventsOf(
  actor: Actor,
  articleId: string,
  { after, limit }: EventsQuery,
): Promise<Outcome<EventPage>> {
  const [article] = await db().$queryRaw<{ lastSeq: number }[]>`
    SELECT a."lastSeq" FROM "article" a
     WHERE a."id" = ${articleId}::uuid AND ${visibleTo(actor, Prisma.sql`a."projectId"`)}`;
  if (article === undefined) return notFound('article');
  const rows =
    after >= article.lastSeq
      ? []
      : await db().$queryRaw<EventRow[]>`
          SELECT ${EVENT_COLUMNS} FROM "event" e JOIN "person" p ON p."id" = e."actorId"
           WHERE e."articleId" = ${articleId}::uuid AND e."seq" > ${after}
           ORDER BY e."seq" LIMIT ${limit}`;
  return ok({ items: rows.map(presentEvent), last: article.lastSeq });
}

/** All that ever happened to a mark, oldest first. */
export async function annotationHistory(actor: Actor, id: string): Promise<Outcome<readonly EventView[]>> {
  const [mark] = await db().$queryRaw<{ articleId: string }[]>`
    SELECT a."articleId" FROM "annotation" a
     WHERE a."id" = ${id}::uuid AND ${visibleTo(actor, Prisma.sql`a."projectId"`)}`;
  if (mark === undefined) return notFound('annotation');
  const rows = await db().$queryRaw<EventRow[]>`
    SELECT ${EVENT_COLUMNS} FROM "event" e JOIN "person" p ON p."id" = e."actorId"
     WHERE e."subjectId" = ${id}::uuid AND e."articleId" = ${mark.articleId}::uuid
     ORDER BY e."seq"`;
  return ok(rows.map(presentEvent));
}

const presentEvent = ({ actorId, actorName, at, ...row }: EventRow): EventView => ({
  ...row,
  actor: { id: actorId, name: actorName },
  at: at.toISOString(),
});
