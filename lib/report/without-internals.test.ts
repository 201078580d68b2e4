import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { codePoint } from '@/lib/text/offsets';
import { buildReport } from './build-report';
import { buildInput, type MarkSpec } from './fixtures/build-annotation';
import { soyuzInput } from './fixtures/soyuz-marks';
import { renderHtml } from './html/render-html';
import type { Report } from './report';
import type { ReportInput } from './report-input';
import { withoutInternals } from './without-internals';

const TEXT = '😀 They went up on a Soyug-FG rocket, “as planned”, he said.\n\nNobody was hurt at all.';
const NAME: MarkSpec = { quote: 'Soyug-FG', tag: 'name', value: 'Soyug-FG', correction: 'Soyuz-FG' };

const forReaders = (input: ReportInput): Report => buildReport(withoutInternals(input, buildReport(input)));
const printed = ({ rows }: Report): readonly string[] =>
  rows.flatMap(({ marks }) => marks.map(({ exact }) => exact));

describe('which marks readers see', () => {
  const cases: Record<string, [MarkSpec, shown: boolean]> = {
    'a correction': [{ quote: 'went', tag: 'spelling', correction: 'go' }, true],
    'a deletion': [{ quote: ' at all', tag: 'style', correction: '' }, true],
    'a finding without a correction that calls for a notice': [
      { quote: 'Nobody', tag: 'unsupported', value: 'overstated' },
      true,
    ],
    'a finding without either': [{ quote: 'rocket', tag: 'style', value: 'hyphen' }, false],
    'a quotation on the list of what to check': [{ quote: '“as planned”', tag: 'quote' }, false],
    'a quotation with a correction': [
      { quote: '“as planned”', tag: 'quote', correction: '“as agreed”' },
      true,
    ],
    'a claim': [{ quote: 'Nobody was hurt', tag: 'claim', state: 'verified' }, false],
    'a query': [{ quote: 'They', tag: 'query', value: 'to writer' }, false],
    'an accepted query with words of its own': [{ quote: 'They', tag: 'query', correction: 'We' }, false],
    'what was rejected': [{ quote: 'went', tag: 'spelling', correction: 'go', status: 'rejected' }, false],
    'what stands as in the source': [
      { quote: 'went', tag: 'spelling', correction: 'go', status: 'sic' },
      false,
    ],
    'what is undecided': [{ quote: 'went', tag: 'spelling', correction: 'go', status: 'open' }, false],
    'what gave way to an outer one': [{ quote: 'FG', tag: 'spelling', correction: 'F' }, false],
  };
  test.each(Object.entries(cases))('%s', (_name, [spec, shown]) => {
    const input = buildInput(TEXT, [NAME, spec], {
      statuses: ['accepted', 'open', 'rejected', 'sic'],
      overlap: 'outermost',
    });
    expect(printed(buildReport(input))).toContain(spec.quote);
    const report = forReaders(input);
    expect(printed(report)).toContain(NAME.quote);
    expect(printed(report).includes(spec.quote)).toBe(shown);
    expect(report.rows.map(({ number }) => number)).toEqual(report.rows.map((_, at) => at + 1));
  });

  test('are none that the report itself left out', () => {
    expect(forReaders(buildInput(TEXT, [NAME], { statuses: ['open'] })).rows).toEqual([]);
    expect(forReaders(buildInput(TEXT, [NAME], { tags: ['spelling'] })).rows).toEqual([]);
  });
});

test('nothing is said of the desk’s own state', () => {
  const decision = { correction: 'a Soyuz', reason: 'INTERNAL reason' };
  const input: ReportInput = {
    ...buildInput(
      TEXT,
      [
        {
          ...NAME,
          note: 'INTERNAL note',
          state: 'INTERNAL state',
          correction: 'INTERNAL proposal',
          decision,
          evidence: [
            { url: 'https://example.org/SECRET', isProtected: true },
            { url: 'https://example.org/log', note: 'INTERNAL remark', excerpt: 'a Soyuz' },
            { note: 'INTERNAL call' },
          ],
        },
        { quote: 'They', tag: 'query', status: 'open' },
        { quote: 'went', tag: 'spelling', correction: 'go', status: 'rejected' },
        { quote: '“as planned”', tag: 'quote' },
      ],
      { sections: ['queries', 'rejected', 'sic', 'history'] },
    ),
    checked: [{ start: codePoint(0), end: codePoint(9) }],
  };
  const report = forReaders(input);
  expect(report.summary).toMatchObject({ rows: 1, marks: 1, checked: null });
  expect(Object.values(report.summary.leftOut)).toEqual(Object.values(report.summary.leftOut).map(() => 0));
  const html = renderHtml(report, { embed: false });
  expect(html).toContain('a Soyuz');
  expect(html).toContain('https://example.org/log');
  expect(html).not.toMatch(
    /INTERNAL|SECRET|words checked|not checked|Not in this report|State:|proposed by|Query|Quotations|Rejected/iu,
  );
});

test('the notices are those of the report', () => {
  const inner: MarkSpec = { quote: 'FG', tag: 'name', value: 'FG', correction: 'F' };
  const input = buildInput(TEXT, [NAME, inner], { overlap: 'outermost' });
  const texts = ({ notices }: Report): readonly string[] => notices.map(({ text }) => text);
  expect(texts(forReaders(input))).toEqual(texts(buildReport(input)));
  const dropped: ReportInput = { ...input, wording: [{ type: 'correction', text: '' }] };
  expect(texts(forReaders(dropped))).toEqual([]);
  const worded: ReportInput = { ...input, wording: [{ type: 'update', text: 'We spoke to them again.' }] };
  expect(texts(forReaders(worded))).toEqual(texts(buildReport(worded)));
});

test('of the Soyuz article readers see what changed', async () => {
  const text = readFileSync('prisma/data/soyuz-ms09.txt', 'utf8');
  const { rows } = forReaders(soyuzInput(text));
  const lines = rows.map(
    ({ number, marks: [{ tag, exact, shouldRead }] }) =>
      `${number} ${tag.label}: ${exact} => ${shouldRead ?? '(a notice)'}\n`,
  );
  await expect(lines.join('')).toMatchFileSnapshot('fixtures/soyuz/for-readers.txt');
});
