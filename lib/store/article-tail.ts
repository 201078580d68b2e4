import type { EventView } from '@/lib/contract/event';
import type { LiveCursor } from '@/lib/contract/plain/live-cursor';
import type { MemberRole } from '@/lib/contract/project';
import { db } from './client';
import { Prisma } from './generated/client';

/** What is new on an article and in its project, and who may know: all of it as it was at one moment. */
export interface ArticleTail {
  readonly projectId: string;
  /** Oldest first, without a gap; more may follow. */
  readonly articleEvents: readonly EventView[];
  readonly projectEvents: readonly EventView[];
  /** How far both have come. */
  readonly last: LiveCursor;
  /** The project's members who are not deactivated. Whoever is missing gets nothing of this. */
  readonly readers: ReadonlyMap<string, MemberRole>;
}

interface TailRow {
  readonly projectId: string;
  readonly article: number;
  readonly project: number;
  readonly articleEvents: EventView[];
  readonly projectEvents: EventView[];
  readonly readers: { readonly id: string; readonly role: MemberRole }[];
}

/**
 * Reads on after a cursor, at most `limit` events of each kind; null when there is no such article. Read once for everybody who
 * looks at the article: so it does not ask for one actor but says who all may see it, and whoever hands it on has to look
 * at that. One statement, hence one moment: nobody who was put out gets what came afterwards.
 */
export async function readTail(
  articleId: string,
  { article, project }: LiveCursor,
  limit: number,
): Promise<ArticleTail | null> {
  const [row] = await db().$queryRaw<TailRow[]>`
    SELECT a."projectId", a."lastSeq" AS "article", p."lastSeq" AS "project",
           ${eventsAfter(Prisma.sql`e."articleId" = a."id" AND e."seq" > ${article}`, limit)} AS "articleEvents",
           ${eventsAfter(
             Prisma.sql`e."projectId" = p."id" AND e."articleId" IS NULL AND e."seq" > ${project}`,
             limit,
           )} AS "projectEvents",
           (SELECT coalesce(jsonb_agg(jsonb_build_object('id', m."personId", 'role', m."role")), '[]')
              FROM "member" m JOIN "person" r ON r."id" = m."personId"
             WHERE m."projectId" = p."id" AND r."deactivatedAt" IS NULL) AS "readers"
      FROM "article" a JOIN "project" p ON p."id" = a."projectId"
     WHERE a."id" = ${articleId}::uuid`;
  if (row === undefined) return null;
  return {
    projectId: row.projectId,
    articleEvents: row.articleEvents.map(withOwnTime),
    projectEvents: row.projectEvents.map(withOwnTime),
    last: { article: row.article, project: row.project },
    readers: new Map(row.readers.map(({ id, role }) => [id, role])),
  };
}

const eventsAfter = (which: Prisma.Sql, limit: number): Prisma.Sql => Prisma.sql`
  (SELECT coalesce(jsonb_agg(to_jsonb(found) ORDER BY found."seq"), '[]') FROM (
     SELECT e."seq", e."kind", e."subjectId", e."before", e."after",
            jsonb_build_object('id', e."actorId", 'name', actor."name") AS "actor", e."at", e."operationId"
       FROM "event" e JOIN "person" actor ON actor."id" = e."actorId"
      WHERE ${which} ORDER BY e."seq" LIMIT ${limit}
   ) found)`;

/** Postgres writes times in JSON in its own way. */
const withOwnTime = (event: EventView): EventView => ({ ...event, at: new Date(event.at).toISOString() });
