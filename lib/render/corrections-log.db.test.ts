import { DOMParser } from '@xmldom/xmldom';
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { buildAnnotation } from '@/prisma/builders/annotation';
import { buildArticle } from '@/prisma/builders/article';
import { buildDesk, said, type BuiltDesk } from '@/prisma/builders/desk';
import type { Answered, TestApi } from '@/prisma/test-api';
import { withTestDatabase } from '@/prisma/with-test-database';
import type { LoggedCorrectionView } from '@/lib/contract/corrections-log';
import { issueReport, listCorrections } from '@/lib/contract/endpoints/report';
import type { Page } from '@/lib/contract/primitives';
import { db } from '@/lib/store/client';

withTestDatabase();

let desk: BuiltDesk;
let projectId: string;

/** An article in the desk's project with one accepted correction of each printed word, issued. */
async function issueArticle(
  title: string,
  words: Readonly<Record<string, string>>,
  { article: { project }, editor }: BuiltDesk = desk,
): Promise<string> {
  const article = await buildArticle({
    project,
    title,
    text: `😀 ${Object.keys(words).join(' ')}`,
    url: 'https://example.org/a?b=1&c=2',
  });
  for (const [quote, correction] of Object.entries(words)) {
    await buildAnnotation({ article, quote, tag: 'spelling', correction, note: 'Ours', status: 'accepted' });
  }
  await issue(article.id, {}, editor);
  return article.id;
}

const issue = async (
  id: string,
  body: Readonly<Record<string, unknown>> = {},
  editor = desk.editor,
): Promise<void> => {
  expect(said(await editor.call(issueReport, { params: { id }, body }))).toBe('201');
};

const ask = (query: Readonly<Record<string, string>> = {}, api: TestApi = desk.reviewer) =>
  api.call(listCorrections, { params: { id: projectId }, query });
const pageOf = async (query: Readonly<Record<string, string>> = {}): Promise<Page<LoggedCorrectionView>> =>
  (await ask(query)).body as Page<LoggedCorrectionView>;
const printed = async (query: Readonly<Record<string, string>> = {}): Promise<string[]> =>
  (await pageOf(query)).items.map(({ asPrinted }) => asPrinted);
const textOf = async (query: Readonly<Record<string, string>>): Promise<string> =>
  Buffer.from((await ask(query)).body as ArrayBuffer).toString();

let harbour: string;
beforeAll(async () => {
  vi.stubEnv('CHROMIUM_PATH', '/nowhere/chromium');
  desk = await buildDesk();
  projectId = desk.article.project.id;
  harbour = await issueArticle('The harbour', { '=wrng': '=wrong', gone: '' });
  await issueArticle('The <bridge> & the عربية', { brigde: 'bridge' });
});

describe('who reads the log', () => {
  const CASES = {
    editor: '200',
    reviewer: '200',
    reader: '200',
    stranger: '404 not-found',
    admin: '404 not-found',
    nobody: '401 unauthenticated',
  } as const;
  test.each(Object.entries(CASES))('%s', async (who, expected) => {
    expect(said(await ask({}, desk[who as keyof typeof CASES]))).toBe(expected);
    expect(said(await ask({ format: 'csv' }, desk[who as keyof typeof CASES]))).toBe(expected);
  });
});

test('lists what was issued across articles, the newest first, page by page', async () => {
  expect(await printed()).toEqual(['brigde', '=wrng', 'gone']);
  const first = await pageOf({ limit: '2' });
  expect(first.items.map(({ asPrinted }) => asPrinted)).toEqual(['brigde', '=wrng']);
  expect(await printed({ limit: '2', cursor: first.next! })).toEqual(['gone']);
  expect(first.items[0]).toMatchObject({ article: { title: 'The <bridge> & the عربية' }, number: 1 });
});

test('reads no more than it shows, and the one that tells of a next page', async () => {
  const read = vi.spyOn(db(), '$queryRaw');
  try {
    expect(await printed({ limit: '1' })).toEqual(['brigde']);
    const answers = await Promise.all(read.mock.results.map(({ value }) => value as Promise<unknown>));
    const entries = answers.flat().filter((row) => Object.hasOwn(row as object, 'asPrinted'));
    expect(entries).toHaveLength(2);
  } finally {
    read.mockRestore();
  }
});

test('is filtered by day, tag and author', async () => {
  const today = new Date().toISOString().slice(0, 10);
  expect(await printed({ from: '2018-01-01', to: '2018-12-31' })).toEqual([]);
  expect(await printed({ from: '2018-01-01' })).toHaveLength(3);
  expect((await printed({ to: today })).length + (await printed({ from: '2999-01-01' })).length).toBe(3);
  expect(await printed({ tag: 'spelling' })).toHaveLength(3);
  expect(await printed({ tag: 'name' })).toEqual([]);
  const [{ author }] = (await pageOf()).items as [LoggedCorrectionView];
  expect(await printed({ author: author.id! })).toHaveLength(3);
  expect(await printed({ author: projectId })).toEqual([]);
  for (const from of ['yesterday', '0000-01-01', '0999-12-31']) {
    expect(said(await ask({ from }))).toBe('422 invalid-input');
  }
  expect(said(await ask({ cursor: 'none' }))).toBe('422 invalid-input');
});

test('says nothing that the desk noted for itself', async () => {
  for (const format of ['json', 'csv', 'atom']) {
    const { body } = await ask({ format });
    const text = format === 'json' ? JSON.stringify(body) : Buffer.from(body as ArrayBuffer).toString();
    expect(text).toContain('brigde');
    expect(text).not.toContain('Ours');
  }
});

test('is a spreadsheet that no formula runs in', async () => {
  const rows = parse(await textOf({ format: 'csv', bom: 'true' }), { columns: true, bom: true });
  expect(rows).toMatchObject([
    { 'As printed': 'brigde', Change: 'replace', 'Should read': 'bridge' },
    { 'As printed': "'=wrng", Change: 'replace', 'Should read': "'=wrong" },
    { 'As printed': 'gone', Change: 'delete', 'Should read': '' },
  ]);
});

test('leads from a part of a spreadsheet to the next one', async () => {
  const first = await ask({ format: 'csv', limit: '2' });
  const [, address = ''] = /^<(.+)>; rel="next"$/.exec(first.headers.get('link') ?? '') ?? [];
  const { pathname, searchParams } = new URL(address);
  expect(pathname).toBe(`/api/v1/projects/${projectId}/corrections`);
  const rest = await ask(Object.fromEntries(searchParams));
  expect(parse(Buffer.from(rest.body as ArrayBuffer).toString(), { columns: true })).toMatchObject([
    { 'As printed': 'gone' },
  ]);
  expect(rest.headers.get('link')).toBeNull();
});

describe('with more reports than are read at once', () => {
  let many: BuiltDesk;
  const ofMany = async (query: Readonly<Record<string, string>>): Promise<Answered> =>
    many.reviewer.call(listCorrections, { params: { id: many.article.project.id }, query });
  const words = Array.from({ length: 9 }, (_, at) => [`wrong${at}a`, `wrong${at}b`] as const);
  const newestFirst = words.toReversed().flat();
  beforeAll(async () => {
    many = await buildDesk();
    for (const [at, pair] of words.entries()) {
      await issueArticle(`Article ${at}`, Object.fromEntries(pair.map((word) => [word, 'right'])), many);
    }
  });

  test('comes whole as a spreadsheet, as a feed and as JSON', async () => {
    const bytes = async (format: string): Promise<string> =>
      Buffer.from((await ofMany({ format, all: 'true', limit: '1' })).body as ArrayBuffer).toString();
    const rows = parse<Record<string, string>>(await bytes('csv'), { columns: true });
    expect(rows.map((row) => row['As printed'])).toEqual(newestFirst);
    const feed = new DOMParser().parseFromString(await bytes('atom'), 'application/xml');
    expect([...feed.getElementsByTagName('entry')]).toHaveLength(newestFirst.length);
    const { body } = await ofMany({ all: 'true', limit: '1' });
    const { items, next } = body as Page<LoggedCorrectionView>;
    expect([items.map(({ asPrinted }) => asPrinted), next]).toEqual([newestFirst, null]);
  });

  test.each(['1', '2', '3', '17', '18', '19'])('comes page by page, %s at a time', async (limit) => {
    const read: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const { body } = await ofMany({ limit, ...(cursor === '' ? {} : { cursor }) });
      const page = body as Page<LoggedCorrectionView>;
      read.push(...page.items.map(({ asPrinted }) => asPrinted));
      cursor = page.next;
    }
    expect(read).toEqual(newestFirst);
  });

  test('tells feed readers where the next page is', async () => {
    const { body } = await ofMany({ format: 'atom', limit: '4' });
    const feed = new DOMParser().parseFromString(
      Buffer.from(body as ArrayBuffer).toString(),
      'application/xml',
    );
    const next = [...feed.getElementsByTagName('link')].find((link) => link.getAttribute('rel') === 'next');
    const { searchParams } = new URL(next?.getAttribute('href') ?? '');
    const rest = await ofMany(Object.fromEntries(searchParams));
    expect(Buffer.from(rest.body as ArrayBuffer).toString()).toContain(newestFirst[4]);
  });
});

test('leaves out what gave way to an outer correction', async () => {
  const crowded = await buildDesk({ text: 'They went up on a Soyug-FG rocket.' });
  for (const [quote, correction] of [
    ['a Soyug-FG rocket', 'a rocket'],
    ['Soyug-FG', 'Soyuz-FG'],
  ] as const) {
    const mark = { quote, correction, tag: 'spelling', status: 'accepted' } as const;
    await buildAnnotation({ article: crowded.article, ...mark });
  }
  await issue(crowded.article.id, { overlap: 'outermost' }, crowded.editor);
  for (const format of ['json', 'csv', 'atom']) {
    const { body } = await crowded.reviewer.call(listCorrections, {
      params: { id: crowded.article.project.id },
      query: { format },
    });
    const text = format === 'json' ? JSON.stringify(body) : Buffer.from(body as ArrayBuffer).toString();
    expect([format, text]).toEqual([format, expect.stringContaining('a Soyug-FG rocket')]);
    expect([format, text]).toEqual([format, expect.not.stringContaining('Soyuz-FG')]);
  }
});

test('an empty log is a whole one', async () => {
  const empty = { from: '2018-01-01', to: '2018-12-31', all: 'true' };
  expect((await ask(empty)).body).toEqual({ items: [], next: null });
  expect(parse(await textOf({ ...empty, format: 'csv' }), { columns: true })).toEqual([]);
  const feed = new DOMParser().parseFromString(await textOf({ ...empty, format: 'atom' }), 'application/xml');
  expect([...feed.getElementsByTagName('updated')]).toHaveLength(1);
});

test('is an Atom feed that an XML reader takes', async () => {
  const feed = new DOMParser().parseFromString(await textOf({ format: 'atom' }), 'application/xml');
  const texts = (name: string): (string | null)[] =>
    [...feed.getElementsByTagName(name)].map(({ textContent }) => textContent);
  expect(texts('title').slice(1)).toEqual(['The <bridge> & the عربية', 'The harbour', 'The harbour']);
  expect(texts('content')).toEqual([
    '“brigde” should read “bridge”',
    '“=wrng” should read “=wrong”',
    '“gone” should not be there',
  ]);
  expect(texts('id')).toHaveLength(4);
  expect(new Set(texts('id')).size).toBe(4);
});

test('has of an article what its standing report says, with names hidden where they were', async () => {
  await issue(harbour, { names: 'hidden' });
  const { items } = await pageOf();
  expect(items.map(({ asPrinted }) => asPrinted)).toEqual(['=wrng', 'gone', 'brigde']);
  expect(items[0]).toMatchObject({ report: { number: 2 }, author: { id: null, name: 'Reviewer 1' } });
});
