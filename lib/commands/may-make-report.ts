import type { NewExport } from '@/lib/contract/export';
import type { Outcome } from '@/lib/contract/failure';
import type { Actor } from '@/lib/policy/actor';
import { can } from '@/lib/policy/can';
import { ok } from '@/lib/result';
import { articleFor } from '@/lib/store/articles';
import { memberActor } from '@/lib/store/members';
import { notFound } from '@/lib/store/not-found';
import { transaction, type Store } from '@/lib/store/transaction';
import { forbidden } from './forbidden';

/** What somebody wants to do with an article's report: have its formats as a draft, or issue it. */
export type ReportDeed = 'export' | 'issue';

/** What an export does. */
export const deedOf = ({ issue }: Pick<NewExport, 'issue'>): ReportDeed =>
  issue === undefined ? 'export' : 'issue';

/** Whether somebody may have an article's report made at all, asked before the work of making it. */
export const mayMakeReport = (
  actor: Actor,
  articleId: string,
  deed: ReportDeed,
): Promise<Outcome<{ readonly projectId: string }>> =>
  transaction((store) => articleToReport(store, actor, articleId, deed));

/** The same within a transaction; where the article is. */
export async function articleToReport(
  store: Store,
  actor: Actor,
  articleId: string,
  deed: ReportDeed,
): Promise<Outcome<{ readonly projectId: string }>> {
  const article = await articleFor(actor, articleId, store);
  if (!article.ok) return article;
  const { projectId } = article.value;
  const member = await memberActor(store, actor, projectId);
  if (member === null) return notFound('article');
  const may = deed === 'issue' ? can.issueReport : can.exportReport;
  return may(member) ? ok({ projectId }) : forbidden(member, `${deed} reports`);
}
