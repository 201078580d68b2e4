import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createArticleText, sliceText } from './article-text';
import { awkwardText } from './awkward-texts';
import { codePoint, span } from './offsets';
import {
  isBlank,
  paragraphAt,
  paragraphEndBefore,
  paragraphsIn,
  paragraphsOf,
  paragraphStartAfter,
} from './paragraphs';

const CASES = {
  'one line': { value: 'a', spans: [[0, 1]] },
  'two lines': {
    value: 'a\nb',
    spans: [
      [0, 1],
      [2, 3],
    ],
  },
  'blank lines keep offsets': {
    value: '\n\na\n \t\u00a0\nb\n',
    spans: [
      [2, 3],
      [8, 9],
    ],
  },
  'spaces at the ends of a line belong to it': {
    value: ' a \nb',
    spans: [
      [0, 3],
      [4, 5],
    ],
  },
  'emoji before': {
    value: '😀😀\n🇩🇪',
    spans: [
      [0, 2],
      [3, 5],
    ],
  },
  'other line separators do not split': { value: 'a\u2028b\u0085c\vd', spans: [[0, 7]] },
  'nothing but blanks': { value: ' \n\u3000\n', spans: [] },
  nothing: { value: '', spans: [] },
};

describe('paragraphsOf', () => {
  it.each(Object.entries(CASES))('%s', (_, { value, spans }) => {
    const paragraphs = paragraphsOf(createArticleText(value));
    expect(paragraphs.map(({ start, end }) => [start, end])).toEqual(spans);
    expect(paragraphs.map(({ number }) => number)).toEqual(spans.map((_span, at) => at + 1));
  });

  it('answers with the same list for the same text', () => {
    const text = createArticleText('a\nb');
    expect(paragraphsOf(text)).toBe(paragraphsOf(text));
  });

  it('finds every non-blank line, in both units', () => {
    fc.assert(
      fc.property(awkwardText, (value) => {
        const text = createArticleText(value);
        const lines = value.split('\n').filter((line) => line.trim() !== '');
        expect(paragraphsOf(text).map((paragraph) => sliceText(text, paragraph))).toEqual(lines);
        expect(paragraphsOf(text).map((p) => value.slice(p.unitStart, p.unitEnd))).toEqual(lines);
      }),
    );
  });

  it('calls blank what trimming takes away', () => {
    for (let unit = 0; unit < 0x10000; unit += 1) {
      if (isBlank(unit) !== (String.fromCharCode(unit).trim() === ''))
        throw new Error(`U+${unit.toString(16)}`);
    }
  });
});

describe('paragraphAt', () => {
  const text = createArticleText('😀a\n\nbc\n');
  const numbers = [1, 1, 1, null, 2, 2, 2, null];

  it.each(numbers.map((number, offset) => ({ offset, number })))(
    'offset $offset is in $number',
    ({ offset, number }) => {
      expect(paragraphAt(text, codePoint(offset))?.number ?? null).toBe(number);
    },
  );

  it('agrees with looking at all of them', () => {
    fc.assert(
      fc.property(awkwardText, (value) => {
        const sample = createArticleText(value);
        const all = paragraphsOf(sample);
        for (let n = 0; n <= sample.length; n += 1) {
          const offset = codePoint(n);
          expect(paragraphAt(sample, offset)).toBe(all.find((p) => p.start <= n && n <= p.end) ?? null);
          expect(paragraphStartAfter(sample, offset)).toBe(all.find((p) => p.start > n)?.start ?? null);
          expect(paragraphEndBefore(sample, offset)).toBe(all.findLast((p) => p.end < n)?.end ?? null);
        }
      }),
    );
  });

  it('refuses offsets outside the text', () => {
    expect(() => paragraphAt(text, codePoint(9))).toThrow(RangeError);
  });
});

describe('paragraphsIn', () => {
  const text = createArticleText('ab\n\ncd\nef');

  it.each([
    { from: 0, to: 1, numbers: [1] },
    { from: 1, to: 5, numbers: [1, 2] },
    { from: 2, to: 4, numbers: [] },
    { from: 2, to: 5, numbers: [2] },
    { from: 4, to: 9, numbers: [2, 3] },
    { from: 0, to: 9, numbers: [1, 2, 3] },
  ])('[$from, $to) touches $numbers', ({ from, to, numbers }) => {
    expect(paragraphsIn(text, span(from, to)).map(({ number }) => number)).toEqual(numbers);
  });
});
