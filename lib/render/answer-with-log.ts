import type { LogQuery } from '@/lib/contract/corrections-log';
import type { Page } from '@/lib/contract/primitives';
import { ATOM_END, renderAtomEntries, renderAtomHead, type Feed } from '@/lib/report/log/render-log-atom';
import { renderLogCsvHead, renderLogCsvRows } from '@/lib/report/log/render-log-csv';
import type { LoggedCorrection } from '@/lib/report/log/logged-correction';
import { contentDisposition, fileNameFrom } from '@/lib/report/name-file';
import { streamText } from './stream-text';

/** As what the log is wanted. */
interface LogForm {
  readonly format: LogQuery['format'];
  /** For CSV: whether it begins with a byte order mark. */
  readonly bom: boolean;
}

/** Some entries after the other, the newest first. */
type Pieces = AsyncGenerator<readonly LoggedCorrection[], void>;

const TYPES = {
  json: 'application/json',
  csv: 'text/csv; charset=utf-8',
  atom: 'application/atom+xml; charset=utf-8',
} as const satisfies Record<LogQuery['format'], string>;

/** The answer that carries a page of the corrections log as a file; the address of the next one is its Link (RFC 8288). */
export function answerWithLog(feed: Feed, { items, next }: Page<LoggedCorrection>, form: LogForm): Response {
  const address = next === null ? null : addressOf(feed.url, next);
  const text = form.format === 'csv' ? csvOf(one(items), form.bom) : atomOf(feed, one(items), address);
  return answer(feed, form, text, address);
}

/** The answer that carries all of the log, written while it is read. */
export const answerWithWholeLog = (feed: Feed, pieces: Pieces, form: LogForm): Response =>
  answer(feed, form, textOf(feed, pieces, form), null);

function textOf(feed: Feed, pieces: Pieces, { format, bom }: LogForm): AsyncGenerator<string, void> {
  switch (format) {
    case 'csv':
      return csvOf(pieces, bom);
    case 'atom':
      return atomOf(feed, pieces, null);
    case 'json':
      return jsonOf(pieces);
  }
}

const answer = (
  { project }: Feed,
  { format }: LogForm,
  text: AsyncGenerator<string, void>,
  next: string | null,
): Response =>
  new Response(streamText(text), {
    headers: {
      'content-type': TYPES[format],
      'content-disposition': contentDisposition(
        'attachment',
        fileNameFrom(project, `-corrections.${format}`),
      ),
      ...(next === null ? {} : { link: `<${next}>; rel="next"` }),
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  });

async function* one(items: readonly LoggedCorrection[]): Pieces {
  yield await Promise.resolve(items);
}

async function* csvOf(pieces: Pieces, bom: boolean): AsyncGenerator<string, void> {
  yield renderLogCsvHead(bom);
  for await (const entries of pieces) yield renderLogCsvRows(entries);
}

async function* atomOf(feed: Feed, pieces: Pieces, next: string | null): AsyncGenerator<string, void> {
  let begun = false;
  for await (const entries of pieces) {
    if (!begun && entries.length === 0) continue;
    if (!begun) yield renderAtomHead(feed, entries[0], next);
    begun = true;
    yield renderAtomEntries(entries);
  }
  if (!begun) yield renderAtomHead(feed, undefined, next);
  yield ATOM_END;
}

/** One page that has them all. */
async function* jsonOf(pieces: Pieces): AsyncGenerator<string, void> {
  let between = '';
  yield '{"items":[';
  for await (const entries of pieces) {
    if (entries.length === 0) continue;
    yield `${between}${entries.map((entry) => JSON.stringify(entry)).join(',\n')}`;
    between = ',\n';
  }
  yield '],"next":null}\n';
}

function addressOf(url: string, cursor: string): string {
  const address = new URL(url);
  address.searchParams.set('cursor', cursor);
  return address.href;
}
