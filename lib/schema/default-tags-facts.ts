import { defineTag } from './define-tag';
import type { TagDefinition } from './tag-schema';

/** Tags for what the article gets wrong about the world: names, roles, facts, meaning. */
export const FACT_TAGS: readonly TagDefinition[] = [
  defineTag({
    key: 'name',
    label: 'name misspelled',
    definition:
      'A person, place, organisation, vessel or product is not written the way its bearer or an authority on it writes it.',
    example: 'name misspelled: Soyug-FG => Soyuz-FG // the rocket, see the launch log',
    colour: 'red',
    digit: '1',
    severity: 'major',
    value: { kind: 'text' },
    valueHint: 'the name as printed',
    prefill: 'selection',
    correction: 'required',
    evidence: 'required',
    noticeTypes: ['correction'],
  }),
  defineTag({
    key: 'name-variant',
    label: 'name inconsistent',
    definition:
      'The article writes one name in two ways and this is the odd one out. Either may be right; the article needs one.',
    example: 'name inconsistent: MS -09 => MS-09 // without the gap everywhere else',
    colour: 'orange',
    severity: 'minor',
    value: { kind: 'text' },
    valueHint: 'the variant as printed',
    prefill: 'selection',
    correction: 'required',
    evidence: 'optional',
  }),
  defineTag({
    key: 'role',
    label: 'title or role wrong',
    definition:
      'Somebody is given an office, rank or title that they did not hold at the time the sentence speaks of.',
    example: 'title or role wrong: harbour master => deputy harbour master // promoted a year later',
    colour: 'orange',
    severity: 'major',
    value: { kind: 'text' },
    valueHint: 'the title as printed',
    prefill: 'selection',
    correction: 'required',
    evidence: 'required',
    noticeTypes: ['correction'],
  }),
  defineTag({
    key: 'fact',
    label: 'factual error',
    definition:
      'A statement that can be checked was checked, and is wrong: a number, a date, a place, who it was, what led to what.',
    example: 'factual error: date or time => in March // the register says 14 March',
    colour: 'red',
    digit: '4',
    severity: 'major',
    value: {
      kind: 'choice',
      choices: ['number', 'date or time', 'place', 'identity', 'cause or sequence', 'other'],
    },
    valueHint: 'what is wrong',
    correction: 'required',
    evidence: 'required',
    noticeTypes: ['correction'],
  }),
  defineTag({
    key: 'meaning',
    label: 'meaning changed',
    definition:
      'The words may be in order, but they say something else than the source or the original: in translation, by a wider or narrower reach, a lost “not”, a “may” that became a “will”.',
    example: 'meaning changed: certainty => may have been drilled // the report only calls it possible',
    colour: 'pink',
    digit: '9',
    severity: 'major',
    value: { kind: 'choice', choices: ['mistranslation', 'scope', 'negation', 'certainty'] },
    valueHint: 'how it changed',
    correction: 'required',
    evidence: 'required',
    noticeTypes: ['correction', 'clarification'],
  }),
  defineTag({
    key: 'conflict',
    label: 'inconsistent within article',
    definition:
      'Two passages of the article cannot both be right. Mark one, name what conflicts and relate the other mark to it.',
    example: 'inconsistent within article: three crew members here, four in paragraph 9',
    colour: 'amber',
    severity: 'minor',
    value: { kind: 'text' },
    valueHint: 'what conflicts',
    correction: 'optional',
  }),
];
