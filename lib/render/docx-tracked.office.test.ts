import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { buildReport } from '@/lib/report/build-report';
import { buildInput, type MarkSpec } from '@/lib/report/fixtures/build-annotation';
import { HOSTILE, hostileInput } from '@/lib/report/fixtures/hostile';
import { soyuzInput } from '@/lib/report/fixtures/soyuz-marks';
import { EXTRA_SECTIONS } from '@/lib/report/report-input';
import { renderCsv } from '@/lib/report/render-csv';
import { renderText } from '@/lib/report/render-text';
import type { Report } from '@/lib/report/report';
import { replaceUnholdable } from '@/lib/report/unholdable';
import { renderTrackedDocx } from './docx-tracked';
import { convert, understandSheet, understandText, type UnderstoodText } from './fixtures/run-office';

const open = async (report: Report): Promise<UnderstoodText> =>
  understandText(convert('report.docx', await renderTrackedDocx(report), 'fodt'));

const TEXT = readFileSync('prisma/data/soyuz-ms09.txt', 'utf8');
const soyuz = buildReport(soyuzInput(TEXT, { sections: EXTRA_SECTIONS }));

describe('LibreOffice opens the tracked article', () => {
  test('with every change and comment of the Soyuz report', async () => {
    const { accepted, rejected, comments } = await open(soyuz);
    expect(accepted).toBe(renderText(soyuz));
    expect(rejected).toBe(TEXT);
    expect(comments).toHaveLength(soyuz.summary.marks);
    const rocket = comments.find(({ text }) => text.startsWith('8. name misspelled: Soyug-FG'));
    expect(rocket?.author).toBe('R. Vega');
    expect(rocket?.text).toContain('Evidence 3 (supports): https://example.org/launch-log/2018-06-06 line 2');
  });

  const cases: Record<string, [string, readonly MarkSpec[]]> = {
    'paragraphs joined': ['One.\n\nTwo.\nThree.', [{ quote: '.\n\nTwo', tag: 'style', correction: ', two' }]],
    'a paragraph split': ['One. Two.\nThree.', [{ quote: '. Two', tag: 'style', correction: '.\n\nTwo' }]],
    'a paragraph deleted': [
      'One.\n\nTwo.\n\nThree.',
      [{ quote: '\n\nTwo.', tag: 'structure', correction: '' }],
    ],
    'the first paragraph deleted': [
      'One.\n\nTwo.',
      [{ quote: 'One.\n\n', tag: 'structure', correction: '' }],
    ],
    'emoji, flags, combining marks, both directions': [
      'A 👩‍👩‍👧 in 🇰🇿, cafe\u0301.\n\nשלום עולם',
      [
        { quote: '👩‍👩‍👧', tag: 'style', correction: '👩‍👩‍👦' },
        { quote: '🇰🇿', tag: 'fact', correction: '🇷🇺' },
        { quote: 'cafe\u0301', tag: 'spelling', correction: 'Cafe\u0301' },
        { quote: 'עולם', tag: 'name', correction: 'לכולם' },
      ],
    ],
    'nested and crossing comments': [
      'One two\n\nThree four',
      ['One two', 'two\n\nThree', 'two', 'two', 'One two\n\nThree four'].map((quote) => ({
        quote,
        tag: 'query',
      })),
    ],
  };
  test.each(Object.entries(cases))('with %s', async (_name, [text, marks]) => {
    const report = buildReport(buildInput(text, marks));
    const { accepted, rejected, comments } = await open(report);
    expect(accepted).toBe(renderText(report));
    expect(rejected).toBe(text);
    expect(comments).toHaveLength(marks.length);
  });

  test('with all hostile words at once', async () => {
    const report = buildReport(hostileInput(Object.values(HOSTILE).join('\n')));
    const { accepted, comments } = await open(report);
    // The XML reader takes U+0085 for a line end, as XML 1.1 had it.
    expect(accepted).toBe(replaceUnholdable(renderText(report), 'xml').replace(/\r\n?|\u0085/gu, '\n'));
    expect(comments).toHaveLength(report.summary.marks);
  });
});

test('LibreOffice runs nothing of the spreadsheet', () => {
  const report = buildReport(hostileInput(Object.values(HOSTILE).join('\n')));
  const words = Object.values(HOSTILE).map((value) => buildReport(hostileInput(value)));
  for (const one of [report, ...words.slice(0, 6)]) {
    // Comma, double quote, UTF-8, from line 1, as text, with formulas evaluated where there are any.
    const sheet = understandSheet(
      convert(
        'report.csv',
        renderCsv(one),
        'fods',
        '--infilter=CSV:44,34,76,1,,0,false,true,false,false,false,-1,true',
      ),
    );
    expect(sheet.formulas).toBe(0);
    expect(sheet.rows[0]!.slice(0, 3)).toEqual(['No.', 'Section', 'Repeat']);
    expect(sheet.rows).toHaveLength(one.summary.marks + 1);
  }
});
