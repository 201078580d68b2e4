import { defineTag } from './define-tag';
import type { TagDefinition } from './tag-schema';

/** Tags for what the article rests on: quotations, claims, their support, and questions to people. */
export const SOURCE_TAGS: readonly TagDefinition[] = [
  defineTag({
    key: 'quote',
    label: 'quote',
    definition:
      'A passage given as somebody’s own words, spoken or written. The value says whose; the state, what comparing it with the source found.',
    example: 'quote: minutes of the harbour board // second paragraph of the statement',
    colour: 'blue',
    digit: '2',
    severity: 'note',
    value: { kind: 'text' },
    valueHint: 'speaker or document',
    states: ['unchecked', 'verbatim', 'altered', 'not found'],
    evidence: 'optional',
    evidenceWhen: { states: ['verbatim'], values: [] },
  }),
  defineTag({
    key: 'misquote',
    label: 'misquotation',
    definition:
      'Words between quotation marks are not what was said or written: changed, left out, put in, turned round, somebody else’s, torn from their context, retranslated or made up.',
    example: 'misquotation: omission => we will not close the bridge // “not” is missing',
    colour: 'violet',
    digit: '3',
    severity: 'major',
    severityByValue: { meaning: 'critical', misattributed: 'critical' },
    value: {
      kind: 'choice',
      choices: [
        'wording',
        'omission',
        'insertion',
        'meaning',
        'misattributed',
        'out of context',
        'translated',
        'fabricated',
      ],
    },
    valueHint: 'how it departs from the source',
    correction: 'required',
    evidence: 'required',
    noticeTypes: ['correction'],
  }),
  defineTag({
    key: 'unsupported',
    label: 'unsupported claim',
    definition:
      'A statement put as fact for which the article gives no source, goes further than its source, or has the source against it.',
    example: 'unsupported claim: overstated => one of the largest // the source says “among the largest”',
    colour: 'amber',
    digit: '8',
    severity: 'major',
    value: { kind: 'choice', choices: ['no source', 'source disagrees', 'overstated'] },
    valueHint: 'what is missing',
    correction: 'optional',
    evidence: 'optional',
    evidenceWhen: { states: [], values: ['source disagrees'] },
    noticeTypes: ['clarification'],
  }),
  defineTag({
    key: 'claim',
    label: 'claim',
    definition:
      'A statement worth checking, right or wrong. The value puts it in one sentence; the state says how far the check has come.',
    example: 'claim: the bridge carries 40,000 cars a day',
    colour: 'teal',
    severity: 'note',
    value: { kind: 'text' },
    valueHint: 'the claim in one sentence',
    states: ['unchecked', 'pending', 'verified', 'wrong', 'opinion', 'uncheckable'],
    evidence: 'optional',
    evidenceWhen: { states: ['verified', 'wrong'], values: [] },
  }),
  defineTag({
    key: 'query',
    label: 'query',
    definition:
      'A question that has to be answered before the passage can stand. The value says who is asked, the note what.',
    example: 'query: to writer // who told you about the second leak?',
    colour: 'cyan',
    digit: '0',
    severity: 'note',
    value: { kind: 'choice', choices: ['to writer', 'to source', 'to legal'] },
    valueHint: 'who is asked',
  }),
];
