import type { SchemaChange, TagRules } from '@/lib/schema/change-schema';
import type { TagDefinition, TagKey, TagSchema } from '@/lib/schema/tag-schema';

const RULES = [
  'severity',
  'severityByValue',
  'value',
  'valueHint',
  'prefill',
  'states',
  'correction',
  'evidence',
  'evidenceWhen',
  'noticeTypes',
] as const satisfies readonly (keyof TagRules)[];

/**
 * The changes that lead from one schema to another, in an order in which each can be made: tags retire and digits are
 * given up before others take them.
 */
export function diffSchemas(before: TagSchema, after: TagSchema): readonly SchemaChange[] {
  const known = new Map(before.tags.map((tag) => [tag.key, tag]));
  const pairs = after.tags.flatMap((tag) => {
    const old = known.get(tag.key);
    return old === undefined ? [] : [{ old, tag }];
  });
  const added = after.tags.filter((tag) => !known.has(tag.key));
  return [
    ...pairs.filter(({ old, tag }) => tag.retired && !old.retired).map(({ tag }) => kept('retire', tag)),
    ...pairs.filter(({ old, tag }) => !tag.retired && old.retired).map(({ tag }) => kept('restore', tag)),
    ...pairs.filter(({ old, tag }) => givesUp(old, tag)).map(({ tag }) => digit(tag.key, null)),
    ...pairs.flatMap(({ old, tag }) => edits(old, tag)),
    ...added.map((tag): SchemaChange => ({ kind: 'add', tag: withoutRetired(tag) })),
    ...added.filter((tag) => tag.retired).map((tag) => kept('retire', tag)),
    ...pairs.filter(({ old, tag }) => takesUp(old, tag)).map(({ tag }) => digit(tag.key, tag.digit)),
    ...reordered(before, after, added),
  ];
}

const kept = (kind: 'retire' | 'restore', { key }: TagDefinition): SchemaChange => ({ kind, key });

const digit = (key: TagKey, to: TagDefinition['digit']): SchemaChange => ({
  kind: 'set-digit',
  key,
  digit: to,
});

/** Retiring gives the digit up by itself. */
const givesUp = (old: TagDefinition, tag: TagDefinition): boolean =>
  old.digit !== null && old.digit !== tag.digit && !tag.retired;

const takesUp = (old: TagDefinition, tag: TagDefinition): boolean =>
  tag.digit !== null && old.digit !== tag.digit;

function edits(old: TagDefinition, tag: TagDefinition): SchemaChange[] {
  const { key, label, colour, definition, example } = tag;
  const changes: SchemaChange[] = [];
  if (label !== old.label) changes.push({ kind: 'relabel', key, label });
  if (colour !== old.colour) changes.push({ kind: 'recolour', key, colour });
  if (definition !== old.definition || example !== old.example) {
    changes.push({ kind: 'describe', key, definition, example });
  }
  const rules = RULES.filter((field) => !same(old[field], tag[field]));
  if (rules.length > 0) {
    changes.push({
      kind: 'set-rules',
      key,
      rules: Object.fromEntries(rules.map((field) => [field, tag[field]])),
    });
  }
  return changes;
}

function reordered(
  before: TagSchema,
  after: TagSchema,
  added: readonly TagDefinition[],
): readonly SchemaChange[] {
  const expected = [...before.tags, ...added].map((tag) => tag.key);
  const keys = after.tags.map((tag) => tag.key);
  return same(expected, keys) ? [] : [{ kind: 'reorder', keys }];
}

const withoutRetired = ({ retired: _, ...tag }: TagDefinition): Omit<TagDefinition, 'retired'> => tag;

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
