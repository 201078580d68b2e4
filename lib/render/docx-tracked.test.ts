import mammoth from 'mammoth';
import { readFileSync } from 'node:fs';
import { describe, expect, test, vi } from 'vitest';
import { buildReport } from '@/lib/report/build-report';
import { lossesOf } from '@/lib/report/find-losses';
import { buildInput, markId, type MarkSpec } from '@/lib/report/fixtures/build-annotation';
import { HOSTILE, hostileInput } from '@/lib/report/fixtures/hostile';
import { soyuzInput } from '@/lib/report/fixtures/soyuz-marks';
import { EXTRA_SECTIONS } from '@/lib/report/report-input';
import { renderText } from '@/lib/report/render-text';
import type { Report } from '@/lib/report/report';
import { replaceUnholdable } from '@/lib/report/unholdable';
import { renderTrackedDocx } from './docx-tracked';
import { readDocx, type ReadDocx } from './fixtures/read-docx';

const read = async (report: Report): Promise<ReadDocx> => readDocx(await renderTrackedDocx(report));
const readMarks = (text: string, marks: readonly MarkSpec[]): Promise<ReadDocx> =>
  read(buildReport(buildInput(text, marks)));

const TEXT = readFileSync('prisma/data/soyuz-ms09.txt', 'utf8');
const soyuz = buildReport(soyuzInput(TEXT, { sections: EXTRA_SECTIONS }));

describe('the Soyuz article', () => {
  test('is the text before and the corrected text after its changes', async () => {
    const { accepted, rejected } = await read(soyuz);
    expect(rejected).toBe(TEXT);
    expect(accepted).toBe(renderText(soyuz));
  });

  test('has the rocket’s name as a change with its comment', async () => {
    const { changes, comments } = await read(soyuz);
    expect(changes).toContainEqual({ kind: 'del', text: 'Soyug-FG', author: 'R. Vega' });
    expect(changes).toContainEqual({ kind: 'ins', text: 'Soyuz-FG', author: 'R. Vega' });
    const comment = comments.find(({ about }) => about === 'Soyug-FG');
    expect(comment).toMatchObject({ author: 'R. Vega', initials: 'RV', date: '2018-09-14T09:10:00.000Z' });
    expect(comment!.text.split('\n')).toEqual([
      '8. name misspelled: Soyug-FG',
      'Should read: Soyuz-FG',
      'The rocket, not the ship.',
      'Evidence 3 (supports): https://example.org/launch-log/2018-06-06 line 2',
      'Evidence 4 (context): The same in the desk’s list of known names.',
      'Accepted by L. Brandt, 14 September 2018',
      `major · notice: correction · mark ${markId(10)}`,
    ]);
  });

  test('signs what the editor worded with the editor’s name', async () => {
    const { changes, comments } = await read(soyuz);
    expect(changes).toContainEqual({ kind: 'ins', text: 'Auñón-Chancellor', author: 'L. Brandt' });
    expect(comments.find(({ about }) => about.startsWith('Serena'))!.text).toContain(
      'Proposed: Serena Auñon-Chancellor',
    );
  });

  test('has one comment for each mark, with its id once', async () => {
    const docx = await read(soyuz);
    const xml = await docx.part('word/comments.xml');
    const marks = soyuz.rows.flatMap((row) => row.marks);
    expect(docx.comments.map(({ about }) => about)).toEqual(marks.map(({ exact }) => exact));
    for (const { id } of marks) expect(xml.split(id)).toHaveLength(2);
  });

  test('is the same bytes each time', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2020-02-29T12:00:00Z') });
    const first = await renderTrackedDocx(soyuz);
    vi.setSystemTime(new Date('2031-07-01T00:00:02Z'));
    expect(Buffer.from(await renderTrackedDocx(soyuz)).equals(Buffer.from(first))).toBe(true);
    vi.useRealTimers();
  });

  test('is this document and these comments, to the letter', async () => {
    const { part } = await read(soyuz);
    await expect(await part('word/document.xml')).toMatchFileSnapshot('fixtures/soyuz-document.xml');
    await expect(await part('word/comments.xml')).toMatchFileSnapshot('fixtures/soyuz-comments.xml');
  });

  test('reads as the corrected text to a reader that takes changes for made', async () => {
    const buffer = Buffer.from(await renderTrackedDocx(soyuz));
    const { value } = await mammoth.extractRawText({ buffer });
    expect(value.split('\n\n').slice(0, -1).join('\n')).toBe(renderText(soyuz));
  });
});

describe('changes', () => {
  const cases: Record<string, [string, readonly MarkSpec[], readonly string[]]> = {
    'a pure insertion': ['on rocket', [{ quote: 'on', tag: 'grammar', correction: 'on a' }], ['ins: a']],
    'a pure deletion': ['on a a rocket', [{ quote: 'a a', tag: 'grammar', correction: 'a' }], ['del: a']],
    'everything deleted': ['gone.', [{ quote: 'gone.', tag: 'style', correction: '' }], ['del:gone.']],
    'an emoji with joiners': [
      'the 👩‍👩‍👧 here',
      [{ quote: '👩‍👩‍👧', tag: 'style', correction: '👩‍👩‍👦' }],
      ['del:👩‍👩‍👧', 'ins:👩‍👩‍👦'],
    ],
    'right to left': [
      'שלום עולם',
      [{ quote: 'עולם', tag: 'name', correction: 'לכולם' }],
      ['del:עולם', 'ins:לכולם'],
    ],
    'paragraphs joined': [
      'One.\n\nTwo.',
      [{ quote: 'One.\n\nTwo', tag: 'style', correction: 'One, two' }],
      ['del:.', 'del:Two', 'ins:, two'],
    ],
    'a paragraph split': ['One. Two.', [{ quote: '. Two', tag: 'style', correction: '.\nTwo' }], ['del: ']],
    tabs: ['a\tb', [{ quote: 'a\tb', tag: 'style', correction: 'a\tc' }], ['del:b', 'ins:c']],
  };
  test.each(Object.entries(cases))('%s', async (_name, [text, marks, changes]) => {
    const report = buildReport(buildInput(text, marks));
    const docx = await read(report);
    expect(docx.changes.map(({ kind, text: words }) => `${kind}:${words}`)).toEqual(changes);
    expect(docx.rejected).toBe(text);
    expect(docx.accepted).toBe(renderText(report));
  });

  test('a mark without a correction is a comment only', async () => {
    const docx = await readMarks('Who says?', [
      { quote: 'Who', tag: 'query', value: 'to writer', note: 'You?' },
    ]);
    expect(docx.changes).toEqual([]);
    expect(docx.comments.map(({ about }) => about)).toEqual(['Who']);
  });

  test('a proposal that nobody has decided on is a comment only', async () => {
    const input = buildInput(
      'Who says?',
      [{ quote: 'Who', tag: 'spelling', correction: 'Whom', status: 'open' }],
      {
        statuses: ['open'],
      },
    );
    const docx = await read(buildReport(input));
    expect(docx.changes).toEqual([]);
    expect(docx.comments[0]!.text).toContain('Proposed: Whom');
  });
});

describe('comments', () => {
  test('may nest, cross, repeat a span and run over paragraphs', async () => {
    const quotes = ['One two', 'two\n\nThree', 'two', 'two', 'One two\n\nThree four'];
    const docx = await readMarks(
      'One two\n\nThree four',
      quotes.map((quote, index) => ({ quote, tag: 'query', note: String(index) })),
    );
    expect(docx.comments.map(({ about }) => about).sort()).toEqual(quotes.toSorted());
    expect(docx.rejected).toBe('One two\n\nThree four');
  });

  test('take in what is inserted at the end of their span', async () => {
    const { part } = await readMarks('a end', [{ quote: 'a', tag: 'style', correction: 'a bitter' }]);
    expect(await part('word/document.xml')).toMatch(
      /<w:t[^>]*> bitter<\/w:t><\/w:r><\/w:ins><w:commentRangeEnd/,
    );
  });
});

describe.each(Object.entries(HOSTILE))('%s', (_name, words) => {
  const report = buildReport(hostileInput(words));
  const shown = (text: string): string => replaceUnholdable(text.replace(/\r\n?/gu, '\n'), 'xml');

  test('stands in text, changes and comments as it was written', async () => {
    const docx = await read(report);
    expect(lineEnds(docx.rejected)).toBe(lineEnds(shown(report.text.value)));
    expect(lineEnds(docx.accepted)).toBe(lineEnds(shown(renderText(report))));
    const [comment] = docx.comments;
    expect(lineEnds(comment!.text)).toContain(lineEnds(shown(words)));
    expect(lineEnds(comment!.author)).toBe(lineEnds(shown(words)).replace(/[\t\n]+/gu, ' '));
  });
});

/** The XML reader takes U+0085 and U+2028 for line ends, as XML 1.1 had it. */
const lineEnds = (text: string): string => text.replace(/[\u0085\u2028]/gu, '\n');

test('names the characters that it cannot hold', async () => {
  const report = buildReport(hostileInput('a\u0001'));
  expect(lossesOf(report, 'docx-tracked').join(' ')).toContain('U+0001 in the text; U+0001 in the title');
  expect(await (await read(report)).part('docProps/core.xml')).toContain('U+0001 in the text');
});

test('without marks it is the article', async () => {
  const docx = await readMarks('One.\n\nTwo.\n', []);
  expect(docx).toMatchObject({ accepted: 'One.\n\nTwo.\n', changes: [], comments: [] });
});

test('collisions are a fault here: they are refused before', async () => {
  const marks = [
    { quote: 'a b', tag: 'style', correction: 'x' },
    { quote: 'b c', tag: 'style', correction: 'y' },
  ];
  await expect(renderTrackedDocx(buildReport(buildInput('a b c', marks)))).rejects.toThrow(/collide/);
});
