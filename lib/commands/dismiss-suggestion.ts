import type { Dismissal, DismissalChange } from '@/lib/contract/checking';
import type { Outcome } from '@/lib/contract/failure';
import { newId } from '@/lib/ids';
import type { Actor } from '@/lib/policy/actor';
import { can } from '@/lib/policy/can';
import { ok } from '@/lib/result';
import { transaction } from '@/lib/store/transaction';
import { articleToWrite } from './article-to-write';
import { recordArticleEvents } from './record-events';
import { findRepetition } from './repetition';
import { requestHash } from './request-hash';
import type { WriteContext } from './write-context';

/** Dismisses a suggestion of an article, or calls it back. Twice the same is once. */
export async function dismissSuggestion(
  actor: Actor,
  articleId: string,
  change: DismissalChange,
  { operationId, now }: WriteContext,
): Promise<Outcome<Dismissal>> {
  const requested = requestHash('suggestion.dismiss', articleId, change);
  return transaction(async (store) => {
    const article = await articleToWrite(store, actor, articleId, {
      may: can.dismissSuggestions,
      what: 'dismiss suggestions',
    });
    if (!article.ok) return article;
    const repetition = await findRepetition<Dismissal>(store, actor, operationId, requested);
    if (repetition !== null) return repetition;
    const { ruleId, hash, exact, dismissed } = change;
    const key = { articleId_hash: { articleId, hash } };
    const known = await store.suggestionDismissal.findUnique({ where: key });
    const after: Dismissal = { ruleId, hash, title: exact, dismissed };
    if ((known !== null && known.deletedAt === null) === dismissed) return ok(after);
    const id = known?.id ?? newId();
    const { projectId } = article.value;
    await store.suggestionDismissal.upsert({
      where: key,
      create: { id, projectId, articleId, ruleId, hash, exact, createdAt: now, madeById: actor.id },
      update: { deletedAt: dismissed ? null : now },
    });
    const happening = {
      kind: dismissed ? 'suggestion.dismissed' : 'suggestion.recalled',
      subjectId: id,
      before: known === null ? null : { ...after, dismissed: !dismissed },
      after,
      operationId: operationId ?? newId(),
      requestHash: requested,
    } as const;
    await recordArticleEvents(store, actor, article.value, [happening], now);
    return ok(after);
  });
}
