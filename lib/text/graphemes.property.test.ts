import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createArticleText, sliceText, toCodePoint } from './article-text';
import { awkwardText } from './awkward-texts';
import { boundaryAtOrAfter, boundaryAtOrBefore, isBoundary } from './grapheme-boundaries';
import { nextGrapheme, previousGrapheme, settleSpan, snapToGraphemes, trimSpan } from './graphemes';
import { codePoint, codeUnit, span, type Span } from './offsets';
import { paragraphsOf } from './paragraphs';

/** The slow way: the platform's segmenter over the whole text. */
function boundariesOf(value: string): number[] {
  const segments = [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(value)];
  return [...segments.map(({ index }) => index), value.length];
}

const textAndSpan = fc.tuple(awkwardText, fc.nat(), fc.nat()).map(([value, a, b]) => {
  const text = createArticleText(value);
  const [start, end] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y) as [
    number,
    number,
  ];
  return { text, selected: span(start, end) };
});

const inside = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;

describe('grapheme boundaries', () => {
  it('are those of the whole text, whatever stretch was looked at', () => {
    const texts = fc.oneof(awkwardText, fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }));
    fc.assert(
      fc.property(texts, (value) => {
        const boundaries = boundariesOf(value);
        for (let unit = 0; unit <= value.length; unit += 1) {
          expect(boundaryAtOrBefore(value, unit)).toBe(boundaries.findLast((at) => at <= unit));
          expect(boundaryAtOrAfter(value, unit)).toBe(boundaries.find((at) => at >= unit));
          expect(isBoundary(value, unit)).toBe(boundaries.includes(unit));
        }
      }),
      { numRuns: 500 },
    );
  });

  it('are those of the whole text between any two characters', () => {
    const any = fc.integer({ min: 1, max: 0x10ffff }).filter((code) => code < 0xd800 || code > 0xdfff);
    fc.assert(
      fc.property(any, any, (before, after) => {
        const value = String.fromCodePoint(before, after);
        const middle = before > 0xffff ? 2 : 1;
        expect(isBoundary(value, middle)).toBe(boundariesOf(value).includes(middle));
      }),
      { numRuns: 5_000 },
    );
  });
});

describe('snapping and trimming', () => {
  it('snaps to the smallest whole clusters around the span', () => {
    fc.assert(
      fc.property(textAndSpan, ({ text, selected }) => {
        const boundaries = boundariesOf(text.value).map((unit) => toCodePoint(text, codeUnit(unit)));
        expect(snapToGraphemes(text, selected)).toEqual({
          start: boundaries.findLast((at) => at <= selected.start),
          end: boundaries.find((at) => at >= selected.end),
        });
      }),
    );
  });

  it('trims white space and nothing else', () => {
    fc.assert(
      fc.property(textAndSpan, ({ text, selected }) => {
        const trimmed = trimSpan(text, selected);
        const words = sliceText(text, selected).trim();
        if (trimmed === null) {
          expect(words).toBe('');
          return;
        }
        expect(inside(selected, trimmed)).toBe(true);
        expect(sliceText(text, trimmed).trim()).toBe(words);
        expect(trimSpan(text, trimmed)).toEqual(trimmed);
      }),
    );
  });

  it('settles on whole clusters, and stays there', () => {
    fc.assert(
      fc.property(textAndSpan, ({ text, selected }) => {
        const settled = settleSpan(text, selected);
        if (settled === null) return;
        expect(snapToGraphemes(text, settled)).toEqual(settled);
        expect(settleSpan(text, settled)).toEqual(settled);
      }),
    );
  });
});

describe('the caret by characters', () => {
  it('visits every boundary of every paragraph and comes back the same way', () => {
    fc.assert(
      fc.property(awkwardText, (value) => {
        const text = createArticleText(value);
        const stops = paragraphsOf(text).flatMap((paragraph) =>
          boundariesOf(value)
            .filter((unit) => unit >= paragraph.unitStart && unit <= paragraph.unitEnd)
            .map((unit) => toCodePoint(text, codeUnit(unit))),
        );
        for (const [at, stop] of stops.entries()) {
          expect(nextGrapheme(text, codePoint(stop))).toBe(stops[at + 1] ?? stop);
          expect(previousGrapheme(text, codePoint(stop))).toBe(stops[at - 1] ?? stop);
        }
      }),
    );
  });
});
