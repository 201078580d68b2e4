import type { AnnotationView } from '@/lib/contract/annotation';
import type { DecisionView } from '@/lib/contract/decision';
import type { EvidenceView } from '@/lib/contract/evidence';
import { Prisma } from '@/lib/store/generated/client';
import type { Store } from '@/lib/store/transaction';
import { recordArticleEvents, type NamedWrite } from '../record-events';
import { hashOf } from './hash-of';
import type { Planned, Workspace } from './workspace';

/**
 * Writes what was planned: each mark once, as the last change left it, every piece of evidence and every decision, then an
 * event for each change. One statement, however many changes. Returns the number of the first event.
 */
export async function writeChanges(
  store: Store,
  workspace: Workspace,
  changes: readonly Planned[],
): Promise<number> {
  const { actor, article } = workspace;
  const at = new Date(workspace.now);
  if (changes.length === 0) return article.lastSeq + 1;
  const made = new Set(changes.filter(({ before }) => before === null).map(({ after }) => after.id));
  const final = [...new Map(changes.map(({ after }) => [after.id, after])).values()];
  const writes = [
    ...insertedMarks(
      workspace,
      final.filter(({ id }) => made.has(id)),
    ),
    ...updatedMarks(
      workspace,
      final.filter(({ id }) => !made.has(id)),
    ),
    ...writtenEvidence(changes, at),
    ...insertedDecisions(changes),
  ];
  const happenings = changes.map(({ event, before, after, operation }) => ({
    kind: event,
    subjectId: after.id,
    before,
    after,
    operationId: operation.operationId,
    requestHash: hashOf(operation),
  }));
  return recordArticleEvents(store, actor, article, happenings, at, writes);
}

/** What a mark is merged into, while it is. */
const intoOf = ({ status, decision }: AnnotationView): string | null =>
  status === 'merged' ? (decision?.intoId ?? null) : null;

function insertedMarks({ actor, article }: Workspace, marks: readonly AnnotationView[]): NamedWrite[] {
  const rows = marks.map((mark) => ({
    ...mark,
    projectId: article.projectId,
    authorId: mark.author.id,
    intoId: intoOf(mark),
    deletedById: mark.deletedAt === null ? null : actor.id,
  }));
  return insertion('made_marks', 'annotation', rows);
}

/**
 * Inserts rows whose keys are called like the columns; keys that no column is called like are left out, columns that no key
 * is called like are null.
 */
function insertion(
  name: string,
  table: 'annotation' | 'evidence' | 'decision',
  rows: readonly object[],
): NamedWrite[] {
  if (rows.length === 0) return [];
  const into = Prisma.raw(`"${table}"`);
  const sql = Prisma.sql`
    INSERT INTO ${into} SELECT r.* FROM jsonb_populate_recordset(NULL::${into}, ${JSON.stringify(rows)}::jsonb) r
    RETURNING 1`;
  return [{ name, sql }];
}

/** What a mark belongs to and who made it never changes. */
function updatedMarks({ actor }: Workspace, marks: readonly AnnotationView[]): NamedWrite[] {
  if (marks.length === 0) return [];
  const rows = marks.map((mark) => ({ ...mark, intoId: intoOf(mark) }));
  const sql = Prisma.sql`
    UPDATE "annotation" a
       SET "start" = m."start", "end" = m."end", "exact" = m."exact", "prefix" = m."prefix", "suffix" = m."suffix",
           "tag" = m."tag", "value" = m."value", "correction" = m."correction", "note" = m."note",
           "severity" = m."severity", "state" = m."state", "status" = m."status", "intoId" = m."intoId",
           "relatedId" = m."relatedId", "revision" = m."revision", "updatedAt" = m."updatedAt",
           "deletedAt" = m."deletedAt",
           "deletedById" = CASE WHEN m."deletedAt" IS NULL THEN NULL
                                WHEN a."deletedAt" IS NULL THEN ${actor.id}::uuid
                                ELSE a."deletedById" END
      FROM jsonb_populate_recordset(NULL::"annotation", ${JSON.stringify(rows)}::jsonb) m
     WHERE a."id" = m."id" RETURNING 1`;
  return [{ name: 'changed_marks', sql }];
}

/** What is among the evidence after a change and was not before was added; the reverse was taken back. */
function writtenEvidence(changes: readonly Planned[], at: Date): NamedWrite[] {
  const added = new Map<string, { readonly annotationId: string; readonly evidence: EvidenceView }>();
  const removed = new Set<string>();
  for (const { before, after } of changes) {
    const had = new Set(before?.evidence.map(({ id }) => id));
    const has = new Set(after.evidence.map(({ id }) => id));
    for (const evidence of after.evidence) {
      if (!had.has(evidence.id)) added.set(evidence.id, { annotationId: after.id, evidence });
    }
    for (const id of had) if (!has.has(id)) removed.add(id);
  }
  const rows = [...added.values()].map(
    ({ annotationId, evidence: { by, at: createdAt, source, ...said } }) => ({
      ...said,
      sourceId: source?.id ?? null,
      annotationId,
      createdAt,
      madeById: by.id,
      deletedAt: removed.has(said.id) ? at : null,
    }),
  );
  const gone = [...removed].filter((id) => !added.has(id));
  const sql = Prisma.sql`
    UPDATE "evidence" SET "deletedAt" = ${at} WHERE "id" = ANY(${gone}::uuid[]) RETURNING 1`;
  return [
    ...insertion('added_evidence', 'evidence', rows),
    ...(gone.length === 0 ? [] : [{ name: 'removed_evidence', sql }]),
  ];
}

function insertedDecisions(changes: readonly Planned[]): NamedWrite[] {
  const rows = changes.flatMap(({ event, after: { id: annotationId, decision } }) => {
    if (event !== 'annotation.decided' || decision === null) return [];
    const { editor, ...said } = decision satisfies DecisionView;
    return [{ ...said, annotationId, editorId: editor.id }];
  });
  return insertion('made_decisions', 'decision', rows);
}
