import { failure, type Outcome } from '@/lib/contract/failure';
import type { NewReport, ReportView } from '@/lib/contract/issued-report';
import type { Actor } from '@/lib/policy/actor';
import type { ReportInput } from '@/lib/report/report-input';
import { ok } from '@/lib/result';
import type { Prisma } from '@/lib/store/generated/client';
import { reportFor } from '@/lib/store/reports';
import { transaction, type Store } from '@/lib/store/transaction';
import { newId } from '@/lib/ids';
import { articleToReport } from './may-make-report';
import { recordArticleEvents } from './record-events';
import { findRepetition } from './repetition';
import { requestHash } from './request-hash';
import { endExport, lockExport, type HeldExport } from './work-on-export';
import type { WriteContext } from './write-context';

/** A report ready to be frozen: what it was made of, with its number, and the bytes of each format. */
export interface PreparedReport {
  readonly input: ReportInput & { readonly issue: NonNullable<ReportInput['issue']> };
  readonly files: readonly {
    readonly format: string;
    readonly bytes: Uint8Array | null;
    readonly sha256: string | null;
    readonly failure: string | null;
  }[];
}

/**
 * Freezes a report. Its number was taken before its formats were made; where another report has got it meanwhile, nothing
 * is stored (`already-exists`), nor where the article's words were taken out meanwhile (`wrong-status`). The export that
 * issues it, if one does, ends in the same moment; where it was called off or is another's by then, nothing is stored.
 */
export async function issueReport(
  actor: Actor,
  articleId: string,
  asked: NewReport,
  prepared: PreparedReport,
  context: WriteContext,
  held?: HeldExport,
): Promise<Outcome<ReportView>> {
  return transaction(async (store) => {
    await store.$queryRaw`SELECT 1 FROM "article" WHERE "id" = ${articleId}::uuid FOR NO KEY UPDATE`;
    if (held !== undefined && !(await lockExport(store, held))) {
      return failure('wrong-status', 'The export that was to issue this report is called off or gone.');
    }
    // An order's id is its operation's: whoever repeats the order repeats what the event tells.
    const hash = held?.requestHash ?? requestHash('report.issue', articleId, asked);
    const issued = await freeze(store, actor, articleId, hash, prepared, context);
    if (issued.ok && held !== undefined) await endExport(held, null, store);
    return issued;
  });
}

/** The same under the article's lock. */
async function freeze(
  store: Store,
  actor: Actor,
  articleId: string,
  hash: string,
  { input, files }: PreparedReport,
  { operationId }: WriteContext,
): Promise<Outcome<ReportView>> {
  const id = newId();
  const allowed = await articleToReport(store, actor, articleId, 'issue');
  if (!allowed.ok) return allowed;
  const { projectId } = allowed.value;
  const repetition = await findRepetition<ReportView>(store, actor, operationId, hash);
  if (repetition !== null) return repetition;
  if (!(await isAsItWas(store, input))) {
    return failure('wrong-status', 'The words of this article were taken out while its report was made.');
  }
  const last = await store.report.findFirst({
    where: { articleId },
    orderBy: { number: 'desc' },
    select: { id: true, number: true },
  });
  const { number, at, preparedBy } = input.issue;
  if (number !== (last?.number ?? 0) + 1) {
    return failure(
      'already-exists',
      'Another report was issued at the same moment. Look at it, and issue again.',
    );
  }
  await store.report.create({
    data: {
      id,
      articleId,
      projectId,
      versionId: input.version.id,
      number,
      input: input as unknown as Prisma.InputJsonValue,
      supersedesId: last?.id ?? null,
      preparedBy,
      issuedById: actor.id,
      issuedAt: new Date(at),
    },
  });
  await store.reportFile.createMany({
    data: files.map(({ bytes, ...file }) => ({
      ...file,
      reportId: id,
      bytes: bytes === null ? null : new Uint8Array(bytes),
    })),
  });
  const issued = await reportFor(actor, id, store);
  if (!issued.ok) return issued;
  const happening = {
    kind: 'report.issued' as const,
    subjectId: id,
    before: null,
    after: issued.value,
    operationId: operationId ?? newId(),
    requestHash: hash,
  };
  // Making it began long before, and much may have happened meanwhile; exports end by the same clock.
  const [clock] = await store.$queryRaw<{ now: Date }[]>`SELECT clock_timestamp() AS "now"`;
  await recordArticleEvents(store, actor, { id: articleId, projectId }, [happening], clock!.now);
  return ok(issued.value);
}

/** Whether a version still has the words that a report was made of; its hash stays when they are taken out. */
async function isAsItWas(store: Store, { version }: ReportInput): Promise<boolean> {
  const rows = await store.$queryRaw<unknown[]>`
    SELECT 1 FROM "article_version" WHERE "id" = ${version.id}::uuid AND "text" = ${version.text}`;
  return rows.length > 0;
}
