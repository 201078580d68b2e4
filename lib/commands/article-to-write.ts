import type { Outcome } from '@/lib/contract/failure';
import type { Actor, ProjectActor } from '@/lib/policy/actor';
import { ok } from '@/lib/result';
import { memberActor } from '@/lib/store/members';
import { notFound } from '@/lib/store/not-found';
import type { Store } from '@/lib/store/transaction';
import { forbidden } from './forbidden';
import { onShelf } from './marks/guards';

export interface ArticleToWrite {
  readonly id: string;
  readonly projectId: string;
  readonly member: ProjectActor;
  /** The newest version's, whose text is at hand. */
  readonly versionId: string;
}

/**
 * The article that something other than a mark is written on, locked until the end of the transaction: there for whoever
 * asks, theirs to write on (`may`; `what` completes "… may not …"), and on no shelf.
 */
export async function articleToWrite(
  store: Store,
  actor: Actor,
  id: string,
  { may, what, thing = 'article' }: { may: (member: ProjectActor) => boolean; what: string; thing?: string },
): Promise<Outcome<ArticleToWrite>> {
  const [article] = await store.$queryRaw<
    { projectId: string; archived: boolean; trashed: boolean; versionId: string }[]
  >`
    SELECT a."projectId", a."archivedAt" IS NOT NULL AS "archived", a."trashedAt" IS NOT NULL AS "trashed",
           (SELECT v."id" FROM "article_version" v WHERE v."articleId" = a."id" ORDER BY v."number" DESC LIMIT 1) AS "versionId"
      FROM "article" a
      JOIN "member" m ON m."projectId" = a."projectId" AND m."personId" = ${actor.id}::uuid
     WHERE a."id" = ${id}::uuid FOR NO KEY UPDATE OF a`;
  const member = article === undefined ? null : await memberActor(store, actor, article.projectId);
  if (article === undefined || member === null) return notFound(thing);
  if (!may(member)) return forbidden(member, what);
  const shelved = onShelf({ shelved: article.trashed ? 'trashed' : article.archived ? 'archived' : null });
  if (shelved !== null) return { ok: false, failure: shelved };
  return ok({ id, projectId: article.projectId, member, versionId: article.versionId });
}
