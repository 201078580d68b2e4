import type { ReportFormatKey } from '@/lib/report/formats';
import { writeReportQuery, type ReportWish } from '@/lib/contract/plain/report-query';

/** Where the report of this query is served. */
export const reportAddress = (articleId: string, query: ReportWish): string =>
  `/api/v1/articles/${articleId}/report?${writeReportQuery(query).toString()}`;

/** This screen with these choices. */
export function screenAddress(articleId: string, query: ReportWish): string {
  const written = writeReportQuery({ ...query, format: undefined }).toString();
  return `/articles/${articleId}/report${written === '' ? '' : `?${written}`}`;
}

/** A mark on its desk. */
export const markAddress = (articleId: string, markId: string): string =>
  `/articles/${articleId}#mark-${markId}`;

/** Where a file of an export is saved from. */
export const exportFileAddress = (exportId: string, format: ReportFormatKey): string =>
  `/api/v1/exports/${exportId}/file?format=${format}${format === 'html' ? '&download=true' : ''}`;
