import { failure, type Outcome } from '@/lib/contract/failure';
import type { SourceView } from '@/lib/contract/source';
import type { Actor } from '@/lib/policy/actor';
import { can } from '@/lib/policy/can';
import { ok } from '@/lib/result';
import { notFound } from '@/lib/store/not-found';
import { readSource } from '@/lib/store/sources';
import type { Store } from '@/lib/store/transaction';
import { articleToWrite, type ArticleToWrite } from './article-to-write';
import { findRepetition } from './repetition';

export type SourceToWrite =
  { readonly article: ArticleToWrite; readonly source: SourceView } | { readonly again: Outcome<SourceView> };

/**
 * A source that is to change, locked with its article; or the first answer to a request that comes again. 409
 * `stale-revision` with what is there.
 */
export async function sourceToWrite(
  store: Store,
  actor: Actor,
  id: string,
  what: string,
  { operationId, hash, revision }: { operationId: string | null; hash: string; revision: number },
): Promise<Outcome<SourceToWrite>> {
  // Before the article, as those who tie evidence to it do: whoever is first has both.
  const [row] = await store.$queryRaw<{ articleId: string }[]>`
    SELECT s."articleId" FROM "source" s
      JOIN "member" m ON m."projectId" = s."projectId" AND m."personId" = ${actor.id}::uuid
     WHERE s."id" = ${id}::uuid FOR UPDATE OF s`;
  if (row === undefined) return notFound('source');
  const access = { may: can.changeSources, what, thing: 'source' };
  const article = await articleToWrite(store, actor, row.articleId, access);
  if (!article.ok) return article;
  const again = await findRepetition<SourceView>(store, actor, operationId, hash);
  if (again !== null) return ok({ again });
  if ((await store.source.count({ where: { id, deletedAt: null } })) === 0) return notFound('source');
  const source = await readSource(store, id);
  if (source.revision === revision) return ok({ article: article.value, source });
  return failure(
    'stale-revision',
    `The source has changed since you saw it: this was for revision ${revision}, it is now at ${source.revision}.`,
    { current: source },
  );
}
