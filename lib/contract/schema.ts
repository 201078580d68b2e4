import { z } from 'zod';
import { DEFINITION_MAX, LABEL_MAX } from '@/lib/schema/check-tag';
import type { SchemaChange } from '@/lib/schema/change-schema';
import {
  COLOURS,
  DIGITS,
  NOTICE_TYPES,
  PREFILLS,
  REQUIREMENTS,
  type TagDefinition,
  type TagSchema,
} from '@/lib/schema/tag-schema';
import { severity } from './annotation';
import { safeText, textUpTo } from './primitives';

/** What lib/schema judges in detail is only given its form here. */
const LIST_MAX = 200;
const key = textUpTo(LABEL_MAX).min(1);
const name = textUpTo(80).min(1);
const names = z.array(name).max(LIST_MAX);

const looks = {
  label: textUpTo(LABEL_MAX).min(1),
  definition: textUpTo(DEFINITION_MAX),
  example: textUpTo(DEFINITION_MAX),
  colour: z.enum(COLOURS),
  digit: z.enum(DIGITS).nullable(),
};

const rules = {
  severity,
  severityByValue: z.record(name, severity),
  value: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('none') }),
    z.strictObject({ kind: z.literal('text') }),
    z.strictObject({ kind: z.literal('choice'), choices: names.min(1) }),
  ]),
  valueHint: textUpTo(DEFINITION_MAX),
  prefill: z.enum(PREFILLS),
  states: names.min(1).nullable(),
  correction: z.enum(REQUIREMENTS),
  evidence: z.enum(REQUIREMENTS),
  evidenceWhen: z.strictObject({ states: names, values: names }).nullable(),
  noticeTypes: z.array(z.enum(NOTICE_TYPES)).max(NOTICE_TYPES.length),
};

const NewTag = z.strictObject({ key, ...looks, ...rules });

/** A tag as it is stored and leaves the server. */
export const TagView = NewTag.extend({ retired: z.boolean() }) satisfies z.ZodType<TagDefinition>;

/** A project's tag schema: what lib/schema calls a `TagSchema`. */
export const TagSchemaView = z.strictObject({
  version: z.int(),
  tags: z.array(TagView),
}) satisfies z.ZodType<TagSchema>;

const Change = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('add'), tag: NewTag }),
  z.strictObject({ kind: z.literal('relabel'), key, label: looks.label }),
  z.strictObject({ kind: z.literal('recolour'), key, colour: looks.colour }),
  z.strictObject({ kind: z.literal('reorder'), keys: z.array(key).max(1_000) }),
  z.strictObject({ kind: z.literal('set-digit'), key, digit: looks.digit }),
  z.strictObject({
    kind: z.literal('describe'),
    key,
    definition: looks.definition,
    example: looks.example,
  }),
  z.strictObject({ kind: z.literal('set-rules'), key, rules: z.strictObject(rules).exactPartial() }),
  z.strictObject({ kind: z.literal('retire'), key }),
  z.strictObject({ kind: z.literal('restore'), key }),
]) satisfies z.ZodType<SchemaChange>;

/** The body of POST /projects/{id}/schema/changes: the version they were made for, and all of them or none. */
export const SchemaChanges = z.strictObject({
  version: z.int().min(1).meta({ description: 'The version of the schema that was seen.' }),
  changes: z.array(Change).min(1).max(500),
});
export type SchemaChanges = z.infer<typeof SchemaChanges>;

/** How many marks carry each tag, by key; deleted marks and tags without any are left out. */
export const TagUsage = z.record(safeText, z.int().min(1));
export type TagUsage = z.infer<typeof TagUsage>;
