import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createArticleText } from './article-text';
import { awkwardText } from './awkward-texts';
import { paragraphsOf } from './paragraphs';
import { isLong, sectionsOf } from './sections';

const line = 'Nobody asked the ferrymen, who crossed the river for two hundred years. ';

const cases: Record<string, { readonly text: string; readonly lines: readonly number[] }> = {
  'a blank text has none': { text: '\n \n', lines: [] },
  'a short text is one': { text: 'One.\n\nTwo.', lines: [2] },
  'a paragraph takes as many lines as its letters fill': { text: line.repeat(13), lines: [12] },
  'ideographs are wide': { text: '橋'.repeat(78), lines: [2] },
  'emoji are wide, and one character': { text: '🌉'.repeat(78), lines: [2] },
  'what stands on a letter takes no room': { text: 'e\u0301'.repeat(78), lines: [1] },
  'a paragraph of combining marks alone is a line': { text: `a${'\u0301'.repeat(5_000)}`, lines: [1] },
  'short paragraphs take a line each': { text: 'a\n'.repeat(250), lines: [110, 110, 30] },
  'a very long paragraph is one by itself': {
    text: `One.\n${line.repeat(300)}\nTwo.`,
    lines: [1, 277, 1],
  },
};

describe('sections', () => {
  test.each(Object.entries(cases))('%s', (_name, { text, lines }) => {
    expect(sectionsOf(createArticleText(text)).map((section) => section.lines)).toEqual(lines);
  });

  test('hold every paragraph once, in order', () => {
    fc.assert(
      fc.property(awkwardText, (value) => {
        const text = createArticleText(value.repeat(40));
        const sections = sectionsOf(text);
        let next = 0;
        for (const { first, end, lines } of sections) {
          expect(first).toBe(next);
          expect(end).toBeGreaterThan(first);
          expect(lines).toBeGreaterThan(0);
          next = end;
        }
        expect(next).toBe(paragraphsOf(text).length);
      }),
    );
  });

  test('only long texts are laid out in parts', () => {
    expect(isLong(createArticleText('a'.repeat(200_000)))).toBe(false);
    expect(isLong(createArticleText('a'.repeat(200_001)))).toBe(true);
    expect(isLong(createArticleText('a\n\n'.repeat(2_000)))).toBe(false);
    expect(isLong(createArticleText('a\n\n'.repeat(2_001)))).toBe(true);
  });
});
