import { describe, expect, test } from 'vitest';
import { createArticleText } from '@/lib/text/article-text';
import { span } from '@/lib/text/offsets';
import { applyCorrections, unapplyCorrections, type TextChange } from './apply-corrections';

const change = (start: number, end: number, replacement: string): TextChange => ({
  ...span(start, end),
  replacement,
  markIds: [],
});

describe('applyCorrections', () => {
  const cases: Record<string, [text: string, changes: readonly TextChange[], corrected: string]> = {
    'no change': ['as it was', [], 'as it was'],
    'at offset 0': ['soyuz', [change(0, 1, 'S')], 'Soyuz'],
    'at the end of the text': ['the end', [change(4, 7, 'end.')], 'the end.'],
    'after an emoji, counted in code points': ['😀 Soyug', [change(2, 7, 'Soyuz')], '😀 Soyuz'],
    'of an emoji with joiners': ['a 👩‍👩‍👧 b', [change(2, 7, '👩‍👧')], 'a 👩‍👧 b'],
    'a flag': ['🇰🇿🇷🇺', [change(2, 4, '')], '🇰🇿'],
    'a combining mark alone': ['cafe\u0301', [change(4, 5, '')], 'cafe'],
    'jamo and Devanagari': [
      '\u1112\u1161\u11ab \u0915\u094d\u0937\u093f',
      [change(4, 8, '\u0915')],
      '\u1112\u1161\u11ab \u0915',
    ],
    'right to left': ['שלום עולם', [change(5, 9, 'לכולם')], 'שלום לכולם'],
    adjacent: ['abcd', [change(0, 2, 'X'), change(2, 4, 'YZ')], 'XYZ'],
    'a deletion beside a deletion': ['abcd', [change(1, 2, ''), change(2, 3, '')], 'ad'],
    'across paragraphs': ['one.\n\nTwo', [change(3, 7, ', t')], 'one, two'],
    'the same words elsewhere stay': ['no, no', [change(4, 6, 'yes')], 'no, yes'],
    'a replacement that repeats what stands there': ['aaa', [change(1, 2, 'aa')], 'aaaa'],
  };
  test.each(Object.entries(cases))('%s', (_name, [text, changes, corrected]) => {
    expect(applyCorrections(createArticleText(text), changes).text).toBe(corrected);
  });

  test('refuses changes that overlap or come out of order', () => {
    const text = createArticleText('abcdef');
    expect(() => applyCorrections(text, [change(0, 3, ''), change(2, 4, '')])).toThrow(RangeError);
    expect(() => applyCorrections(text, [change(3, 4, ''), change(0, 1, '')])).toThrow(RangeError);
  });

  test('says where each replacement stands and what it replaced', () => {
    const text = createArticleText('😀 abc');
    const { applied, text: corrected } = applyCorrections(text, [change(0, 1, ''), change(2, 3, '🇰🇿')]);
    expect(applied).toEqual([
      { start: 0, end: 0, original: '😀' },
      { start: 1, end: 3, original: 'a' },
    ]);
    expect(unapplyCorrections(createArticleText(corrected), applied)).toBe(text.value);
  });
});
