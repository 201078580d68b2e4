import { DOMParser } from '@xmldom/xmldom';
import JSZip from 'jszip';
import mammoth from 'mammoth';
import { readFileSync } from 'node:fs';
import { describe, expect, test, vi } from 'vitest';
import { buildReport } from '@/lib/report/build-report';
import { buildInput } from '@/lib/report/fixtures/build-annotation';
import { HOSTILE, hostileInput } from '@/lib/report/fixtures/hostile';
import { soyuzInput } from '@/lib/report/fixtures/soyuz-marks';
import { EXTRA_SECTIONS } from '@/lib/report/report-input';
import type { Report } from '@/lib/report/report';
import { codePoint } from '@/lib/text/offsets';
import { replaceUnholdable } from '@/lib/report/unholdable';
import { renderDocxReport } from './docx-report';

const soyuz = buildReport(
  soyuzInput(readFileSync('prisma/data/soyuz-ms09.txt', 'utf8'), {
    sections: EXTRA_SECTIONS,
  }),
);
const toHtml = async (bytes: Uint8Array): Promise<string> =>
  (await mammoth.convertToHtml({ buffer: Buffer.from(bytes) })).value;
const part = async (bytes: Uint8Array, name: string): Promise<string> =>
  (await JSZip.loadAsync(bytes)).file(name)!.async('string');

/** What Word shows of it, read as XML, which forgives nothing. */
async function readText(bytes: Uint8Array): Promise<string> {
  const complaints: string[] = [];
  const onError = (level: string, message: string): void => {
    if (level !== 'warning') complaints.push(message);
  };
  const xml = await part(bytes, 'word/document.xml');
  const document = new DOMParser({ onError }).parseFromString(xml, 'text/xml');
  expect(complaints).toEqual([]);
  return [...document.getElementsByTagName('w:p')]
    .map((paragraph) =>
      [...paragraph.getElementsByTagName('*')]
        .map((element) =>
          element.tagName === 'w:t' ? (element.textContent ?? '') : element.tagName === 'w:tab' ? '\t' : '',
        )
        .join(''),
    )
    .join('\n');
}

describe.each(Object.entries(HOSTILE))('%s', (_name, words) => {
  test('reads as it was written', async () => {
    const text = await readText(await renderDocxReport(buildReport(hostileInput(words))));
    // This reader takes U+0085 and U+2028 for line ends, as XML 1.1 had it.
    const shown = replaceUnholdable(words, 'xml').replace(/\r\n?|[\u0085\u2028]/gu, '\n');
    expect(text).toContain(`\n${shown}\n`);
  });
});

describe('the Soyuz article', () => {
  test('has headings, tables and links that lead somewhere', async () => {
    const html = await toHtml(await renderDocxReport(soyuz));
    for (const title of ['Summary', 'Notices', 'Corrections', 'Sources'])
      expect(html).toContain(`${title}</h1>`);
    expect(html.match(/<table>/g)!.length).toBeGreaterThan(3);
    const ids = new Set([...html.matchAll(/id="([^"]+)"/g)].map(([, id]) => id));
    const targets = [...html.matchAll(/href="#([^"]+)"/g)].map(([, target]) => target);
    for (const { number } of soyuz.sources) expect(targets).toContain(`source_${number}`);
    for (const target of targets) expect(ids).toContain(target);
    expect(html).toContain('href="https://example.org/launch-log/2018-06-06"');
  });

  test('has every mark once', async () => {
    const xml = (await part(await renderDocxReport(soyuz), 'word/document.xml')).replaceAll('_', '-');
    for (const { id } of soyuz.rows.flatMap(({ marks }) => marks)) expect(xml.split(id)).toHaveLength(2);
  });

  test('is the same bytes each time', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2020-02-29T12:00:00Z') });
    const first = await renderDocxReport(soyuz);
    vi.setSystemTime(new Date('2031-07-01T00:00:02Z'));
    expect(Buffer.from(await renderDocxReport(soyuz)).equals(Buffer.from(first))).toBe(true);
    vi.useRealTimers();
  });
});

test('an empty report says so', async () => {
  expect(await readText(await renderDocxReport(buildReport(buildInput('Text.', []))))).toContain(
    'Nothing to report',
  );
});

describe('the quotations beside their sources', () => {
  const quotesOf = (count: number): Report['quotes'] =>
    Array.from({ length: count }, (_, at) => ({
      ...{ start: codePoint(0), end: codePoint(4) },
      number: at + 1,
      place: soyuz.rows[0]!.marks[0].place,
      exact: `“q${at + 1}”`,
      speaker: null,
      verdict: 'not found' as const,
      shareVerbatim: 0,
      compared: true,
      kinds: [],
      diff: [{ kind: 'kept' as const, text: `q${at + 1}` }],
      source: null,
    }));
  const tableOf = async (count: number): Promise<string> => {
    const report = { ...soyuz, quotes: quotesOf(count) };
    const xml = await part(await renderDocxReport(report), 'word/document.xml');
    return xml.split('<w:tbl>').find((table) => table.includes('>Quotation<')) ?? '';
  };

  test('are one table, however many they are, and a long one’s rows may be cut', async () => {
    const [few, many] = [await tableOf(2), await tableOf(450)];
    expect(few.split('<w:cantSplit').length - 1).toBe(3);
    expect(many).not.toMatch(/<w:cantSplit\/>/u);
    expect(many.split('>Quotation<')).toHaveLength(2);
    const numbers = [...many.matchAll(/>q(\d+)</gu)].map(([, number]) => Number(number));
    expect(numbers).toEqual(Array.from({ length: 450 }, (_, at) => at + 1));
  });

  test('are none where nobody is quoted, which is said', async () => {
    expect(await readText(await renderDocxReport({ ...soyuz, quotes: [] }))).toContain('quotes nobody');
  });
});
