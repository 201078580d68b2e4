import { describe, expect, test } from 'vitest';
import { diffWords, splitWords } from './word-diff';

/** Kept words stand as they are, changes as `[removed|added]`. */
const show = (printed: string, corrected: string): string =>
  diffWords(printed, corrected)
    .map((part) => (part.kind === 'kept' ? part.text : `[${part.removed}|${part.added}]`))
    .join('');

describe('splitWords', () => {
  const cases: Record<string, [string, readonly string[]]> = {
    'a hyphen inside': ['a Soyug-FG rocket', ['a', ' ', 'Soyug-FG', ' ', 'rocket']],
    'a hyphen at the end': ['MS- 09', ['MS', '-', ' ', '09']],
    'two hyphens': ['one--two', ['one', '-', '-', 'two']],
    'a full stop': ['the end.', ['the', ' ', 'end', '.']],
    'an apostrophe': ['NASA’s crew', ['NASA’s', ' ', 'crew']],
    'a family emoji': ['a 👩‍👩‍👧 b', ['a', ' ', '👩‍👩‍👧', ' ', 'b']],
    flags: ['🇰🇿🇷🇺', ['🇰🇿', '🇷🇺']],
    'combining marks': ['cafe\u0301 x', ['cafe\u0301', ' ', 'x']],
    nothing: ['', []],
  };
  test.each(Object.entries(cases))('%s', (_name, [text, words]) => {
    expect(splitWords(text)).toEqual(words);
  });
});

describe('diffWords', () => {
  const cases: Record<string, [string, string, string]> = {
    'one word': ['Soyug-FG', 'Soyuz-FG', '[Soyug-FG|Soyuz-FG]'],
    'a word among kept ones': [
      'on a Soyug-FG rocket',
      'on a Soyuz-FG rocket',
      'on a [Soyug-FG|Soyuz-FG] rocket',
    ],
    'a pure insertion after': ['space', 'space station', 'space[| station]'],
    'a pure insertion before': ['crew', 'the crew', '[|the ]crew'],
    'a pure deletion': ['complete. .', 'complete.', 'complete.[ .|]'],
    'everything deleted': ['visited', '', '[visited|]'],
    'two words in a row': ['red lorry', 'blue van', '[red lorry|blue van]'],
    'two words apart': ['red big lorry', 'blue big van', '[red|blue] big [lorry|van]'],
    'an emoji': ['moon 🌒 rise', 'moon 🌓 rise', 'moon [🌒|🌓] rise'],
    'one of a family': ['👩‍👩‍👧', '👩‍👩‍👦', '[👩‍👩‍👧|👩‍👩‍👦]'],
    'a combining mark': ['cafe', 'cafe\u0301', '[cafe|cafe\u0301]'],
    'right to left': ['שלום עולם', 'שלום לכולם', 'שלום [עולם|לכולם]'],
    'a paragraph border': ['end.\n\nStart', 'end. Start', 'end.[\n\n| ]Start'],
    same: ['as it was', 'as it was', 'as it was'],
  };
  test.each(Object.entries(cases))('%s', (_name, [printed, corrected, shown]) => {
    expect(show(printed, corrected)).toBe(shown);
  });

  test('gives up on spans that share little, and says the whole is replaced', () => {
    const words = (letter: string): string =>
      Array.from({ length: 5_000 }, (_, n) => `${letter}${n}`).join(' ');
    expect(diffWords(words('a'), words('b'))).toHaveLength(1);
  });
});
