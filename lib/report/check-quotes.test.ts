import { describe, expect, test } from 'vitest';
import { span } from '@/lib/text/offsets';
import { buildReport } from './build-report';
import { buildInput } from './fixtures/build-annotation';
import type { QuoteFinding } from './report';
import type { ReportQuote } from './quote-facts';
import { quoteWords } from './wording';
import type { ReportOptions } from './report-input';

const TEXT = '😀 He said: “We saw a ship.\n\n“It was red.” Then he left.\n';
const at = (words: string, from = 0) => {
  const start = [...TEXT.slice(0, TEXT.indexOf(words, from))].length;
  return {
    start: span(start, start).start,
    end: span(start + [...words].length, start + [...words].length).start,
  };
};
const PARTS = [at('We saw a ship.'), at('It was red.')];
const WHOLE = { start: at('“We').start, end: at('red.”').end };
const MINUTES = {
  id: '01920000-0000-7000-8000-0000000000e1',
  title: 'Minutes',
  url: null,
  isProtected: false,
};

const quote = (more: Partial<ReportQuote> = {}): ReportQuote => ({
  ...WHOLE,
  parts: PARTS,
  verdict: 'altered',
  shareVerbatim: 0.5,
  compared: true,
  source: MINUTES,
  changes: [],
  ...more,
});
const change = (words: string, said: string | null) => ({ ...at(words), kind: 'wording' as const, said });
/** From the first word to the last, whatever stands between. */
const changeOver = (first: string, last: string, said: string) => ({
  ...{ start: at(first).start, end: at(last).end },
  ...{ kind: 'wording' as const, said },
});

const find = (
  quotes: readonly ReportQuote[],
  sections: ReportOptions['sections'] = ['quote-check'],
): readonly QuoteFinding[] | null =>
  buildReport({
    ...buildInput(TEXT, [{ quote: 'We saw', tag: 'quote', value: 'The captain' }], { sections }),
    quotes,
  }).quotes;

const written = (diff: QuoteFinding['diff']): string =>
  diff.map((part) => (part.kind === 'kept' ? part.text : `[-${part.removed}-]{+${part.added}+}`)).join('');

const CASES: Record<string, [changes: ReportQuote['changes'], diff: string]> = {
  none: [[], 'We saw a ship.\nIt was red.'],
  'a word': [[change('saw', 'built')], 'We [-saw-]{+built+} a ship.\nIt was red.'],
  'words that are missing': [[change('a ship', 'a big ship')], 'We saw a [--]{+big +}ship.\nIt was red.'],
  'one at each end': [
    [change('We', 'They'), change('red.', 'blue.')],
    '[-We-]{+They+} saw a ship.\nIt was [-red-]{+blue+}.',
  ],
  'one over two paragraphs': [[changeOver('ship.', 'It', 'boat')], 'We saw a [-ship.\nIt-]{+boat+} was red.'],
  'the words of a protected source': [[change('saw', null)], 'We saw a ship.\nIt was red.'],
};

describe('the changes of a quotation', () => {
  test.each(Object.entries(CASES))('%s', (_name, [changes, diff]) => {
    const [found] = find([quote({ changes })])!;
    expect(written(found!.diff)).toBe(diff);
    const printed = found!.diff.map((part) => (part.kind === 'kept' ? part.text : part.removed)).join('');
    expect(printed).toBe('We saw a ship.\nIt was red.');
  });
});

test('says where it stands, who is quoted and where it comes from', () => {
  const [found] = find([quote()])!;
  expect(found).toMatchObject({
    ...{ number: 1, exact: '“We saw a ship.\n\n“It was red.”', speaker: 'The captain', kinds: [] },
    place: { paragraph: 1, lastParagraph: 2 },
    source: { number: 1, title: 'Minutes', url: null },
  });
});

const LOG = { ...MINUTES, id: '01920000-0000-7000-8000-0000000000e2', url: 'https://archive.example/log' };
const HELD = { ...MINUTES, id: '01920000-0000-7000-8000-0000000000e3', title: null, isProtected: true };

/** What each source of the list is and who names it: `url or standing | rows | quotations`. */
const LISTS: Record<string, [sources: readonly ReportQuote['source'][], list: readonly string[]]> = {
  'one that no mark cites': [[MINUTES], ['https://a.example/ | 1 | ', 'filed |  | 1']],
  'one that a mark cites as well': [
    [{ ...MINUTES, url: 'https://a.example/' }],
    ['https://a.example/ | 1 | 1'],
  ],
  'one that has several quotations': [
    [LOG, LOG],
    ['https://a.example/ | 1 | ', `${LOG.url} |  | 1,2`],
  ],
  'a protected one': [
    [HELD, MINUTES],
    ['https://a.example/ | 1 | ', 'held |  | 1', 'filed |  | 2'],
  ],
  none: [[null], ['https://a.example/ | 1 | ']],
};

describe('the list of sources has each that a quotation was found in', () => {
  test.each(Object.entries(LISTS))('%s', (_name, [sources, list]) => {
    const mark = { quote: 'saw', tag: 'misquote', evidence: [{ url: 'https://a.example/' }] };
    const report = buildReport({
      ...buildInput(TEXT, [mark], { sections: ['quote-check'] }),
      quotes: sources.map((source) => quote({ source })),
    });
    expect(
      report.sources.map(({ url, standing, citations, quoted }) =>
        [
          url ?? standing,
          citations.map(({ row }) => row).join(),
          quoted.map(({ quotation }) => quotation).join(),
        ].join(' | '),
      ),
    ).toEqual(list);
    for (const { number, source } of report.quotes!) {
      if (source === null) continue;
      const listed = report.sources.find((one) => one.number === source.number)!;
      expect(listed.quoted).toContainEqual({ quotation: number, title: source.title });
    }
  });
});

test('is silent on who speaks where the mark that says so is no part of the report', () => {
  const told = (status: 'open' | 'accepted') =>
    buildReport({
      ...buildInput(TEXT, [{ quote: 'We saw', tag: 'quote', value: 'A name', status }], {
        ...{ sections: ['quote-check'], statuses: ['accepted'] },
      }),
      quotes: [quote()],
    }).quotes![0]!.speaker;
  expect([told('open'), told('accepted')]).toEqual([null, 'A name']);
});

test('is there when it is asked for, with nothing where nobody is quoted', () => {
  expect(find([quote()], [])).toBeNull();
  expect(find([])).toEqual([]);
});

test('a quotation that there was nothing to compare with is not called missing', () => {
  const missing = { verdict: 'not found', source: null, changes: [] } as const;
  expect(
    find([quote({ ...missing, compared: true }), quote({ ...missing, compared: false })])!.map(quoteWords),
  ).toEqual(['Not found in any source', 'Not compared: the article has no sources']);
});
