import { readFileSync } from 'node:fs';
import type { Document, Element } from '@xmldom/xmldom';
import { beforeAll, expect, test } from 'vitest';
import { buildReport } from '@/lib/report/build-report';
import { HOSTILE, hostileInput } from '@/lib/report/fixtures/hostile';
import { soyuzInput } from '@/lib/report/fixtures/soyuz-marks';
import { EXTRA_SECTIONS } from '@/lib/report/report-input';
import { replaceUnholdable } from '@/lib/report/unholdable';
import { renderDocxReport } from './docx-report';
import { convert, textOf } from './fixtures/run-office';

const TEXT = readFileSync('prisma/data/soyuz-ms09.txt', 'utf8');
const soyuz = buildReport(soyuzInput(TEXT, { sections: EXTRA_SECTIONS }));
const all = (from: Document, name: string): Element[] => [...from.getElementsByTagName(name)];

let document: Document;
beforeAll(async () => {
  document = convert('report.docx', await renderDocxReport(soyuz), 'fodt');
});

test('LibreOffice finds the headings of the report', () => {
  expect(all(document, 'text:h').map((heading) => heading.textContent)).toEqual(
    expect.arrayContaining([
      'Summary',
      'Notices',
      'Corrections',
      'Open queries',
      'Rejected',
      'Stands as in the source (sic)',
      'Sources',
      'Sign-off',
      'About this report',
    ]),
  );
});

test('LibreOffice finds real tables, those of findings with a head row for each page', () => {
  const sections = new Set(soyuz.rows.map(({ section }) => section));
  // One a section, and the counts by tag, the quotations, the list of sources and the history.
  expect(all(document, 'table:table-header-rows')).toHaveLength(sections.size + 4);
  const cells = all(document, 'table:table-cell').map((cell) => cell.textContent ?? '');
  for (const { marks } of soyuz.rows)
    for (const { exact } of marks)
      expect(cells.some((cell) => cell.includes(exact.split('\n')[0]!))).toBe(true);
});

test('LibreOffice follows the links from rows to sources and back', () => {
  const targets = new Set(all(document, 'text:a').map((link) => link.getAttribute('xlink:href')));
  const marks = [...all(document, 'text:bookmark-start'), ...all(document, 'text:bookmark')];
  const names = new Set(marks.map((bookmark) => `#${bookmark.getAttribute('text:name')}`));
  for (const { number } of soyuz.sources) expect([...targets]).toContain(`#source_${number}`);
  for (const target of targets) if (target?.startsWith('#')) expect([...names]).toContain(target);
});

test('LibreOffice reads what hostile words say, line by line', async () => {
  const words = Object.values(HOSTILE).join('\n');
  const report = buildReport(hostileInput(words));
  const read = textOf(all(convert('report.docx', await renderDocxReport(report), 'fodt'), 'office:text')[0]!);
  // The XML reader takes U+0085 for a line end, as XML 1.1 had it.
  const lines = replaceUnholdable(words, 'xml').split(/[\r\n\u0085]+/u);
  expect(lines.length).toBeGreaterThan(5);
  for (const line of lines) expect(read).toContain(line);
});
