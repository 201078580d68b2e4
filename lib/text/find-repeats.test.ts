import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createArticleText, sliceText } from './article-text';
import { awkwardText } from './awkward-texts';
import { findRepeats } from './find-repeats';
import { snapToGraphemes } from './graphemes';
import { sameSpan, span, spansOverlap } from './offsets';

interface Case {
  readonly text: string;
  /** Found in the text where it first stands. */
  readonly words: string;
  readonly whole?: readonly number[];
  readonly anywhere?: readonly number[];
}

/** Where the other places start, in code points. */
const CASES: Readonly<Record<string, Case>> = {
  'a name three times': { text: 'Soyug-FG, Soyug-FG. “Soyug-FG”', words: 'Soyug-FG', whole: [10, 21] },
  'a word inside others': { text: 'art, party, art', words: 'art', whole: [12], anywhere: [6, 12] },
  'another case is another word': { text: 'The cat saw the cat', words: 'The', whole: [] },
  'after emoji': { text: '😀 no 😀 no 👩🏽‍🚀', words: 'no', whole: [7] },
  'emoji themselves': { text: '👩‍🚀 👩🏽‍🚀 👩‍🚀', words: '👩‍🚀', whole: [9] },
  'half of a joined emoji': { text: '👩 👩‍🚀 👩', words: '👩', whole: [6] },
  'a letter with a combining mark': { text: 'e e\u0301 e', words: 'e', whole: [5] },
  'composed and decomposed': { text: 'é e\u0301 é', words: 'é', whole: [5] },
  Hebrew: { text: 'שלום, שלום לשלום', words: 'שלום', whole: [6], anywhere: [6, 12] },
  Chinese: { text: '东京和东京都', words: '东京', whole: [3] },
  Thai: { text: 'กรุงเทพ ในกรุงเทพ', words: 'กรุงเทพ', whole: [10] },
  'letters beside Chinese': { text: 'NASA和NASAX', words: 'NASA', whole: [], anywhere: [5] },
  'overlapping repeats': { text: 'aaaaa', words: 'aa', whole: [], anywhere: [2] },
  'overlapping phrases': { text: 'no, no, no, no', words: 'no, no', whole: [8] },
  'across a line end': { text: 'one\ntwo. one\ntwo', words: 'one\ntwo', whole: [9] },
};

describe('the other places of the same words', () => {
  test.each(Object.entries(CASES))('%s', (_, { text: value, words, whole, anywhere = whole }) => {
    const text = createArticleText(value);
    const start = [...value.slice(0, value.indexOf(words))].length;
    const place = span(start, start + [...words].length);
    const starts = (wholeWords: boolean) =>
      findRepeats(text, place, { wholeWords }).map((each) => each.start);
    expect(starts(true)).toEqual(whole);
    expect(starts(false)).toEqual(anywhere);
  });

  const textAndSpan = awkwardText
    .map((piece) => createArticleText(`${piece} ${piece}${piece}`))
    .chain((text) =>
      fc
        .tuple(fc.nat(text.length), fc.nat(text.length))
        .filter(([a, b]) => a !== b)
        .map(([a, b]) => ({ text, place: snapToGraphemes(text, span(Math.min(a, b), Math.max(a, b))) })),
    );

  test('are equal to it, whole to the eye, apart from it and from each other, and in order', () => {
    fc.assert(
      fc.property(textAndSpan, fc.boolean(), ({ text, place }, wholeWords) => {
        const found = findRepeats(text, place, { wholeWords });
        for (const [index, each] of found.entries()) {
          expect(sliceText(text, each)).toBe(sliceText(text, place));
          expect(sameSpan(snapToGraphemes(text, each), each)).toBe(true);
          expect(spansOverlap(each, place)).toBe(false);
          if (index > 0) expect(each.start).toBeGreaterThanOrEqual(found[index - 1]!.end);
        }
      }),
    );
  });

  test('leave out no equal place that is whole, apart and touches none that was found', () => {
    fc.assert(
      fc.property(textAndSpan, ({ text, place }) => {
        const found = findRepeats(text, place, { wholeWords: false });
        const wanted = [...sliceText(text, place)];
        const characters = [...text.value];
        for (let start = 0; start + wanted.length <= characters.length; start += 1) {
          const each = span(start, start + wanted.length);
          if (wanted.some((character, index) => characters[start + index] !== character)) continue;
          if (!sameSpan(snapToGraphemes(text, each), each) || spansOverlap(each, place)) continue;
          expect(found.some((other) => spansOverlap(other, each))).toBe(true);
        }
      }),
    );
  });
});
