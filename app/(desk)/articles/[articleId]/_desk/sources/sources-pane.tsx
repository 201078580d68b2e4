'use client';

import { useState } from 'react';
import { Plus } from 'lucide-react';
import { Button } from '@/app/_ui/button';
import { EmptyState } from '@/app/_ui/empty-state';
import { useStore } from '../model/store';
import { useDesk, useDeskState } from '../model/use-desk';
import { can } from '@/lib/policy/can';
import type { SourceView } from '@/lib/contract/source';
import { ResourceState } from '../checking/resource-state';
import { useResource } from '../checking/use-resource';
import { AddSourceForm } from './add-source-form';
import { SourceItem } from './source-item';
import { SourceReader } from './source-reader';

/** What the article is checked against: one numbered list, and each to be read beside the text. */
export function SourcesPane() {
  const desk = useDesk();
  const { sources: changes } = useStore(desk.news, (news) => news);
  const resource = useResource<{ readonly items: readonly SourceView[] }>(
    `/api/v1/articles/${desk.data.article.id}/sources`,
    changes,
  );
  const reading = useDeskState((state) => state.pane?.sourceId ?? null);
  const at = useDeskState((state) => state.pane?.at ?? null);
  const [adding, setAdding] = useState(false);
  const items = resource.value?.items;
  const source = items?.find(({ id }) => id === reading);
  if (reading !== null && source) return <SourceReader key={source.id} source={source} at={at} />;
  if (items === undefined) {
    return (
      <div className="checking-body">
        <ResourceState resource={resource} what="The sources are" />
      </div>
    );
  }
  const mayAdd = can.changeSources(desk.data.me);
  return (
    <div className="checking-body space-y-4">
      {items.length === 0 && !adding ? (
        <EmptyState
          title="No sources yet"
          actions={
            mayAdd ? (
              <Button look="primary" onClick={() => setAdding(true)}>
                Add the first source
              </Button>
            ) : null
          }
        >
          Paste a statement, a transcript or minutes. Quotations and names of the article are compared with
          it, and its passages can be tied to marks as evidence.
        </EmptyState>
      ) : null}
      {items.length === 0 ? null : (
        <ol aria-label="Sources" className="space-y-2">
          {items.map((each) => (
            <SourceItem key={each.id} source={each} onDone={resource.ask} />
          ))}
        </ol>
      )}
      {adding ? (
        <AddSourceForm
          onDone={() => {
            setAdding(false);
            resource.ask();
          }}
          onLeave={() => setAdding(false)}
        />
      ) : items.length > 0 && mayAdd ? (
        <Button icon={<Plus aria-hidden className="size-4" />} onClick={() => setAdding(true)}>
          Add a source
        </Button>
      ) : null}
    </div>
  );
}
