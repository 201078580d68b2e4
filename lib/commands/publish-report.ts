import type { Outcome } from '@/lib/contract/failure';
import type { ReportView } from '@/lib/contract/issued-report';
import { newId } from '@/lib/ids';
import type { Actor } from '@/lib/policy/actor';
import { can } from '@/lib/policy/can';
import { ok } from '@/lib/result';
import { articleFor } from '@/lib/store/articles';
import { memberActor } from '@/lib/store/members';
import { notFound } from '@/lib/store/not-found';
import { reportFor } from '@/lib/store/reports';
import { newSecret } from '@/lib/store/secret';
import { transaction, type Store } from '@/lib/store/transaction';
import { forbidden } from './forbidden';
import { recordArticleEvents } from './record-events';
import { findRepetition } from './repetition';
import { requestHash } from './request-hash';
import type { WriteContext } from './write-context';

/** Gives an issued report a public address; one that has one keeps it. */
export const publishReport = (
  actor: Actor,
  id: string,
  context: WriteContext,
): Promise<Outcome<ReportView>> =>
  changeLink(actor, id, 'report.published', context, async (store, { publicToken }) => {
    if (publicToken !== null) return false;
    const link = {
      id: newId(),
      reportId: id,
      token: newSecret(),
      madeById: actor.id,
      createdAt: context.now,
    };
    await store.reportLink.create({ data: link });
    return true;
  });

/** Takes the public address of an issued report away, for good; one without has nothing to lose. */
export const unpublishReport = (
  actor: Actor,
  id: string,
  context: WriteContext,
): Promise<Outcome<ReportView>> =>
  changeLink(actor, id, 'report.unpublished', context, async (store) => {
    const { count } = await store.reportLink.updateMany({
      where: { reportId: id, revokedAt: null },
      data: { revokedAt: context.now, revokedById: actor.id },
    });
    return count > 0;
  });

async function changeLink(
  actor: Actor,
  id: string,
  kind: 'report.published' | 'report.unpublished',
  { operationId, now }: WriteContext,
  change: (store: Store, report: ReportView) => Promise<boolean>,
): Promise<Outcome<ReportView>> {
  const hash = requestHash(kind, id, null);
  return transaction(async (store) => {
    await store.$queryRaw`SELECT 1 FROM "report" WHERE "id" = ${id}::uuid FOR NO KEY UPDATE`;
    const before = await reportFor(actor, id, store);
    if (!before.ok) return before;
    const article = await articleFor(actor, before.value.articleId, store);
    if (!article.ok) return article;
    const { id: articleId, projectId } = article.value;
    const member = await memberActor(store, actor, projectId);
    if (member === null) return notFound('report');
    if (!can.issueReport(member)) return forbidden(member, 'publish reports');
    const repetition = await findRepetition<ReportView>(store, actor, operationId, hash);
    if (repetition !== null) return repetition;
    if (!(await change(store, before.value))) return before;
    const after = await reportFor(actor, id, store);
    if (!after.ok) return after;
    const happening = {
      kind,
      subjectId: id,
      before: before.value,
      after: after.value,
      operationId: operationId ?? newId(),
      requestHash: hash,
    };
    await recordArticleEvents(store, actor, { id: articleId, projectId }, [happening], now);
    return ok(after.value);
  });
}
