import type { ReportQuery } from '../report';

/** How lists are written in one field. */
const LISTS = ['status', 'tags', 'severity', 'reviewer', 'sections'] as const;

/** Some of a query; what is undefined is not said. */
export type ReportWish = { readonly [Name in keyof ReportQuery]?: ReportQuery[Name] | undefined };

/** A query in the form of an address: only what differs from the default, in one order. */
export function writeReportQuery(query: ReportWish): URLSearchParams {
  const written = new URLSearchParams();
  if (query.format !== undefined) written.set('format', query.format);
  for (const name of LISTS) if (query[name] !== undefined) written.set(name, query[name].join(','));
  if (query.order === 'severity') written.set('order', query.order);
  if (query.names === 'hidden') written.set('names', query.names);
  if (query.errors === 'unsaid') written.set('errors', query.errors);
  if (query.overlap === 'outermost') written.set('overlap', query.overlap);
  if (query.bom) written.set('bom', 'true');
  if (query.download) written.set('download', 'true');
  return written;
}
