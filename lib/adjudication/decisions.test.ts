import { describe, expect, test } from 'vitest';
import { ANNOTATION_STATUSES, type AnnotationStatus } from '@/lib/annotation/annotation';
import { defaultSchema } from '@/lib/schema/default-schema';
import { tagByKey } from '@/lib/schema/find-tag';
import { effectiveCorrection, type Correctable } from './effective-correction';
import { missingForAcceptance, type Acceptable, type Missing } from './may-accept';
import type { Verdict } from './verdict';
import { statusAfter, undoesDecision, type Decided } from './status-after';

const bare: Acceptable = { value: null, state: null, correction: null, evidence: 0 };

const acceptance: Record<string, { tag: string; mark: Partial<Acceptable>; missing: Missing[] }> = {
  'a misspelled name with nothing': {
    tag: 'name',
    mark: {},
    missing: ['correction-required', 'evidence-required'],
  },
  'a misspelled name with a correction': {
    tag: 'name',
    mark: { correction: 'Soyuz-FG' },
    missing: ['evidence-required'],
  },
  'a misspelled name with both': { tag: 'name', mark: { correction: 'Soyuz-FG', evidence: 1 }, missing: [] },
  'a word to be deleted': { tag: 'spelling', mark: { correction: '' }, missing: [] },
  'a spelling without a correction': { tag: 'spelling', mark: {}, missing: ['correction-required'] },
  'a quote nobody has checked': { tag: 'quote', mark: { state: 'unchecked' }, missing: [] },
  'a quote said to be verbatim': {
    tag: 'quote',
    mark: { state: 'verbatim' },
    missing: ['evidence-required'],
  },
  'a verbatim quote with its source': { tag: 'quote', mark: { state: 'verbatim', evidence: 1 }, missing: [] },
  'a claim found wrong': { tag: 'claim', mark: { state: 'wrong' }, missing: ['evidence-required'] },
  'a claim that is an opinion': { tag: 'claim', mark: { state: 'opinion' }, missing: [] },
  'an unsupported claim without any source': {
    tag: 'unsupported',
    mark: { value: 'no source' },
    missing: [],
  },
  'an unsupported claim its source denies': {
    tag: 'unsupported',
    mark: { value: 'source disagrees' },
    missing: ['evidence-required'],
  },
  'a query': { tag: 'query', mark: { value: 'to writer' }, missing: [] },
};

describe('what is missing before a mark can be accepted', () => {
  test.each(Object.entries(acceptance))('%s', (_, { tag, mark, missing }) => {
    expect(missingForAcceptance(tagByKey(defaultSchema, tag)!, { ...bare, ...mark })).toEqual(missing);
  });
});

describe('the status after a verdict', () => {
  const verdicts: Verdict[] = ['accepted', 'rejected', 'sic', 'merged'];
  test.each(ANNOTATION_STATUSES.flatMap((status) => verdicts.map((verdict) => [status, verdict] as const)))(
    '%s, then %s: the verdict',
    (status, verdict) => {
      expect(statusAfter(status, verdict)).toBe(verdict);
    },
  );

  test.each(ANNOTATION_STATUSES)('%s, then reopened', (status: AnnotationStatus) => {
    expect(statusAfter(status, 'reopened')).toBe(status === 'open' ? null : 'open');
  });
});

describe('a change of what was decided', () => {
  const decided: Decided = {
    start: 1,
    end: 5,
    tag: 'name',
    value: 'Soyug-FG',
    correction: 'Soyuz-FG',
    severity: 'major',
    state: null,
  };
  const changes: Partial<Decided>[] = [
    { start: 0 },
    { end: 6 },
    { tag: 'term' },
    { value: null },
    { correction: null },
    { correction: '' },
    { severity: 'minor' },
    { state: 'verbatim' },
  ];
  test.each(changes)('%o undoes the decision', (change) => {
    expect(undoesDecision(decided, { ...decided, ...change })).toBe(true);
  });

  test('the same values again undo nothing, nor does what was not decided', () => {
    const noted = { ...decided, note: 'rocket, not ship', relatedId: 'other' };
    expect(undoesDecision(decided, noted)).toBe(false);
  });
});

describe('the correction that counts', () => {
  const cases: Record<string, { mark: Correctable; counts: string | null }> = {
    'the proposed one of an open mark': {
      mark: { status: 'open', correction: 'a', decision: null },
      counts: 'a',
    },
    'the proposed one of a mark accepted as it is': {
      mark: { status: 'accepted', correction: 'a', decision: { correction: null } },
      counts: 'a',
    },
    'the editor’s, where it was changed': {
      mark: { status: 'accepted', correction: 'a', decision: { correction: 'b' } },
      counts: 'b',
    },
    'the editor’s deletion': {
      mark: { status: 'accepted', correction: 'a', decision: { correction: '' } },
      counts: '',
    },
    'the proposed one after a change has opened the mark again': {
      mark: { status: 'open', correction: 'c', decision: { correction: 'b' } },
      counts: 'c',
    },
    none: { mark: { status: 'accepted', correction: null, decision: { correction: null } }, counts: null },
  };
  test.each(Object.entries(cases))('%s', (_, { mark, counts }) => {
    expect(effectiveCorrection(mark)).toBe(counts);
  });
});
