import type { EvidenceView } from '@/lib/contract/evidence';
import type { Outcome } from '@/lib/contract/failure';
import type { PersonRef } from '@/lib/contract/primitives';
import type { Actor } from '@/lib/policy/actor';
import type { ReportAnnotation, ReportEvidence, ReportFacts } from '@/lib/report/report-input';
import { ok } from '@/lib/result';
import { codePoint, type Span } from '@/lib/text/offsets';
import { ANNOTATION_COLUMNS, type AnnotationRow } from './annotation-rows';
import { db } from './client';
import { Prisma } from './generated/client';
import { notFound } from './not-found';
import { reportHistoryOf } from './report-history';
import { currentSchema } from './tag-schemas';
import type { Store } from './transaction';
import { visibleTo } from './visible-to';

interface HeadRow {
  readonly id: string;
  readonly projectId: string;
  readonly project: string;
  readonly house: ReportFacts['house'];
  readonly title: string;
  readonly byline: string | null;
  readonly url: string | null;
  readonly publishedAt: Date | null;
  readonly phase: 'before' | 'after' | null;
  readonly versionId: string;
  readonly number: number;
  readonly text: string;
  readonly sha256: string;
  /** When anything last happened to the article, its project's tags or its project's name. */
  readonly asOf: Date;
}

/**
 * All that a report of an article's current version is made of, read in one snapshot, so that no mark, decision or tag
 * in it is newer than another. What happened to the marks is read where it is wanted.
 */
export const reportInputFor = (
  actor: Actor,
  articleId: string,
  { withHistory = false }: { readonly withHistory?: boolean } = {},
): Promise<Outcome<ReportFacts>> =>
  db().$transaction((store) => readFacts(store, actor, articleId, withHistory), {
    isolationLevel: 'RepeatableRead',
    maxWait: 10_000,
    timeout: 30_000,
  });

async function readFacts(
  store: Store,
  actor: Actor,
  articleId: string,
  withHistory: boolean,
): Promise<Outcome<ReportFacts>> {
  const [head] = await store.$queryRaw<HeadRow[]>`
    SELECT a."id", a."projectId", p."name" AS "project", p."noticeTemplates" AS "house", a."title", a."byline", a."url", a."publishedAt",
           a."phase"::text AS "phase", v."id" AS "versionId", v."number", v."text", v."sha256",
           greatest(
             v."createdAt",
             (SELECT e."at" FROM "event" e WHERE e."articleId" = a."id" ORDER BY e."seq" DESC LIMIT 1),
             (SELECT max(e."at") FROM "event" e
               WHERE e."projectId" = p."id" AND e."articleId" IS NULL AND e."kind" IN ('schema.changed', 'project.changed'))
           ) AS "asOf"
      FROM "article" a
      JOIN "project" p ON p."id" = a."projectId"
      JOIN LATERAL (
        SELECT * FROM "article_version" v WHERE v."articleId" = a."id" ORDER BY v."number" DESC LIMIT 1
      ) v ON true
     WHERE a."id" = ${articleId}::uuid AND ${visibleTo(actor, Prisma.sql`a."projectId"`)}`;
  if (head === undefined) return notFound('article');
  const rows = await store.$queryRaw<AnnotationRow[]>`
    SELECT ${ANNOTATION_COLUMNS} FROM "annotation" a
     WHERE a."versionId" = ${head.versionId}::uuid AND a."deletedAt" IS NULL
     ORDER BY a."start", a."end", a."id"`;
  const { id, project, house, title, byline, url, publishedAt, phase, versionId, number, text, sha256 } =
    head;
  const sources = await sourcesById(store, id);
  const history = withHistory ? await reportHistoryOf(store, id, versionId) : null;
  return ok({
    article: { id, project, title, byline, url, publishedAt: publishedAt?.toISOString() ?? null, phase },
    version: { id: versionId, number, text, sha256 },
    schema: await currentSchema(store, head.projectId),
    annotations: rows.map((row) => presentMark(row, sources)),
    people: [...new Map([...peopleOf(rows), ...(history?.people ?? [])].map((by) => [by.id, by])).values()],
    ...(history === null ? {} : { history: history.steps }),
    checked: await checkedSpansOf(store, versionId),
    house,
    asOf: head.asOf.toISOString(),
  });
}

/** What people said they had checked, and what marks that were accepted settle. */
const checkedSpansOf = (store: Store, versionId: string): Promise<Span[]> => store.$queryRaw<Span[]>`
  SELECT "start", "end" FROM "checked_span"
   WHERE "versionId" = ${versionId}::uuid AND "deletedAt" IS NULL AND "state" <> 'pending'
  UNION
  SELECT "start", "end" FROM "annotation"
   WHERE "versionId" = ${versionId}::uuid AND "deletedAt" IS NULL AND "status" = 'accepted'
     AND ("tag" = 'quote' AND "state" = 'verbatim' OR "tag" = 'claim' AND "state" = 'verified')
   ORDER BY "start", "end"`;

interface CitedSource {
  readonly title: string;
  readonly url: string | null;
  readonly protected: boolean;
}

/** Those taken back too: none of them is cited. */
async function sourcesById(store: Store, articleId: string): Promise<ReadonlyMap<string, CitedSource>> {
  const sources = await store.source.findMany({
    where: { articleId },
    select: { id: true, title: true, url: true, protected: true },
  });
  return new Map(sources.map(({ id, ...source }) => [id, source]));
}

/** What of evidence leaves the desk: of a protected source only that there is one. */
function presentEvidence(
  { id, url, note, excerpt, locator, relation, source, by, at }: EvidenceView,
  sources: ReadonlyMap<string, CitedSource>,
): ReportEvidence {
  const head = { id, relation, byId: by.id, at };
  const cited = source === null ? undefined : sources.get(source.id);
  if (cited === undefined) return { ...head, url, note, excerpt, locator };
  const sourceId = source?.id ?? id;
  if (cited.protected) {
    const note = 'A source held by the desk.';
    return { ...head, sourceId, isProtected: true, url: null, note, excerpt: null, locator: null };
  }
  const place = locator === null ? cited.title : `${cited.title}, ${locator}`;
  return { ...head, sourceId, url: url ?? cited.url, note, excerpt, locator: place };
}

const presentMark = (row: AnnotationRow, sources: ReadonlyMap<string, CitedSource>): ReportAnnotation => ({
  id: row.id,
  authorId: row.author.id,
  start: codePoint(row.start),
  end: codePoint(row.end),
  exact: row.exact,
  tag: row.tag,
  value: row.value,
  correction: row.correction,
  note: row.note,
  severity: row.severity,
  state: row.state,
  status: row.status,
  relatedId: row.relatedId,
  createdAt: row.createdAt,
  origin: row.origin,
  evidence: (row.evidence ?? []).map((piece) => presentEvidence(piece, sources)),
  decision: row.decision && {
    verdict: row.decision.verdict,
    intoId: row.decision.intoId,
    correction: row.decision.correction,
    reason: row.decision.reason,
    editorId: row.decision.editor.id,
    at: row.decision.at,
  },
});

const peopleOf = (rows: readonly AnnotationRow[]): readonly PersonRef[] => [
  ...new Map(
    rows
      .flatMap(({ author, evidence, decision }) => [
        author,
        ...(evidence ?? []).map(({ by }) => by),
        ...(decision ? [decision.editor] : []),
      ])
      .map((person) => [person.id, person]),
  ).values(),
];
