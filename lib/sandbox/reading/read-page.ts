import { failure, type Outcome } from '@/lib/contract/failure';
import type { DocumentKind, ReadingView } from '@/lib/contract/reading';
import { ok, type Result } from '@/lib/result';
import { TEXT_ENCODINGS } from '@/lib/text/decode-text';
import { fetchPage, type FetchedPage } from '../fetching/fetch-page';
import type { Network } from '../fetching/network';
import { kindOf } from './document-kind';
import { encodingOf } from './encoding-of';
import { readApart } from './read-apart';

const BY_TYPE: Readonly<Record<string, DocumentKind>> = {
  'text/html': 'html',
  'application/xhtml+xml': 'html',
  'text/plain': 'text',
  'text/markdown': 'markdown',
};

/**
 * Fetches a page and reads it. 422, or 413, on `url` with a sentence that names the address; null when it was called off.
 */
export async function readPage(
  url: string,
  { signal, now, network }: { signal: AbortSignal; now: Date; network?: Network },
): Promise<Outcome<ReadingView> | null> {
  try {
    const page = await fetchPage(url, signal, network);
    if (!page.ok) return refuse(url, page.failure);
    const kind = kindOfPage(page.value);
    if (!kind.ok) return refuse(url, kind.failure);
    const { charset } = page.value;
    const said = charset === null ? null : encodingOf(charset);
    const encoding = TEXT_ENCODINGS.find((known) => known === said) ?? null;
    const plate = { name: page.value.url, kind: kind.value, encoding, charset };
    const read = await readApart(page.value.bytes, plate, { field: 'url', signal });
    if (!read?.ok) return read;
    return ok({ ...read.value, url: page.value.url, accessedAt: now.toISOString() });
  } catch (thrown) {
    if (signal.aborted) return null;
    throw thrown;
  }
}

/** As its server says where that is a kind of text; everything else shows by its first bytes. */
function kindOfPage({ url, bytes, mediaType }: FetchedPage): Result<DocumentKind, string> {
  const said = BY_TYPE[mediaType];
  return said === undefined ? kindOf(new URL(url).pathname, bytes) : ok(said);
}

function refuse(url: string, says: string): Outcome<never> {
  const message = `“${url}” ${says}`;
  return failure('invalid-input', message, { errors: [{ field: 'url', message }] });
}
