import type { NewExport } from '@/lib/contract/export';
import type { Outcome } from '@/lib/contract/failure';
import type { Actor } from '@/lib/policy/actor';
import { can } from '@/lib/policy/can';
import { ok } from '@/lib/result';
import { articleFor } from '@/lib/store/articles';
import { memberActor } from '@/lib/store/members';
import { notFound } from '@/lib/store/not-found';
import type { Store } from '@/lib/store/transaction';
import { forbidden } from './forbidden';

/** Whether somebody may have an export made of an article, and its report issued where it is to; where the article is. */
export async function mayExport(
  store: Store,
  actor: Actor,
  articleId: string,
  { issue }: Pick<NewExport, 'issue'>,
): Promise<Outcome<{ readonly projectId: string }>> {
  const article = await articleFor(actor, articleId, store);
  if (!article.ok) return article;
  const { projectId } = article.value;
  const member = await memberActor(store, actor, projectId);
  if (member === null) return notFound('article');
  if (!can.exportReport(member)) return forbidden(member, 'export reports');
  if (issue !== undefined && !can.issueReport(member)) return forbidden(member, 'issue reports');
  return ok({ projectId });
}
