'use client';

import { Stamp } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/app/_ui/button';
import { ConfirmDialog } from '@/app/_ui/dialog';
import { TextField } from '@/app/_ui/field';
import { notifyDone } from '@/app/_ui/toast';
import type { ExportView } from '@/lib/contract/export';
import type { ReportQuery } from '@/lib/contract/report';
import type { Notice } from '@/lib/report/report';
import { countWords, listWords, undecidedWords } from '@/lib/report/wording';
import { ExportProgress } from './export-progress';
import { useIsAsked, useKept } from './kept';
import { useDrafted, useWording } from './kept-wording';
import { NoticeList } from './notice-list';
import { NotIssued } from './not-issued';
import { exportBody, hasEnded, useExport } from './use-export';

export interface IssuePanelProps {
  readonly articleId: string;
  readonly query: ReportQuery;
  readonly drafts: readonly Notice[];
  /** The number that the next report gets. */
  readonly next: number;
  /** The numbers of issued reports that have a public address, ascending. */
  readonly publicNumbers: readonly number[];
  readonly editorName: string;
  readonly mayIssue: boolean;
  /** The report that this editor is issuing already, or could not issue at last; null for none. */
  readonly known: ExportView | null;
  /** How many marks of the version nobody has decided on. */
  readonly undecided: number;
  /** How many corrections are not made, since others that they collide with are. */
  readonly gaveWay: number;
  /** The time that the draft tells of: what is issued is what was looked at. */
  readonly asOf: string;
  /** Why it cannot be issued yet; null where it can. */
  readonly blocked: string | null;
}

/** What goes out: the notices as the editor words them, who signs, and the button that freezes it all. */
export function IssuePanel(props: IssuePanelProps) {
  const { articleId, query, drafts, next, publicNumbers, editorName, mayIssue, known, blocked } = props;
  const { undecided, gaveWay, asOf } = props;
  const router = useRouter();
  const [wording, setWording] = useWording(articleId);
  const [drafted, setDrafted] = useDrafted(articleId);
  const [preparedBy, setPreparedBy] = useState(editorName);
  const [asking, setAsking] = useState(false);
  const [starting, setStarting] = useState(false);
  const [putAway, setPutAway] = useKept(`galley.issue-put-away.${articleId}`, '');
  const isAsked = useIsAsked();
  const work = useExport(articleId, known, ({ reportNumber }) => {
    if (reportNumber !== null) notifyDone(`Report ${reportNumber} is issued`);
    // What stood in the way of one that failed may be new to this page: another report, corrections that collide.
    router.refresh();
  });
  const isUnderWay = starting || work.works.some((one) => !hasEnded(one));

  async function issue(): Promise<void> {
    const signed = preparedBy.trim() === '' ? {} : { preparedBy };
    setStarting(true);
    await work.start({ ...exportBody(query, wording), asOf, issue: signed }, null);
    setStarting(false);
    setAsking(false);
  }

  return (
    <section aria-labelledby="to-issue" className="rounded-lg border border-line bg-sheet px-4 py-4">
      <h2 id="to-issue" className="mb-3 flex items-center gap-2 font-medium">
        <Stamp aria-hidden className="size-4 text-muted" />
        Notices and sign-off
      </h2>
      <NoticeList
        drafts={drafts}
        wording={wording}
        drafted={drafted}
        onChange={(worded, from) => {
          setWording(worded);
          setDrafted(from);
        }}
      />
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
              busy={isUnderWay}
              disabled={blocked !== null}
              onClick={() => setAsking(true)}
            >
              Issue report {next}
            </Button>
          </div>
          {blocked === null ? null : <p className="text-sm text-muted">{blocked}</p>}
          {work.works
            // One that is issued stands among the reports, and one that has ended may have been put away.
            .filter((one) => one.reportId === null && one.id !== putAway && (isAsked || !hasEnded(one)))
            .map((one) => {
              const dismiss = (): void => setPutAway(one.id);
              return one.status === 'failed' ? (
                <NotIssued
                  key={one.id}
                  why={one.failure}
                  onRetry={blocked === null ? () => setAsking(true) : null}
                  onDismiss={dismiss}
                />
              ) : (
                <ExportProgress
                  key={one.id}
                  {...work}
                  dismiss={dismiss}
                  work={one}
                  label="Report being issued"
                />
              );
            })}
          <ConfirmDialog
            open={asking}
            onOpenChange={setAsking}
            title={`Issue report ${next}?`}
            confirm="Issue"
            busy={starting}
            onConfirm={() => void issue()}
          >
            It is frozen as it stands, in every format, with your name as the one who approved it.
            {next > 1 ? ` It takes the place of report ${next - 1}.` : ''}
            {publicNumbers.length > 0 ? ` ${addressesWords(publicNumbers)}` : ''}
            {gaveWay > 0 ? ` ${countWords(gaveWay, 'correction')} will not be made.` : ''}
            {undecided > 0 ? ` ${undecidedWords(undecided)}.` : ''}
          </ConfirmDialog>
        </div>
      ) : null}
    </section>
  );
}

/** What becomes of public addresses once another report is issued. */
const addressesWords = (numbers: readonly number[]): string => {
  const list = listWords(numbers.map(String), 'and');
  return numbers.length === 1
    ? `The public address of report ${list} stays and will say that it is superseded.`
    : `The public addresses of reports ${list} stay and will say that they are superseded.`;
};
