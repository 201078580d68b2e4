'use client';

import { Megaphone } from 'lucide-react';
import { useState } from 'react';
import type { Notice } from '@/lib/report/report';
import { keepWording, keptWording } from './kept-wording';
import { NoticeList } from './notice-list';

export interface IssuePanelProps {
  readonly articleId: string;
  readonly drafts: readonly Notice[];
}

/** What goes to readers: the notices, worded by the editor. */
export function IssuePanel({ articleId, drafts }: IssuePanelProps) {
  const [wording, setWording] = useState(() => keptWording(articleId));
  return (
    <details open={drafts.length > 0} className="rounded-lg border border-line bg-sheet">
      <summary className="flex items-center gap-2 px-4 py-3 font-medium">
        <Megaphone aria-hidden className="size-4 text-muted" />
        Notices to publish
        <span className="ml-auto text-sm font-normal text-muted tabular-nums">{drafts.length}</span>
      </summary>
      <div className="border-t border-line px-4 py-4">
        <NoticeList
          drafts={drafts}
          wording={wording}
          onChange={(next) => {
            keepWording(articleId, next);
            setWording(next);
          }}
        />
      </div>
    </details>
  );
}
