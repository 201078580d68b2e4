import { describe, expect, it } from 'vitest';
import { diffByWords, type DiffPart } from './word-diff';

const written = (parts: readonly DiffPart[]): string =>
  parts
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'gone' ? `[-${text}-]` : `{+${text}+}`))
    .join('');

const CASES: Record<string, { from: string; to: string; diff: string }> = {
  'one word': { from: 'Soyug-FG', to: 'Soyuz-FG', diff: '[-Soyug-FG-]{+Soyuz-FG+}' },
  'a word among others': {
    from: 'the space Soyuz',
    to: 'the ship Soyuz',
    diff: 'the [-space-]{+ship+} Soyuz',
  },
  'an insertion': { from: 'visited the Soyuz', to: 'visited in the Soyuz', diff: 'visited {+in +}the Soyuz' },
  'a word behind one': { from: 'all', to: 'all docked', diff: 'all{+ docked+}' },
  'a word before one': { from: 'quay', to: 'northern quay', diff: '{+northern +}quay' },
  'a deletion behind the word that stays': { from: 'between the', to: 'between', diff: 'between[- the-]' },
  'a deletion': { from: 'one hand human', to: 'one hand', diff: 'one hand[- human-]' },
  'everything goes': { from: 'one hand human', to: '', diff: '[-one hand human-]' },
  'nothing in common': { from: 'one hand', to: 'a drill', diff: '[-one hand-]{+a drill+}' },
};

describe('diffByWords', () => {
  for (const [name, { from, to, diff }] of Object.entries(CASES)) {
    it(name, () => expect(written(diffByWords(from, to))).toBe(diff));
  }

  it('says the two texts in full, whatever they are', () => {
    const [from, to] = ['a b c d e f', 'f e d c b a'];
    const parts = diffByWords(from, to);
    expect(
      parts
        .filter(({ kind }) => kind !== 'new')
        .map(({ text }) => text)
        .join(''),
    ).toBe(from);
    expect(
      parts
        .filter(({ kind }) => kind !== 'gone')
        .map(({ text }) => text)
        .join(''),
    ).toBe(to);
  });
});
