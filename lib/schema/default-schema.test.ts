import { describe, expect, it } from 'vitest';
import { checkTag } from './check-tag';
import { defaultSchema, SHORT_FORM, shortForm } from './default-schema';
import { tagByKey } from './find-tag';
import {
  COLOURS,
  DIGITS,
  PERMANENT_TAGS,
  SEVERITIES,
  SEVERITY_WEIGHTS,
  type TagDefinition,
} from './tag-schema';

/** The table the desk was designed from: key, label, kind of value, severity, correction, evidence, notices. */
const TABLE = [
  ['name', 'name misspelled', 'text', 'major', 'required', 'required', 'correction'],
  ['name-variant', 'name inconsistent', 'text', 'minor', 'required', 'optional', ''],
  ['role', 'title or role wrong', 'text', 'major', 'required', 'required', 'correction'],
  ['quote', 'quote', 'text', 'note', 'none', 'optional', ''],
  ['misquote', 'misquotation', 'choice 8', 'major', 'required', 'required', 'correction'],
  ['fact', 'factual error', 'choice 6', 'major', 'required', 'required', 'correction'],
  ['meaning', 'meaning changed', 'choice 4', 'major', 'required', 'required', 'correction clarification'],
  ['unsupported', 'unsupported claim', 'choice 3', 'major', 'optional', 'optional', 'clarification'],
  ['conflict', 'inconsistent within article', 'text', 'minor', 'optional', 'none', ''],
  ['spelling', 'spelling', 'text', 'minor', 'required', 'none', ''],
  ['grammar', 'grammar', 'choice 8', 'minor', 'required', 'none', ''],
  ['punct', 'punctuation', 'choice 7', 'minor', 'required', 'none', ''],
  ['term', 'wrong word', 'text', 'minor', 'required', 'optional', ''],
  ['case', 'capitalisation', 'text', 'minor', 'required', 'none', ''],
  ['style', 'house style', 'choice 6', 'note', 'optional', 'none', ''],
  ['unclear', 'unclear or misleading', 'text', 'minor', 'optional', 'none', 'clarification'],
  ['structure', 'structure', 'choice 6', 'minor', 'optional', 'none', ''],
  ['claim', 'claim', 'text', 'note', 'none', 'optional', ''],
  ['query', 'query', 'choice 3', 'note', 'none', 'none', ''],
];

const row = (tag: TagDefinition): string[] => [
  tag.key,
  tag.label,
  tag.value.kind === 'choice' ? `choice ${tag.value.choices.length}` : tag.value.kind,
  tag.severity,
  tag.correction,
  tag.evidence,
  tag.noticeTypes.join(' '),
];

describe('the default schema', () => {
  it('has the nineteen tags in order', () => {
    expect(defaultSchema.tags.map(row)).toEqual(TABLE);
  });

  it('prefills what is written as printed', () => {
    const prefilled = defaultSchema.tags
      .filter(({ prefill }) => prefill === 'selection')
      .map(({ key }) => key);
    expect(prefilled).toEqual(['name', 'name-variant', 'role', 'spelling', 'term', 'case']);
  });

  it('has states for quotes and claims', () => {
    const states = defaultSchema.tags.flatMap((tag) => (tag.states ? [[tag.key, ...tag.states]] : []));
    expect(states).toEqual([
      ['quote', 'unchecked', 'verbatim', 'altered', 'not found'],
      ['claim', 'unchecked', 'pending', 'verified', 'wrong', 'opinion', 'uncheckable'],
    ]);
  });

  it.each(defaultSchema.tags.map((tag) => [tag.key, tag] as const))(
    '%s can stand beside the others',
    (_, tag) => {
      const others = defaultSchema.tags.filter((other) => other !== tag);
      expect(checkTag(tag, others)).toBeNull();
      expect(tag.example).not.toBe('');
      expect(tag.retired).toBe(false);
    },
  );

  it('uses all ten digits and most of the palette', () => {
    const digits = defaultSchema.tags.flatMap(({ digit }) => digit ?? []);
    expect(digits.toSorted()).toEqual([...DIGITS].toSorted());
    expect(new Set(defaultSchema.tags.map(({ colour }) => colour)).size).toBe(COLOURS.length);
  });
});

describe('the short form', () => {
  it('is tags 1, 4–8, 10–12, 15, 17 and 19, unchanged', () => {
    const numbers = [1, 4, 5, 6, 7, 8, 10, 11, 12, 15, 17, 19];
    expect(shortForm.tags).toEqual(numbers.map((number) => defaultSchema.tags[number - 1]));
    expect(SHORT_FORM).toEqual(shortForm.tags.map(({ key }) => key));
    expect(shortForm.tags.filter(({ digit }) => digit !== null)).toHaveLength(DIGITS.length);
  });

  it.each(PERMANENT_TAGS)('has the tag %s, like every schema', (key) => {
    expect(tagByKey(shortForm, key)).not.toBeNull();
    expect(tagByKey(defaultSchema, key)).not.toBeNull();
  });
});

it('weighs severities in rising order', () => {
  expect(SEVERITIES.map((severity) => SEVERITY_WEIGHTS[severity])).toEqual([0, 1, 5, 25]);
});
