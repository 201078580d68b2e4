'use client';

import { EmptyState } from '@/app/_ui/empty-state';
import { Button } from '@/app/_ui/button';
import type { QuoteList } from '@/lib/contract/checking';
import { ResourceState } from '../checking/resource-state';
import { useResource } from '../checking/use-resource';
import { openPane } from '../model/pane';
import { count } from '../model/say-mark';
import { useStore } from '../model/store';
import { useDesk } from '../model/use-desk';
import { QuoteCard } from './quote-card';

/** One card a quotation: where it departs from what the sources have. */
export function QuotesPane() {
  const desk = useDesk();
  const { sources } = useStore(desk.news, (news) => news);
  const resource = useResource<QuoteList>(`/api/v1/articles/${desk.data.article.id}/quotes`, sources);
  if (resource.value === null) {
    return (
      <div className="checking-body">
        <ResourceState
          resource={resource}
          what="The quotations are"
          doing="Comparing the quotations with the sources…"
        />
      </div>
    );
  }
  const { items, sources: compared } = resource.value;
  if (items.length === 0) {
    return (
      <EmptyState title="No quotations">Nothing in this article stands between quotation marks.</EmptyState>
    );
  }
  return (
    <div className="checking-body space-y-3">
      {compared === 0 ? (
        <div className="flex flex-wrap items-center gap-3 text-sm text-muted">
          <p className="min-w-0 flex-1">There is no source to compare them with yet.</p>
          <Button size="small" onClick={() => openPane(desk, 'sources')}>
            Add a source
          </Button>
        </div>
      ) : (
        <p role="status" className="text-sm text-muted">
          {sayVerdicts(resource.value)}
        </p>
      )}
      <ol aria-label="Quotations, in the order of the text" className="space-y-3">
        {items.map((quote) => (
          <QuoteCard key={quote.start} quote={quote} compared={compared > 0} />
        ))}
      </ol>
    </div>
  );
}

function sayVerdicts({ items, sources }: QuoteList): string {
  const having = (verdict: string): number => items.filter((quote) => quote.verdict === verdict).length;
  return `${count(items.length, 'quotation')} against ${count(sources, 'source')}: ${having('altered')} altered, ${having('found')} word for word, ${having('not found')} not found.`;
}
