import { describe, expect, test } from 'vitest';
import { isEmpty, NO_DRAFT, withReading } from './source-draft';

const read = {
  kind: 'html',
  title: 'The bridge stays',
  author: 'Ann Lee',
  publisher: null,
  url: 'https://a.example/b',
  accessedAt: null,
  publishedAt: '2018-06-06T23:00:00.000Z',
  text: 'It stays 😀.',
  mainOnly: true,
} as const;

describe('withReading', () => {
  test('fills in what is empty', () => {
    expect(withReading(NO_DRAFT, read)).toMatchObject({
      text: 'It stays 😀.',
      replaced: null,
      facts: { title: 'The bridge stays', author: 'Ann Lee', publisher: '', published: '2018-06-06' },
    });
  });

  test('leaves what was typed, and keeps the text whose place it takes', () => {
    const typed = { ...NO_DRAFT, text: 'pasted', facts: { ...NO_DRAFT.facts, title: 'Mine' } };
    expect(withReading(typed, read)).toMatchObject({ replaced: 'pasted', facts: { title: 'Mine' } });
  });
});

test('isEmpty', () => {
  expect(isEmpty(NO_DRAFT)).toBe(true);
  expect(isEmpty({ ...NO_DRAFT, text: ' \n' })).toBe(true);
  expect(isEmpty({ ...NO_DRAFT, text: 'a' })).toBe(false);
  expect(isEmpty({ ...NO_DRAFT, facts: { ...NO_DRAFT.facts, protected: true } })).toBe(false);
});
