import type { ReadingView } from '@/lib/contract/reading';
import type { Result } from '@/lib/result';
import { finishReading } from './finish-reading';
import { unreadable, type FormattedPlate, type Reader, type Unreadable } from './reading';

/** Each is fetched where it is needed: all of them together take longer to load than most documents to read. */
const READERS: Readonly<Record<FormattedPlate['kind'], () => Promise<Reader>>> = {
  markdown: async () => (await import('./read-markdown')).readMarkdown,
  html: async () => (await import('./read-html')).readHtml,
  docx: async () => (await import('./read-docx')).readDocx,
  pdf: async () => (await import('./read-pdf')).readPdf,
};

/** Reads a document as the draft of a source: to be done where it may take too long, or too much. */
export async function readDocument(
  bytes: Uint8Array,
  plate: FormattedPlate,
): Promise<Result<ReadingView, Unreadable>> {
  const read = await READERS[plate.kind]();
  try {
    const found = await read(bytes, plate);
    return found.ok ? finishReading(found.value, plate) : found;
  } catch {
    // The readers are made for sound documents, and fail in as many ways as there are broken ones.
    return unreadable(plate, 'is broken, or not what its name says: it cannot be read.');
  }
}
