'use client';

import { Globe, Link2Off } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/app/_ui/button';
import { CopyField } from '@/app/_ui/copy-field';
import { ConfirmDialog } from '@/app/_ui/dialog';
import { Time } from '@/app/_ui/time';
import { notifyDone, notifyFailure } from '@/app/_ui/toast';
import { useCall } from '@/app/_ui/use-call';
import type { ReportView } from '@/lib/contract/issued-report';
import { REPORT_FORMATS } from '@/lib/report/formats';

export interface IssuedListProps {
  readonly reports: readonly ReportView[];
  readonly mayPublish: boolean;
  /** Where this desk is reached, for public addresses. */
  readonly origin: string;
}

/** What was issued, the newest first: each with its files as they were, and its public address. */
export function IssuedList({ reports, mayPublish, origin }: IssuedListProps) {
  if (reports.length === 0) return null;
  return (
    <section aria-labelledby="issued">
      <h2 id="issued" className="mb-2 text-sm font-medium">
        Issued reports
      </h2>
      <ul className="divide-y divide-line rounded-lg border border-line bg-sheet">
        {reports.map((report) => (
          <li key={report.id} className="space-y-2.5 px-4 py-3.5">
            <Issued report={report} mayPublish={mayPublish} origin={origin} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Issued({
  report,
  mayPublish,
  origin,
}: Omit<IssuedListProps, 'reports'> & { readonly report: ReportView }) {
  const { id, number, issuedAt, issuedBy, preparedBy, supersededBy, files, version, publicToken } = report;
  return (
    <>
      <p>
        <span className="font-medium">Report {number}</span>{' '}
        <span className="text-sm text-muted">
          on version {version}, issued <Time value={issuedAt} /> by <bdi>{issuedBy.name}</bdi>
          {preparedBy === issuedBy.name ? null : (
            <>
              , prepared by <bdi>{preparedBy}</bdi>
            </>
          )}
          {supersededBy === null ? null : `. Report ${supersededBy} took its place`}.
        </span>
      </p>
      <ul className="flex flex-wrap gap-x-3.5 gap-y-1.5 text-sm">
        {files.map(({ format, failure, sha256 }) => (
          <li key={format}>
            {failure === null ? (
              <a
                className="link"
                href={`/api/v1/reports/${id}?format=${format}${format === 'html' ? '&download=true' : ''}`}
                download=""
                title={`SHA-256 ${sha256 ?? ''}`}
                aria-label={`Report ${number}: ${REPORT_FORMATS[format].label.toLowerCase()}`}
              >
                {REPORT_FORMATS[format].label}
              </a>
            ) : (
              <span className="text-muted" title={failure}>
                {REPORT_FORMATS[format].label}: not made
              </span>
            )}
          </li>
        ))}
      </ul>
      {publicToken === null ? null : (
        <CopyField
          label={`Public address of report ${number}`}
          value={`${origin}/public/reports/${publicToken}`}
        />
      )}
      {mayPublish ? <PublicSwitch report={report} /> : null}
    </>
  );
}

function PublicSwitch({ report: { id, number, publicToken } }: { readonly report: ReportView }) {
  const router = useRouter();
  const { busy, call } = useCall();
  const [asking, setAsking] = useState(false);

  async function change(method: 'POST' | 'DELETE'): Promise<void> {
    const answer = await call<ReportView>({ method, path: `/api/v1/reports/${id}/link` });
    setAsking(false);
    if (!answer.ok) return notifyFailure(answer.failure);
    notifyDone(method === 'POST' ? `Report ${number} is public` : `Report ${number} is no longer public`);
    router.refresh();
  }

  return publicToken === null ? (
    <>
      <Button
        size="small"
        type="button"
        busy={busy}
        icon={<Globe aria-hidden className="size-4" />}
        onClick={() => void change('POST')}
      >
        Make report {number} public
      </Button>
      <p className="text-[0.8125rem] text-muted">
        Whoever has the address then reads the accepted corrections, the notices and the sign-off, with names
        as in the report, and without what the desk keeps to itself: other marks, queries, notes, reasons,
        states, sources that are no public link, how much was checked, quote check and history.
      </p>
    </>
  ) : (
    <>
      <Button
        size="small"
        look="quiet"
        type="button"
        icon={<Link2Off aria-hidden className="size-4" />}
        onClick={() => setAsking(true)}
      >
        Revoke the address of report {number}
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={`Revoke the public address of report ${number}?`}
        confirm="Revoke"
        danger
        busy={busy}
        onConfirm={() => void change('DELETE')}
      >
        Whoever follows the address will find nothing. It does not come back; you can make another one.
      </ConfirmDialog>
    </>
  );
}
