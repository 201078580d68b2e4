import { z } from 'zod';
import type { Outcome } from '@/lib/contract/failure';
import type { EventView } from '@/lib/contract/event';
import {
  kindsOf,
  type ActivityItem,
  type ActivityQuery,
  type PastQuery,
  type PastView,
  type TimelineQuery,
} from '@/lib/contract/history';
import { LARGEST } from '@/lib/contract/plain/live-cursor';
import { givenTime, uuid, type Page } from '@/lib/contract/primitives';
import { marksAsOf, type PastEvent } from '@/lib/history/as-it-was';
import type { Actor } from '@/lib/policy/actor';
import { ok } from '@/lib/result';
import { db } from './client';
import { pageFrom, readCursor } from './cursor';
import { EVENT_COLUMNS, presentEvent, type EventRow } from './events';
import { Prisma } from './generated/client';
import { memberActor } from './members';
import { notFound } from './not-found';
import { visibleTo } from './visible-to';

const seqKey = z.int().min(0).max(LARGEST);
const SeqKey = z.tuple([seqKey]);
const TimeKey = z.tuple([givenTime, seqKey, uuid]);

/** What happened to an article, the newest first; read backwards along its numbers. */
export async function timelineOf(
  actor: Actor,
  articleId: string,
  query: TimelineQuery,
): Promise<Outcome<Page<EventView>>> {
  if (!(await isVisible(actor, articleId))) return notFound('article');
  const cursor = readCursor(query.cursor, SeqKey);
  if (!cursor.ok) return cursor;
  const before = cursor.value === null ? Prisma.sql`true` : Prisma.sql`e."seq" < ${cursor.value[0]}`;
  const rows = await db().$queryRaw<EventRow[]>`
    SELECT ${EVENT_COLUMNS} FROM "event" e JOIN "person" p ON p."id" = e."actorId"
     WHERE e."articleId" = ${articleId}::uuid AND ${before} AND ${matches(query)}
     ORDER BY e."seq" DESC LIMIT ${query.limit + 1}`;
  return ok(pageFrom(rows, query.limit, presentEvent, ({ seq }) => [seq]));
}

/** What happened in a project and all its articles, the newest first. */
export async function activityOf(
  actor: Actor,
  projectId: string,
  query: ActivityQuery,
): Promise<Outcome<Page<ActivityItem>>> {
  if ((await memberActor(db(), actor, projectId)) === null) return notFound('project');
  const cursor = readCursor(query.cursor, TimeKey);
  if (!cursor.ok) return cursor;
  const key = cursor.value;
  const before =
    key === null
      ? Prisma.sql`true`
      : Prisma.sql`(e."at", e."seq", e."id") < (${key[0]}::timestamptz, ${key[1]}, ${key[2]}::uuid)`;
  const ofArticle =
    query.article === undefined ? Prisma.sql`true` : Prisma.sql`e."articleId" = ${query.article}::uuid`;
  const rows = await db().$queryRaw<ActivityRow[]>`
    SELECT ${EVENT_COLUMNS}, e."id", r."id" AS "articleId", r."title"
      FROM "event" e JOIN "person" p ON p."id" = e."actorId" LEFT JOIN "article" r ON r."id" = e."articleId"
     WHERE e."projectId" = ${projectId}::uuid AND ${before} AND ${matches(query)} AND ${ofArticle}
     ORDER BY e."at" DESC, e."seq" DESC, e."id" DESC LIMIT ${query.limit + 1}`;
  return ok(pageFrom(rows, query.limit, presentActivity, ({ at, seq, id }) => [at.toISOString(), seq, id]));
}

interface ActivityRow extends EventRow {
  readonly id: string;
  readonly articleId: string | null;
  readonly title: string | null;
}

const presentActivity = ({ id: _, articleId, title, ...row }: ActivityRow): ActivityItem => ({
  ...presentEvent(row),
  article: articleId === null || title === null ? null : { id: articleId, title },
});

const matches = ({ person, what }: TimelineQuery): Prisma.Sql =>
  Prisma.join(
    [
      person === undefined ? Prisma.sql`true` : Prisma.sql`e."actorId" = ${person}::uuid`,
      what === undefined ? Prisma.sql`true` : Prisma.sql`e."kind" = ANY(${kindsOf(what)})`,
    ],
    ' AND ',
  );

/** An article’s marks as they were right after an event: of each mark only the newest event up to then is read. */
export async function pastOf(
  actor: Actor,
  articleId: string,
  { seq }: PastQuery,
): Promise<Outcome<PastView>> {
  if (!(await isVisible(actor, articleId))) return notFound('article');
  const [row] = await db().$queryRaw<EventRow[]>`
    SELECT ${EVENT_COLUMNS} FROM "event" e JOIN "person" p ON p."id" = e."actorId"
     WHERE e."articleId" = ${articleId}::uuid AND e."seq" = ${seq}`;
  if (row === undefined) return notFound('event');
  const [events, version] = await Promise.all([
    db().$queryRaw<PastEvent[]>`
      SELECT DISTINCT ON (e."subjectId") e."seq", e."kind", e."subjectId", e."after" FROM "event" e
       WHERE e."articleId" = ${articleId}::uuid AND e."seq" <= ${seq}
       ORDER BY e."subjectId", e."seq" DESC`,
    db().articleVersion.findFirstOrThrow({
      where: { articleId },
      orderBy: { number: 'desc' },
      select: { id: true },
    }),
  ]);
  const items = marksAsOf(events, seq).filter(({ versionId }) => versionId === version.id);
  return ok({ event: presentEvent(row), items: [...items] });
}

async function isVisible(actor: Actor, articleId: string): Promise<boolean> {
  const rows = await db().$queryRaw<unknown[]>`
    SELECT 1 FROM "article" a
     WHERE a."id" = ${articleId}::uuid AND ${visibleTo(actor, Prisma.sql`a."projectId"`)}`;
  return rows.length > 0;
}
