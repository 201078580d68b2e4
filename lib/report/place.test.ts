import { describe, expect, test } from 'vitest';
import { createArticleText } from '@/lib/text/article-text';
import { span } from '@/lib/text/offsets';
import { contextOf, placeOf } from './place';

const text = createArticleText('One. Two 😀 here.\n\nThree. Four goes on.\n\nFive.\n');
const at = (quote: string): ReturnType<typeof span> => {
  const start = [...text.value.slice(0, text.value.indexOf(quote))].length;
  return span(start, start + [...quote].length);
};

describe('placeOf', () => {
  const cases: Record<string, [string, readonly (number | null)[]]> = {
    'offset 0': ['One', [1, 1, 1, 1]],
    'after an emoji': ['here', [1, 2, 1, 2]],
    'the emoji itself': ['😀', [1, 2, 1, 2]],
    'across paragraphs': ['here.\n\nThree', [1, 2, 2, 1]],
    'the end of the text': ['Five.', [3, 1, 3, 1]],
    'a blank line': ['\n\nF', [2, 2, 3, 1]],
  };
  test.each(Object.entries(cases))(
    '%s',
    (_name, [quote, [paragraph, sentence, lastParagraph, lastSentence]]) => {
      expect(placeOf(text, at(quote))).toEqual({ paragraph, sentence, lastParagraph, lastSentence });
    },
  );

  test('nothing but the end of a blank line', () => {
    const blank = createArticleText('One.\n\n\nTwo.');
    expect(placeOf(blank, span(5, 6)).paragraph).toBeNull();
  });
});

describe('contextOf', () => {
  test('gives the whole sentence', () => {
    expect(contextOf(text, at('😀'))).toEqual({
      before: 'Two ',
      marked: '😀',
      after: ' here.',
      cutBefore: false,
      cutAfter: false,
    });
  });

  test('cuts a long sentence between words', () => {
    const words = Array.from({ length: 100 }, (_, number) => `wörd${number}`).join(' ');
    const long = createArticleText(`${words} here ${words}.`);
    const start = [...words].length + 1;
    const context = contextOf(long, span(start, start + 4));
    expect(context.marked).toBe('here');
    expect(context.cutBefore && context.cutAfter).toBe(true);
    expect(context.before).toMatch(/^wörd\d+ .* $/u);
    expect(context.after).toMatch(/^ .*wörd\d+$/u);
    expect(context.before.length).toBeLessThanOrEqual(160);
    expect(context.after.length).toBeLessThanOrEqual(160);
  });
});
