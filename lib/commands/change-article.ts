import type { ArticleChange, ArticleView } from '@/lib/contract/article';
import type { EventKind } from '@/lib/contract/event';
import type { Outcome } from '@/lib/contract/failure';
import { newId } from '@/lib/ids';
import type { Actor } from '@/lib/policy/actor';
import { can } from '@/lib/policy/can';
import { ok } from '@/lib/result';
import { articleFor } from '@/lib/store/articles';
import { memberActor } from '@/lib/store/members';
import { notFound } from '@/lib/store/not-found';
import { transaction } from '@/lib/store/transaction';
import { forbidden } from './forbidden';
import { recordArticleEvents } from './record-events';
import { findRepetition } from './repetition';
import { refuseOverwriting } from './refuse-overwriting';
import { requestHash } from './request-hash';
import { withoutUndefined } from './without-undefined';
import type { WriteContext } from './write-context';

/** Changes an article's facts, or puts it on another shelf; what is left out stays, null clears. 409 `stale-revision`. */
export async function changeArticle(
  actor: Actor,
  id: string,
  change: ArticleChange,
  { operationId, now }: WriteContext,
): Promise<Outcome<ArticleView>> {
  const hash = requestHash('article.change', id, change);
  return transaction(async (store) => {
    await store.$queryRaw`SELECT 1 FROM "article" WHERE "id" = ${id}::uuid FOR NO KEY UPDATE`;
    const before = await articleFor(actor, id, store);
    if (!before.ok) return before;
    const { projectId, lastSeq } = before.value;
    const member = await memberActor(store, actor, projectId);
    if (member === null) return notFound('article');
    if (!can.changeArticle(member)) return forbidden(member, 'change articles');
    const repetition = await findRepetition<ArticleView>(store, actor, operationId, hash);
    if (repetition !== null) return repetition;
    const wanted = refuseOverwriting(before.value, change);
    if (!wanted.ok) return wanted;
    const { archived, trashed, ...facts } = wanted.value;
    await store.article.update({
      where: { id },
      data: {
        ...withoutUndefined(facts),
        ...(archived === undefined || archived === before.value.archived
          ? {}
          : { archivedAt: archived ? now : null }),
        ...(trashed === undefined || trashed === before.value.trashed
          ? {}
          : { trashedAt: trashed ? now : null }),
      },
    });
    const changed = await articleFor(actor, id, store);
    if (!changed.ok) return changed;
    const after = { ...changed.value, lastSeq: lastSeq + 1, updatedAt: now.toISOString() };
    const happening = {
      kind: kindOf(before.value, after),
      subjectId: id,
      before: before.value,
      after,
      operationId: operationId ?? newId(),
      requestHash: hash,
    };
    await recordArticleEvents(store, actor, { id, projectId }, [happening], now);
    return ok(after);
  });
}

/** What people would call it, when several things changed at once. */
function kindOf(before: ArticleView, after: ArticleView): EventKind {
  if (before.trashed !== after.trashed) return after.trashed ? 'article.trashed' : 'article.untrashed';
  if (before.archived !== after.archived) return after.archived ? 'article.archived' : 'article.unarchived';
  return 'article.changed';
}
