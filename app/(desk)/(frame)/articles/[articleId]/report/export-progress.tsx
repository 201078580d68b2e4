import { Check, Clock, LoaderCircle, TriangleAlert, X } from 'lucide-react';
import { Button, IconButton } from '@/app/_ui/button';
import type { ExportFileView, ExportView } from '@/lib/contract/export';
import { REPORT_FORMATS } from '@/lib/report/formats';
import { countWords } from '@/lib/report/wording';
import { exportFileAddress } from './report-address';
import { hasEnded, type ExportWork } from './use-export';

interface ExportProgressProps extends Pick<ExportWork, 'busy' | 'cancel' | 'dismiss'> {
  readonly work: ExportView;
  /** What the list is called. */
  readonly label?: string;
}

/** How far an export is, format by format; what is made can be taken at once, the rest called off. */
export function ExportProgress({
  work,
  busy,
  cancel,
  dismiss,
  label = 'Files being made',
}: ExportProgressProps) {
  const ended = hasEnded(work);
  const { length } = work.files.filter(({ status }) => status === 'made' || status === 'failed');
  return (
    <div role="group" aria-label={label} className="mt-3 rounded-lg border border-line bg-sheet px-4 py-3">
      <div className="flex items-center gap-3">
        <p role="status" className="min-w-0 flex-1 text-sm font-medium">
          {sayHowFar(work)}
        </p>
        {ended ? (
          <IconButton label="Put this list away" onClick={() => dismiss(work.id)}>
            <X aria-hidden className="size-4" />
          </IconButton>
        ) : (
          <Button size="small" type="button" busy={busy} onClick={() => void cancel(work.id)}>
            Cancel
          </Button>
        )}
      </div>
      {ended ? null : (
        <progress
          aria-label="Formats made"
          max={work.files.length}
          value={length}
          className="my-2 block h-1.5 w-full appearance-none overflow-hidden rounded-full bg-line forced-colors:appearance-auto [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-line [&::-webkit-progress-value]:bg-accent"
        />
      )}
      <ul className="mt-1.5 grid gap-x-6 gap-y-1 text-sm sm:grid-cols-2">
        {work.files.map((file) => (
          <li key={file.format} className="flex items-baseline gap-2">
            <FileState id={work.id} file={file} ended={ended} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function sayHowFar({ status, failure, files }: ExportView): string {
  const made = files.filter((file) => file.status === 'made').length;
  const failed = files.filter((file) => file.status === 'failed').length;
  switch (status) {
    case 'waiting':
      return 'Waiting for other reports …';
    case 'making':
      return `Making ${countWords(files.length, 'file')}: ${made + failed} done`;
    case 'done':
      return `${countWords(made, 'file')} made${failed === 0 ? '' : `, ${failed} not`}`;
    case 'cancelled':
      return made === 0 ? 'Called off' : `Called off; ${countWords(made, 'file')} made before`;
    case 'failed':
      return failure ?? 'This could not be made.';
  }
}

const ICON = 'size-4 shrink-0 translate-y-0.5';

function FileState({
  id,
  file: { format, status, size, failure },
  ended,
}: {
  readonly id: string;
  readonly file: ExportFileView;
  readonly ended: boolean;
}) {
  const { label } = REPORT_FORMATS[format];
  switch (status) {
    case 'made':
      return (
        <>
          <Check aria-hidden className={`${ICON} text-ok`} />
          <a className="link" href={exportFileAddress(id, format)} download="">
            {label}
          </a>
          <span className="text-muted tabular-nums">{saySize(size ?? 0)}</span>
        </>
      );
    case 'making':
      return (
        <>
          <LoaderCircle aria-hidden className={`${ICON} animate-spin text-muted`} />
          {label}, being made
        </>
      );
    case 'failed':
      return (
        <>
          <TriangleAlert aria-hidden className={`${ICON} text-danger`} />
          <span>
            {label}: <span className="text-muted">{failure}</span>
          </span>
        </>
      );
    case 'waiting':
      return (
        <span className="flex items-baseline gap-2 text-muted">
          <Clock aria-hidden className={ICON} />
          {label}
          {ended ? ', not made' : ', waiting'}
        </span>
      );
  }
}

const saySize = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1_000))} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
