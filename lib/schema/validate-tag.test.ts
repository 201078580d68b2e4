import { describe, expect, it } from 'vitest';
import { defaultSchema } from './default-schema';
import { tagByKey } from './find-tag';
import { initialSeverity, initialState, needsCorrection, needsEvidence } from './tag-rules';
import type { TagDefinition, TagSchema } from './tag-schema';
import { validateTag, type TagInput } from './validate-tag';

const schema: TagSchema = {
  version: 2,
  tags: [
    ...defaultSchema.tags.map((tag) => (tag.key === 'term' ? { ...tag, retired: true } : tag)),
    {
      ...tagByKey(defaultSchema, 'query')!,
      key: 'seen',
      label: 'seen',
      value: { kind: 'none' },
      digit: null,
    },
  ],
};

const input = (tag: string, more: Partial<TagInput> = {}): TagInput => ({
  tag,
  value: null,
  state: null,
  correction: null,
  ...more,
});

const VALID = {
  key: { input: input('name', { value: 'Soyug-FG' }), content: { value: 'Soyug-FG', state: null } },
  label: { input: input('Name misspelled'), content: { value: null } },
  'empty value is none': { input: input('name', { value: '' }), content: { value: null } },
  'blank value is a value': { input: input('name', { value: ' ' }), content: { value: ' ' } },
  'choice spelled otherwise': {
    input: input('fact', { value: 'Date or  time' }),
    content: { value: 'date or time' },
  },
  'choice left out': { input: input('fact'), content: { value: null } },
  'first state': { input: input('quote'), content: { state: 'unchecked' } },
  state: { input: input('quote', { state: 'Not found' }), content: { state: 'not found' } },
  delete: { input: input('spelling', { correction: '' }), content: { correction: '' } },
  'a thousand astral characters': {
    input: input('name', { value: '😀'.repeat(1_000) }),
    content: { value: '😀'.repeat(1_000) },
  },
};

const REFUSED = {
  unknown: { input: input('speling'), code: 'unknown-tag', field: 'tag', nearest: ['spelling'] },
  nothing: { input: input(''), code: 'unknown-tag', field: 'tag', nearest: [] },
  retired: { input: input('wrong word'), code: 'retired-tag', field: 'tag', nearest: [] },
  'value for none': {
    input: input('seen', { value: 'x' }),
    code: 'value-not-taken',
    field: 'value',
    nearest: [],
  },
  'choice unlisted': {
    input: input('punct', { value: 'coma' }),
    code: 'value-not-listed',
    field: 'value',
    nearest: ['comma'],
  },
  'value too long': {
    input: input('name', { value: '😀'.repeat(1_001) }),
    code: 'value-too-long',
    field: 'value',
    nearest: [],
  },
  'state unlisted': {
    input: input('quote', { state: 'verbatm' }),
    code: 'state-not-listed',
    field: 'state',
    nearest: ['verbatim'],
  },
  'state for a tag without': {
    input: input('name', { state: 'unchecked' }),
    code: 'state-not-listed',
    field: 'state',
    nearest: [],
  },
  'correction for a tag without': {
    input: input('quote', { correction: '' }),
    code: 'correction-not-taken',
    field: 'correction',
    nearest: [],
  },
};

describe('validateTag', () => {
  it.each(Object.entries(VALID))('accepts %s', (_, { input: asked, content }) => {
    expect(validateTag(schema, asked)).toMatchObject({ ok: true, value: content });
  });

  it.each(Object.entries(REFUSED))('refuses %s', (_, { input: asked, ...failure }) => {
    const result = validateTag(schema, asked);
    expect(result).toMatchObject({ ok: false, failure });
    expect(!result.ok && result.failure.message.length).toBeLessThan(400);
  });

  it('lets an annotation keep its retired tag', () => {
    expect(validateTag(schema, input('term', { value: 'moored' }), 'term').ok).toBe(true);
    expect(validateTag(schema, input('term'), 'spelling').ok).toBe(false);
  });
});

const tag = (key: string): TagDefinition => tagByKey(defaultSchema, key)!;

describe('the rules of a tag', () => {
  it.each([
    { key: 'misquote', value: null, severity: 'major' },
    { key: 'misquote', value: 'wording', severity: 'major' },
    { key: 'misquote', value: 'meaning', severity: 'critical' },
    { key: 'misquote', value: 'misattributed', severity: 'critical' },
    { key: 'quote', value: 'constructor', severity: 'note' },
  ])('$key with $value starts as $severity', ({ key, value, severity }) => {
    expect(initialSeverity(tag(key), value)).toBe(severity);
  });

  it.each([
    { key: 'quote', value: null, state: 'unchecked', needed: false },
    { key: 'quote', value: null, state: 'verbatim', needed: true },
    { key: 'quote', value: 'verbatim', state: 'altered', needed: false },
    { key: 'unsupported', value: 'source disagrees', state: null, needed: true },
    { key: 'unsupported', value: 'no source', state: null, needed: false },
    { key: 'claim', value: null, state: 'verified', needed: true },
    { key: 'claim', value: null, state: 'wrong', needed: true },
    { key: 'claim', value: null, state: 'opinion', needed: false },
    { key: 'name', value: null, state: null, needed: true },
    { key: 'spelling', value: null, state: null, needed: false },
  ])('$key, $value, $state: evidence $needed', ({ key, value, state, needed }) => {
    expect(needsEvidence(tag(key), { value, state })).toBe(needed);
  });

  it('asks for corrections and first states', () => {
    expect(needsCorrection(tag('name'))).toBe(true);
    expect(needsCorrection(tag('structure'))).toBe(false);
    expect(needsCorrection(tag('quote'))).toBe(false);
    expect(initialState(tag('claim'))).toBe('unchecked');
    expect(initialState(tag('name'))).toBeNull();
  });
});
