import { fold, findTag, nearestChoices, nearestTags } from '@/lib/schema/find-tag';
import { initialSeverity } from '@/lib/schema/tag-rules';
import type { Digit, Severity, TagDefinition, TagSchema } from '@/lib/schema/tag-schema';
import type { CodeUnitOffset } from '@/lib/text/offsets';
import { prefillTagLine } from './prefill-tag-line';
import { escapeField, splitTagLine, type LinePlace, type TagLineField } from './tag-line-grammar';

/** Something the line can be completed with. `insert` goes where the completion's `replace` says. */
export type TagLineCandidate = {
  readonly insert: string;
  readonly label: string;
  readonly severity: Severity;
} & (
  | {
      readonly kind: 'tag';
      readonly tag: TagDefinition;
      readonly definition: string;
      readonly example: string;
      readonly digit: Digit | null;
    }
  | { readonly kind: 'value' }
);

export interface TagLineCompletion {
  /** What the caret stands in. */
  readonly field: TagLineField;
  /** The tag of the line, once its label is complete. */
  readonly tag: TagDefinition | null;
  readonly typed: string;
  /** What a candidate replaces. */
  readonly replace: LinePlace;
  /** Best first; empty where anything may be typed. */
  readonly candidates: readonly TagLineCandidate[];
}

/**
 * What the line can be completed with at the caret (in UTF-16 units): tags while the label is typed, the listed values
 * behind it. `selected` is the marked text, which becomes the value of tags that start with it.
 */
export function completeTagLine(
  schema: TagSchema,
  line: string,
  caret: CodeUnitOffset,
  selected: string,
): TagLineCompletion {
  const fields = splitTagLine(line);
  const at = fields.findLast(({ reach }) => reach.start <= caret) ?? fields[0]!;
  const tag = findTag(schema, fields[0]!.text);
  const base = { field: at.field, tag, typed: at.text, replace: at.place };
  if (at.field === 'label') {
    const alone = fields.length === 1;
    const tags = rankTags(schema, at.text);
    return { ...base, candidates: tags.map((candidate) => tagCandidate(schema, candidate, alone, selected)) };
  }
  if (at.field === 'value' && tag?.value.kind === 'choice') {
    const values = rankNames(tag.value.choices, at.text, (choice) => [choice]);
    const ranked = values.length > 0 ? values : nearestChoices(tag.value.choices, at.text);
    return { ...base, candidates: ranked.map((value) => valueCandidate(tag, value)) };
  }
  return { ...base, candidates: [] };
}

/** The line with a candidate taken, and the caret behind it. */
export function takeCandidate(
  line: string,
  { replace }: Pick<TagLineCompletion, 'replace'>,
  { insert }: Pick<TagLineCandidate, 'insert'>,
): { readonly line: string; readonly caret: CodeUnitOffset } {
  const before = line.slice(0, replace.start);
  const gap = before.endsWith(':') || before.endsWith('=>') || before.endsWith('//') ? ' ' : '';
  const head = `${before}${gap}${insert}`;
  const tail = line.slice(replace.end);
  return { line: head + tail, caret: head.length as CodeUnitOffset };
}

function tagCandidate(
  schema: TagSchema,
  tag: TagDefinition,
  alone: boolean,
  selected: string,
): TagLineCandidate {
  return {
    kind: 'tag',
    insert: alone ? prefillTagLine(schema, tag, selected) : escapeField(tag.label),
    label: tag.label,
    severity: tag.severity,
    tag,
    definition: tag.definition,
    example: tag.example,
    digit: tag.digit,
  };
}

const valueCandidate = (tag: TagDefinition, value: string): TagLineCandidate => ({
  kind: 'value',
  insert: escapeField(value),
  label: value,
  severity: initialSeverity(tag, value),
});

/** All tags in use for an empty label, else those that fit what was typed, else those nearest to it. */
function rankTags(schema: TagSchema, typed: string): readonly TagDefinition[] {
  const active = schema.tags.filter((tag) => !tag.retired);
  const fitting = rankNames(active, typed, (tag) => [tag.label, tag.key]);
  return fitting.length > 0 ? fitting : nearestTags(schema, typed);
}

/** A name that is what was typed comes before one that starts with it, then a word in it, then any part of it. */
function rankNames<T>(
  items: readonly T[],
  typed: string,
  namesOf: (item: T) => readonly string[],
): readonly T[] {
  const wanted = fold(typed);
  return items
    .map((item) => ({ item, rank: Math.min(...namesOf(item).map((name) => rankOf(fold(name), wanted))) }))
    .filter(({ rank }) => rank < NO_FIT)
    .sort((a, b) => a.rank - b.rank)
    .map(({ item }) => item);
}

const NO_FIT = 4;

function rankOf(name: string, wanted: string): number {
  if (name === wanted) return 0;
  if (name.startsWith(wanted)) return 1;
  if (name.split(/[\s-]/u).some((word) => word.startsWith(wanted))) return 2;
  return name.includes(wanted) ? 3 : NO_FIT;
}
