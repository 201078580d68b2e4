import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildAnnotation } from '@/prisma/builders/annotation';
import { buildArticle } from '@/prisma/builders/article';
import { asProblem, buildDesk, said, type BuiltDesk } from '@/prisma/builders/desk';
import { withTestDatabase } from '@/prisma/with-test-database';
import type { ArticleView, VersionView } from '@/lib/contract/article';
import {
  addArticle,
  changeArticle,
  getArticle,
  getVersion,
  listArticles,
  listEvents,
} from '@/lib/contract/endpoints/articles';
import type { EventPage } from '@/lib/contract/event';
import type { Page } from '@/lib/contract/primitives';
import { newId } from '@/lib/ids';
import { db } from '@/lib/store/client';

withTestDatabase();

let desk: BuiltDesk;
beforeAll(async () => {
  desk = await buildDesk();
});

const add = (body: object, more: object = {}) =>
  desk.editor.call(addArticle, { params: { id: desk.article.project.id }, body, ...more });
const asArticle = ({ body }: { body: unknown }): ArticleView => body as ArticleView;
const patch = (id: string, body: object, more: object = {}) =>
  desk.editor.call(changeArticle, { params: { id }, body, ...more });

describe('adding an article', () => {
  test('is refused for a while to whoever brings in more than anybody has', async () => {
    const { reviewer } = await buildDesk();
    const ask = () => reviewer.call(addArticle, { params: { id: newId() }, body: { text: 'A text.' } });
    const answers = await Promise.all(Array.from({ length: 301 }, ask));
    const late = answers.filter(({ status }) => status !== 404);
    expect(late.map(({ status }) => status)).toEqual([429]);
    expect(Number(late[0]!.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  test('answers 201 with its facts and its version, whose text is as it came', async () => {
    const text = '  A title 😀  \r\n\r\nCafe\u0301,\ttabs\rand all.\u00a0\n';
    const facts = {
      title: ' A label ',
      byline: 'A. Writer',
      url: 'https://paper.example/a',
      publishedAt: '2018-09-14T10:00:00+02:00',
      phase: 'after',
    };
    const answer = await add({ text, ...facts });
    expect(answer.status).toBe(201);
    const article = asArticle(answer);
    const stored = '  A title 😀  \n\nCafe\u0301,\ttabs\nand all.\u00a0\n';
    expect(article).toMatchObject({
      title: 'A label',
      byline: 'A. Writer',
      publishedAt: '2018-09-14T08:00:00.000Z',
      phase: 'after',
      status: 'open',
      counts: { marks: 0, open: 0 },
      people: [],
      lastSeq: 1,
      sameText: [],
      currentVersion: {
        number: 1,
        length: [...stored].length,
        sha256: createHash('sha256').update(stored).digest('hex'),
      },
    });
    const read = await desk.reviewer.call(getArticle, { params: { id: article.id } });
    const { sameText: _, ...rest } = article;
    expect(read.body).toEqual(rest);
    const version = await desk.reviewer.call(getVersion, { params: { id: article.currentVersion.id } });
    expect((version.body as VersionView).text).toBe(stored);
  });

  const titles: Record<string, [text: string, title: string]> = {
    'its first paragraph': ['\n\n  Harbour\tbridge   opens \nMore.', 'Harbour bridge opens'],
    'as much of it as makes a label': [`${'word '.repeat(60)}\nMore.`, `${'word '.repeat(24).trim()}…`],
    'also where it is one endless word': ['x'.repeat(500), `${'x'.repeat(120)}…`],
  };
  test.each(Object.entries(titles))('without a title is called by %s', async (_, [text, title]) => {
    expect(asArticle(await add({ text })).title).toBe(title);
  });

  test('of a text that is there already says so, and adds it', async () => {
    const text = `The same text ${newId()}`;
    const first = asArticle(await add({ text, title: 'First' }));
    const second = await add({ text: `\ufeff${text}`, title: 'Second' });
    expect(second.status).toBe(201);
    expect(asArticle(second).sameText).toEqual([{ id: first.id, title: 'First' }]);
    await patch(first.id, { trashed: true });
    expect(asArticle(await add({ text })).sameText?.map(({ title }) => title)).toEqual(['Second']);
  });

  test('keeps the file it came from', async () => {
    const text = 'Naïve café';
    const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
    const file = { name: 'a "file" <b>.txt', encoding: 'utf-16le', base64: bytes.toString('base64') };
    const article = asArticle(await add({ text, file }));
    const kept = await db().articleVersion.findUniqueOrThrow({ where: { id: article.currentVersion.id } });
    expect(Buffer.from(kept.file!).equals(bytes)).toBe(true);
    expect(kept).toMatchObject({ fileName: file.name, fileEncoding: 'utf-16le' });
    expect(kept.fileSha256).toBe(createHash('sha256').update(bytes).digest('hex'));
  });

  const strange: Record<string, object> = {
    'another text': { encoding: 'utf-8', base64: Buffer.from('Another').toString('base64') },
    'no text in its encoding': { encoding: 'utf-8', base64: Buffer.from([0xff, 0x41]).toString('base64') },
  };
  test.each(Object.entries(strange))('refuses a file with %s', async (_, file) => {
    const answer = await add({ text: 'A text', file: { name: 'a.txt', ...file } });
    expect(said(answer)).toBe('422 invalid-input');
    expect(asProblem(answer).errors[0]?.field).toBe('file');
  });

  const texts: Record<string, [text: string, problem: string, says: RegExp]> = {
    'no character at all': ['', '422 invalid-input', /no text/],
    'only white space': [' \n\t\u00a0\n', '422 invalid-input', /no text/],
    'a NUL': ['one\ntwo\0', '422 invalid-input', /Line 2, column 4.*U\+0000/],
    'a lone surrogate': ['a\ud83d b', '422 invalid-input', /Line 1, column 2.*U\+D83D/],
    'more than 2 MB': ['x'.repeat(2_000_001), '413 too-large', /2000001 bytes/],
    'more than 2 MB in few characters': ['😀'.repeat(500_001), '413 too-large', /2000004 bytes/],
    'a paragraph that is too long': [
      `a\n${'😀'.repeat(50_001)}`,
      '422 invalid-input',
      /^Line 2 has 50001 characters; at most 50000/,
    ],
  };
  test.each(Object.entries(texts))('refuses %s, with its place', async (_, [text, problem, says]) => {
    const before = await db().article.count();
    const answer = await add({ text });
    expect(said(answer)).toBe(problem);
    expect(asProblem(answer).errors).toEqual([
      { field: 'text', message: expect.stringMatching(says) as string },
    ]);
    expect(await db().article.count()).toBe(before);
  });

  test('takes exactly 2 MB', async () => {
    const line = `${'x'.repeat(39_999)}\n`;
    expect((await add({ text: line.repeat(50) })).status).toBe(201);
  });

  test('under an id that is taken is refused, also where the other is not to be seen', async () => {
    const theirs = await buildArticle();
    expect(said(await add({ id: desk.article.id, text: 'A text' }))).toBe('409 already-exists');
    const hidden = await add({ id: theirs.id, text: 'A text' });
    expect(said(hidden)).toBe('409 already-exists');
    expect(asProblem(hidden).current).toBeUndefined();
  });

  test('again with the same key is done once', async () => {
    const key = newId();
    const text = `Once ${key}`;
    const [first, second] = [await add({ text }, { key }), await add({ text }, { key })];
    expect(second.body).toEqual(first.body);
    expect(await db().article.count({ where: { title: text } })).toBe(1);
    expect(said(await add({ text: 'Other' }, { key }))).toBe('422 operation-reused');
  });
});

describe('changing an article', () => {
  test('keeps what is left out and clears by null', async () => {
    const { id } = await buildArticle({
      project: desk.article.project,
      byline: 'A. Writer',
      phase: 'before',
    });
    const changed = asArticle(await patch(id, { byline: null, title: 'Renamed' }));
    expect(changed).toMatchObject({ byline: null, title: 'Renamed', phase: 'before', lastSeq: 2 });
    expect((await desk.reviewer.call(getArticle, { params: { id } })).body).toEqual(changed);
  });

  test('moves it between shelves, which is what its events are called', async () => {
    const { id } = await buildArticle({ project: desk.article.project });
    for (const body of [{ archived: true }, { archived: false }, { trashed: true }, { trashed: false }]) {
      expect((await patch(id, body)).status).toBe(200);
    }
    const events = await desk.reviewer.call(listEvents, { params: { id } });
    expect((events.body as EventPage).items.map(({ kind }) => kind)).toEqual([
      'article.created',
      'article.archived',
      'article.unarchived',
      'article.trashed',
      'article.untrashed',
    ]);
  });

  test('again with the same key is done once', async () => {
    const { id } = await buildArticle({ project: desk.article.project });
    const key = newId();
    const first = await patch(id, { title: 'Once' }, { key });
    await patch(id, { title: 'Twice' });
    expect((await patch(id, { title: 'Once' }, { key })).body).toEqual(first.body);
    expect(asArticle(await desk.editor.call(getArticle, { params: { id } })).title).toBe('Twice');
    expect(said(await patch(id, { title: 'Thrice' }, { key }))).toBe('422 operation-reused');
  });

  test('overwrites nothing that nobody has seen', async () => {
    const { id } = await buildArticle({ project: desk.article.project, title: 'Ferry', byline: 'N. Bell' });
    await patch(id, { byline: 'Nora Bell', publishedAt: '2018-08-29T12:00:00Z' });
    const late = await patch(id, {
      byline: 'N. B.',
      title: 'Late',
      seen: { byline: 'N. Bell', title: 'Ferry' },
    });
    expect(said(late)).toBe('409 stale-revision');
    expect(late.body).toMatchObject({
      errors: [{ field: 'byline' }],
      current: { byline: 'Nora Bell', title: 'Ferry' },
    });
    const seen = { byline: 'Nora Bell', publishedAt: '2018-08-29T12:00:00.000Z' };
    expect(said(await patch(id, { byline: null, publishedAt: null, seen }))).toMatch(/^200/);
  });
});

describe('the list of articles', () => {
  test('has shelves, a search, pages, counts and people', async () => {
    const own = await buildDesk({ title: 'Harbour 100%' });
    const { project } = own.article;
    const second = await buildArticle({ project, title: 'Bridge', byline: 'Nora Harbour' });
    const archived = await buildArticle({ project, title: 'Old' });
    const trashed = await buildArticle({ project, title: 'Gone' });
    await own.editor.call(changeArticle, { params: { id: archived.id }, body: { archived: true } });
    await own.editor.call(changeArticle, {
      params: { id: trashed.id },
      body: { trashed: true, archived: true },
    });
    await buildAnnotation({ article: own.article, status: 'accepted' });
    await buildAnnotation({ article: own.article, author: project.editor, status: 'rejected' });
    const list = async (query: Record<string, string | number> = {}) =>
      (await own.reviewer.call(listArticles, { params: { id: project.id }, query }))
        .body as Page<ArticleView>;
    const titles = async (query: Record<string, string | number>) =>
      (await list(query)).items.map(({ title }) => title);
    expect(await titles({})).toEqual(['Harbour 100%', 'Bridge']);
    expect(await titles({ shelf: 'archived' })).toEqual(['Old']);
    expect(await titles({ shelf: 'trash' })).toEqual(['Gone']);
    expect(await titles({ q: 'HARBOUR' })).toEqual(['Harbour 100%', 'Bridge']);
    expect(await titles({ q: '%' })).toEqual(['Harbour 100%']);
    const page = await list({ limit: 1 });
    expect((await list({ limit: 1, cursor: page.next! })).items.map(({ id }) => id)).toEqual([second.id]);
    const [marked] = page.items;
    expect(marked).toMatchObject({
      status: 'decided',
      counts: { marks: 2, open: 0, accepted: 1, rejected: 1 },
    });
    expect(marked?.people.map(({ id }) => id).sort()).toEqual(
      [project.editor.id, project.reviewer.id].sort(),
    );
    await buildAnnotation({ article: own.article });
    expect((await list()).items[0]).toMatchObject({ status: 'open', counts: { marks: 3, open: 1 } });
  });
});
