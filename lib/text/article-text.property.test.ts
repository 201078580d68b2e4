import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createArticleText, lengthInCodePoints, sliceText, toCodePoint, toCodeUnit } from './article-text';
import { awkwardText } from './awkward-texts';
import { codePoint, codeUnit, span } from './offsets';

const anyString = fc.oneof(awkwardText, fc.string({ unit: 'binary' }));

describe('article text', () => {
  it('counts what iterating counts', () => {
    fc.assert(
      fc.property(anyString, (value) => {
        expect(createArticleText(value).length).toBe([...value].length);
        expect(lengthInCodePoints(value)).toBe([...value].length);
      }),
    );
  });

  it('converts every offset there and back', () => {
    fc.assert(
      fc.property(anyString, (value) => {
        const text = createArticleText(value);
        let unit = 0;
        for (const [offset, character] of [...value].entries()) {
          expect(toCodeUnit(text, codePoint(offset))).toBe(unit);
          for (let inside = 0; inside < character.length; inside += 1) {
            expect(toCodePoint(text, codeUnit(unit + inside))).toBe(offset);
          }
          unit += character.length;
        }
        expect(toCodeUnit(text, text.length)).toBe(value.length);
        expect(toCodePoint(text, codeUnit(value.length))).toBe(text.length);
      }),
    );
  });

  it('slices what slicing an array of characters gives', () => {
    fc.assert(
      fc.property(anyString, fc.nat(), fc.nat(), (value, a, b) => {
        const text = createArticleText(value);
        const [start, end] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y) as [
          number,
          number,
        ];
        expect(sliceText(text, span(start, end))).toBe([...value].slice(start, end).join(''));
      }),
    );
  });
});
