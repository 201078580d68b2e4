import { fail, ok, type Result } from '@/lib/result';
import { tagByKey } from '@/lib/schema/find-tag';
import type { TagKey, TagSchema } from '@/lib/schema/tag-schema';
import { validateTag, type TagFailure } from '@/lib/schema/validate-tag';
import { lengthInCodePoints } from '@/lib/text/article-text';
import { CORRECTION_MAX, NOTE_MAX, type AnnotationBodies } from './annotation';
import {
  escapeField,
  splitTagLine,
  type LineField,
  type LinePlace,
  type TagLineField,
} from './tag-line-grammar';

export interface TagLineFailure {
  readonly code:
    Exclude<TagFailure['code'], 'state-not-listed'> | 'no-tag' | 'correction-too-long' | 'note-too-long';
  readonly field: TagLineField;
  /** A sentence for people. */
  readonly message: string;
  /** What to underline. */
  readonly place: LinePlace;
  /** Labels or values that were probably meant, nearest first. */
  readonly nearest: readonly string[];
}

/**
 * Reads `label: value => correction // note` against a schema; the label may also be a key. A field that is left out
 * or empty is null, but `=>` with nothing behind it is the empty correction: delete. A retired tag is refused, unless
 * it is `keeping`: the key the annotation already has.
 */
export function parseTagLine(
  schema: TagSchema,
  line: string,
  keeping: TagKey | null = null,
): Result<AnnotationBodies, TagLineFailure> {
  const fields = splitTagLine(line);
  const named = (name: TagLineField): LineField | undefined => fields.find(({ field }) => field === name);
  const label = named('label')!;
  if (label.text === '') return refuse('no-tag', label, 'Type a tag, or press the digit of one.');
  const correction = named('correction');
  const note = named('note');
  const checked = validateTag(
    schema,
    {
      tag: label.text,
      value: named('value')?.text ?? null,
      state: null,
      correction: correction?.text ?? null,
    },
    keeping,
  );
  if (!checked.ok) return placed(checked.failure, named);
  if (correction && lengthInCodePoints(correction.text) > CORRECTION_MAX) {
    return refuse(
      'correction-too-long',
      correction,
      `A correction has at most ${CORRECTION_MAX} characters.`,
    );
  }
  if (note && lengthInCodePoints(note.text) > NOTE_MAX) {
    return refuse('note-too-long', note, `A note has at most ${NOTE_MAX} characters.`);
  }
  const { tag, value } = checked.value;
  return ok({ tag: tag.key, value, correction: correction?.text ?? null, note: note?.text || null });
}

function refuse(
  code: TagLineFailure['code'],
  { field, place }: LineField,
  message: string,
): Result<never, TagLineFailure> {
  return fail({ code, field, message, place, nearest: [] });
}

/** A failure of the schema, with its place in the line. A line holds no state, so none can be wrong. */
function placed(
  { code, field, message, nearest }: TagFailure,
  named: (name: TagLineField) => LineField | undefined,
): Result<never, TagLineFailure> {
  const at = named(field === 'value' || field === 'correction' ? field : 'label');
  if (code === 'state-not-listed' || !at)
    throw new Error(`The tag line has no ${field} to be wrong: ${message}`);
  return fail({ code, field: at.field, message, place: at.place, nearest });
}

/**
 * Writes what `parseTagLine` reads back as the same bodies: parse(print(x)) = x for all bodies that the schema
 * allows, whatever their texts hold. An empty value or note is none.
 */
export function printTagLine(schema: TagSchema, { tag, value, correction, note }: AnnotationBodies): string {
  const label = escapeField(tagByKey(schema, tag)?.label ?? tag);
  return [
    value ? `${label}: ${escapeField(value)}` : label,
    ...(correction === null ? [] : [correction === '' ? '=>' : `=> ${escapeField(correction)}`]),
    ...(note ? [`// ${escapeField(note)}`] : []),
  ].join(' ');
}
