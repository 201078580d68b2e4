import type { LogQuery } from '@/lib/contract/corrections-log';
import type { Page } from '@/lib/contract/primitives';
import { renderLogAtom, type Feed } from '@/lib/report/log/render-log-atom';
import { renderLogCsv } from '@/lib/report/log/render-log-csv';
import type { LoggedCorrection } from '@/lib/report/log/logged-correction';
import { contentDisposition, fileNameFrom } from '@/lib/report/name-file';

/** The answer that carries a page of the corrections log as a file; the address of the next one is its Link (RFC 8288). */
export function answerWithLog(
  feed: Feed,
  { items, next }: Page<LoggedCorrection>,
  { format, bom }: { readonly format: Exclude<LogQuery['format'], 'json'>; readonly bom: boolean },
): Response {
  const isCsv = format === 'csv';
  return new Response(isCsv ? renderLogCsv(items, bom) : renderLogAtom(feed, items), {
    headers: {
      'content-type': isCsv ? 'text/csv; charset=utf-8' : 'application/atom+xml; charset=utf-8',
      'content-disposition': contentDisposition(
        'attachment',
        fileNameFrom(feed.project, `-corrections.${format}`),
      ),
      ...(next === null ? {} : { link: `<${addressOf(feed.url, next)}>; rel="next"` }),
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  });
}

function addressOf(url: string, cursor: string): string {
  const address = new URL(url);
  address.searchParams.set('cursor', cursor);
  return address.href;
}
