import { expect, test } from 'vitest';
import { createArticleText } from '@/lib/text/article-text';
import { span } from '@/lib/text/offsets';
import { shareChecked, type ShareChecked } from './share-checked';
import { checkedWords } from './wording';

const TEXT = '😀 one two\n\nthree\nשלום עולם\nsix';
const cases: Record<string, [spans: [number, number][], share: ShareChecked | null, words: string | null]> = {
  'nothing said': [[], null, null],
  'a word, which starts after an emoji': [
    [[2, 5]],
    { words: 1, of: 6, unchecked: [[1, 4]] },
    '1 of 6 words checked (16 %); not checked in full: paragraphs 1 to 4.',
  ],
  'half a word does not count': [
    [[2, 4]],
    { words: 0, of: 6, unchecked: [[1, 4]] },
    '0 of 6 words checked (0 %); not checked in full: paragraphs 1 to 4.',
  ],
  'passages that overlap count once': [
    [
      [0, 9],
      [2, 16],
    ],
    { words: 3, of: 6, unchecked: [[3, 4]] },
    '3 of 6 words checked (50 %); not checked in full: paragraphs 3 and 4.',
  ],
  'what is between stands alone': [
    [
      [0, 10],
      [17, 26],
    ],
    {
      words: 4,
      of: 6,
      unchecked: [
        [2, 2],
        [4, 4],
      ],
    },
    '4 of 6 words checked (66 %); not checked in full: paragraphs 2 and 4.',
  ],
  'all of it': [[[0, 30]], { words: 6, of: 6, unchecked: [] }, 'All 6 words checked.'],
};

test.each(Object.entries(cases))('%s', (_name, [spans, share, words]) => {
  const text = createArticleText(TEXT);
  const found = shareChecked(
    text,
    spans.map(([start, end]) => span(start, end)),
  );
  expect(found).toEqual(share);
  expect(found && checkedWords(found)).toBe(words);
});
