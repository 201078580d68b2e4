import { fail, ok, type Result } from '@/lib/result';
import { findForbiddenCharacter, type ForbiddenCharacter } from './forbidden-characters';

/** The largest text of a version: 2 MB of UTF-8. */
export const MAX_TEXT_BYTES = 2_000_000;

export type TextFailure =
  | { readonly kind: 'empty'; readonly message: string }
  | { readonly kind: 'too-large'; readonly bytes: number; readonly limit: number; readonly message: string }
  | ({ readonly kind: 'forbidden-character'; readonly message: string } & ForbiddenCharacter);

/** CRLF and CR become LF and byte order marks at the start go. Nothing else is normalised, ever. */
export function normaliseLineEnds(raw: string): string {
  const text = raw.replace(/^\ufeff+/, '');
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

/**
 * The text of a new version as it will be stored, or why it is refused: blank, larger than `MAX_TEXT_BYTES`, or with
 * a character that cannot be stored, named with its place.
 */
export function checkText(raw: string): Result<string, TextFailure> {
  const text = normaliseLineEnds(raw);
  const bytes = utf8Length(text);
  if (bytes > MAX_TEXT_BYTES) {
    const message = `The text has ${bytes} bytes; at most ${MAX_TEXT_BYTES} fit into one article.`;
    return fail({ kind: 'too-large', bytes, limit: MAX_TEXT_BYTES, message });
  }
  const forbidden = findForbiddenCharacter(raw);
  if (forbidden) {
    const { name, line, column } = forbidden;
    const message = `Line ${line}, column ${column} holds the character ${name}, which cannot be stored.`;
    return fail({ kind: 'forbidden-character', ...forbidden, message });
  }
  return text.trim() === '' ? fail({ kind: 'empty', message: 'There is no text.' }) : ok(text);
}

/** Bytes of a string in UTF-8; a lone surrogate counts as the three bytes of its stand-in. */
export const utf8Length = (value: string): number => new TextEncoder().encode(value).length;
