'use client';

import { useState } from 'react';
import { Button } from '@/app/_ui/button';
import { EmptyState } from '@/app/_ui/empty-state';
import { notifyFailure } from '@/app/_ui/toast';
import { useCall } from '@/app/_ui/use-call';
import type { AnnotationStatus } from '@/lib/annotation/annotation';
import type { MyMark } from '@/lib/contract/annotation';
import type { Page } from '@/lib/contract/primitives';
import type { Colour } from '@/lib/schema/tag-schema';
import { DeskPicture } from '@/app/_ui/desk-picture';
import { MarkItem } from './mark-item';

/** By project, then by the key of the tag. */
export type TagColours = Readonly<Record<string, Readonly<Record<string, Colour>>>>;

export interface MarkListProps {
  readonly status: AnnotationStatus | null;
  readonly first: Page<MyMark>;
  readonly colours: TagColours;
}

const NONE: Readonly<Record<AnnotationStatus, string>> = {
  open: 'No mark of yours is waiting',
  accepted: 'No mark of yours is accepted yet',
  rejected: 'No mark of yours was rejected',
  sic: 'No mark of yours stands as in the source',
  merged: 'No mark of yours was merged into another',
};

/** One's marks, the one changed last first. */
export function MarkList({ status, first, colours }: MarkListProps) {
  const [page, setPage] = useState(first);
  const { busy, call } = useCall();

  async function more(): Promise<void> {
    const answer = await call<Page<MyMark>>({
      path: '/api/v1/me/annotations',
      query: { status, cursor: page.next },
    });
    if (!answer.ok) return notifyFailure(answer.failure);
    setPage({ items: [...page.items, ...answer.value.items], next: answer.value.next });
  }

  if (page.items.length === 0) {
    return status === null ? (
      <EmptyState title="You have made no marks yet" picture={<DeskPicture />}>
        <p>
          Open an article, select some words and say what is wrong with them. They are listed here from then
          on.
        </p>
      </EmptyState>
    ) : (
      <EmptyState title={NONE[status]}>
        <p>Marks appear under this status as soon as an editor gives it to them.</p>
      </EmptyState>
    );
  }
  return (
    <>
      <ul className="border-t border-line">
        {page.items.map((mark) => (
          <MarkItem key={mark.id} mark={mark} colour={colours[mark.project.id]?.[mark.tag] ?? 'slate'} />
        ))}
      </ul>
      <div className="mt-5 flex items-center justify-between gap-4 text-sm text-muted">
        <p role="status">
          {page.items.length} {page.items.length === 1 ? 'mark' : 'marks'}
          {page.next === null ? '' : ' so far'}
        </p>
        {page.next === null ? null : (
          <Button busy={busy} onClick={() => void more()}>
            Show more
          </Button>
        )}
      </div>
    </>
  );
}
