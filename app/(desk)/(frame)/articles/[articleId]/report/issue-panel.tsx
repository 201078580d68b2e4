'use client';

import { Stamp } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/app/_ui/button';
import { ConfirmDialog } from '@/app/_ui/dialog';
import { Notice as Remark } from '@/app/_ui/error-state';
import { TextField } from '@/app/_ui/field';
import { notifyDone } from '@/app/_ui/toast';
import { useCall } from '@/app/_ui/use-call';
import type { ReportView } from '@/lib/contract/issued-report';
import type { ReportQuery } from '@/lib/contract/report';
import type { Notice } from '@/lib/report/report';
import { sayFailure, type CallFailure } from '@/lib/sync/api-client';
import { useWording } from './kept-wording';
import { NoticeList } from './notice-list';
import { exportBody } from './use-export';

/** Milliseconds. Every format is made before a report is issued, and of a book that takes minutes. */
const ISSUE_TIMEOUT = 300_000;

export interface IssuePanelProps {
  readonly articleId: string;
  readonly query: ReportQuery;
  readonly drafts: readonly Notice[];
  /** The number that the next report gets. */
  readonly next: number;
  readonly editorName: string;
  readonly mayIssue: boolean;
  /** Why it cannot be issued yet; null where it can. */
  readonly blocked: string | null;
}

/** What goes out: the notices as the editor words them, who signs, and the button that freezes it all. */
export function IssuePanel(props: IssuePanelProps) {
  const { articleId, query, drafts, next, editorName, mayIssue, blocked } = props;
  const router = useRouter();
  const { busy, call } = useCall();
  const [wording, setWording] = useWording(articleId);
  const [preparedBy, setPreparedBy] = useState(editorName);
  const [asking, setAsking] = useState(false);
  const [failure, setFailure] = useState<CallFailure | null>(null);

  async function issue(): Promise<void> {
    const signed = preparedBy.trim() === '' ? {} : { preparedBy };
    const answer = await call<ReportView>({
      method: 'POST',
      path: `/api/v1/articles/${articleId}/reports`,
      body: { ...exportBody(query, wording), ...signed },
      timeout: ISSUE_TIMEOUT,
    });
    setAsking(false);
    if (!answer.ok) return setFailure(answer.failure);
    setFailure(null);
    notifyDone(`Report ${answer.value.number} is issued`);
    router.refresh();
  }

  return (
    <section aria-labelledby="to-issue" className="rounded-lg border border-line bg-sheet px-4 py-4">
      <h2 id="to-issue" className="mb-3 flex items-center gap-2 font-medium">
        <Stamp aria-hidden className="size-4 text-muted" />
        Notices and sign-off
      </h2>
      <NoticeList drafts={drafts} wording={wording} onChange={setWording} />
      {mayIssue ? (
        <div className="mt-5 space-y-3 border-t border-line pt-4">
          <div className="flex flex-wrap items-end gap-3">
            <TextField
              className="flex-1 basis-56"
              label="Prepared by"
              maxLength={200}
              value={preparedBy}
              onChange={setPreparedBy}
            />
            <Button
              look="primary"
              type="button"
              busy={busy}
              disabled={blocked !== null}
              onClick={() => setAsking(true)}
            >
              Issue report {next}
            </Button>
          </div>
          {blocked === null ? null : <p className="text-sm text-muted">{blocked}</p>}
          {failure === null ? null : <Remark tone="danger">{sayFailure(failure)}</Remark>}
          <ConfirmDialog
            open={asking}
            onOpenChange={setAsking}
            title={`Issue report ${next}?`}
            confirm="Issue"
            busy={busy}
            onConfirm={() => void issue()}
          >
            It is frozen as it stands, in every format, with your name as the one who approved it.
            {next > 1 ? ` It takes the place of report ${next - 1}.` : ''}
          </ConfirmDialog>
        </div>
      ) : null}
    </section>
  );
}
