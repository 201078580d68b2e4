import { failure, type Outcome } from '@/lib/contract/failure';
import type { NewReading, ReadingView } from '@/lib/contract/reading';
import { kindOf } from './document-kind';
import { readApart } from './read-apart';

/** Reads a file that somebody sent. 422, or 413, on `file` with a sentence; null when it was called off. */
export async function readFile(
  { name, base64, encoding }: NonNullable<NewReading['file']>,
  signal?: AbortSignal,
): Promise<Outcome<ReadingView> | null> {
  const bytes = Buffer.from(base64, 'base64');
  const kind = kindOf(name, bytes);
  if (!kind.ok) {
    const message = `“${name}” ${kind.failure}`;
    return failure('invalid-input', message, { errors: [{ field: 'file', message }] });
  }
  const plate = { name, kind: kind.value, encoding: encoding ?? null, charset: null };
  return readApart(bytes, plate, { field: 'file', signal });
}
