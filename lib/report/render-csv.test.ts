import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { buildReport } from './build-report';
import { lossesOf } from './find-losses';
import { buildInput, markId, type MarkSpec } from './fixtures/build-annotation';
import { HOSTILE, hostileInput } from './fixtures/hostile';
import { renderCsv } from './render-csv';
import type { ReportInput } from './report-input';

/** Reads it as another program would: strictly, by RFC 4180. */
const read = (csv: string): Record<string, string>[] =>
  parse(csv, { columns: true, record_delimiter: '\r\n', relax_quotes: false });
const lines = (input: ReportInput): Record<string, string>[] => read(renderCsv(buildReport(input)));

const FORMULA = /^[=+\-@\t\r＝＋－＠]/u;

describe.each(Object.entries(HOSTILE))('%s', (_name, words) => {
  const [line] = lines(hostileInput(words));
  const defused = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

  test('stands in its cells as it was written', () => {
    const printed = `${words.replace(/\r\n?/gu, '\n')} and Soyug-FG`;
    expect(line).toMatchObject({
      Value: defused(words),
      Why: defused(words),
      Reason: defused(words),
      'Should read': defused(`${words} and Soyuz-FG`),
      'As printed': defused(printed),
    });
    expect(line!['Evidence in words']).toContain(words);
  });

  test('runs in no spreadsheet', () => {
    for (const [heading, text] of Object.entries(line!)) expect.soft(text, heading).not.toMatch(FORMULA);
  });
});

test('an apostrophe is put before a formula and named as a loss', () => {
  const report = buildReport(hostileInput('=1'));
  expect(read(renderCsv(report))[0]!['Value']).toBe("'=1");
  expect(lossesOf(report, 'csv').join(' ')).toMatch(
    /\d+ cells would run as a formula and so start with an apostrophe/,
  );
  expect(lossesOf(buildReport(hostileInput('plain')), 'csv').join(' ')).not.toContain('apostrophe');
});

test('repeats have a line each, with the number that people read', () => {
  const no = { quote: 'no', tag: 'spelling', correction: 'yes' };
  const found = lines(buildInput('no, no.', [no, { ...no, nth: 2 }]));
  expect(found.map((line) => [line['No.'], line['Repeat'], line['Mark']])).toEqual([
    ['1', '1 of 2', markId(1)],
    ['1', '2 of 2', markId(2)],
  ]);
});

test('a deletion is told from no correction', () => {
  const found = lines(
    buildInput('a b c', [
      { quote: 'a', tag: 'style', correction: '' },
      { quote: 'b', tag: 'style' },
      { quote: 'c', tag: 'style', correction: 'd' },
    ]),
  );
  expect(found.map((line) => [line['Change'], line['Should read']])).toEqual([
    ['delete', ''],
    ['', ''],
    ['replace', 'd'],
  ]);
});

describe('whether a correction is made in the text is said', () => {
  const inner = { quote: 'b', tag: 'style', correction: 'y' } as const;
  const outer = { quote: 'a b', tag: 'style', correction: 'x' } as const;
  const cases: Record<string, [marks: readonly MarkSpec[], 'refuse' | 'outermost', said: readonly string[]]> =
    {
      'of an accepted one': [[inner], 'refuse', ['yes']],
      'of two that agree': [[inner, inner], 'refuse', ['yes', 'yes']],
      'of a deletion': [[{ ...inner, correction: '' }], 'refuse', ['yes']],
      'of none that is undecided': [[{ ...inner, status: 'open' }], 'refuse', ['no']],
      'where two collide': [[outer, inner], 'refuse', ['no', 'no']],
      'where the outer one wins': [
        [outer, inner],
        'outermost',
        ['yes', 'no: another correction that it collides with was made'],
      ],
      'nowhere for want of a correction': [[{ quote: 'b', tag: 'style' }], 'refuse', ['']],
    };
  test.each(Object.entries(cases))('%s', (_name, [marks, overlap, said]) => {
    const found = lines(buildInput('a b c', marks, { overlap, statuses: ['accepted', 'open'] }));
    expect(found.map((line) => line['Made in the text'])).toEqual(said);
  });
});

test('an empty report is a line of headings', () => {
  const csv = renderCsv(buildReport(buildInput('Text.', [])));
  expect(csv).toMatch(/^No\.,Section,[^\r\n]*\r\n$/);
  expect(read(csv)).toEqual([]);
});

test('starts with a byte order mark only where asked for', () => {
  const csv = (bom: boolean): string => renderCsv(buildReport(buildInput('Text.', [], { bom })));
  expect(csv(true).startsWith('\ufeffNo.')).toBe(true);
  expect(csv(false).startsWith('No.')).toBe(true);
});
