import type { AnnotationView } from '@/lib/contract/annotation';
import type { DecisionView } from '@/lib/contract/decision';
import type { EvidenceView } from '@/lib/contract/evidence';
import type { Store } from '@/lib/store/transaction';
import { recordArticleEvents } from '../record-events';
import { hashOf } from './hash-of';
import type { Planned, Workspace } from './workspace';

/**
 * Writes what was planned: each mark once, as the last change left it, every piece of evidence and every decision, then an
 * event for each change. A few statements, however many changes. Returns the number of the first event.
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
  await insertMarks(
    store,
    workspace,
    final.filter(({ id }) => made.has(id)),
  );
  await updateMarks(
    store,
    workspace,
    final.filter(({ id }) => !made.has(id)),
  );
  await writeEvidence(store, changes, at);
  await insertDecisions(store, changes);
  const happenings = changes.map(({ event, before, after, operation }) => ({
    kind: event,
    subjectId: after.id,
    before,
    after,
    operationId: operation.operationId,
    requestHash: hashOf(operation),
  }));
  return recordArticleEvents(store, actor, article, happenings, at);
}

/** What a mark is merged into, while it is. */
const intoOf = ({ status, decision }: AnnotationView): string | null =>
  status === 'merged' ? (decision?.intoId ?? null) : null;

async function insertMarks(
  store: Store,
  { actor, article }: Workspace,
  marks: readonly AnnotationView[],
): Promise<void> {
  if (marks.length === 0) return;
  const rows = marks.map((mark) => ({
    ...mark,
    authorId: mark.author.id,
    intoId: intoOf(mark),
    deletedById: mark.deletedAt === null ? null : actor.id,
  }));
  await store.$executeRaw`
    INSERT INTO "annotation" (
      "id", "projectId", "articleId", "versionId", "authorId", "start", "end", "exact", "prefix", "suffix", "tag",
      "value", "correction", "note", "severity", "state", "status", "intoId", "relatedId", "origin", "revision",
      "createdAt", "updatedAt", "deletedAt", "deletedById"
    )
    SELECT m."id", ${article.projectId}::uuid, ${article.id}::uuid, m."versionId", m."authorId", m."start", m."end",
           m."exact", m."prefix", m."suffix", m."tag", m."value", m."correction", m."note", m."severity", m."state",
           m."status", m."intoId", m."relatedId", m."origin", m."revision", m."createdAt", m."updatedAt",
           m."deletedAt", m."deletedById"
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS m (
             "id" uuid, "versionId" uuid, "authorId" uuid, "start" int, "end" int, "exact" text, "prefix" text,
             "suffix" text, "tag" text, "value" text, "correction" text, "note" text, "severity" severity,
             "state" text, "status" annotation_status, "intoId" uuid, "relatedId" uuid, "origin" text,
             "revision" int, "createdAt" timestamptz, "updatedAt" timestamptz, "deletedAt" timestamptz,
             "deletedById" uuid
           )`;
}

/** One statement for all of them. What a mark belongs to and who made it never changes. */
async function updateMarks(
  store: Store,
  { actor }: Workspace,
  marks: readonly AnnotationView[],
): Promise<void> {
  if (marks.length === 0) return;
  const rows = marks.map((mark) => ({ ...mark, intoId: intoOf(mark) }));
  await store.$executeRaw`
    UPDATE "annotation" a
       SET "start" = m."start", "end" = m."end", "exact" = m."exact", "prefix" = m."prefix", "suffix" = m."suffix",
           "tag" = m."tag", "value" = m."value", "correction" = m."correction", "note" = m."note",
           "severity" = m."severity", "state" = m."state", "status" = m."status", "intoId" = m."intoId",
           "relatedId" = m."relatedId", "revision" = m."revision", "updatedAt" = m."updatedAt",
           "deletedAt" = m."deletedAt",
           "deletedById" = CASE WHEN m."deletedAt" IS NULL THEN NULL
                                WHEN a."deletedAt" IS NULL THEN ${actor.id}::uuid
                                ELSE a."deletedById" END
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS m (
             "id" uuid, "start" int, "end" int, "exact" text, "prefix" text, "suffix" text, "tag" text, "value" text,
             "correction" text, "note" text, "severity" severity, "state" text, "status" annotation_status,
             "intoId" uuid, "relatedId" uuid, "revision" int, "updatedAt" timestamptz, "deletedAt" timestamptz
           )
     WHERE a."id" = m."id"`;
}

/** What is among the evidence after a change and was not before was added; the reverse was taken back. */
async function writeEvidence(store: Store, changes: readonly Planned[], at: Date): Promise<void> {
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
  if (added.size > 0) {
    await store.evidence.createMany({
      data: [...added.values()].map(({ annotationId, evidence: { by, at: createdAt, source, ...said } }) => ({
        ...said,
        sourceId: source?.id ?? null,
        annotationId,
        createdAt,
        madeById: by.id,
        deletedAt: removed.has(said.id) ? at : null,
      })),
    });
  }
  const gone = [...removed].filter((id) => !added.has(id));
  if (gone.length > 0) {
    await store.evidence.updateMany({ where: { id: { in: gone } }, data: { deletedAt: at } });
  }
}

async function insertDecisions(store: Store, changes: readonly Planned[]): Promise<void> {
  const decisions = changes.flatMap(({ event, after }) =>
    event === 'annotation.decided' && after.decision !== null
      ? [{ annotationId: after.id, decision: after.decision satisfies DecisionView }]
      : [],
  );
  if (decisions.length === 0) return;
  await store.decision.createMany({
    data: decisions.map(({ annotationId, decision: { editor, ...said } }) => ({
      ...said,
      annotationId,
      editorId: editor.id,
    })),
  });
}
