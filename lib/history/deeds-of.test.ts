import { expect, test } from 'vitest';
import type { EventKind } from '@/lib/contract/event';
import { deedOf } from './deeds-of';

const AT = '2018-09-14T09:00:00.000Z';
const VEGA = { id: '01920000-0000-7000-8000-0000000000a1', name: 'R. Vega' };
const mark = {
  exact: 'Soyug',
  start: 2,
  end: 7,
  correction: 'Soyuz',
  note: null,
  evidence: [],
  status: 'open',
};
const tell = (kind: EventKind, before: object | null, after: object | null) =>
  deedOf({ kind, subjectId: 'm', before, after, actor: VEGA, at: AT });

const CASES: Record<string, [ReturnType<typeof tell>, deed: string | undefined, fields?: readonly string[]]> =
  {
    'a new mark': [tell('annotation.created', null, mark), 'marked', []],
    'a changed wording': [
      tell('annotation.changed', mark, { ...mark, correction: 'Soyuz-FG', note: 'rocket' }),
      'changed',
      ['correction', 'note'],
    ],
    'what follows from a change': [
      tell('annotation.changed', { ...mark, status: 'accepted' }, { ...mark, note: 'rocket' }),
      'changed',
      ['note'],
    ],
    'a moved end': [
      tell('annotation.changed', mark, { ...mark, exact: 'Soyu', end: 6 }),
      'changed',
      ['place'],
    ],
    'a move to the same words elsewhere': [
      tell('annotation.changed', mark, { ...mark, start: 12, end: 17 }),
      'changed',
      ['place'],
    ],
    'a decision': [
      tell('annotation.decided', mark, { ...mark, status: 'sic', decision: { verdict: 'sic' } }),
      'sic',
      [],
    ],
    evidence: [tell('evidence.added', mark, { ...mark, evidence: [] }), 'evidence added', []],
    'a decision that was redacted': [tell('annotation.decided', null, null), undefined],
    'what is about no mark': [tell('article.changed', {}, {}), undefined],
  };

test.each(Object.entries(CASES))('%s', (_name, [told, deed, fields]) => {
  expect(told?.deed).toBe(deed);
  expect(told?.fields).toEqual(fields);
});
