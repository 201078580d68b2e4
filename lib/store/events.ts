import type { EventPage, EventsQuery, EventView } from '@/lib/contract/event';
import type { Outcome } from '@/lib/contract/failure';
import type { Actor } from '@/lib/policy/actor';
import { ok } from '@/lib/result';
import { db } from './client';
import { Prisma } from './generated/client';
import { notFound } from './not-found';
import { visibleTo } from './visible-to';

export interface EventRow extends Omit<EventView, 'actor' | 'at'> {
  readonly actorId: string;
  readonly actorName: string;
  readonly at: Date;
}

export const EVENT_COLUMNS = Prisma.sql`
  e."seq", e."kind", e."subjectId", e."before", e."after", e."actorId", p."name" AS "actorName", e."at", e."operationId"`;

/** What happened to an article after a number, oldest first; and to its project, if asked for. A redacted event has neither before nor after. */
export async function eventsOf(
  actor: Actor,
  articleId: string,
  { after, limit, projectAfter }: EventsQuery,
): Promise<Outcome<EventPage>> {
  const [article] = await db().$queryRaw<{ lastSeq: number; projectId: string; projectSeq: number }[]>`
    SELECT a."lastSeq", a."projectId", p."lastSeq" AS "projectSeq"
      FROM "article" a JOIN "project" p ON p."id" = a."projectId"
     WHERE a."id" = ${articleId}::uuid AND ${visibleTo(actor, Prisma.sql`a."projectId"`)}`;
  if (article === undefined) return notFound('article');
  const { lastSeq, projectId, projectSeq } = article;
  const read = async (which: Prisma.Sql, from: number, last: number) => ({
    items: from >= last ? [] : await readEvents(Prisma.sql`${which} AND e."seq" > ${from}`, limit),
    last,
  });
  const page = await read(Prisma.sql`e."articleId" = ${articleId}::uuid`, after, lastSeq);
  if (projectAfter === undefined) return ok(page);
  const ofProject = Prisma.sql`e."projectId" = ${projectId}::uuid AND e."articleId" IS NULL`;
  return ok({ ...page, project: await read(ofProject, projectAfter, projectSeq) });
}

async function readEvents(which: Prisma.Sql, limit: number): Promise<EventView[]> {
  const rows = await db().$queryRaw<EventRow[]>`
    SELECT ${EVENT_COLUMNS} FROM "event" e JOIN "person" p ON p."id" = e."actorId"
     WHERE ${which} ORDER BY e."seq" LIMIT ${limit}`;
  return rows.map(presentEvent);
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

export const presentEvent = ({ actorId, actorName, at, ...row }: EventRow): EventView => ({
  ...row,
  actor: { id: actorId, name: actorName },
  at: at.toISOString(),
});
