import { checkSpan, type CheckedSpan } from '@/lib/evidence/checked-spans';
import type { CoverageChange } from '@/lib/contract/coverage';
import { failure, type Outcome } from '@/lib/contract/failure';
import { newId } from '@/lib/ids';
import type { Actor } from '@/lib/policy/actor';
import { can } from '@/lib/policy/can';
import { ok } from '@/lib/result';
import { transaction, type Store } from '@/lib/store/transaction';
import { span } from '@/lib/text/offsets';
import { articleToWrite, type ArticleToWrite } from './article-to-write';
import { recordArticleEvents } from './record-events';
import { findRepetition } from './repetition';
import { requestHash } from './request-hash';
import type { WriteContext } from './write-context';

/**
 * Says that somebody has checked a passage of the current version. It takes the place of what the same person said of
 * these words before, and of nobody else's. 422 for another version or a passage beyond the text.
 */
export async function changeCoverage(
  actor: Actor,
  articleId: string,
  change: CoverageChange,
  { operationId, now }: WriteContext,
): Promise<Outcome<CoverageChange>> {
  const hash = requestHash('coverage.change', articleId, change);
  return transaction(async (store) => {
    const article = await articleToWrite(store, actor, articleId, {
      may: can.checkPassages,
      what: 'check passages',
    });
    if (!article.ok) return article;
    const repetition = await findRepetition<CoverageChange>(store, actor, operationId, hash);
    if (repetition !== null) return repetition;
    if (change.versionId !== article.value.versionId) {
      return refuse('versionId', 'Is not the current version of this article.');
    }
    const { length } = await store.articleVersion.findUniqueOrThrow({
      where: { id: change.versionId },
      select: { length: true },
    });
    if (change.end > length) return refuse('end', `Lies beyond the text, which ends at ${length}.`);
    const changed = await writeLayer(store, actor, article.value, change, now);
    if (!changed) return ok(change);
    const happening = {
      kind: 'coverage.changed',
      subjectId: change.versionId,
      before: null,
      after: change,
      operationId: operationId ?? newId(),
      requestHash: hash,
    } as const;
    await recordArticleEvents(store, actor, article.value, [happening], now);
    return ok(change);
  });
}

const refuse = (field: string, message: string): Outcome<never> =>
  failure('invalid-input', `${field}: ${message}`, { errors: [{ field, message }] });

/** Writes what differs between somebody's layer and what it becomes; false where nothing does. */
async function writeLayer(
  store: Store,
  actor: Actor,
  { id: articleId, projectId, versionId }: ArticleToWrite,
  change: CoverageChange,
  now: Date,
): Promise<boolean> {
  const rows = await store.checkedSpan.findMany({
    where: { versionId, personId: actor.id, deletedAt: null },
    select: { id: true, start: true, end: true, state: true },
  });
  const layer = rows.map(({ start, end, state }): CheckedSpan => ({ ...span(start, end), state }));
  const next = checkSpan(layer, span(change.start, change.end), change.state);
  const said = new Set(rows.map(sayKey));
  const kept = new Set(next.map(sayKey));
  const gone = rows.filter((row) => !kept.has(sayKey(row)));
  const made = next.filter((each) => !said.has(sayKey(each)));
  if (gone.length === 0 && made.length === 0) return false;
  await store.checkedSpan.updateMany({
    where: { id: { in: gone.map(({ id }) => id) } },
    data: { deletedAt: now },
  });
  await store.checkedSpan.createMany({
    data: made.map(({ start, end, state }) => ({
      ...{ id: newId(), articleId, projectId, versionId, personId: actor.id, start, end, state },
      createdAt: now,
    })),
  });
  return true;
}

const sayKey = ({ start, end, state }: { start: number; end: number; state: string }): string =>
  `${start} ${end} ${state}`;
