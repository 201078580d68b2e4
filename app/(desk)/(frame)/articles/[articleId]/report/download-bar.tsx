'use client';

import {
  Braces,
  Download,
  FileArchive,
  FileDiff,
  FileSpreadsheet,
  FileText,
  FileType,
  Globe,
  Hash,
  Printer,
  type LucideIcon,
} from 'lucide-react';
import type { MouseEvent } from 'react';
import { buttonClass } from '@/app/_ui/button';
import { cx } from '@/app/_ui/class-names';
import type { ExportView } from '@/lib/contract/export';
import type { ReportQuery } from '@/lib/contract/report';
import { REPORT_FORMATS, REPORT_FORMAT_KEYS, TEXT_FORMATS, type ReportFormatKey } from '@/lib/report/formats';
import { ExportProgress } from './export-progress';
import { useWording } from './kept-wording';
import { reportAddress } from './report-address';
import { exportBody, useExport } from './use-export';

export interface DownloadBarProps {
  readonly articleId: string;
  readonly query: ReportQuery;
  /** Whether collisions keep the formats with the text back. */
  readonly blocked: boolean;
  /** Whether a format takes longer than anybody waits for without being told how far it is. */
  readonly long: boolean;
  /** The reader's own export of this report that is under way or was made last; null for none. */
  readonly known: ExportView | null;
  readonly losses: readonly { readonly format: ReportFormatKey; readonly losses: readonly string[] }[];
}

/** The one that most people come for is the first. */
const BUTTONS: readonly (readonly [format: ReportFormatKey, icon: LucideIcon])[] = [
  ['docx-tracked', FileText],
  ['docx', FileText],
  ['pdf', Printer],
  ['html', Globe],
  ['csv', FileSpreadsheet],
  ['txt', FileType],
  ['md', Hash],
  ['json', Braces],
  ['diff', FileDiff],
  ['schema-org', Globe],
  ['zip', FileArchive],
];

/**
 * The report in every format, with the choices that are made and the notices as they are worded; and what each of them
 * cannot hold. What takes long, and what the server has no words for, is made as an export that says how far it is.
 */
export function DownloadBar({ articleId, query, blocked, long, known, losses }: DownloadBarProps) {
  const [wording] = useWording(articleId);
  const work = useExport(articleId, known);
  const isWorded = Object.keys(wording).length > 0;
  const exported =
    (format: ReportFormatKey) =>
    (event: MouseEvent): void => {
      event.preventDefault();
      const formats = format === 'zip' ? REPORT_FORMAT_KEYS : [format];
      void work.start({ ...exportBody(query, wording), formats }, format);
    };
  const some = losses.filter((format) => format.losses.length > 0);
  return (
    <section aria-labelledby="downloads">
      <h2 id="downloads" className="mb-2 flex items-center gap-2 text-sm font-medium">
        <Download aria-hidden className="size-4 text-muted" />
        Download
      </h2>
      <ul className="flex flex-wrap gap-2">
        {BUTTONS.map(([format, Icon]) => {
          const { label: name, about } = REPORT_FORMATS[format];
          const label = `${name}: ${about}`;
          const waits = blocked && TEXT_FORMATS.includes(format);
          return (
            <li key={format}>
              <a
                {...(waits
                  ? { role: 'link', 'aria-disabled': true }
                  : {
                      href: reportAddress(articleId, { ...query, format, download: format === 'html' }),
                      download: '',
                      ...(long || isWorded || format === 'zip' ? { onClick: exported(format) } : {}),
                    })}
                title={waits ? `${label}. Waits until colliding corrections are settled.` : label}
                className={cx(
                  buttonClass(format === 'docx-tracked' ? 'primary' : 'secondary', 'small'),
                  waits && 'cursor-not-allowed opacity-55',
                )}
              >
                <Icon aria-hidden className="size-4" />
                {name}
              </a>
            </li>
          );
        })}
      </ul>
      {work.works.map((one) => (
        <ExportProgress key={one.id} {...work} work={one} />
      ))}
      {some.length > 0 ? (
        <details className="mt-2.5 text-sm">
          <summary className="w-fit text-muted hover:text-ink">What each format leaves out</summary>
          <dl className="mt-2 grid grid-cols-[max-content_minmax(0,1fr)] gap-x-4 gap-y-1.5">
            {some.map(({ format, losses: sentences }) => (
              <div key={format} className="contents">
                <dt className="font-medium">{REPORT_FORMATS[format].label}</dt>
                <dd className="break-words text-muted">{sentences.join(' ')}</dd>
              </div>
            ))}
          </dl>
        </details>
      ) : null}
    </section>
  );
}
