import { describe, expect, it } from 'vitest';
import { createArticleText, sliceText } from '@/lib/text/article-text';
import { findQuotation } from './find-quotation';

const CASES: Record<string, { text: string; typed: string; found: readonly string[]; exact?: boolean }> = {
  'word for word': { text: 'on a Soyug-FG rocket', typed: 'Soyug-FG', found: ['Soyug-FG'] },
  'whatever the case': { text: 'On a ROCKET', typed: 'on A rocket', found: ['On a ROCKET'] },
  'every place': { text: 'no, no, No', typed: 'no', found: ['no', 'no', 'No'] },
  'typed quotation marks': { text: 'He said “it’s «one»”.', typed: `"it's "one""`, found: ['“it’s «one»”'] },
  'typed hyphens for dashes': { text: 'human – there', typed: 'human - there', found: ['human – there'] },
  'over the border of paragraphs': {
    text: 'end.\n\n  Next line',
    typed: 'end. next',
    found: ['end.\n\n  Next'],
  },
  'behind an emoji': { text: '😀 flew 🚀 on', typed: 'flew 🚀', found: ['flew 🚀'] },
  'a letter that grows in lower case': { text: 'In İstanbul today', typed: 'today', found: ['today'] },
  'never half a cluster': { text: 'cafe\u0301 au lait', typed: 'cafe', found: ['cafe\u0301'] },
  'the nearest, where nothing stands': {
    text: 'Russian cosmonaut Alexy Ovchinin flew.',
    typed: 'cosmonaut Alexey Ovchinin',
    found: ['cosmonaut Alexy Ovchinin'],
    exact: false,
  },
  'nothing at all': { text: 'Russian cosmonaut', typed: 'weather report for Kent', found: [], exact: false },
  'nothing typed': { text: 'Russian cosmonaut', typed: '  ', found: [] },
};

describe('findQuotation', () => {
  for (const [name, { text, typed, found, exact = true }] of Object.entries(CASES)) {
    it(name, () => {
      const article = createArticleText(text);
      const answer = findQuotation(article, typed);
      expect(answer.spans.map((span) => sliceText(article, span))).toEqual(found);
      expect(answer.exact).toBe(exact);
    });
  }
});
