import { z } from 'zod';
import type { ArticleFilter, ArticleView, VersionRef, VersionView } from '@/lib/contract/article';
import type { Outcome } from '@/lib/contract/failure';
import { givenTime, uuid, type Page, type PersonRef } from '@/lib/contract/primitives';
import type { Actor } from '@/lib/policy/actor';
import { ok } from '@/lib/result';
import { db } from './client';
import { pageFrom, readCursor } from './cursor';
import { Prisma } from './generated/client';
import { memberActor } from './members';
import { notFound } from './not-found';
import type { Store } from './transaction';
import { visibleTo } from './visible-to';

interface ArticleRow extends Pick<
  ArticleView,
  'id' | 'projectId' | 'title' | 'byline' | 'url' | 'phase' | 'lastSeq' | 'counts'
> {
  readonly publishedAt: Date | null;
  readonly archivedAt: Date | null;
  readonly trashedAt: Date | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly currentVersion: VersionRef;
  readonly people: PersonRef[] | null;
}

const ChangeKey = z.tuple([givenTime, uuid]);

/** The articles on one shelf of a project, the one changed last first. */
export async function articlesOf(
  actor: Actor,
  projectId: string,
  filter: ArticleFilter,
): Promise<Outcome<Page<ArticleView>>> {
  if ((await memberActor(db(), actor, projectId)) === null) return notFound('project');
  const cursor = readCursor(filter.cursor, ChangeKey);
  if (!cursor.ok) return cursor;
  const before = cursor.value;
  const rows = await readArticles(
    db(),
    actor,
    Prisma.sql`a."projectId" = ${projectId}::uuid
      AND ${SHELVES[filter.shelf]}
      AND ${filter.q === undefined ? Prisma.sql`true` : Prisma.sql`strpos(lower(concat_ws(E'\n', a."title", a."byline")), lower(${filter.q})) > 0`}
      AND ${before === null ? Prisma.sql`true` : Prisma.sql`(a."updatedAt", a."id") < (${before[0]}::timestamptz, ${before[1]}::uuid)`}`,
    filter.limit + 1,
  );
  return ok(pageFrom(rows, filter.limit, presentArticle, (row) => [row.updatedAt.toISOString(), row.id]));
}

const SHELVES: Readonly<Record<ArticleFilter['shelf'], Prisma.Sql>> = {
  current: Prisma.sql`a."archivedAt" IS NULL AND a."trashedAt" IS NULL`,
  archived: Prisma.sql`a."archivedAt" IS NOT NULL AND a."trashedAt" IS NULL`,
  trash: Prisma.sql`a."trashedAt" IS NOT NULL`,
};

/** One article with its counts, whatever shelf it is on. */
export async function articleFor(
  actor: Actor,
  id: string,
  store: Store = db(),
): Promise<Outcome<ArticleView>> {
  const [row] = await readArticles(store, actor, Prisma.sql`a."id" = ${id}::uuid`, 1);
  return row === undefined ? notFound('article') : ok(presentArticle(row));
}

const readArticles = (store: Store, actor: Actor, which: Prisma.Sql, limit: number): Promise<ArticleRow[]> =>
  store.$queryRaw<ArticleRow[]>`
    SELECT a."id", a."projectId", a."title", a."byline", a."url", a."publishedAt", a."phase"::text AS "phase",
           a."archivedAt", a."trashedAt", a."lastSeq", a."createdAt", a."updatedAt",
           version."ref" AS "currentVersion", marks."counts", marks."people"
      FROM "article" a
      CROSS JOIN LATERAL (
        SELECT v."id", json_build_object('id', v."id", 'number', v."number", 'sha256', v."sha256", 'length', v."length") AS "ref"
          FROM "article_version" v WHERE v."articleId" = a."id" ORDER BY v."number" DESC LIMIT 1
      ) version
      CROSS JOIN LATERAL (
        SELECT json_build_object(
                 'marks', count(*),
                 'open', count(*) FILTER (WHERE n."status" = 'open'),
                 'accepted', count(*) FILTER (WHERE n."status" = 'accepted'),
                 'rejected', count(*) FILTER (WHERE n."status" = 'rejected'),
                 'sic', count(*) FILTER (WHERE n."status" = 'sic'),
                 'merged', count(*) FILTER (WHERE n."status" = 'merged')
               ) AS "counts",
               (SELECT json_agg(json_build_object('id', p."id", 'name', p."name") ORDER BY p."name", p."id")
                  FROM "person" p WHERE p."id" = ANY(array_agg(DISTINCT n."authorId"))) AS "people"
          FROM "annotation" n WHERE n."versionId" = version."id" AND n."deletedAt" IS NULL
      ) marks
     WHERE ${visibleTo(actor, Prisma.sql`a."projectId"`)} AND ${which}
     ORDER BY a."updatedAt" DESC, a."id" DESC LIMIT ${limit}`;

const presentArticle = ({ archivedAt, trashedAt, people, ...row }: ArticleRow): ArticleView => ({
  ...row,
  publishedAt: row.publishedAt?.toISOString() ?? null,
  status: row.counts.marks > 0 && row.counts.open === 0 ? 'decided' : 'open',
  archived: archivedAt !== null,
  trashed: trashedAt !== null,
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
  people: people ?? [],
});

/** A version with its text. */
export async function versionFor(actor: Actor, id: string): Promise<Outcome<VersionView>> {
  const version = await db().articleVersion.findFirst({
    where: { id, article: { project: { members: { some: { personId: actor.id } } } } },
    select: {
      id: true,
      articleId: true,
      number: true,
      sha256: true,
      length: true,
      text: true,
      fileName: true,
      createdAt: true,
    },
  });
  if (version === null) return notFound('version');
  return ok({ ...version, createdAt: version.createdAt.toISOString() });
}
