import type { EventKind } from '@/lib/contract/event';
import type { Actor } from '@/lib/policy/actor';
import { newId } from '@/lib/ids';
import { Prisma } from '@/lib/store/generated/client';
import type { Store } from '@/lib/store/transaction';

/** One thing that happened, as its command tells it. `before` and `after` are views. */
export interface Happening {
  readonly kind: EventKind;
  readonly subjectId: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly operationId: string;
  readonly requestHash: string;
}

/** A write that goes into the statement which records it. `sql` returns a row for each one written. */
export interface NamedWrite {
  readonly name: string;
  readonly sql: Prisma.Sql;
}

/**
 * Appends what happened to an article and returns the number of the first event. The article's row is locked by that, so
 * this comes last in a transaction: numbers then commit in order, and no reader skips one. Whoever listens is told by a
 * trigger. `writes` are done in the same statement, before the lock is asked for: what needs nothing else is then a
 * transaction by itself, and holds the lock for as long as Postgres takes.
 */
export async function recordArticleEvents(
  store: Store,
  actor: Actor,
  article: { readonly id: string; readonly projectId: string },
  happenings: readonly Happening[],
  at: Date,
  writes: readonly NamedWrite[] = [],
): Promise<number> {
  const count = happenings.length;
  const [last] = await store.$queryRaw<{ seq: number }[]>`
    WITH ${Prisma.join(
      [
        ...writes.map(({ name, sql }) => Prisma.sql`${Prisma.raw(name)} AS (${sql})`),
        Prisma.sql`numbered AS (
          UPDATE "article" SET "lastSeq" = "lastSeq" + ${count}, "updatedAt" = greatest("updatedAt", ${at})
           WHERE "id" = ${article.id}::uuid ${afterAll(writes)} RETURNING "lastSeq"
        )`,
      ],
      ', ',
    )}
    ${insertion(actor, { projectId: article.projectId, articleId: article.id }, happenings, at)}`;
  return last!.seq - count + 1;
}

/** True, and known only when they are done: Postgres chooses the order of writes that nothing ties together. */
const afterAll = (writes: readonly NamedWrite[]): Prisma.Sql =>
  writes.length === 0
    ? Prisma.empty
    : Prisma.sql`AND ${Prisma.join(
        writes.map(({ name }) => Prisma.sql`(SELECT count(*) FROM ${Prisma.raw(name)}) >= 0`),
        ' AND ',
      )}`;

/** The same for what concerns a whole project: its events are numbered by themselves. Returns the number. */
export async function recordProjectEvent(
  store: Store,
  actor: Actor,
  projectId: string,
  happening: Happening,
  at: Date,
): Promise<number> {
  const [last] = await store.$queryRaw<{ seq: number }[]>`
    WITH numbered AS (
      UPDATE "project" SET "lastSeq" = "lastSeq" + 1 WHERE "id" = ${projectId}::uuid RETURNING "lastSeq"
    )
    ${insertion(actor, { projectId, articleId: null }, [happening], at)}`;
  return last!.seq;
}

/** Inserts the events up to the number that `numbered` has got, and tells the last one. */
function insertion(
  actor: Actor,
  { projectId, articleId }: { readonly projectId: string; readonly articleId: string | null },
  happenings: readonly Happening[],
  at: Date,
): Prisma.Sql {
  const rows = happenings.map((happening, index) => ({
    ...happening,
    id: newId(),
    back: happenings.length - 1 - index,
  }));
  return Prisma.sql`
    , told AS (
      INSERT INTO "event" (
        "id", "projectId", "articleId", "seq", "kind", "subjectId", "before", "after", "actorId", "at",
        "operationId", "requestHash"
      )
      SELECT h."id", ${projectId}::uuid, ${articleId}::uuid, numbered."lastSeq" - h."back", h."kind", h."subjectId",
             h."before", h."after", ${actor.id}::uuid, ${at}, h."operationId", h."requestHash"
        FROM numbered,
             jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS h (
               "id" uuid, "back" int, "kind" text, "subjectId" uuid, "before" jsonb, "after" jsonb,
               "operationId" uuid, "requestHash" text
             )
       ORDER BY h."back" DESC
      RETURNING "seq"
    )
    SELECT max("seq") AS "seq" FROM told`;
}
