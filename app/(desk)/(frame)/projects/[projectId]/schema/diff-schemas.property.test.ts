import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applySchemaChanges } from '@/lib/schema/change-schema';
import { checkTag } from '@/lib/schema/check-tag';
import { defaultSchema } from '@/lib/schema/default-schema';
import { defineTag } from '@/lib/schema/define-tag';
import { COLOURS, DIGITS, PERMANENT_TAGS, type TagDefinition, type TagSchema } from '@/lib/schema/tag-schema';
import { diffSchemas } from './diff-schemas';
import { rebaseSchema } from './rebase-schema';

type Edit = (tags: readonly TagDefinition[], at: number, pick: number) => readonly TagDefinition[];

const replace = (tags: readonly TagDefinition[], at: number, part: Partial<TagDefinition>) =>
  tags.map((tag, index) => (index === at % tags.length ? { ...tag, ...part } : tag));

const nth = <T>(list: readonly T[], at: number): T => list[at % list.length]!;

/** What an editor can do to the draft, each as the screen does it. */
const EDITS: readonly Edit[] = [
  (tags, at, pick) => replace(tags, at, { colour: nth(COLOURS, pick) }),
  (tags, at, pick) => replace(tags, at, { label: `label ${pick}` }),
  (tags, at, pick) => replace(tags, at, { definition: `When it is ${pick}.`, example: '' }),
  (tags, at, pick) =>
    replace(tags, at, { severity: nth(['note', 'critical'] as const, pick), states: ['a', 'b'] }),
  (tags, at, pick) => {
    const digit = nth(DIGITS, pick);
    if (nth(tags, at).retired) return tags;
    return replace(
      tags.map((tag) => (tag.digit === digit ? { ...tag, digit: null } : tag)),
      at,
      { digit },
    );
  },
  (tags, at) =>
    PERMANENT_TAGS.includes(nth(tags, at).key) ? tags : replace(tags, at, { retired: true, digit: null }),
  (tags, at) => replace(tags, at, { retired: false }),
  (tags, at, pick) => {
    const others = tags.toSpliced(at % tags.length, 1);
    return others.toSpliced(pick % tags.length, 0, nth(tags, at));
  },
  (tags, _at, pick) => [
    ...tags,
    defineTag({
      key: `new-${pick}`,
      label: `new label ${pick}`,
      definition: 'New.',
      example: '',
      colour: 'slate',
      severity: 'minor',
    }),
  ],
];

const isSound = (schema: TagSchema): boolean =>
  schema.tags.every(
    (tag) =>
      checkTag(
        tag,
        schema.tags.filter((other) => other !== tag),
      ) === null,
  );

const schemas = fc
  .array(fc.tuple(fc.nat(EDITS.length - 1), fc.nat(200), fc.nat(200)), { maxLength: 12 })
  .map((steps) => ({
    ...defaultSchema,
    tags: steps.reduce<readonly TagDefinition[]>(
      (tags, [edit, at, pick]) => nth(EDITS, edit)(tags, at, pick),
      defaultSchema.tags,
    ),
  }))
  .filter(isSound);

describe('diffSchemas', () => {
  test('its changes lead from one schema to the other', () => {
    fc.assert(
      fc.property(schemas, (after) => {
        const changes = diffSchemas(defaultSchema, after);
        const made = applySchemaChanges(defaultSchema, changes);
        expect(made.ok && made.value.tags).toEqual(after.tags);
      }),
      { numRuns: 500 },
    );
  });

  test('two tags can trade digits', () => {
    const [first, second] = ['name', 'quote'].map((key) =>
      defaultSchema.tags.find((tag) => tag.key === key)!,
    );
    const tags = defaultSchema.tags.map((tag) =>
      tag === first
        ? { ...tag, digit: second!.digit }
        : tag === second
          ? { ...tag, digit: first!.digit }
          : tag,
    );
    const made = applySchemaChanges(defaultSchema, diffSchemas(defaultSchema, { ...defaultSchema, tags }));
    expect(made.ok && made.value.tags).toEqual(tags);
  });
});

describe('rebaseSchema', () => {
  test('on the same schema nothing is lost', () => {
    fc.assert(
      fc.property(schemas, (mine) => {
        expect(rebaseSchema(defaultSchema, mine, defaultSchema)).toEqual({ draft: mine, lost: [] });
      }),
    );
  });

  test('without changes of one’s own it is theirs', () => {
    fc.assert(
      fc.property(schemas, (theirs) => {
        expect(rebaseSchema(defaultSchema, defaultSchema, theirs)).toEqual({ draft: theirs, lost: [] });
      }),
    );
  });

  test('what is left is sound, whatever both did', () => {
    fc.assert(
      fc.property(schemas, schemas, (mine, theirs) => {
        const { draft } = rebaseSchema(defaultSchema, mine, { ...theirs, version: 2 });
        expect(isSound(draft)).toBe(true);
        expect(draft.version).toBe(2);
      }),
      { numRuns: 300 },
    );
  });

  test('a label that somebody else took meanwhile is named', () => {
    const relabelled = (key: string): TagSchema => ({
      ...defaultSchema,
      tags: defaultSchema.tags.map((tag) => (tag.key === key ? { ...tag, label: 'doubt' } : tag)),
    });
    const { lost } = rebaseSchema(defaultSchema, relabelled('query'), relabelled('claim'));
    expect(lost.map(({ change }) => change.kind)).toEqual(['relabel']);
    expect(lost[0]?.why).toMatch(/doubt/);
  });
});
