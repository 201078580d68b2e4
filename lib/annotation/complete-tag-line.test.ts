import { describe, expect, it } from 'vitest';
import { defaultSchema } from '@/lib/schema/default-schema';
import { tagByKey } from '@/lib/schema/find-tag';
import { VALUE_MAX, type TagSchema } from '@/lib/schema/tag-schema';
import { codeUnit } from '@/lib/text/offsets';
import { completeTagLine, takeCandidate } from './complete-tag-line';
import { prefillBodies, prefillTagLine, prefillValue } from './prefill-tag-line';
import { parseTagLine } from './tag-line';

/** `|` is the caret. */
const complete = (line: string, selected = 'Soyug-FG', schema: TagSchema = defaultSchema) => {
  const caret = line.indexOf('|');
  return completeTagLine(schema, line.replace('|', ''), codeUnit(caret), selected);
};

const CASES = {
  'everything for an empty line': {
    line: '|',
    field: 'label',
    first: ['name misspelled', 'name inconsistent'],
    count: 19,
  },
  'a beginning': { line: 'name|', field: 'label', first: ['name misspelled', 'name inconsistent'], count: 2 },
  'the exact label before its likes': {
    line: 'quote|',
    field: 'label',
    first: ['quote', 'misquotation'],
    count: 2,
  },
  'a word inside': { line: 'err|', field: 'label', first: ['factual error'], count: 1 },
  'a part of a word': { line: 'quot|', field: 'label', first: ['quote', 'misquotation'], count: 2 },
  'a slip': { line: 'gramar|', field: 'label', first: ['grammar'], count: 1 },
  'nothing like it': { line: 'xylophone|', field: 'label', first: [], count: 0 },
  choices: { line: 'punct: |', field: 'value', first: ['quotation mark', 'full stop'], count: 7 },
  'choices right behind the colon': { line: 'punct:|', field: 'value', first: ['quotation mark'], count: 7 },
  'a choice by its second word': {
    line: 'punctuation: sto|',
    field: 'value',
    first: ['full stop'],
    count: 1,
  },
  'a choice with a slip': { line: 'punctuation: coma| => x', field: 'value', first: ['comma'], count: 1 },
  'free text': { line: 'name misspelled: So|', field: 'value', first: [], count: 0 },
  'values of a stranger': { line: 'stranger: x|', field: 'value', first: [], count: 0 },
  correction: { line: 'punct: comma => x|', field: 'correction', first: [], count: 0 },
  note: { line: 'punct // x|', field: 'note', first: [], count: 0 },
  'back in the label': { line: 'punc|: comma => x', field: 'label', first: ['punctuation'], count: 1 },
};

describe('completeTagLine', () => {
  it.each(Object.entries(CASES))('%s', (_, { line, field, first, count }) => {
    const completion = complete(line);
    expect(completion.field).toBe(field);
    expect(completion.candidates.map(({ label }) => label).slice(0, first.length)).toEqual(first);
    expect(completion.candidates).toHaveLength(count);
  });

  it('says all there is to know of a tag', () => {
    const [candidate] = complete('name mis|').candidates;
    const { label, definition, example, digit, severity } = tagByKey(defaultSchema, 'name')!;
    expect(candidate).toMatchObject({ kind: 'tag', label, definition, example, digit, severity });
  });

  it('shows the severity a value brings', () => {
    const values = complete('misquotation: |').candidates.map(({ label, severity }) => [label, severity]);
    expect(values).toContainEqual(['meaning', 'critical']);
    expect(values).toContainEqual(['wording', 'major']);
  });

  it('offers no retired tag', () => {
    const tags = defaultSchema.tags.map((tag) => ({ ...tag, retired: tag.key === 'grammar' }));
    expect(complete('gramm|', '', { version: 2, tags }).candidates).toEqual([]);
    expect(complete('|', '', { version: 2, tags }).candidates).toHaveLength(18);
  });
});

const TAKEN = {
  'a tag with its value': { line: 'name mis|', taken: 'name misspelled: Soyug-FG|' },
  'a tag whose value is chosen': { line: 'punc|', taken: 'punctuation: |' },
  'a tag in front of a value': { line: 'punc|: comma', taken: 'punctuation|: comma' },
  'a value': { line: 'punctuation: co|', taken: 'punctuation: comma|' },
  'a value right behind the colon': { line: 'query:|', taken: 'query: to writer|' },
  'a value before a correction': { line: 'punct: | => x', taken: 'punct: quotation mark| => x' },
};

describe('takeCandidate', () => {
  it.each(Object.entries(TAKEN))('%s', (_, { line, taken }) => {
    const completion = complete(line);
    const after = takeCandidate(line.replace('|', ''), completion, completion.candidates[0]!);
    expect(`${after.line.slice(0, after.caret)}|${after.line.slice(after.caret)}`).toBe(taken);
  });

  it.each(defaultSchema.tags.map((tag) => [tag.label, tag] as const))(
    'makes a line that reads: %s',
    (label, tag) => {
      const selected = ' a => b\\\n// c';
      const completion = complete(`${label}|`, selected);
      const { line } = takeCandidate(label, completion, completion.candidates[0]!);
      expect(parseTagLine(defaultSchema, line)).toEqual({ ok: true, value: prefillBodies(tag, selected) });
    },
  );
});

describe('prefilling', () => {
  const name = tagByKey(defaultSchema, 'name')!;

  it('takes the selection where the tag says so and it fits', () => {
    expect(prefillValue(name, 'Soyug-FG')).toBe('Soyug-FG');
    expect(prefillValue(tagByKey(defaultSchema, 'quote')!, 'Soyug-FG')).toBeNull();
    expect(prefillValue(name, '😀'.repeat(VALUE_MAX))).not.toBeNull();
    expect(prefillValue(name, 'x'.repeat(VALUE_MAX + 1))).toBeNull();
    expect(prefillValue(name, '')).toBeNull();
  });

  it('ends the line where typing goes on', () => {
    expect(prefillTagLine(defaultSchema, name, 'A: b')).toBe('name misspelled: A: b');
    expect(prefillTagLine(defaultSchema, tagByKey(defaultSchema, 'query')!, 'x')).toBe('query: ');
  });
});
