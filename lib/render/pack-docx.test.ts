import { DOMParser } from '@xmldom/xmldom';
import JSZip from 'jszip';
import mammoth from 'mammoth';
import { expect, test } from 'vitest';
import { buildReport } from '@/lib/report/build-report';
import { buildInput, markId } from '@/lib/report/fixtures/build-annotation';
import { EXTRA_SECTIONS } from '@/lib/report/report-input';
import { renderDocxReport } from './docx-report';
import { renderTrackedDocx } from './docx-tracked';

/** More rows, paragraphs, comments and sources than are built at once. */
const COUNT = 220;
const words = Array.from({ length: COUNT }, (_, at) => `wrong${at + 1}`);
const report = buildReport(
  buildInput(
    words.map((word) => `A ${word} line.\n`).join(''),
    words.map((word, at) => ({
      ...{ quote: `${word} `, tag: 'spelling', correction: `right${at + 1} ` },
      evidence: [{ url: `https://example.org/${at + 1}` }],
    })),
    { sections: EXTRA_SECTIONS },
  ),
);

async function partOf(bytes: Uint8Array, name: string) {
  const xml = await (await JSZip.loadAsync(bytes)).file(name)!.async('string');
  const complaints: string[] = [];
  const onError = (_level: string, message: string): void => void complaints.push(message);
  const read = new DOMParser({ onError }).parseFromString(xml, 'text/xml');
  expect(complaints).toEqual([]);
  const attributes = (tag: string, attribute: string): (string | null)[] =>
    [...read.getElementsByTagName(tag)].map((element) => element.getAttribute(attribute));
  return { xml, read, attributes };
}

test('a long report is one table a section, with every mark once and links that lead somewhere', async () => {
  const bytes = await renderDocxReport(report);
  const { read, attributes } = await partOf(bytes, 'word/document.xml');
  const rowsOf = [...read.getElementsByTagName('w:tbl')].map(
    (table) => table.getElementsByTagName('w:tr').length,
  );
  // Each with its head row: the corrections, the sources, the history.
  expect(rowsOf.filter((rows) => rows > 100)).toEqual([COUNT + 1, COUNT + 1, COUNT + 1]);
  expect(attributes('w:tblHeader', 'w:val').filter((value) => value !== 'off')).toHaveLength(4);
  const names = attributes('w:bookmarkStart', 'w:name');
  expect(names.filter((name) => name?.startsWith('m_'))).toEqual(
    words.map((_, at) => `m_${markId(at + 1).replaceAll('-', '_')}`),
  );
  expect(new Set(attributes('w:bookmarkStart', 'w:id')).size).toBe(names.length);
  for (const anchor of attributes('w:hyperlink', 'w:anchor')) {
    if (anchor !== null && anchor !== '') expect(names).toContain(anchor);
  }
  const { attributes: relations } = await partOf(bytes, 'word/_rels/document.xml.rels');
  const used = attributes('w:hyperlink', 'r:id').filter((id) => id !== null && id !== '');
  expect(new Set(used).size).toBe(COUNT);
  const ids = relations('Relationship', 'Id');
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).toEqual(expect.arrayContaining(used));
  const html = (await mammoth.convertToHtml({ buffer: Buffer.from(bytes) })).value;
  for (const at of [1, 100, 101, COUNT]) expect(html).toContain(`href="https://example.org/${at}"`);
});

test('a long tracked document has its paragraphs in order and a comment for each mark', async () => {
  const bytes = await renderTrackedDocx(report);
  const { read, attributes } = await partOf(bytes, 'word/document.xml');
  const lines = [...read.getElementsByTagName('w:p')].map((paragraph) =>
    [...paragraph.getElementsByTagName('w:t')].map(({ textContent }) => textContent ?? '').join(''),
  );
  expect(lines.slice(0, COUNT)).toEqual(words.map((_, at) => `A right${at + 1} line.`));
  const { xml, attributes: ofComments } = await partOf(bytes, 'word/comments.xml');
  const numbers = ofComments('w:comment', 'w:id');
  expect(new Set(numbers).size).toBe(COUNT);
  expect(attributes('w:commentReference', 'w:id').toSorted()).toEqual(numbers.toSorted());
  for (const at of [1, 200, 201, COUNT]) expect(xml.split(markId(at))).toHaveLength(2);
  const { attributes: relations } = await partOf(bytes, 'word/_rels/comments.xml.rels');
  expect(relations('Relationship', 'Id')).toEqual(
    expect.arrayContaining([...new Set(ofComments('w:hyperlink', 'r:id'))]),
  );
  expect(relations('Relationship', 'Target')).toHaveLength(COUNT);
});

test('the same long report gives the same bytes', async () => {
  expect(Buffer.from(await renderDocxReport(report)).equals(await renderDocxReport(report))).toBe(true);
  expect(Buffer.from(await renderTrackedDocx(report)).equals(await renderTrackedDocx(report))).toBe(true);
});
