import { ARTICLE_STATUSES, type ArticleView } from '@/lib/contract/article';

export type SortKey = 'title' | 'status' | 'marks' | 'open' | 'accepted' | 'updated';

export interface Order {
  readonly key: SortKey;
  readonly falling: boolean;
}

const titles = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

const RISING: Readonly<Record<SortKey, (a: ArticleView, b: ArticleView) => number>> = {
  title: (a, b) => titles.compare(a.title, b.title),
  status: (a, b) => ARTICLE_STATUSES.indexOf(a.status) - ARTICLE_STATUSES.indexOf(b.status),
  marks: (a, b) => a.counts.marks - b.counts.marks,
  open: (a, b) => a.counts.open - b.counts.open,
  accepted: (a, b) => a.counts.accepted - b.counts.accepted,
  updated: (a, b) => Date.parse(a.updatedAt) - Date.parse(b.updatedAt),
};

/** For a sort in the chosen order; what is equal in it goes by its newest change, then by id, so that nothing jumps. */
export function compareArticles(a: ArticleView, b: ArticleView, order: Order): number {
  const rising = RISING[order.key](a, b);
  return (order.falling ? -rising : rising) || RISING.updated(b, a) || (a.id < b.id ? -1 : 1);
}
