import { describe, expect, test } from 'vitest';
import { checkTag } from '@/lib/schema/check-tag';
import { defaultSchema } from '@/lib/schema/default-schema';
import { blankForm, formOf, keyFrom, linesOf, tagFrom, type TagForm } from './tag-form';

describe('a tag and its form', () => {
  for (const tag of defaultSchema.tags) {
    test(`“${tag.label}” comes back the same`, () => expect(tagFrom(formOf(tag), false)).toEqual(tag));
  }

  test('a blank form needs a label, a key and a definition, and no more', () => {
    const form: TagForm = {
      ...blankForm('teal'),
      label: 'legal',
      key: 'legal',
      definition: 'For the lawyer.',
    };
    expect(checkTag(tagFrom(form, false), defaultSchema.tags)).toBeNull();
  });
});

const quote = formOf(defaultSchema.tags.find((tag) => tag.key === 'quote')!);
const misquote = formOf(defaultSchema.tags.find((tag) => tag.key === 'misquote')!);

const cases: Record<string, { form: TagForm; gives: Partial<ReturnType<typeof tagFrom>> }> = {
  'a condition goes with its state': {
    form: { ...quote, states: 'unchecked\naltered' },
    gives: { states: ['unchecked', 'altered'], evidenceWhen: null },
  },
  'a severity goes with its value': {
    form: { ...misquote, choices: 'wording\nmeaning' },
    gives: {
      value: { kind: 'choice', choices: ['wording', 'meaning'] },
      severityByValue: { meaning: 'critical' },
    },
  },
  'the same severity as the tag is none of its own': {
    form: { ...misquote, severity: 'critical' },
    gives: { severityByValue: {} },
  },
  'without a value there is no hint and no prefill': {
    form: { ...quote, valueKind: 'none', prefill: true },
    gives: { value: { kind: 'none' }, valueHint: '', prefill: 'none' },
  },
  'evidence that is always required has no condition': {
    form: { ...quote, evidence: 'required' },
    gives: { evidence: 'required', evidenceWhen: null },
  },
  'no states, no list': { form: { ...quote, states: ' \n ' }, gives: { states: null } },
  'a notice is not listed twice': {
    form: { ...quote, notice: 'correction', otherNotices: ['correction', 'update'] },
    gives: { noticeTypes: ['correction', 'update'] },
  },
};

describe('tagFrom', () => {
  for (const [name, { form, gives }] of Object.entries(cases)) {
    test(name, () => expect(tagFrom(form, false)).toMatchObject(gives));
  }

  test('a retired tag has no digit', () => expect(tagFrom({ ...quote, digit: '7' }, true).digit).toBeNull());
});

test('linesOf', () => {
  expect(linesOf(' one \n\n two words\n')).toEqual(['one', 'two words']);
});

describe('keyFrom', () => {
  const labels: Record<string, string> = {
    'name misspelled': 'name-misspelled',
    'Légal risk!': 'legal-risk',
    '  3 sources ': 'sources',
    мнение: '',
    'a — b': 'a-b',
    [`${'long '.repeat(20)}`]: 'long-long-long-long-long-long-long-long',
  };
  for (const [label, key] of Object.entries(labels)) {
    test(JSON.stringify(label), () => expect(keyFrom(label)).toBe(key));
  }
});
