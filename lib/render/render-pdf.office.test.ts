import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { buildReport } from '@/lib/report/build-report';
import { soyuzInput } from '@/lib/report/fixtures/soyuz-marks';
import { renderHtml } from '@/lib/report/html/render-html';
import { renderPdf } from './render-pdf';

const report = buildReport(soyuzInput(readFileSync('prisma/data/soyuz-ms09.txt', 'utf8')));
const print = async (): Promise<Buffer> => {
  const printed = await renderPdf(renderHtml(report), report.head.asOf);
  if (!printed.ok) throw new Error(printed.failure.detail);
  return Buffer.from(printed.value);
};

test('the PDF is tagged, has bookmarks, and is the same bytes each time', async () => {
  const [first, second] = [await print(), await print()];
  const text = first.toString('latin1');
  expect(text.startsWith('%PDF-')).toBe(true);
  expect(text).toContain('/StructTreeRoot');
  expect(text).toContain('/Outlines');
  expect(text).toContain('D:20180914160211');
  expect(text).toMatch(/\/Creator \(Galley\) +\n?\/Producer/u);
  expect(second.equals(first)).toBe(true);
});
