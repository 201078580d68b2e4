import type { CodeUnitOffset } from '@/lib/text/offsets';

/**
 * The tag line cut into its fields: `label: value => correction // note`.
 *
 * `:` ends the label when white space or the end of the line follows; `=>` and `//` count with white space, or an end
 * of the line, on both sides. The first one of its kind counts, later ones belong to the field they stand in. A
 * backslash takes away the meaning of the character after it; `\n`, `\r` and `\t` are line feed, carriage return and
 * tab, so that a value from several paragraphs fits on the line. White space at the ends of a field is dropped unless
 * it is escaped.
 */
export const TAG_LINE_FIELDS = ['label', 'value', 'correction', 'note'] as const;
export type TagLineField = (typeof TAG_LINE_FIELDS)[number];

/** A stretch of the line, in UTF-16 units as input elements count. */
export interface LinePlace {
  readonly start: CodeUnitOffset;
  readonly end: CodeUnitOffset;
}

export interface LineField {
  readonly field: TagLineField;
  /** Unescaped, without the white space at its ends. */
  readonly text: string;
  /** Where `text` stands, escapes included. An empty field stands where it would be typed. */
  readonly place: LinePlace;
  /** Everything between the separators. */
  readonly reach: LinePlace;
}

/** The fields that the line has, in order; the label always, though it may be empty. */
export function splitTagLine(line: string): readonly LineField[] {
  const fields: LineField[] = [];
  let field: TagLineField = 'label';
  let from = 0;
  const close = (to: number): void => {
    fields.push(readField(line, field, from, to));
  };
  for (let at = 0; at < line.length; at += 1) {
    if (line[at] === '\\') {
      at += 1;
      continue;
    }
    const separator = separatorAt(line, at, from, field);
    if (!separator) continue;
    close(at);
    field = separator.opens;
    from = at + separator.length;
    at = from - 1;
  }
  close(line.length);
  return fields;
}

interface Separator {
  readonly opens: TagLineField;
  readonly length: number;
}

function separatorAt(line: string, at: number, from: number, field: TagLineField): Separator | null {
  if (field === 'label' && line[at] === ':' && endsAt(line, at + 1)) return { opens: 'value', length: 1 };
  const opens = openedBy(line, at, field);
  if (!opens || !endsAt(line, at + 2)) return null;
  const begins = at === from || (isSpace(line[at - 1]!) && !isEscaped(line, at - 1, from));
  return begins ? { opens, length: 2 } : null;
}

function openedBy(line: string, at: number, field: TagLineField): TagLineField | null {
  if (line.startsWith('=>', at)) return field === 'label' || field === 'value' ? 'correction' : null;
  return line.startsWith('//', at) && field !== 'note' ? 'note' : null;
}

const endsAt = (line: string, at: number): boolean => at >= line.length || isSpace(line[at]!);

const isSpace = (character: string): boolean => /\s/.test(character);

/** Whether an odd number of backslashes stands before a character. */
function isEscaped(line: string, at: number, from: number): boolean {
  let count = 0;
  while (at - 1 - count >= from && line[at - 1 - count] === '\\') count += 1;
  return count % 2 === 1;
}

const NAMED: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

function readField(line: string, field: TagLineField, from: number, to: number): LineField {
  let start = from;
  while (start < to && isSpace(line[start]!)) start += 1;
  let end = to;
  while (end > start && isSpace(line[end - 1]!) && !isEscaped(line, end - 1, from)) end -= 1;
  const empty = start === end;
  const typed = empty ? Math.min(to, from + (field === 'label' ? 0 : 1)) : start;
  return {
    field,
    text: unescape(line.slice(start, end)),
    place: place(typed, empty ? typed : end),
    reach: place(from, to),
  };
}

const place = (start: number, end: number): LinePlace => ({
  start: start as CodeUnitOffset,
  end: end as CodeUnitOffset,
});

const unescape = (raw: string): string =>
  raw.replace(/\\([^])/g, (_, character: string) => NAMED[character] ?? character);

/** Writes a text so that `splitTagLine` reads it back unchanged in any field. */
export function escapeField(text: string): string {
  return text
    .replace(/\\/g, '\\\\')
    .replace(/(?<=^|\s)(?:=>|\/\/)(?=\s|$)/g, '\\$&')
    .replace(/^[^\S\n\r]|[^\S\n\r]$/g, '\\$&')
    .replace(/\n/g, '\\n')
    .replace(/\r/g, '\\r');
}
