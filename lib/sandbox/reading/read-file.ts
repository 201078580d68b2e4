import { failure, type Outcome } from '@/lib/contract/failure';
import { READING_FILE_MAX } from '@/lib/contract/plain/reading-limits';
import type { NewReading, ReadingView } from '@/lib/contract/reading';
import { kindOf } from './document-kind';
import { readApart } from './read-apart';

/** Reads a file that somebody sent. 422, or 413, on `file` with a sentence; null when it was called off. */
export async function readFile(
  { name, base64, encoding }: NonNullable<NewReading['file']>,
  signal?: AbortSignal,
): Promise<Outcome<ReadingView> | null> {
  const bytes = decodeBase64(base64);
  if (bytes === null) return refuse('invalid-input', 'Must be base64.', 'file.base64');
  if (bytes.length > READING_FILE_MAX)
    return refuse(
      'too-large',
      `“${name}” has more than ${READING_FILE_MAX / 1_000_000} MB, and no larger file is read.`,
    );
  const kind = kindOf(name, bytes);
  if (!kind.ok) return refuse('invalid-input', `“${name}” ${kind.failure}`);
  const plate = { name, kind: kind.value, encoding: encoding ?? null, charset: null };
  return readApart(bytes, plate, { field: 'file', signal });
}

/** Null for what is none. The decoder passes over it, takes two more characters, and of wider ones their lower byte. */
function decodeBase64(text: string): Buffer | null {
  if (text.length % 4 !== 0 || text.includes('-') || text.includes('_')) return null;
  if (Buffer.byteLength(text) !== text.length) return null;
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  const bytes = Buffer.from(text, 'base64');
  return bytes.length === (text.length / 4) * 3 - padding ? bytes : null;
}

const refuse = (code: 'invalid-input' | 'too-large', message: string, field = 'file'): Outcome<never> =>
  failure(code, message, { errors: [{ field, message }] });
