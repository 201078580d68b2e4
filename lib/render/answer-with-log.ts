import type { LogQuery } from '@/lib/contract/corrections-log';
import { renderLogAtom, type Feed } from '@/lib/report/log/render-log-atom';
import { renderLogCsv } from '@/lib/report/log/render-log-csv';
import type { LoggedCorrection } from '@/lib/report/log/logged-correction';
import { contentDisposition, fileNameFrom } from '@/lib/report/name-file';

/** The answer that carries the corrections log as a file. */
export function answerWithLog(
  feed: Feed,
  entries: readonly LoggedCorrection[],
  { format, bom }: { readonly format: Exclude<LogQuery['format'], 'json'>; readonly bom: boolean },
): Response {
  const isCsv = format === 'csv';
  return new Response(isCsv ? renderLogCsv(entries, bom) : renderLogAtom(feed, entries), {
    headers: {
      'content-type': isCsv ? 'text/csv; charset=utf-8' : 'application/atom+xml; charset=utf-8',
      'content-disposition': contentDisposition(
        'attachment',
        fileNameFrom(feed.project, `-corrections.${format}`),
      ),
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  });
}
