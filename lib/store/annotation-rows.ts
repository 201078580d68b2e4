import type { AnnotationView } from '@/lib/contract/annotation';
import type { DecisionView } from '@/lib/contract/decision';
import type { EvidenceView } from '@/lib/contract/evidence';
import type { TagSchema } from '@/lib/schema/tag-schema';
import { Prisma } from './generated/client';
import { labelOf } from './tag-schemas';

/** An annotation as `ANNOTATION_COLUMNS` reads it, with its author, evidence and newest decision. */
export interface AnnotationRow extends Omit<
  AnnotationView,
  'tagLabel' | 'changedSinceDecision' | 'evidence' | 'decision'
> {
  readonly projectId: string;
  readonly evidence: EvidenceView[] | null;
  readonly decision: DecisionView | null;
}

/** A time as the contract writes it, made in Postgres: what comes as JSON passes no driver that could. */
const iso = (column: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** Everything a view needs in one query; the table is `a`. */
export const ANNOTATION_COLUMNS = Prisma.sql`
  a."id", a."projectId", a."articleId", a."versionId", a."start", a."end", a."exact", a."prefix", a."suffix",
  a."tag", a."value", a."correction", a."note", a."severity"::text AS "severity", a."state",
  a."status"::text AS "status", a."relatedId", a."origin", a."revision",
  ${iso(Prisma.sql`a."createdAt"`)} AS "createdAt", ${iso(Prisma.sql`a."updatedAt"`)} AS "updatedAt",
  ${iso(Prisma.sql`a."deletedAt"`)} AS "deletedAt",
  (SELECT json_build_object('id', p."id", 'name', p."name") FROM "person" p WHERE p."id" = a."authorId") AS "author",
  (SELECT json_agg(
            json_build_object(
              'id', e."id", 'url', e."url", 'source', (
                SELECT json_build_object('id', s."id", 'number', s."number", 'title', s."title")
                  FROM "source" s WHERE s."id" = e."sourceId"
              ), 'note', e."note", 'excerpt', e."excerpt", 'start', e."start", 'end', e."end",
              'prefix', e."prefix", 'suffix', e."suffix", 'locator', e."locator",
              'relation', e."relation", 'by', json_build_object('id', p."id", 'name', p."name"),
              'at', ${iso(Prisma.sql`e."createdAt"`)}
            ) ORDER BY e."createdAt", e."id"
          )
     FROM "evidence" e JOIN "person" p ON p."id" = e."madeById"
    WHERE e."annotationId" = a."id" AND e."deletedAt" IS NULL) AS "evidence",
  (SELECT json_build_object(
            'id', d."id", 'verdict', d."verdict", 'revision', d."revision", 'intoId', d."intoId",
            'correction', d."correction", 'reason', d."reason",
            'editor', json_build_object('id', p."id", 'name', p."name"), 'at', ${iso(Prisma.sql`d."at"`)}
          )
     FROM "decision" d JOIN "person" p ON p."id" = d."editorId"
    WHERE d."annotationId" = a."id" ORDER BY d."revision" DESC LIMIT 1) AS "decision"`;

/** What leaves: a row with the tag's label as the schema has it now. */
export function presentAnnotation(
  { projectId: _, ...row }: AnnotationRow,
  schema: TagSchema,
): AnnotationView {
  return {
    ...row,
    tagLabel: labelOf(schema, row.tag),
    evidence: row.evidence ?? [],
    changedSinceDecision: isChangedSinceDecision(row.status, row.decision),
  };
}

/** A decided mark is open again without having been reopened only when somebody changed it. */
export const isChangedSinceDecision = (
  status: AnnotationView['status'],
  decision: DecisionView | null,
): boolean => status === 'open' && decision !== null && decision.verdict !== 'reopened';
