'use client';

import { Plus } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button } from '@/app/_ui/button';
import { cx } from '@/app/_ui/class-names';
import { EmptyState } from '@/app/_ui/empty-state';
import { useFileDrop } from '@/app/_ui/use-file-drop';
import { useStore } from '../model/store';
import { useDesk, useDeskState } from '../model/use-desk';
import { can } from '@/lib/policy/can';
import type { SourceView } from '@/lib/contract/source';
import { ResourceState } from '../checking/resource-state';
import { useResource } from '../checking/use-resource';
import { AddSourceForm } from './add-source-form';
import { readingOf } from './document-reading';
import { NO_DRAFT } from './source-draft';
import { sourceDraftOf, useSourceDraft } from './source-drafts';
import { SourceItem } from './source-item';
import { SourceReader } from './source-reader';
import { sendingOf } from './source-sending';

/** What the article is checked against: one numbered list, and each to be read beside the text. */
export function SourcesPane() {
  const desk = useDesk();
  const { sources: changes } = useStore(desk.news, (news) => news);
  const resource = useResource<{ readonly items: readonly SourceView[] }>(
    `/api/v1/articles/${desk.data.article.id}/sources`,
    changes,
  );
  const openId = useDeskState((state) => state.pane?.sourceId ?? null);
  const at = useDeskState((state) => state.pane?.at ?? null);
  const { id: articleId } = desk.data.article;
  const drafts = sourceDraftOf(articleId);
  const adding = useSourceDraft() !== null;
  const startAdding = (): void => drafts.set({ draft: drafts.get().draft ?? NO_DRAFT });
  const reading = readingOf(articleId);
  /** Whoever leaves the form comes back to where it was opened, but not whoever has read a source since. */
  const [hasLeft, setHasLeft] = useState(false);
  if (hasLeft && openId !== null) setHasLeft(false);
  const sending = sendingOf(articleId);
  const stopAdding = (): void => {
    setHasLeft(true);
    reading.cancel();
    sending.forget();
    drafts.set({ draft: null });
  };
  const { ask } = resource;
  useEffect(
    () =>
      sending.watch(({ number }) => {
        desk.say(`Added source ${number}.`);
        setHasLeft(true);
        ask();
      }),
    [desk, sending, ask],
  );
  const mayAdd = can.changeSources(desk.data.me);
  const { over, ...zone } = useFileDrop((file) => {
    if (!mayAdd) return;
    startAdding();
    void reading.readFile(file);
  });
  const items = resource.value?.items;
  const source = items?.find(({ id }) => id === openId);
  if (openId !== null && source) return <SourceReader key={source.id} source={source} at={at} />;
  if (items === undefined) {
    return (
      <div className="checking-body">
        <ResourceState resource={resource} what="The sources are" />
      </div>
    );
  }
  return (
    <div
      className={cx(
        'checking-body flex-1 space-y-4',
        over && 'outline-2 -outline-offset-4 outline-accent outline-dashed',
      )}
      {...zone}
    >
      {items.length === 0 && !adding ? (
        <EmptyState
          title="No sources yet"
          actions={
            mayAdd ? (
              <Button look="primary" autoFocus={hasLeft} onClick={startAdding}>
                Add the first source
              </Button>
            ) : null
          }
        >
          Paste a statement, a transcript or minutes, or drop their file here. Quotations and names of the
          article are compared with it, and its passages can be tied to marks as evidence.
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
        <AddSourceForm onLeave={stopAdding} />
      ) : items.length > 0 && mayAdd ? (
        <Button icon={<Plus aria-hidden className="size-4" />} autoFocus={hasLeft} onClick={startAdding}>
          Add a source
        </Button>
      ) : null}
    </div>
  );
}
