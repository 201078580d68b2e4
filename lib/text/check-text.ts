import { fail, ok, type Result } from '@/lib/result';
import { findForbiddenCharacter, type ForbiddenCharacter } from './forbidden-characters';

/** The largest text of a version: 2 MB of UTF-8. */
export const MAX_TEXT_BYTES = 2_000_000;

/** How much of a text a browser can show at once. */
export interface TextLimits {
  readonly lines: number;
  /** Code points of a line. */
  readonly line: number;
}

/**
 * For a text that is painted with marks. A browser makes an element of each paragraph and lays it out as a whole: with
 * more of them, or longer ones, every change of the page would be felt. A book has a few thousand.
 */
export const MARKED_TEXT: TextLimits = { lines: 20_000, line: 50_000 };

/** For a text that is only read and compared, as sources are. */
export const READ_TEXT: TextLimits = { lines: 50_000, line: Infinity };

/** So many marks may stand on one letter. No script needs ten; thousands hang whatever has to draw them. */
export const MAX_PILED = 500;

export type TextFailure =
  | { readonly kind: 'empty'; readonly message: string }
  | { readonly kind: 'too-large'; readonly bytes: number; readonly limit: number; readonly message: string }
  | { readonly kind: 'too-many-lines'; readonly message: string }
  | { readonly kind: 'long-line'; readonly line: number; readonly message: string }
  | { readonly kind: 'piled-marks'; readonly line: number; readonly message: string }
  | ({ readonly kind: 'forbidden-character'; readonly message: string } & ForbiddenCharacter);

/** CRLF and CR become LF and byte order marks at the start go. Nothing else is normalised, ever. */
export function normaliseLineEnds(raw: string): string {
  const text = raw.replace(/^\ufeff+/, '');
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

/**
 * The text of a new version as it will be stored, or why it is refused: blank, larger than `MAX_TEXT_BYTES`, with
 * a character that cannot be stored, named with its place, or of a kind that no browser can show: beyond the limits, or
 * with more than `MAX_PILED` combining marks on one letter.
 */
export function checkText(raw: string, limits = MARKED_TEXT): Result<string, TextFailure> {
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
  const unshowable = findUnshowable(text, limits);
  if (unshowable) return fail(unshowable);
  return text.trim() === '' ? fail({ kind: 'empty', message: 'There is no text.' }) : ok(text);
}

const PILE = /\p{M}+/gu;

function findUnshowable(text: string, limits: TextLimits): TextFailure | null {
  const lines = countLines(text);
  if (lines > limits.lines) {
    const message = `The text has ${lines} lines; at most ${limits.lines} can be shown.`;
    return { kind: 'too-many-lines', message };
  }
  const long = findLongLine(text, limits.line);
  if (long) {
    const message = `Line ${long.line} has ${long.length} characters; at most ${limits.line} can be shown in one. Break it into paragraphs.`;
    return { kind: 'long-line', line: long.line, message };
  }
  for (const { 0: marks, index } of text.matchAll(PILE)) {
    if (marks.length <= MAX_PILED) continue;
    const line = countLines(text.slice(0, index));
    const message = `In line ${line} more than ${MAX_PILED} marks stand on one letter; that cannot be shown.`;
    return { kind: 'piled-marks', line, message };
  }
  return null;
}

/** The first line that is too long; its length in code points. */
function findLongLine(
  text: string,
  maxLine: number,
): { readonly line: number; readonly length: number } | null {
  for (let from = 0, line = 1; from <= text.length; line += 1) {
    const feed = text.indexOf('\n', from);
    const to = feed < 0 ? text.length : feed;
    const length = to - from <= maxLine ? 0 : [...text.slice(from, to)].length;
    if (length > maxLine) return { line, length };
    from = to + 1;
  }
  return null;
}

function countLines(text: string): number {
  let lines = 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines += 1;
  return lines;
}

/** Bytes of a string in UTF-8; a lone surrogate counts as the three bytes of its stand-in. */
export const utf8Length = (value: string): number => new TextEncoder().encode(value).length;
