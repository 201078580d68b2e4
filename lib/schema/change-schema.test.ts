import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  applySchemaChange,
  applySchemaChanges,
  tagsTouched,
  type NewTag,
  type SchemaChange,
} from './change-schema';
import { checkTag } from './check-tag';
import { defaultSchema, shortForm } from './default-schema';
import { defineTag } from './define-tag';
import { tagByKey } from './find-tag';
import { COLOURS, DIGITS, type Colour, type TagSchema } from './tag-schema';

const newTag = (more: Partial<NewTag> = {}): NewTag =>
  defineTag({
    key: 'caption',
    label: 'caption wrong',
    definition: 'The caption speaks of another picture.',
    example: 'caption wrong',
    colour: 'slate',
    severity: 'minor',
    ...more,
  });

const keys = shortForm.tags.map(({ key }) => key);

const DONE: Readonly<Record<string, { change: SchemaChange; key: string; now: object }>> = {
  add: {
    change: { kind: 'add', tag: newTag() },
    key: 'caption',
    now: { label: 'caption wrong', retired: false },
  },
  relabel: {
    change: { kind: 'relabel', key: 'name', label: 'name wrong' },
    key: 'name',
    now: { label: 'name wrong' },
  },
  'relabel in another case': {
    change: { kind: 'relabel', key: 'name', label: 'Name Misspelled' },
    key: 'name',
    now: { label: 'Name Misspelled' },
  },
  recolour: {
    change: { kind: 'recolour', key: 'name', colour: 'teal' },
    key: 'name',
    now: { colour: 'teal' },
  },
  'take a digit away': {
    change: { kind: 'set-digit', key: 'name', digit: null },
    key: 'name',
    now: { digit: null },
  },
  retire: { change: { kind: 'retire', key: 'grammar' }, key: 'grammar', now: { retired: true, digit: null } },
  describe: {
    change: { kind: 'describe', key: 'name', definition: 'Not as its bearer writes it.', example: '' },
    key: 'name',
    now: { definition: 'Not as its bearer writes it.', example: '' },
  },
  'new choices': {
    change: {
      kind: 'set-rules',
      key: 'style',
      rules: { value: { kind: 'choice', choices: ['one', 'two'] } },
    },
    key: 'style',
    now: { value: { kind: 'choice', choices: ['one', 'two'] } },
  },
  'a value less, with its severity': {
    change: {
      kind: 'set-rules',
      key: 'misquote',
      rules: { value: { kind: 'choice', choices: ['wording'] }, severityByValue: { wording: 'critical' } },
    },
    key: 'misquote',
    now: { severityByValue: { wording: 'critical' } },
  },
};

const REFUSED: Readonly<Record<string, { change: SchemaChange; field: string }>> = {
  'a key that is taken': { change: { kind: 'add', tag: newTag({ key: 'name' }) }, field: 'key' },
  'a key that is a label': { change: { kind: 'add', tag: newTag({ key: 'misquotation' }) }, field: 'key' },
  'a key with capitals': { change: { kind: 'add', tag: newTag({ key: 'Caption' }) }, field: 'key' },
  'a key with two hyphens': { change: { kind: 'add', tag: newTag({ key: 'a--b' }) }, field: 'key' },
  'an endless key': { change: { kind: 'add', tag: newTag({ key: 'a'.repeat(41) }) }, field: 'key' },
  'a taken digit': { change: { kind: 'add', tag: newTag({ digit: '1' }) }, field: 'digit' },
  'a label that is taken': { change: { kind: 'add', tag: newTag({ label: 'Quote' }) }, field: 'label' },
  'a label that is another tag’s key': {
    change: { kind: 'relabel', key: 'query', label: 'Fact' },
    field: 'label',
  },
  'a colon': { change: { kind: 'relabel', key: 'name', label: 'name: wrong' }, field: 'label' },
  'an empty label': { change: { kind: 'relabel', key: 'name', label: '' }, field: 'label' },
  'a label with ends': { change: { kind: 'relabel', key: 'name', label: ' name' }, field: 'label' },
  'two lines': { change: { kind: 'relabel', key: 'name', label: 'a\nb' }, field: 'label' },
  'an endless label': { change: { kind: 'relabel', key: 'name', label: 'x'.repeat(41) }, field: 'label' },
  NUL: { change: { kind: 'relabel', key: 'name', label: 'a\0' }, field: 'label' },
  'no definition': {
    change: { kind: 'describe', key: 'name', definition: ' ', example: '' },
    field: 'definition',
  },
  'an endless example': {
    change: { kind: 'describe', key: 'name', definition: 'x', example: 'x'.repeat(1_001) },
    field: 'example',
  },
  'a strange colour': {
    change: { kind: 'recolour', key: 'name', colour: 'mauve' as Colour },
    field: 'colour',
  },
  'a stranger': { change: { kind: 'recolour', key: 'nobody', colour: 'red' }, field: 'key' },
  'a digit twice': { change: { kind: 'set-digit', key: 'style', digit: '1' }, field: 'digit' },
  'retiring the name': { change: { kind: 'retire', key: 'name' }, field: 'retired' },
  'retiring the quote': { change: { kind: 'retire', key: 'quote' }, field: 'retired' },
  'an order with one missing': { change: { kind: 'reorder', keys: keys.slice(1) }, field: 'keys' },
  'an order with one twice': {
    change: { kind: 'reorder', keys: [...keys.slice(1), 'quote'] },
    field: 'keys',
  },
  'an order with a stranger': {
    change: { kind: 'reorder', keys: [...keys.slice(1), 'nobody'] },
    field: 'keys',
  },
  'no choices': {
    change: { kind: 'set-rules', key: 'style', rules: { value: { kind: 'choice', choices: [] } } },
    field: 'value',
  },
  'a choice twice': {
    change: { kind: 'set-rules', key: 'style', rules: { value: { kind: 'choice', choices: ['a', 'A'] } } },
    field: 'value',
  },
  'a name without text': {
    change: { kind: 'set-rules', key: 'name', rules: { value: { kind: 'none' }, prefill: 'none' } },
    field: 'value',
  },
  'prefilling a choice': {
    change: { kind: 'set-rules', key: 'style', rules: { prefill: 'selection' } },
    field: 'prefill',
  },
  'no states': { change: { kind: 'set-rules', key: 'quote', rules: { states: [] } }, field: 'states' },
  'a state that evidence hangs on': {
    change: { kind: 'set-rules', key: 'quote', rules: { states: ['unchecked'] } },
    field: 'evidenceWhen',
  },
  'a value that evidence hangs on': {
    change: {
      kind: 'set-rules',
      key: 'unsupported',
      rules: { value: { kind: 'choice', choices: ['no source'] } },
    },
    field: 'evidenceWhen',
  },
  'a value that severity hangs on': {
    change: {
      kind: 'set-rules',
      key: 'misquote',
      rules: { value: { kind: 'choice', choices: ['wording'] } },
    },
    field: 'severityByValue',
  },
  'a notice twice': {
    change: { kind: 'set-rules', key: 'name', rules: { noticeTypes: ['update', 'update'] } },
    field: 'noticeTypes',
  },
};

describe('applySchemaChange', () => {
  it.each(Object.entries(DONE))('can %s', (_, { change, key, now }) => {
    const result = applySchemaChange(shortForm, change);
    expect(result).toMatchObject({ ok: true, value: { version: shortForm.version + 1 } });
    if (!result.ok) return;
    expect(tagByKey(result.value, key)).toMatchObject(now);
    const others = (schema: TagSchema) => schema.tags.filter((tag) => tag.key !== key);
    expect(others(result.value)).toEqual(others(shortForm));
  });

  it.each(Object.entries(REFUSED))('refuses %s', (_, { change, field }) => {
    expect(applySchemaChange(shortForm, change)).toMatchObject({ ok: false, failure: { field } });
  });

  it('reorders', () => {
    const reversed = applySchemaChange(shortForm, { kind: 'reorder', keys: keys.toReversed() });
    expect(reversed.ok && reversed.value.tags).toEqual(shortForm.tags.toReversed());
  });

  it('brings a retired tag back, without its digit', () => {
    const result = applySchemaChanges(shortForm, [
      { kind: 'retire', key: 'grammar' },
      { kind: 'set-digit', key: 'style', digit: '6' },
      { kind: 'restore', key: 'grammar' },
    ]);
    expect(result).toMatchObject({ ok: true, value: { version: shortForm.version + 1 } });
    expect(result.ok && tagByKey(result.value, 'grammar')).toMatchObject({ retired: false, digit: null });
  });

  it('gives a retired tag no digit', () => {
    const changes: SchemaChange[] = [
      { kind: 'retire', key: 'grammar' },
      { kind: 'set-digit', key: 'grammar', digit: '6' },
    ];
    expect(applySchemaChanges(shortForm, changes)).toMatchObject({
      ok: false,
      failure: { field: 'digit', at: 1 },
    });
  });

  it.each<SchemaChange>([
    { kind: 'relabel', key: 'name', label: 'name misspelled' },
    { kind: 'set-digit', key: 'name', digit: '1' },
    { kind: 'restore', key: 'name' },
    { kind: 'reorder', keys },
    { kind: 'set-rules', key: 'name', rules: {} },
  ])('answers with the same schema when $kind changes nothing', (change) => {
    const result = applySchemaChange(shortForm, change);
    expect(result.ok && result.value).toBe(shortForm);
    expect(applySchemaChanges(shortForm, [change, change])).toEqual({ ok: true, value: shortForm });
  });

  it('takes no key from rules that carry one', () => {
    const rules = { severity: 'critical' as const, key: 'other', retired: true };
    const result = applySchemaChange(shortForm, { kind: 'set-rules', key: 'name', rules });
    expect(result.ok && tagByKey(result.value, 'name')).toMatchObject({
      severity: 'critical',
      retired: false,
    });
  });

  it('keeps every law of a schema under any sequence of changes', () => {
    const key = fc.constantFrom(...defaultSchema.tags.map((tag) => tag.key), 'caption');
    const word = fc.constantFrom('quote', 'Quote', 'caption', 'a b', 'fact', 'x: y', '');
    const change: fc.Arbitrary<SchemaChange> = fc.oneof(
      fc.record({ kind: fc.constant('relabel' as const), key, label: word }),
      fc.record({ kind: fc.constant('recolour' as const), key, colour: fc.constantFrom(...COLOURS) }),
      fc.record({ kind: fc.constant('set-digit' as const), key, digit: fc.constantFrom(...DIGITS, null) }),
      fc.record({ kind: fc.constant('retire' as const), key }),
      fc.record({ kind: fc.constant('restore' as const), key }),
      fc
        .record({ label: word, digit: fc.constantFrom(...DIGITS, null) })
        .map((more) => ({ kind: 'add' as const, tag: newTag(more) })),
    );
    fc.assert(
      fc.property(fc.array(change, { maxLength: 30 }), (changes) => {
        let schema = defaultSchema;
        for (const one of changes) {
          const result = applySchemaChange(schema, one);
          if (!result.ok) continue;
          expect(result.value.version - schema.version).toBe(result.value === schema ? 0 : 1);
          expect(result.value.tags.map((tag) => tag.key).slice(0, schema.tags.length)).toEqual(
            schema.tags.map((tag) => tag.key),
          );
          schema = result.value;
        }
        for (const tag of schema.tags)
          expect(
            checkTag(
              tag,
              schema.tags.filter((other) => other !== tag),
            ),
          ).toBeNull();
        expect(tagByKey(schema, 'name')?.retired).toBe(false);
        expect(tagByKey(schema, 'quote')?.retired).toBe(false);
      }),
    );
  });
});

describe('tagsTouched', () => {
  it('names the tag whose marks change, and none for an addition or a new order', () => {
    expect(tagsTouched({ kind: 'relabel', key: 'name', label: 'x' })).toEqual(['name']);
    expect(tagsTouched({ kind: 'add', tag: newTag() })).toEqual([]);
    expect(tagsTouched({ kind: 'reorder', keys })).toEqual([]);
  });
});
