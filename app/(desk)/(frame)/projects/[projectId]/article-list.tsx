'use client';

import { ArrowDown, ArrowUp } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/app/_ui/button';
import { cx } from '@/app/_ui/class-names';
import { HeadCell, Table } from '@/app/_ui/table';
import { notifyFailure } from '@/app/_ui/toast';
import { useCall } from '@/app/_ui/use-call';
import type { ArticleFilter, ArticleView } from '@/lib/contract/article';
import type { Page } from '@/lib/contract/primitives';
import { ArticleRow } from './article-row';
import { NoArticles } from './no-articles';
import { compareArticles, type Order, type SortKey } from './sort-articles';

export interface ArticleListProps {
  readonly projectId: string;
  readonly shelf: ArticleFilter['shelf'];
  readonly q: string;
  /** What the server listed; further pages are asked for here. */
  readonly first: Page<ArticleView>;
  readonly mayEdit: boolean;
}

const COLUMNS: readonly { readonly sortKey: SortKey; readonly label: string; readonly className: string }[] =
  [
    { sortKey: 'title', label: 'Title', className: 'w-full' },
    { sortKey: 'status', label: 'Status', className: 'hidden sm:table-cell' },
    { sortKey: 'marks', label: 'Marks', className: 'hidden text-right md:table-cell' },
    { sortKey: 'open', label: 'Open', className: 'hidden text-right md:table-cell' },
    { sortKey: 'accepted', label: 'Accepted', className: 'hidden text-right md:table-cell' },
  ];

/** The table of articles, newest change first until another order is chosen. */
export function ArticleList({ projectId, shelf, q, first, mayEdit }: ArticleListProps) {
  const [page, setPage] = useState(first);
  const [order, setOrder] = useState<Order>({ key: 'updated', falling: true });
  const { busy, call } = useCall();

  if (page.items.length === 0)
    return <NoArticles projectId={projectId} shelf={shelf} q={q} mayEdit={mayEdit} />;

  /** Asks for one more page, or for all of them: an order of half a list would be no order. */
  async function load(all: boolean): Promise<boolean> {
    let known: Page<ArticleView> = page;
    while (known.next !== null) {
      const answer = await call<Page<ArticleView>>({
        path: `/api/v1/projects/${projectId}/articles`,
        query: { shelf, q, cursor: known.next, limit: all ? 500 : 100 },
      });
      if (!answer.ok) {
        notifyFailure(answer.failure);
        return false;
      }
      known = { items: [...known.items, ...answer.value.items], next: answer.value.next };
      setPage(known);
      if (!all) break;
    }
    return true;
  }

  async function sort(key: SortKey): Promise<void> {
    const falling = order.key === key ? !order.falling : key !== 'title' && key !== 'status';
    if (page.next === null || (await load(true))) setOrder({ key, falling });
  }

  /** What has gone to another shelf is no longer listed. */
  function take(changed: ArticleView): void {
    const items = page.items
      .map((item) => (item.id === changed.id ? changed : item))
      .filter((item) => shelfOf(item) === shelf);
    setPage({ ...page, items });
  }

  const rows = page.items.toSorted((a, b) => compareArticles(a, b, order));
  return (
    <>
      <Table caption={CAPTIONS[shelf]} aria-busy={busy}>
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <SortHead key={column.sortKey} {...column} order={order} onSort={sort} />
            ))}
            <HeadCell className="hidden lg:table-cell">People</HeadCell>
            <SortHead
              sortKey="updated"
              label="Updated"
              className="hidden sm:table-cell"
              order={order}
              onSort={sort}
            />
            <HeadCell>
              <span className="sr-only">What can be done</span>
            </HeadCell>
          </tr>
        </thead>
        <tbody>
          {rows.map((article) => (
            <ArticleRow key={article.id} article={article} mayEdit={mayEdit} onChanged={take} />
          ))}
        </tbody>
      </Table>
      <div className="mt-5 flex items-center justify-between gap-4 text-sm text-muted">
        <p role="status">
          {page.items.length} {page.items.length === 1 ? 'article' : 'articles'}
          {page.next === null ? '' : ' so far'}
        </p>
        {page.next === null ? null : (
          <Button busy={busy} onClick={() => void load(false)}>
            Show more
          </Button>
        )}
      </div>
    </>
  );
}

const CAPTIONS: Readonly<Record<ArticleFilter['shelf'], string>> = {
  current: 'Current articles',
  archived: 'Archived articles',
  trash: 'Articles in the trash',
};

const shelfOf = (article: ArticleView): ArticleFilter['shelf'] =>
  article.trashed ? 'trash' : article.archived ? 'archived' : 'current';

interface SortHeadProps {
  readonly sortKey: SortKey;
  readonly label: string;
  readonly className: string;
  readonly order: Order;
  readonly onSort: (key: SortKey) => Promise<void>;
}

function SortHead({ sortKey, label, className, order, onSort }: SortHeadProps) {
  const here = order.key === sortKey;
  const Arrow = order.falling ? ArrowDown : ArrowUp;
  return (
    <HeadCell className={className} aria-sort={here ? (order.falling ? 'descending' : 'ascending') : 'none'}>
      <button
        type="button"
        className={cx(
          'inline-flex items-center gap-1 rounded-sm font-semibold hover:text-ink',
          here && 'text-ink',
        )}
        onClick={() => void onSort(sortKey)}
      >
        {label}
        <Arrow aria-hidden className={cx('size-3', !here && 'invisible')} />
      </button>
    </HeadCell>
  );
}
