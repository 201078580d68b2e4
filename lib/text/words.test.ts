import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createArticleText, sliceText } from './article-text';
import { awkwardText } from './awkward-texts';
import { isBoundary } from './grapheme-boundaries';
import { codePoint, type CodePointOffset } from './offsets';
import { paragraphsOf } from './paragraphs';
import { countWords, nextWord, previousWord, wordAt, wordsOf } from './words';

const wordsIn = (value: string): string[] => {
  const text = createArticleText(value);
  return paragraphsOf(text).flatMap((paragraph) =>
    wordsOf(text, paragraph).map((word) => sliceText(text, word)),
  );
};

const CASES = {
  prose: {
    value: 'The Soyug-FG rocket’s 2.5 engines.',
    words: ['The', 'Soyug', 'FG', 'rocket’s', '2.5', 'engines'],
  },
  paragraphs: { value: 'one\n\ntwo', words: ['one', 'two'] },
  'nothing but marks': { value: '— … !', words: [] },
  'combining marks': { value: 'cafe\u0301 noir', words: ['cafe\u0301', 'noir'] },
  'right-to-left': { value: 'שלום, עולם', words: ['שלום', 'עולם'] },
  Devanagari: { value: 'क्षमा करें', words: ['क्षमा', 'करें'] },
  Hangul: { value: '안녕 세상', words: ['안녕', '세상'] },
  'emoji are no words': { value: 'a 👩‍👩‍👧 b', words: ['a', 'b'] },
};

describe('wordsOf', () => {
  it.each(Object.entries(CASES))('%s', (_, { value, words }) => {
    expect(wordsIn(value)).toEqual(words);
    expect(countWords(createArticleText(value))).toBe(words.length);
  });

  it('gives in blocks what the segmenter gives for the whole paragraph', () => {
    const prose = fc.array(
      fc.constantFrom('word', 'Soyuz MS-09', '3,5', 'it’s', '漢字。', '😀', 'مرحبا', 'e\u0301', 'कर'),
      {
        minLength: 800,
        maxLength: 1_600,
      },
    );
    fc.assert(
      fc.property(prose, (pieces) => {
        const value = pieces.join(' ');
        const whole = [...new Intl.Segmenter('en', { granularity: 'word' }).segment(value)];
        expect(wordsIn(value)).toEqual(whole.filter((word) => word.isWordLike).map((word) => word.segment));
      }),
      { numRuns: 10 },
    );
  });

  it.each([4_090, 4_093, 4_096, 6_143])(
    'cuts no word at the end of a paragraph of %i units and a word',
    (length) => {
      const value = `${'word '.repeat(length / 5)}${'x'.repeat(length % 5)} it’s`;
      expect(wordsIn(value).at(-1)).toBe('it’s');
    },
  );

  it('loses nothing of a run without any space', () => {
    const letters = wordsIn('x'.repeat(10_000));
    expect(letters.join('')).toHaveLength(10_000);
    expect(wordsIn('\u0301'.repeat(10_000)).join('').length).toBeLessThanOrEqual(10_000);
  });
});

describe('wordAt', () => {
  const text = createArticleText('😀 ab, cd\n\nef');
  const words = [null, null, 'ab', 'ab', 'ab', null, 'cd', 'cd', 'cd', null, 'ef', 'ef', 'ef'];

  it.each(words.map((word, offset) => ({ offset, word })))('at $offset is $word', ({ offset, word }) => {
    const found = wordAt(text, codePoint(offset));
    expect(found && sliceText(text, found)).toBe(word);
  });
});

describe('the caret by words', () => {
  const STEPS = {
    'ends of words': { value: 'The first, second.', forward: [3, 9, 17, 18], backward: [11, 4, 0] },
    'into the next paragraph': { value: 'one\n\n two', forward: [3, 9], backward: [6, 5, 0] },
    'no words at all': { value: '— —\n…', forward: [3, 5], backward: [4, 0] },
    'after an emoji': { value: '😀 one', forward: [5], backward: [2, 0] },
  };

  const walk = (from: CodePointOffset, step: (at: CodePointOffset) => CodePointOffset): number[] => {
    const stops: number[] = [];
    for (let at = from, next = step(at); next !== at; at = next, next = step(at)) stops.push(next);
    return stops;
  };

  it.each(Object.entries(STEPS))('%s', (_, { value, forward, backward }) => {
    const text = createArticleText(value);
    expect(walk(codePoint(0), (at) => nextWord(text, at))).toEqual(forward);
    expect(walk(text.length, (at) => previousWord(text, at))).toEqual(backward);
  });

  it('steps through a long paragraph as through its list of words', () => {
    const text = createArticleText(
      Array.from({ length: 1_500 }, (_, at) => `word${at}${at % 7 === 0 ? ' 😀' : ''}`).join(' '),
    );
    const words = wordsOf(text, paragraphsOf(text)[0]!);
    expect(walk(codePoint(0), (at) => nextWord(text, at)).slice(0, words.length)).toEqual(
      words.map(({ end }) => end),
    );
    expect(walk(text.length, (at) => previousWord(text, at))).toEqual(
      words.map(({ start }) => start).toReversed(),
    );
    for (const word of words) {
      expect(wordAt(text, word.start)).toEqual(word);
      expect(wordAt(text, word.end)).toEqual(word);
      const inside = codePoint(word.end - 1);
      expect(wordAt(text, inside)).toEqual(word);
      expect(nextWord(text, inside)).toBe(word.end);
      expect(previousWord(text, inside)).toBe(word.start);
    }
  });

  it('always gets on, stays in paragraphs and never stops inside a cluster', () => {
    const long = fc.array(awkwardText, { minLength: 1, maxLength: 40 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(long, fc.nat(), (value, seed) => {
        const text = createArticleText(value);
        const paragraphs = paragraphsOf(text);
        if (paragraphs.length === 0) return;
        const offset = codePoint(seed % (text.length + 1));
        for (const next of [nextWord(text, offset), previousWord(text, offset)]) {
          if (next === offset) continue;
          expect(paragraphs.some(({ start, end }) => start <= next && next <= end)).toBe(true);
          expect(isBoundary(value, [...value].slice(0, next).join('').length)).toBe(true);
        }
        expect(nextWord(text, offset)).toBeGreaterThanOrEqual(offset);
        expect(previousWord(text, offset)).toBeLessThanOrEqual(offset);
        expect(walk(codePoint(0), (at) => nextWord(text, at)).at(-1) ?? 0).toBe(paragraphs.at(-1)!.end);
        expect(walk(text.length, (at) => previousWord(text, at)).at(-1) ?? text.length).toBe(
          paragraphs[0]!.start,
        );
      }),
    );
  });
});
