import { failure, type Outcome } from '@/lib/contract/failure';
import { TEXT_FORMATS, type ReportFormatKey } from '@/lib/report/formats';
import { hasLinksOnPaper, withoutEntryLinks } from '@/lib/report/html/paper-links';
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

/** A format that is made of the report alone; `shown` is the web page as it is looked at, without data for machines. */
export type SingleFormat = Exclude<ReportFormatKey, 'zip'> | 'shown';

/** A report in a format: text in UTF-8, or the bytes of a file. Collisions block the formats that hold the text. */
export async function renderReport(
  report: Report,
  format: SingleFormat,
): Promise<Outcome<string | Uint8Array>> {
  if (format !== 'shown' && TEXT_FORMATS.includes(format) && report.changes.changes === null)
    return collide(report);
  switch (format) {
    case 'html':
      return ok(renderHtml(report));
    case 'shown':
      return ok(renderHtml(report, { embed: false }));
    case 'pdf': {
      const html = renderHtml(report, { embed: false });
      return renderPdf(hasLinksOnPaper(report) ? html : withoutEntryLinks(html), report.head.asOf);
    }
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
  }
}

/** `current` holds the pairs of marks, so that a screen can lead to them. */
function collide({ changes: { collisions } }: Report): Outcome<never> {
  const pairs = countWords(collisions.length, 'pair');
  const detail = `${pairs} of accepted corrections cannot both be made. Reopen or merge one of each, or ask for overlap=outermost.`;
  return failure('corrections-collide', detail, {
    errors: [{ field: 'overlap', message: detail }],
    current: { collisions },
  });
}
