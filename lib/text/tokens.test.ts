import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createArticleText } from './article-text';
import { awkwardText } from './awkward-texts';
import { tokensIn } from './tokens';

const tokens = (value: string): string[] =>
  tokensIn(createArticleText(value), 0, value.length).map(({ text }) => text);

const CASES = {
  hyphens: ['the Soyug-FG, at last', ['the', 'Soyug-FG', 'at', 'last']],
  apostrophes: ["it’s the boys' own", ['it’s', 'the', 'boys', 'own']],
  figures: ['1,200 m, 3.5 kg. 7,', ['1,200', 'm', '3.5', 'kg', '7']],
  initials: ['the U.S. and J.R. Ash', ['the', 'U.S', 'and', 'J.R', 'Ash']],
  'no space after a stop': ['It ended.Then', ['It', 'ended', 'Then']],
  'combining marks': ['cafe\u0301 noir', ['cafe\u0301', 'noir']],
  'a loose mark': ['a \u0301b', ['a', 'b']],
  'emoji between': ['a 👩‍👩‍👧 b', ['a', 'b']],
  'right to left': ['שלום, עולם', ['שלום', 'עולם']],
  'no spaces at all': ['漢字です', ['漢', '字', 'で', 'す']],
  nothing: ['— … !', []],
} as const;

describe('tokensIn', () => {
  it.each(Object.entries(CASES))('%s', (_, [value, expected]) => {
    expect(tokens(value)).toEqual(expected);
  });

  it('says what stands at each place, in order', () => {
    fc.assert(
      fc.property(awkwardText, (value) => {
        let end = 0;
        for (const token of tokensIn(createArticleText(value), 0, value.length)) {
          expect(token.unitStart).toBeGreaterThanOrEqual(end);
          expect(value.slice(token.unitStart, token.unitEnd)).toBe(token.text);
          end = token.unitEnd;
        }
      }),
    );
  });
});
