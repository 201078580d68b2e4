import { fail, ok, type Result } from '@/lib/result';
import { decodeText } from '@/lib/text/decode-text';
import type { Found, Nameplate, Unreadable } from './reading';

/** A text file, by its byte order mark or as declared. Nothing is guessed and nothing replaced. */
export function readText(
  bytes: Uint8Array,
  { name, encoding }: Pick<Nameplate, 'name' | 'encoding'>,
): Result<Found, Unreadable> {
  const decoded = decodeText(bytes, encoding ?? 'utf-8');
  if (decoded.ok) return ok({ text: decoded.value.text });
  const message = `“${name}” is encoded otherwise. ${decoded.failure.message}`;
  return fail({ code: 'invalid-input', message, misread: true });
}
