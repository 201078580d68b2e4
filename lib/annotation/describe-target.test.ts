import { describe, expect, it } from 'vitest';
import { createArticleText } from '@/lib/text/article-text';
import { span } from '@/lib/text/offsets';
import { describeTarget } from './describe-target';

const CASES = {
  'in the middle': {
    value: 'The Soyug-FG rocket',
    at: [4, 12],
    exact: 'Soyug-FG',
    prefix: 'The ',
    suffix: ' rocket',
  },
  'at offset 0': { value: 'no, no', at: [0, 2], exact: 'no', prefix: '', suffix: ', no' },
  'at the end of text': { value: 'no, no', at: [4, 6], exact: 'no', prefix: 'no, ', suffix: '' },
  'the whole text': { value: '😀', at: [0, 1], exact: '😀', prefix: '', suffix: '' },
  'after an emoji': {
    value: '😀 Harbour Bridge',
    at: [2, 9],
    exact: 'Harbour',
    prefix: '😀 ',
    suffix: ' Bridge',
  },
  'over a paragraph border': { value: 'a\n\nb c', at: [0, 4], exact: 'a\n\nb', prefix: '', suffix: ' c' },
  'context is 32 code points': {
    value: `${'😀'.repeat(40)}x${'y'.repeat(40)}`,
    at: [40, 41],
    exact: 'x',
    prefix: '😀'.repeat(32),
    suffix: 'y'.repeat(32),
  },
  'no cluster is cut at the outer edges': {
    value: `${'e\u0301'.repeat(20)}-x-${'🇩🇪'.repeat(20)}`,
    at: [41, 42],
    exact: 'x',
    prefix: `${'e\u0301'.repeat(15)}-`,
    suffix: `-${'🇩🇪'.repeat(15)}`,
  },
  'a cluster longer than the context is left out': {
    value: `a${'\u0301'.repeat(40)}x`,
    at: [41, 42],
    exact: 'x',
    prefix: '',
    suffix: '',
  },
  'a span inside a cluster keeps its own edges': {
    value: 'e\u0301',
    at: [1, 2],
    exact: '\u0301',
    prefix: 'e',
    suffix: '',
  },
};

describe('describeTarget', () => {
  it.each(Object.entries(CASES))('%s', (_, { value, at, exact, prefix, suffix }) => {
    expect(describeTarget(createArticleText(value), span(at[0]!, at[1]!))).toEqual({
      position: { type: 'TextPositionSelector', start: at[0], end: at[1] },
      quote: { type: 'TextQuoteSelector', exact, prefix, suffix },
    });
  });

  it('refuses an empty span and one outside the text', () => {
    const text = createArticleText('abc');
    expect(() => describeTarget(text, span(1, 1))).toThrow(RangeError);
    expect(() => describeTarget(text, span(1, 4))).toThrow(RangeError);
  });
});
