import { describe, expect, it } from 'vitest';
import { createArticleText } from './article-text';
import { nextGrapheme, previousGrapheme, settleSpan, snapToGraphemes, trimSpan } from './graphemes';
import { codePoint, span } from './offsets';

const SNAPS = {
  'nothing to do': { value: 'abc', from: [1, 2], to: [1, 2] },
  'inside a family': { value: 'a👩‍👩‍👧b', from: [2, 3], to: [1, 6] },
  'between two flags': { value: '🇩🇪🇫🇷', from: [2, 4], to: [2, 4] },
  'inside the second of two flags': { value: '🇩🇪🇫🇷', from: [3, 4], to: [2, 4] },
  'skin tone': { value: '👍🏽', from: [0, 1], to: [0, 2] },
  keycap: { value: '1️⃣2', from: [0, 1], to: [0, 3] },
  'combining mark after': { value: 'e\u0301a', from: [0, 1], to: [0, 2] },
  'combining mark before': { value: 'e\u0301a', from: [1, 3], to: [0, 3] },
  'Hangul jamo': { value: '\u1100\u1161\u11a8', from: [1, 2], to: [0, 3] },
  'Hangul syllable and final jamo': { value: '가\u11a8', from: [0, 1], to: [0, 2] },
  'Devanagari conjunct': { value: 'क्ष', from: [0, 1], to: [0, 3] },
  'Devanagari vowel sign': { value: 'नि', from: [0, 1], to: [0, 2] },
  'Hebrew points': { value: 'שָׁל', from: [0, 1], to: [0, 3] },
  'carriage return and line feed': { value: 'a\r\nb', from: [2, 3], to: [1, 3] },
  'empty span inside a cluster': { value: 'e\u0301', from: [1, 1], to: [0, 2] },
  'end of text': { value: 'a\u0301', from: [2, 2], to: [2, 2] },
};

describe('snapToGraphemes', () => {
  it.each(Object.entries(SNAPS))('%s', (_, { value, from, to }) => {
    expect(snapToGraphemes(createArticleText(value), span(from[0]!, from[1]!))).toEqual(span(to[0]!, to[1]!));
  });
});

const TRIMS = {
  'both ends': { value: '  ab \n', from: [0, 6], to: [2, 4] },
  'no-break and ideographic spaces': { value: '\u00a0a\u3000', from: [0, 3], to: [1, 2] },
  'over a paragraph border': { value: 'a\n\nb', from: [1, 4], to: [3, 4] },
  'inner space stays': { value: 'a b', from: [0, 3], to: [0, 3] },
  'nothing left': { value: ' \n ', from: [0, 3], to: null },
  empty: { value: 'a', from: [0, 0], to: null },
  'a space that carries a mark': { value: ' \u0301a', from: [0, 3], to: [0, 3] },
  'a mark after a line end stands alone': { value: '\n\u0301', from: [0, 2], to: [1, 2] },
};

describe('trimSpan', () => {
  it.each(Object.entries(TRIMS))('%s', (_, { value, from, to }) => {
    const expected = to && span(to[0]!, to[1]!);
    expect(trimSpan(createArticleText(value), span(from[0]!, from[1]!))).toEqual(expected);
    expect(settleSpan(createArticleText(value), span(from[0]!, from[1]!))).toEqual(expected);
  });
});

describe('one character on', () => {
  const STEPS = {
    letters: { value: 'ab', stops: [0, 1, 2] },
    clusters: { value: 'a👩‍👩‍👧e\u0301क्ष🇩🇪', stops: [0, 1, 6, 8, 11, 13] },
    'over blank lines': { value: 'a\n\n \nb', stops: [0, 1, 5, 6] },
    'spaces in a paragraph count': { value: ' a ', stops: [0, 1, 2, 3] },
  };

  it.each(Object.entries(STEPS))('%s', (_, { value, stops }) => {
    const text = createArticleText(value);
    const forward = stops.map((stop) => nextGrapheme(text, codePoint(stop)));
    const backward = stops.map((stop) => previousGrapheme(text, codePoint(stop)));
    expect(forward).toEqual([...stops.slice(1), stops.at(-1)]);
    expect(backward).toEqual([stops[0], ...stops.slice(0, -1)]);
  });

  it('leaves blank lines at both ends of the text', () => {
    const text = createArticleText('\n\na\n\n');
    expect(nextGrapheme(text, codePoint(0))).toBe(2);
    expect(previousGrapheme(text, codePoint(0))).toBe(0);
    expect(nextGrapheme(text, codePoint(3))).toBe(3);
    expect(previousGrapheme(text, codePoint(5))).toBe(3);
  });
});

describe('a cluster of a million marks', () => {
  const text = createArticleText(`a${'\u0301'.repeat(999_999)} b`);

  it('is never cut, and takes no longer than its length', () => {
    expect(snapToGraphemes(text, span(500_000, 500_001))).toEqual(span(0, 1_000_000));
    expect(nextGrapheme(text, codePoint(0))).toBe(1_000_000);
    expect(previousGrapheme(text, codePoint(1_000_000))).toBe(0);
    expect(trimSpan(text, span(0, 1_000_001))).toEqual(span(0, 1_000_000));
  });
});
