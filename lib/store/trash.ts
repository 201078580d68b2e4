import { z } from 'zod';
import type { Outcome } from '@/lib/contract/failure';
import type { TrashItem, TrashQuery } from '@/lib/contract/history';
import { givenTime, uuid, type Page, type PersonRef } from '@/lib/contract/primitives';
import type { Actor } from '@/lib/policy/actor';
import { ok } from '@/lib/result';
import { ANNOTATION_COLUMNS, presentAnnotation, type AnnotationRow } from './annotation-rows';
import { db } from './client';
import { pageFrom, readCursor } from './cursor';
import { Prisma } from './generated/client';
import { memberActor } from './members';
import { notFound } from './not-found';
import { currentSchema } from './tag-schemas';

interface TrashRow {
  readonly id: string;
  readonly kind: TrashItem['kind'];
  readonly at: Date;
  readonly by: PersonRef;
  readonly article: { readonly id: string; readonly title: string };
}

const TimeKey = z.tuple([givenTime, uuid]);

/** What is in the trash of a project, what was put there last first: articles, and marks of articles that are not. */
export async function trashOf(
  actor: Actor,
  projectId: string,
  query: TrashQuery,
): Promise<Outcome<Page<TrashItem>>> {
  if ((await memberActor(db(), actor, projectId)) === null) return notFound('project');
  const cursor = readCursor(query.cursor, TimeKey);
  if (!cursor.ok) return cursor;
  const key = cursor.value;
  const before =
    key === null
      ? Prisma.sql`true`
      : Prisma.sql`(t."at", t."id") < (${key[0]}::timestamptz, ${key[1]}::uuid)`;
  const within = query.article === undefined ? Prisma.sql`true` : Prisma.sql`r."id" = ${query.article}::uuid`;
  const rows = await db().$queryRaw<TrashRow[]>`
    SELECT t."id", t."kind", t."at", json_build_object('id', t."articleId", 'title', t."title") AS "article",
           (SELECT json_build_object('id', p."id", 'name', p."name")
              FROM "event" e JOIN "person" p ON p."id" = e."actorId"
             WHERE e."subjectId" = t."id" AND e."articleId" = t."articleId"
               AND e."kind" IN ('annotation.deleted', 'article.trashed')
             ORDER BY e."seq" DESC LIMIT 1) AS "by"
      FROM (
        SELECT a."id", 'annotation' AS "kind", a."deletedAt" AS "at", r."id" AS "articleId", r."title"
          FROM "annotation" a JOIN "article" r ON r."id" = a."articleId"
         WHERE a."projectId" = ${projectId}::uuid AND a."deletedAt" IS NOT NULL AND r."trashedAt" IS NULL AND ${within}
        UNION ALL
        SELECT r."id", 'article', r."trashedAt", r."id", r."title" FROM "article" r
         WHERE r."projectId" = ${projectId}::uuid AND r."trashedAt" IS NOT NULL AND ${within}
      ) t
     WHERE ${before}
     ORDER BY t."at" DESC, t."id" DESC LIMIT ${query.limit + 1}`;
  const marks = await marksOf(projectId, rows);
  const present = ({ kind, id, at, by, article }: TrashRow): TrashItem => {
    const head = { article, by, at: at.toISOString() };
    return kind === 'article' ? { kind, ...head } : { kind, annotation: marks.get(id)!, ...head };
  };
  return ok(pageFrom(rows, query.limit, present, ({ at, id }) => [at.toISOString(), id]));
}

async function marksOf(projectId: string, rows: readonly TrashRow[]) {
  const ids = rows.filter(({ kind }) => kind === 'annotation').map(({ id }) => id);
  const schema = await currentSchema(db(), projectId);
  const found = await db().$queryRaw<AnnotationRow[]>`
    SELECT ${ANNOTATION_COLUMNS} FROM "annotation" a
     WHERE a."id" = ANY(${ids}::uuid[]) AND a."projectId" = ${projectId}::uuid`;
  return new Map(found.map((row) => [row.id, presentAnnotation(row, schema)]));
}
