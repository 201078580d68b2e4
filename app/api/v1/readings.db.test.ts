import { beforeAll, describe, expect, test } from 'vitest';
import { asProblem, buildDesk, said, type BuiltDesk } from '@/prisma/builders/desk';
import { withTestDatabase } from '@/prisma/with-test-database';
import { buildDocx, paragraph } from '@/lib/sandbox/reading/fixtures/build-docx';
import { buildPdf } from '@/lib/sandbox/reading/fixtures/build-pdf';
import { changeArticle, getArticle } from '@/lib/contract/endpoints/articles';
import { addReading, addSource, getSource, listSources } from '@/lib/contract/endpoints/sources';
import type { ArticleView } from '@/lib/contract/article';
import type { ReadingView } from '@/lib/contract/reading';
import type { SourceView } from '@/lib/contract/source';

withTestDatabase();

let desk: BuiltDesk;
beforeAll(async () => {
  desk = await buildDesk({ text: 'A Soyug-FG rocket.' });
});

const read = (name: string, bytes: Uint8Array | string, more: object = {}) =>
  desk.reviewer.call(addReading, {
    params: { id: desk.article.id },
    body: { file: { name, base64: Buffer.from(bytes).toString('base64'), ...more } },
  });

/** All that reading could have left behind. */
async function traces(): Promise<unknown> {
  const params = { id: desk.article.id };
  const sources = await desk.reviewer.call(listSources, { params });
  const { lastSeq } = (await desk.reviewer.call(getArticle, { params })).body as ArticleView;
  return [sources.body, lastSeq];
}

const LINES = ['We will not close the old bridge, and every-', 'body was told.'];

test('a page is fetched only where the settings say so', async () => {
  const answer = await desk.editor.call(addReading, {
    params: { id: desk.article.id },
    body: { url: 'https://news.example/' },
  });
  expect(said(answer)).toBe('403 forbidden');
  expect(asProblem(answer).detail).toContain('GALLEY_FETCH_SOURCES');
});

describe('a file', () => {
  test.each<[string, string, Uint8Array | string, string]>([
    ['text', 'a.txt', '\ufeffNo 😀\r\nשלום', 'No 😀\nשלום'],
    ['markdown', 'a.md', 'We *will not*\nclose it.', 'We will not close it.'],
    ['html', 'a.html', '<p>It <b>stays</b><script>x()</script>', 'It stays'],
    ['docx', 'a.docx', buildDocx(paragraph('It stays')), 'It stays'],
    ['pdf', 'a.pdf', buildPdf({ lines: LINES }), `We will not close the old bridge, and everybody was told.`],
  ])('of the kind %s is read, and nothing is stored', async (kind, name, bytes, text) => {
    const before = await traces();
    const answer = await read(name, bytes);
    expect(answer).toMatchObject({ status: 200, body: { kind, text } });
    expect(await traces()).toEqual(before);
  });

  test('becomes a source by what was read', async () => {
    const { title, text } = (await read('a.pdf', buildPdf({ lines: LINES, title: 'Minutes' })))
      .body as ReadingView;
    const params = { id: desk.article.id };
    const { body } = await desk.reviewer.call(addSource, { params, body: { title, text } });
    const { id } = body as SourceView;
    expect((await desk.editor.call(getSource, { params: { id } })).body).toMatchObject({
      title: 'Minutes',
      text,
    });
  });

  test.each<[string, string, Uint8Array | string, object, string, string]>([
    ['nothing', 'a.txt', '', {}, '422 invalid-input', 'file'],
    ['blanks alone', 'a.txt', ' \n', {}, '422 invalid-input', 'file'],
    ['a NUL', 'a.txt', 'a\0b', {}, '422 invalid-input', 'file'],
    ['another encoding', 'a.txt', new Uint8Array([0x61, 0xe9]), {}, '422 invalid-input', 'file.encoding'],
    ['more text than fits', 'a.txt', 'é'.repeat(1_000_001), {}, '413 too-large', 'file'],
    ['more bytes than are read', 'a.pdf', Buffer.alloc(10_000_001, '%PDF-1.4 '), {}, '413 too-large', 'file'],
    ['a picture', 'a.png', '\x89PNG', {}, '422 invalid-input', 'file'],
    ['a broken PDF', 'a.pdf', '%PDF-1.4', {}, '422 invalid-input', 'file'],
    ['a PDF behind a password', 'a.pdf', buildPdf({ encrypted: true }), {}, '422 invalid-input', 'file'],
    [
      'a zip bomb',
      'a.docx',
      buildDocx('', { more: { b: new Uint8Array(201_000_000) } }),
      {},
      '413 too-large',
      'file',
    ],
    ['a field nobody knows', 'a.txt', 'a', { colour: 'red' }, '422 invalid-input', 'file.colour'],
  ])('with %s is refused in a sentence', async (_, name, bytes, more, expected, field) => {
    const before = await traces();
    const answer = await read(name, bytes, more);
    expect(said(answer)).toBe(expected);
    expect(asProblem(answer).errors.map((error) => error.field)).toEqual([field]);
    expect(asProblem(answer).detail).toMatch(/\.$/);
    expect(await traces()).toEqual(before);
  });

  test('that is far too large is refused before it is looked at', async () => {
    const answer = await read('a.txt', Buffer.alloc(11_000_000, 'a'));
    expect(said(answer)).toBe('413 too-large');
    expect(asProblem(answer).detail).toMatch(/^The body is larger than 13,400,000 bytes/);
  });

  test.each(['a', 'a===', 'YQ=', 'Y=Q=', 'YQ==YQ==', 'Y Q=', '====', 'YWJj\n', 'őUFB'])(
    'in %j is no base64',
    async (base64) => {
      const params = { id: desk.article.id };
      const answer = await desk.reviewer.call(addReading, {
        params,
        body: { file: { name: 'a.txt', base64 } },
      });
      expect(said(answer)).toBe('422 invalid-input');
      expect(asProblem(answer).errors).toEqual([{ field: 'file.base64', message: 'Must be base64.' }]);
    },
  );

  test('is read as declared', async () => {
    const answer = await read('a.txt', new Uint8Array([0x61, 0xe9]), { encoding: 'windows-1252' });
    expect(answer.body).toMatchObject({ text: 'aé' });
  });

  test('may be one long line, or all quotation marks', async () => {
    for (const text of ['word '.repeat(300_000), '“"\'«„”'.repeat(60_000)]) {
      expect((await read('a.txt', text)).body).toMatchObject({ text });
    }
  });

  test('is not read for an archived article', async () => {
    const change = (archived: boolean) =>
      desk.editor.call(changeArticle, { params: { id: desk.article.id }, body: { archived } });
    await change(true);
    expect(said(await read('a.txt', 'a'))).toBe('409 wrong-status');
    await change(false);
  });
});
