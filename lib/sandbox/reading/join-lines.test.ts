import { describe, expect, test } from 'vitest';
import { joinLines, type PageLine } from './join-lines';

/** Lines as wide as their words, 14 points apart; null leaves one out, a number indents what follows. */
function page(...rows: readonly (string | null | readonly [indent: number, text: string])[]): PageLine[] {
  return rows.flatMap((row, at) => {
    if (row === null) return [];
    const [indent, text] = typeof row === 'string' ? [0, row] : row;
    return [
      { text, left: 72 + indent, right: 72 + indent + text.length * 6, base: 700 - 14 * at, height: 11 },
    ];
  });
}

const cases: Record<string, { pages: readonly (readonly PageLine[])[]; text: string }> = {
  nothing: { pages: [[]], text: '' },
  'lines of a paragraph': {
    pages: [page('We will not close the bridge', 'at last, and everybody was', 'told of it.')],
    text: 'We will not close the bridge at last, and everybody was told of it.',
  },
  'a line left out': {
    pages: [page('We will not close the bridge.', null, 'Nobody asked the harbour master.')],
    text: 'We will not close the bridge.\n\nNobody asked the harbour master.',
  },
  'an indent': {
    pages: [page('We will not close the bridge', [20, 'Nobody asked the harbour'])],
    text: 'We will not close the bridge\n\nNobody asked the harbour',
  },
  'a last line that ends early': {
    pages: [page('We will not close the bridge at', 'last.', 'Nobody asked the master, he said')],
    text: 'We will not close the bridge at last.\n\nNobody asked the master, he said',
  },
  'a word that was parted': { pages: [page('every-', 'body')], text: 'everybody' },
  'a soft hyphen': { pages: [page('every\u00ad', 'body')], text: 'everybody' },
  'a name with a hyphen': { pages: [page('the Soyuz-', 'FG flew')], text: 'the Soyuz-FG flew' },
  'a dash between words': { pages: [page('they left -', 'at last')], text: 'they left - at last' },
  'a sentence over the page': {
    pages: [page('We will not close'), page('the bridge.')],
    text: 'We will not close the bridge.',
  },
  'a new sentence on a new page': {
    pages: [page('We will not close it.'), page('the bridge.')],
    text: 'We will not close it.\n\nthe bridge.',
  },
  'right to left, an emoji, marks': {
    pages: [page('שלום 😀', 'cafe\u0301')],
    text: 'שלום 😀 cafe\u0301',
  },
};

describe('joinLines', () => {
  test.each(Object.entries(cases))('%s', (_, { pages, text }) => {
    expect(joinLines(pages)).toBe(text);
  });
});
