import { failure, type Outcome } from '@/lib/contract/failure';
import { lossesOf } from '@/lib/report/find-losses';
import { REPORT_FORMAT_KEYS, TEXT_FORMATS, type ReportFormatKey } from '@/lib/report/formats';
import { renderHtml } from '@/lib/report/html/render-html';
import { renderCsv } from '@/lib/report/render-csv';
import { renderJson } from '@/lib/report/render-json';
import { renderMarkdown } from '@/lib/report/render-markdown';
import { renderDiff } from '@/lib/report/render-diff';
import { renderSchemaOrg } from '@/lib/report/render-schema-org';
import { renderText } from '@/lib/report/render-text';
import type { Report } from '@/lib/report/report';
import { countWords } from '@/lib/report/wording';
import { ok } from '@/lib/result';
import { renderDocxReport } from './docx-report';
import { renderTrackedDocx } from './docx-tracked';
import { renderPdf } from './render-pdf';
import { renderZip, type RenderedFile } from './render-zip';

/** Hears of a format that broke where others can do without it. */
export type OnFault = (fault: unknown, format: ReportFormatKey) => void;

/** A report in a format: text in UTF-8, or the bytes of a file. Collisions block the formats that hold the text. */
export async function renderReport(
  report: Report,
  format: ReportFormatKey,
  onFault: OnFault,
): Promise<Outcome<string | Uint8Array>> {
  if (TEXT_FORMATS.includes(format) && report.changes.changes === null) return collide(report);
  switch (format) {
    case 'html':
      return ok(renderHtml(report));
    case 'pdf':
      return renderPdf(renderHtml(report, { embed: false }), report.head.asOf);
    case 'docx':
      return ok(await renderDocxReport(report));
    case 'docx-tracked':
      return ok(await renderTrackedDocx(report));
    case 'csv':
      return ok(renderCsv(report));
    case 'json':
      return ok(renderJson(report));
    case 'md':
      return ok(renderMarkdown(report));
    case 'txt':
      return ok(renderText(report));
    case 'diff':
      return ok(renderDiff(report));
    case 'schema-org':
      return ok(renderSchemaOrg(report));
    case 'zip':
      return ok(renderZip(report.head.article.title, report.head.asOf, await renderFiles(report, onFault)));
  }
}

/** Every format but the ZIP that holds them; one that fails says why and stops none of the others. */
export async function renderFiles(report: Report, onFault: OnFault): Promise<readonly RenderedFile[]> {
  const files: RenderedFile[] = [];
  for (const format of REPORT_FORMAT_KEYS.filter((key) => key !== 'zip')) {
    const losses = lossesOf(report, format);
    try {
      const rendered = await renderReport(report, format, onFault);
      files.push(
        rendered.ok
          ? { format, bytes: toBytes(rendered.value), failure: null, losses }
          : { format, bytes: null, failure: rendered.failure.detail, losses },
      );
    } catch (fault) {
      onFault(fault, format);
      files.push({
        format,
        bytes: null,
        failure: 'This format could not be made: see the server’s log.',
        losses,
      });
    }
  }
  return files;
}

const toBytes = (content: string | Uint8Array): Uint8Array =>
  typeof content === 'string' ? new TextEncoder().encode(content) : content;

/** `current` holds the pairs of marks, so that a screen can lead to them. */
export function collide({ changes: { collisions } }: Report): Outcome<never> {
  const pairs = countWords(collisions.length, 'pair');
  const detail = `${pairs} of accepted corrections cannot both be made. Reopen or merge one of each, or ask for overlap=outermost.`;
  return failure('corrections-collide', detail, {
    errors: [{ field: 'overlap', message: detail }],
    current: { collisions },
  });
}
