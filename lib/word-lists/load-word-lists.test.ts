import { describe, expect, it } from 'vitest';
import { loadWordLists } from './load-word-lists';

describe('loadWordLists', () => {
  const { wordLists, candidates } = loadWordLists();
  const has = (word: string): (readonly [string, boolean])[] =>
    wordLists.map((list) => [list.variety, list.has(word)] as const);

  it.each([
    ['colour', false, true],
    ['color', true, false],
    ['bridge', true, true],
    ['brigde', false, false],
    ['Paris', true, true],
    ['paris', false, false],
  ])('%s', (word, american, british) => {
    expect(has(word)).toEqual([
      ['en-US', american],
      ['en-GB', british],
    ]);
    expect(has(word)).toEqual(has(word));
  });

  it.each([
    ['brigde', 'bridge'],
    ['seperate', 'separate'],
    ['goverment', 'government'],
    ['acommodate', 'accommodate'],
    ['definately', 'definitely'],
    ['recieved', 'received'],
  ])('%s → %s', (word, right) => {
    expect(candidates.near(word, (candidate) => wordLists[0]!.has(candidate))[0]).toBe(right);
  });

  it('is loaded once', () => {
    expect(loadWordLists()).toBe(loadWordLists());
  });
});
