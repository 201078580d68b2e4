import { z } from 'zod';
import type { AnnotationFilter, AnnotationView, MyMark, MyMarksFilter } from '@/lib/contract/annotation';
import type { Outcome } from '@/lib/contract/failure';
import { codePointOffset, givenTime, uuid, type Page } from '@/lib/contract/primitives';
import type { Actor } from '@/lib/policy/actor';
import { ok } from '@/lib/result';
import { findTag } from '@/lib/schema/find-tag';
import type { TagSchema } from '@/lib/schema/tag-schema';
import { ANNOTATION_COLUMNS, presentAnnotation, type AnnotationRow } from './annotation-rows';
import { db } from './client';
import { pageFrom, readCursor } from './cursor';
import { Prisma } from './generated/client';
import { notFound } from './not-found';
import { currentSchema } from './tag-schemas';
import { visibleTo } from './visible-to';

const PROJECT_OF_A = Prisma.sql`a."projectId"`;
const PositionKey = z.tuple([codePointOffset, codePointOffset, uuid]);
const TimeKey = z.tuple([givenTime, uuid]);

/** The marks of an article's current version, ordered by start, end and id; those in the trash only when asked for. */
export async function annotationsOf(
  actor: Actor,
  articleId: string,
  filter: AnnotationFilter,
): Promise<Outcome<Page<AnnotationView>>> {
  const [version] = await db().$queryRaw<{ id: string; projectId: string }[]>`
    SELECT v."id", a."projectId" FROM "article_version" v JOIN "article" a ON a."id" = v."articleId"
     WHERE a."id" = ${articleId}::uuid AND ${visibleTo(actor, PROJECT_OF_A)}
     ORDER BY v."number" DESC LIMIT 1`;
  if (version === undefined) return notFound('article');
  const cursor = readCursor(filter.cursor, PositionKey);
  if (!cursor.ok) return cursor;
  const schema = await currentSchema(db(), version.projectId);
  const after = cursor.value;
  const rows = await db().$queryRaw<AnnotationRow[]>`
    SELECT ${ANNOTATION_COLUMNS} FROM "annotation" a
     WHERE a."versionId" = ${version.id}::uuid AND ${visibleTo(actor, PROJECT_OF_A)}
       AND ${matches(filter, schema)}
       AND ${after === null ? Prisma.sql`true` : Prisma.sql`(a."start", a."end", a."id") > (${after[0]}, ${after[1]}, ${after[2]}::uuid)`}
     ORDER BY a."start", a."end", a."id" LIMIT ${filter.limit + 1}`;
  return ok(
    pageFrom(
      rows,
      filter.limit,
      (row) => presentAnnotation(row, schema),
      (row) => [row.start, row.end, row.id],
    ),
  );
}

function matches({ tag, status, author, q, deleted }: AnnotationFilter, schema: TagSchema): Prisma.Sql {
  const conditions = [
    deleted === 'true' ? Prisma.sql`a."deletedAt" IS NOT NULL` : Prisma.sql`a."deletedAt" IS NULL`,
    ...(tag === undefined ? [] : [Prisma.sql`a."tag" = ${findTag(schema, tag)?.key ?? tag}`]),
    ...(status === undefined ? [] : [Prisma.sql`a."status" = ${status}::annotation_status`]),
    ...(author === undefined ? [] : [Prisma.sql`a."authorId" = ${author}::uuid`]),
    ...(q === undefined
      ? []
      : [
          Prisma.sql`strpos(lower(concat_ws(E'\n', a."exact", a."value", a."correction", a."note")), lower(${q})) > 0`,
        ]),
  ];
  return Prisma.join(conditions, ' AND ');
}

/** One mark, also from the trash. */
export async function annotationFor(actor: Actor, id: string): Promise<Outcome<AnnotationView>> {
  const [row] = await db().$queryRaw<AnnotationRow[]>`
    SELECT ${ANNOTATION_COLUMNS} FROM "annotation" a
     WHERE a."id" = ${id}::uuid AND ${visibleTo(actor, PROJECT_OF_A)}`;
  if (row === undefined) return notFound('annotation');
  return ok(presentAnnotation(row, await currentSchema(db(), row.projectId)));
}

/**
 * The query for marks of one article by their ids, with those they are merged into and those merged into them; in any
 * order. For commands, which have checked who asks.
 */
export const marksByIds = (articleId: Prisma.Sql, ids: readonly string[]): Prisma.Sql => Prisma.sql`
  SELECT ${ANNOTATION_COLUMNS} FROM "annotation" a
   WHERE a."id" IN (
           SELECT n."id" FROM "annotation" n WHERE n."id" = ANY(${ids}::uuid[])
           UNION SELECT n."id" FROM "annotation" n WHERE n."intoId" = ANY(${ids}::uuid[])
           UNION SELECT n."intoId" FROM "annotation" n WHERE n."id" = ANY(${ids}::uuid[])
         )
     AND a."articleId" = ${articleId}`;

/** The marks whoever asks has made, over all of their projects, the one changed last first; without the trash. */
export async function marksOf(actor: Actor, filter: MyMarksFilter): Promise<Outcome<Page<MyMark>>> {
  const cursor = readCursor(filter.cursor, TimeKey);
  if (!cursor.ok) return cursor;
  const { limit, status } = filter;
  const before = cursor.value;
  const rows = await db().$queryRaw<(AnnotationRow & Places)[]>`
    SELECT ${ANNOTATION_COLUMNS},
           json_build_object('id', r."id", 'title', r."title") AS "article",
           json_build_object('id', p."id", 'name', p."name") AS "project"
      FROM "annotation" a
      JOIN "article" r ON r."id" = a."articleId" AND r."trashedAt" IS NULL
      JOIN "project" p ON p."id" = a."projectId"
     WHERE a."authorId" = ${actor.id}::uuid AND a."deletedAt" IS NULL AND ${visibleTo(actor, PROJECT_OF_A)}
       AND ${status === undefined ? Prisma.sql`true` : Prisma.sql`a."status" = ${status}::annotation_status`}
       AND ${before === null ? Prisma.sql`true` : Prisma.sql`(a."updatedAt", a."id") < (${before[0]}::timestamptz, ${before[1]}::uuid)`}
     ORDER BY a."updatedAt" DESC, a."id" DESC LIMIT ${limit + 1}`;
  const schemas = new Map<string, TagSchema>();
  for (const { projectId } of rows) {
    if (!schemas.has(projectId)) schemas.set(projectId, await currentSchema(db(), projectId));
  }
  return ok(
    pageFrom(
      rows,
      limit,
      ({ article, project, ...row }) => ({
        ...presentAnnotation(row, schemas.get(row.projectId)!),
        article,
        project,
      }),
      (row) => [row.updatedAt, row.id],
    ),
  );
}

type Places = Pick<MyMark, 'article' | 'project'>;
