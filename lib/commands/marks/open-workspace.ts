import type { Operation } from '@/lib/contract/operation';
import type { SourceRef } from '@/lib/contract/source';
import type { Actor, ProjectActor } from '@/lib/policy/actor';
import { presentAnnotation, type AnnotationRow } from '@/lib/store/annotation-rows';
import { marksByIds } from '@/lib/store/annotations';
import { Prisma } from '@/lib/store/generated/client';
import { readSchema } from '@/lib/store/tag-schemas';
import type { Store } from '@/lib/store/transaction';
import { operationRecords, type OperationRecord } from '../repetition';
import { WINDOW_MARGIN } from './find-target';
import { asks, type CitedPlace } from './asks';
import { passageKey, type CitedSource, type Passage, type Workspace } from './workspace';

/** How the article of a write is named: by itself, by one of its versions, or by one of its marks. */
export type ArticleBy =
  { readonly articleId: string } | { readonly versionId: string } | { readonly markId: string };

interface WorkspaceRow {
  readonly id: string;
  readonly projectId: string;
  readonly archivedAt: Date | null;
  readonly trashedAt: Date | null;
  readonly lastSeq: number;
  readonly role: ProjectActor['role'];
  readonly schemaVersion: number;
  readonly marks: AnnotationRow[] | null;
  readonly madeBy: { readonly subjectId: string; readonly requestHash: string }[] | null;
  readonly elsewhere: { readonly id: string; readonly visible: boolean }[] | null;
  readonly evidenceIds: { readonly id: string }[] | null;
  readonly passages:
    (Passage & { readonly versionId: string; readonly start: number; readonly end: number })[] | null;
  readonly sources:
    | (SourceRef & {
        readonly start: number | null;
        readonly end: number | null;
        readonly passage: Passage | null;
      })[]
    | null;
  readonly records: (OperationRecord & { readonly operationId: string })[] | null;
}

export interface OpenWorkspace {
  readonly workspace: Workspace;
  /** What is known of operations that were done before, by operation id. */
  readonly records: ReadonlyMap<string, OperationRecord>;
}

/**
 * What the operations look at, read inside the transaction in one statement after everything that will change is locked;
 * null when whoever asks is no member of the article's project.
 */
export async function openWorkspace(
  store: Store,
  actor: Actor,
  by: ArticleBy,
  operations: readonly Operation[],
  now: Date,
): Promise<OpenWorkspace | null> {
  const asked = asks(operations);
  await lockMarks(store, asked.locked);
  await lockSources(store, by, asked.sources);
  const [row] = await store.$queryRaw<WorkspaceRow[]>`
    SELECT here."id", here."projectId", here."archivedAt", here."trashedAt", here."lastSeq", m."role"::text AS "role",
           (SELECT max(s."version") FROM "tag_schema_version" s WHERE s."projectId" = here."projectId") AS "schemaVersion",
           ${rows(marksByIds(Prisma.sql`here."id"`, asked.marks), asked.marks)} AS "marks",
           ${rows(madeBy(asked.made), asked.made)} AS "madeBy",
           ${rows(elsewhere(actor, asked.made), asked.made)} AS "elsewhere",
           ${rows(Prisma.sql`SELECT e."id" FROM "evidence" e WHERE e."id" = ANY(${asked.evidence}::uuid[])`, asked.evidence)} AS "evidenceIds",
           ${rows(passages(asked.spans), asked.spans)} AS "passages",
           ${rows(citedSources(asked.sources), asked.sources)} AS "sources",
           ${rows(operationRecords(asked.operations), asked.operations)} AS "records"
      FROM "article" here
      JOIN "member" m ON m."projectId" = here."projectId" AND m."personId" = ${actor.id}::uuid
     WHERE here."id" = ${articleId(by)}`;
  if (row === undefined) return null;
  const schema = await readSchema(store, row.projectId, row.schemaVersion);
  const workspace: Workspace = {
    actor: { ...actor, projectId: row.projectId, role: row.role },
    article: {
      id: row.id,
      projectId: row.projectId,
      shelved: row.trashedAt !== null ? 'trashed' : row.archivedAt !== null ? 'archived' : null,
      lastSeq: row.lastSeq,
    },
    schema,
    now: now.toISOString(),
    marks: new Map((row.marks ?? []).map((mark) => [mark.id, presentAnnotation(mark, schema)])),
    madeBy: new Map((row.madeBy ?? []).map(({ subjectId, requestHash }) => [subjectId, requestHash])),
    elsewhere: new Map((row.elsewhere ?? []).map(({ id, visible }) => [id, visible])),
    evidenceIds: new Set((row.evidenceIds ?? []).map(({ id }) => id)),
    passages: new Map(
      (row.passages ?? []).map((passage) => [
        passageKey(passage.versionId, passage.start, passage.end),
        passage,
      ]),
    ),
    sources: readSources(row.sources ?? []),
  };
  const records = new Map((row.records ?? []).map(({ operationId, ...record }) => [operationId, record]));
  return { workspace, records };
}

function articleId(by: ArticleBy): Prisma.Sql {
  if ('articleId' in by) return Prisma.sql`${by.articleId}::uuid`;
  return 'versionId' in by
    ? Prisma.sql`(SELECT v."articleId" FROM "article_version" v WHERE v."id" = ${by.versionId}::uuid)`
    : Prisma.sql`(SELECT n."articleId" FROM "annotation" n WHERE n."id" = ${by.markId}::uuid)`;
}

/** The rows of a query as one JSON column; not even asked for where nothing is looked for. */
const rows = (query: Prisma.Sql, lookedFor: readonly unknown[]): Prisma.Sql =>
  lookedFor.length === 0 ? Prisma.sql`NULL` : Prisma.sql`(SELECT json_agg(found) FROM (${query}) found)`;

/**
 * Locks the marks that will change, and those that others are or will be merged into, always in the order of their ids: so
 * two writers wait for each other instead of deadlocking, and what is read afterwards holds until the end.
 */
async function lockMarks(store: Store, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await store.$queryRaw`
    SELECT a."id" FROM "annotation" a
     WHERE a."id" = ANY(${ids}::uuid[])
        OR a."id" IN (SELECT n."intoId" FROM "annotation" n WHERE n."id" = ANY(${ids}::uuid[]))
     ORDER BY a."id" FOR NO KEY UPDATE`;
}

/** Keeps the sources that new evidence names from being taken back before it is written; in the order of their ids. */
async function lockSources(store: Store, by: ArticleBy, cited: readonly CitedPlace[]): Promise<void> {
  if (cited.length === 0) return;
  const ids = [...new Set(cited.map(({ sourceId }) => sourceId))];
  await store.$queryRaw`
    SELECT s."id" FROM "source" s
     WHERE s."id" = ANY(${ids}::uuid[]) AND s."articleId" = ${articleId(by)}
     ORDER BY s."id" FOR SHARE`;
}

/** Sources of this article that are still there, each with the text around every place that is cited. */
const citedSources = (cited: readonly CitedPlace[]): Prisma.Sql => Prisma.sql`
  SELECT s."id", s."number", s."title", c."start", c."end",
         CASE WHEN c."start" IS NOT NULL THEN json_build_object(
           'versionLength', s."length", 'from', greatest(c."start" - ${WINDOW_MARGIN}::int, 0),
           'window', coalesce(substring(s."text" FROM greatest(c."start" - ${WINDOW_MARGIN}::int, 0) + 1
                       FOR c."end" + ${WINDOW_MARGIN}::int - greatest(c."start" - ${WINDOW_MARGIN}::int, 0)), '')
         ) END AS "passage"
    FROM jsonb_to_recordset(${JSON.stringify(cited)}::jsonb) AS c ("sourceId" uuid, "start" int, "end" int)
    JOIN "source" s ON s."id" = c."sourceId" AND s."articleId" = here."id" AND s."deletedAt" IS NULL`;

function readSources(found: NonNullable<WorkspaceRow['sources']>): ReadonlyMap<string, CitedSource> {
  const sources = new Map<string, CitedSource & { passages: Map<string, Passage> }>();
  for (const { id, number, title, start, end, passage } of found) {
    const source = sources.get(id) ?? { id, number, title, passages: new Map<string, Passage>() };
    if (start !== null && end !== null && passage !== null) {
      source.passages.set(passageKey(id, start, end), passage);
    }
    sources.set(id, source);
  }
  return sources;
}

/** Which requests made marks that are to be made again. */
const madeBy = (ids: readonly string[]): Prisma.Sql => Prisma.sql`
  SELECT e."subjectId", e."requestHash" FROM "event" e
   WHERE e."subjectId" = ANY(${ids}::uuid[]) AND e."articleId" = here."id" AND e."kind" = 'annotation.created'`;

/** Which ids of new marks belong to marks of other articles. */
const elsewhere = (actor: Actor, ids: readonly string[]): Prisma.Sql => Prisma.sql`
  SELECT n."id", o."personId" IS NOT NULL AS "visible" FROM "annotation" n
    LEFT JOIN "member" o ON o."projectId" = n."projectId" AND o."personId" = ${actor.id}::uuid
   WHERE n."id" = ANY(${ids}::uuid[]) AND n."articleId" <> here."id"`;

/** The text around spans, cut out by the database: a text may be long, a span is not. A span without a version is its mark's. */
const passages = (spans: ReturnType<typeof asks>['spans']): Prisma.Sql => Prisma.sql`
  SELECT v."id" AS "versionId", v."length" AS "versionLength", s."start", s."end", s."from",
         substring(v."text" FROM s."from" + 1 FOR s."end" + ${WINDOW_MARGIN}::int - s."from") AS "window"
    FROM (
      SELECT "markId", "versionId", "start", "end", greatest("start" - ${WINDOW_MARGIN}::int, 0) AS "from"
        FROM jsonb_to_recordset(${JSON.stringify(spans)}::jsonb)
          AS asked ("markId" uuid, "versionId" uuid, "start" int, "end" int)
    ) s
    JOIN "article_version" v
      ON v."articleId" = here."id"
     AND v."id" = coalesce(s."versionId", (SELECT n."versionId" FROM "annotation" n WHERE n."id" = s."markId"))`;
