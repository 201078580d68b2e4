import { describe, expect, test } from 'vitest';
import { EVENT_KINDS } from '@/lib/contract/event';
import { changesOf } from './changes-of';
import { tellEvent } from './tell-event';

const PERSON = { id: '0198c2a0-0000-7000-8000-000000000001', name: 'Rita Marsh' };
const MARK = {
  id: '0198c2a0-0000-7000-8000-000000000002',
  start: 2,
  end: 10,
  exact: 'Soyug-FG',
  tagLabel: 'name misspelled',
  value: 'Soyug-FG',
  correction: 'Soyuz-FG',
  note: null,
  severity: 'major',
  state: null,
  status: 'open',
  relatedId: null,
  evidence: [],
  decision: null,
};
const EVIDENCE = {
  id: 'e1',
  relation: 'supports',
  url: 'https://a.example/',
  note: null,
  excerpt: 'the 👩🏽‍🚀',
  locator: null,
  by: PERSON,
};

describe('an event', () => {
  test.each(EVENT_KINDS)('%s is told also when its words are gone', (kind) => {
    expect(tellEvent({ kind, before: null, after: null })).toMatchObject({ object: null });
    expect(tellEvent({ kind, before: null, after: null }).verb).not.toBe('');
    expect(changesOf({ kind, before: null, after: null })).toEqual([]);
  });

  test('names the marked text, the verdict, the article, the member', () => {
    const decided = { ...MARK, status: 'sic', decision: { verdict: 'sic', correction: null, reason: null } };
    expect(tellEvent({ kind: 'annotation.decided', before: MARK, after: decided })).toEqual({
      verb: 'let stand as in the source',
      object: 'Soyug-FG',
    });
    expect(tellEvent({ kind: 'article.trashed', before: null, after: { title: 'A' } }).object).toBe('A');
    expect(tellEvent({ kind: 'report.issued', before: null, after: { number: 3 } }).object).toBe('report 3');
    expect(tellEvent({ kind: 'member.removed', before: { name: 'Ana' }, after: null }).object).toBe('Ana');
  });

  test.each([
    ['verified', 'characters 1 to 12: verified'],
    [null, 'characters 1 to 12: taken back'],
  ])('says which words were checked, and how: %s', (state, object) => {
    const after = { versionId: MARK.id, start: 0, end: 12, state };
    expect(tellEvent({ kind: 'coverage.changed', before: null, after }).object).toBe(object);
  });
});

describe('what changed', () => {
  test('tells of a source that is protected no more', () => {
    expect(
      changesOf({
        kind: 'source.changed',
        before: { title: 'A', protected: true },
        after: { title: 'A', protected: false },
      }),
    ).toEqual([{ field: 'protected', before: 'yes', after: 'no' }]);
  });

  const changes = (after: object, before: object | null = MARK) =>
    changesOf({ kind: 'annotation.changed', before, after: { ...MARK, ...after } }).map(
      ({ field, before: was, after: is }) => [field, was, is],
    );

  const cases: Record<string, [after: object, expected: unknown[]]> = {
    'a correction that goes': [{ correction: null }, [['correction', 'Soyuz-FG', null]]],
    'a correction that deletes': [{ correction: '' }, [['correction', 'Soyuz-FG', '']]],
    'other words': [
      { end: 17, exact: 'Soyug-FG rocket' },
      [
        ['text', 'Soyug-FG', 'Soyug-FG rocket'],
        ['place', '2–10', '2–17'],
      ],
    ],
    'the same words elsewhere': [{ start: 32, end: 40 }, [['place', '2–10', '32–40']]],
    evidence: [{ evidence: [EVIDENCE] }, [['evidence', null, 'supports · https://a.example/ · “the 👩🏽‍🚀”']]],
    nothing: [{}, []],
  };
  test.each(Object.entries(cases))('%s', (_, [after, expected]) => {
    expect(changes(after)).toEqual(expected);
  });

  test('of a new mark is all it says', () => {
    expect(changes({}, null).map(([field]) => field)).toEqual([
      'text',
      'tag',
      'value',
      'correction',
      'severity',
    ]);
  });

  test('is not told of a field that views of that time did not have', () => {
    const { relatedId: _, ...older } = MARK;
    expect(changesOf({ kind: 'annotation.changed', before: older, after: MARK })).toEqual([]);
    expect(
      changesOf({ kind: 'article.changed', before: { title: 'A' }, after: { title: 'B', phase: 'after' } }),
    ).toEqual([{ field: 'title', before: 'A', after: 'B' }]);
  });
});
