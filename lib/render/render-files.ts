import { failure, type Failure, type Outcome } from '@/lib/contract/failure';
import { buildReport } from '@/lib/report/build-report';
import { lossesOf } from '@/lib/report/find-losses';
import { REPORT_FORMAT_KEYS, type ReportFormatKey } from '@/lib/report/formats';
import type { Report } from '@/lib/report/report';
import type { ReportInput } from '@/lib/report/report-input';
import { withoutInternals } from '@/lib/report/without-internals';
import { renderReport, type SingleFormat } from './render-report';
import { renderZip } from './render-zip';

/** What can be made of a report's input: its formats, the page that is looked at, and the page for the public. */
export type FileKey = ReportFormatKey | 'shown' | 'public';

/** One of them as it came out: bytes, or why there are none. */
export interface RenderedFile {
  readonly format: FileKey;
  readonly outcome: Outcome<Uint8Array>;
  /** What the format cannot hold of this report. */
  readonly losses: readonly string[];
}

/** Who wants the files hears of each as it comes. */
export interface FileListener {
  readonly onStart?: (format: FileKey) => void;
  readonly onFile: (file: RenderedFile) => void;
  /** Hears of a format that broke where others can do without it. */
  readonly onFault: (fault: unknown, format: FileKey) => void;
}

/** What stands for a format that broke; whoever runs the server finds the rest in its log. */
export const BROKEN: Failure = failure(
  'format-unavailable',
  'This format could not be made: see the server’s log.',
).failure;

/**
 * Makes what is wanted of one report, one after the other, in that order; one that fails says why and stops none of the
 * others. `broken` are not tried again; after an abort nothing more is begun.
 */
export async function renderFiles(
  input: ReportInput,
  wanted: readonly FileKey[],
  listener: FileListener,
  {
    broken = [],
    signal,
  }: { readonly broken?: readonly FileKey[]; readonly signal?: AbortSignal | undefined } = {},
): Promise<void> {
  const report = buildReport(input);
  const made = new Map<FileKey, RenderedFile>(
    broken.map((format) => [format, { format, outcome: { ok: false, failure: BROKEN }, losses: [] }]),
  );
  const make = async (format: Exclude<FileKey, 'zip'>): Promise<RenderedFile> => {
    const known = made.get(format);
    if (known) return known;
    const file: RenderedFile = {
      format,
      outcome: await attempt(format, listener, () => renderOne(input, report, format)),
      losses: format === 'shown' || format === 'public' ? [] : lossesOf(report, format),
    };
    made.set(format, file);
    return file;
  };
  for (const format of wanted) {
    if (signal?.aborted === true) return;
    listener.onStart?.(format);
    listener.onFile(format === 'zip' ? await zip(report, make, listener) : await make(format));
  }
}

const renderOne = (
  input: ReportInput,
  report: Report,
  format: SingleFormat | 'public',
): Promise<Outcome<string | Uint8Array>> =>
  format === 'public'
    ? renderReport(buildReport(withoutInternals(input, report)), 'shown')
    : renderReport(report, format);

/** Every other format in one, whatever of them could be made. */
async function zip(
  report: Report,
  make: (format: SingleFormat) => Promise<RenderedFile>,
  listener: FileListener,
): Promise<RenderedFile> {
  const outcome = await attempt('zip', listener, async () => {
    const files = [];
    for (const format of REPORT_FORMAT_KEYS) {
      if (format === 'zip') continue;
      const { outcome: one, losses } = await make(format);
      files.push({
        format,
        losses,
        bytes: one.ok ? one.value : null,
        failure: one.ok ? null : one.failure.detail,
      });
    }
    return { ok: true, value: renderZip(report.head.article.title, report.head.asOf, files) };
  });
  return { format: 'zip', outcome, losses: [] };
}

async function attempt(
  format: FileKey,
  { onFault }: FileListener,
  render: () => Promise<Outcome<string | Uint8Array>>,
): Promise<Outcome<Uint8Array>> {
  try {
    const rendered = await render();
    if (!rendered.ok) return rendered;
    const { value } = rendered;
    return { ok: true, value: typeof value === 'string' ? new TextEncoder().encode(value) : value };
  } catch (fault) {
    onFault(fault, format);
    return { ok: false, failure: BROKEN };
  }
}
