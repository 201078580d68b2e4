import { describe, expect, it } from 'vitest';
import { createArticleText, sliceText, toCodePoint, toCodeUnit, wholeText } from './article-text';
import { codePoint, codeUnit, span, spansOverlap } from './offsets';

const CASES = {
  'nothing astral': { value: 'né', length: 2, astral: false, units: [0, 1, 2] },
  'emoji first': { value: '😀a', length: 2, astral: true, units: [0, 2, 3] },
  'emoji last': { value: 'a😀', length: 2, astral: true, units: [0, 1, 3] },
  flag: { value: '🇩🇪', length: 2, astral: true, units: [0, 2, 4] },
  family: { value: '👩‍👧', length: 3, astral: true, units: [0, 2, 3, 5] },
  empty: { value: '', length: 0, astral: false, units: [0] },
};

describe('createArticleText', () => {
  it.each(Object.entries(CASES))('%s', (_, { value, length, astral, units }) => {
    const text = createArticleText(value);
    expect(text.length).toBe(length);
    expect(text.astral).toBe(astral);
    expect(units.map((_unit, offset) => toCodeUnit(text, codePoint(offset)))).toEqual(units);
    expect(sliceText(text, wholeText(text))).toBe(value);
  });

  it('rounds the middle of a surrogate pair down', () => {
    expect(toCodePoint(createArticleText('a😀b'), codeUnit(2))).toBe(1);
  });
});

describe('ranges', () => {
  const texts = { plain: createArticleText('abc'), astral: createArticleText('a😀c') };

  it.each(Object.entries(texts))('are kept in a %s text', (_, text) => {
    const past = text.length + 1;
    expect(() => toCodeUnit(text, past as typeof text.length)).toThrow(RangeError);
    expect(() => toCodePoint(text, codeUnit(text.value.length + 1))).toThrow(RangeError);
    expect(() => toCodeUnit(text, NaN as typeof text.length)).toThrow(RangeError);
    expect(() => sliceText(text, { start: codePoint(2), end: codePoint(1) })).toThrow(RangeError);
    expect(() => sliceText(text, span(0, past))).toThrow(RangeError);
  });

  it.each([-1, 0.5, NaN, Infinity, 2 ** 53])('%s is no offset', (n) => {
    expect(() => codePoint(n)).toThrow(RangeError);
    expect(() => codeUnit(n)).toThrow(RangeError);
  });

  it('touching spans do not overlap', () => {
    expect(spansOverlap(span(0, 2), span(2, 3))).toBe(false);
    expect(spansOverlap(span(0, 3), span(2, 3))).toBe(true);
    expect(() => span(2, 1)).toThrow(RangeError);
  });
});
