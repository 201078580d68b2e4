'use client';

import { ArrowLeft } from 'lucide-react';
import { useLayoutEffect, useRef, useState } from 'react';
import { Button } from '@/app/_ui/button';
import type { SourceView, SourceWithText } from '@/lib/contract/source';
import type { Span } from '@/lib/text/offsets';
import { ResourceState } from '../checking/resource-state';
import { useResource } from '../checking/use-resource';
import { openPane } from '../model/pane';
import { useDesk } from '../model/use-desk';
import { SourceText } from './source-text';
import { TieForm } from './tie-form';

export interface SourceReaderProps {
  readonly source: SourceView;
  /** A passage to show. */
  readonly at: Span | null;
}

/** A source to be read beside the article; what is selected in it can be tied to the open mark. */
export function SourceReader({ source, at }: SourceReaderProps) {
  const desk = useDesk();
  const { id, number, title, url, archiveUrl } = source;
  const resource = useResource<SourceWithText>(`/api/v1/sources/${id}`);
  const [selected, setSelected] = useState<Span | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => heading.current?.focus({ preventScroll: true }), []);
  const back = (): void => {
    desk.state.set({ pane: null });
    openPane(desk, 'sources');
  };
  const text = resource.value?.text ?? null;
  return (
    <div className="flex flex-1 flex-col">
      <div className="checking-body flex-1 space-y-3">
        <Button
          look="quiet"
          size="small"
          icon={<ArrowLeft aria-hidden className="size-3.5" />}
          onClick={back}
        >
          All sources
        </Button>
        <h3 ref={heading} tabIndex={-1} className="headline text-xl break-words outline-none">
          <span className="mr-2 text-faint tabular-nums">{number}</span>
          {title}
        </h3>
        <p className="flex flex-wrap gap-x-3 text-[0.8125rem]">
          {url === null ? null : <Outside href={url}>Where it stands</Outside>}
          {archiveUrl === null ? null : <Outside href={archiveUrl}>Archived copy</Outside>}
        </p>
        {resource.value === null ? (
          <ResourceState resource={resource} what="Its words are" />
        ) : text === null ? (
          <p className="text-muted">
            This source has no text here. It can be cited by place: a page, a paragraph, a minute.
          </p>
        ) : (
          <SourceText sourceId={id} text={text} shown={selected ?? at} scrollTo={at} onSelect={setSelected} />
        )}
      </div>
      {resource.value === null ? null : (
        <TieForm source={source} text={text} selected={selected} onSelect={setSelected} />
      )}
    </div>
  );
}

const Outside = ({ href, children }: { readonly href: string; readonly children: string }) => (
  <a href={href} target="_blank" rel="noreferrer noopener" className="link">
    {children}
    <span className="sr-only"> (opens in a new window)</span>
  </a>
);
