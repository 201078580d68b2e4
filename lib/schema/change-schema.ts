import { fail, ok, unreachable, type Result } from '@/lib/result';
import { checkTag, type SchemaFailure } from './check-tag';
import { tagByKey } from './find-tag';
import {
  PERMANENT_TAGS,
  type Colour,
  type Digit,
  type TagDefinition,
  type TagKey,
  type TagSchema,
} from './tag-schema';

const RULE_FIELDS = [
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
] as const satisfies readonly (keyof TagDefinition)[];

/** What a tag asks of its annotations, as against what it is called and how it looks. */
export type TagRules = Pick<TagDefinition, (typeof RULE_FIELDS)[number]>;

export type NewTag = Omit<TagDefinition, 'retired'>;

/** One change of a schema. There is none that changes a key or removes a tag: annotations refer to it. */
export type SchemaChange =
  | { readonly kind: 'add'; readonly tag: NewTag }
  | { readonly kind: 'relabel'; readonly key: TagKey; readonly label: string }
  | { readonly kind: 'recolour'; readonly key: TagKey; readonly colour: Colour }
  /** All keys, in the new order. */
  | { readonly kind: 'reorder'; readonly keys: readonly TagKey[] }
  | { readonly kind: 'set-digit'; readonly key: TagKey; readonly digit: Digit | null }
  | { readonly kind: 'describe'; readonly key: TagKey; readonly definition: string; readonly example: string }
  | { readonly kind: 'set-rules'; readonly key: TagKey; readonly rules: Partial<TagRules> }
  /** Frees the tag's digit. */
  | { readonly kind: 'retire'; readonly key: TagKey }
  | { readonly kind: 'restore'; readonly key: TagKey };

/**
 * The schema after one change, with its version one higher; or the field that stands in the way. A change that
 * changes nothing answers with the very same schema.
 */
export function applySchemaChange(schema: TagSchema, change: SchemaChange): Result<TagSchema, SchemaFailure> {
  switch (change.kind) {
    case 'add':
      return addTag(schema, { ...change.tag, retired: false });
    case 'reorder':
      return reorder(schema, change.keys);
    case 'relabel':
      return edit(schema, change.key, { label: change.label });
    case 'recolour':
      return edit(schema, change.key, { colour: change.colour });
    case 'set-digit':
      return setDigit(schema, change.key, change.digit);
    case 'describe':
      return edit(schema, change.key, { definition: change.definition, example: change.example });
    case 'set-rules':
      return edit(schema, change.key, rulesOnly(change.rules));
    case 'retire':
      return retire(schema, change.key);
    case 'restore':
      return edit(schema, change.key, { retired: false });
    default:
      return unreachable(change);
  }
}

/** Several changes as one: all of them or none, and one version. */
export function applySchemaChanges(
  schema: TagSchema,
  changes: readonly SchemaChange[],
): Result<TagSchema, SchemaFailure & { readonly at: number }> {
  let tags = schema.tags;
  for (const [at, change] of changes.entries()) {
    const changed = applySchemaChange({ ...schema, tags }, change);
    if (!changed.ok) return fail({ ...changed.failure, at });
    tags = changed.value.tags;
  }
  return ok(withTags(schema, tags));
}

/** The keys of the tags whose annotations look or behave differently after a change. */
export function tagsTouched(change: SchemaChange): readonly TagKey[] {
  return change.kind === 'add' || change.kind === 'reorder' ? [] : [change.key];
}

const withTags = (schema: TagSchema, tags: readonly TagDefinition[]): TagSchema =>
  tags === schema.tags ? schema : { version: schema.version + 1, tags };

function addTag(schema: TagSchema, tag: TagDefinition): Result<TagSchema, SchemaFailure> {
  const failure = checkTag(tag, schema.tags);
  return failure ? fail(failure) : ok(withTags(schema, [...schema.tags, tag]));
}

function reorder(schema: TagSchema, keys: readonly TagKey[]): Result<TagSchema, SchemaFailure> {
  const tags = keys.flatMap((key) => tagByKey(schema, key) ?? []);
  if (
    tags.length !== keys.length ||
    keys.length !== schema.tags.length ||
    new Set(keys).size !== keys.length
  ) {
    return fail({ field: 'keys', message: 'A new order names every tag of the schema once.' });
  }
  return ok(tags.every((tag, at) => tag === schema.tags[at]) ? schema : withTags(schema, tags));
}

function setDigit(schema: TagSchema, key: TagKey, digit: Digit | null): Result<TagSchema, SchemaFailure> {
  if (digit !== null && tagByKey(schema, key)?.retired) {
    return fail({ field: 'digit', message: 'A retired tag takes no digit.' });
  }
  return edit(schema, key, { digit });
}

function retire(schema: TagSchema, key: TagKey): Result<TagSchema, SchemaFailure> {
  if (PERMANENT_TAGS.includes(key)) {
    const label = tagByKey(schema, key)?.label ?? key;
    return fail({ field: 'retired', message: `“${label}” exists in every schema and cannot be retired.` });
  }
  return edit(schema, key, { retired: true, digit: null });
}

/** Whatever else an object from outside carries, its key above all, stays out. */
const rulesOnly = (rules: Partial<TagRules>): Partial<TagRules> =>
  Object.fromEntries(RULE_FIELDS.flatMap((field) => (field in rules ? [[field, rules[field]]] : [])));

function edit(
  schema: TagSchema,
  key: TagKey,
  edits: Partial<TagDefinition>,
): Result<TagSchema, SchemaFailure> {
  const before = tagByKey(schema, key);
  if (!before) return fail({ field: 'key', message: `There is no tag with the key ${key}.` });
  const after: TagDefinition = { ...before, ...edits };
  if (JSON.stringify(after) === JSON.stringify(before)) return ok(schema);
  const failure = checkTag(
    after,
    schema.tags.filter((tag) => tag !== before),
  );
  if (failure) return fail(failure);
  return ok(
    withTags(
      schema,
      schema.tags.map((tag) => (tag === before ? after : tag)),
    ),
  );
}
