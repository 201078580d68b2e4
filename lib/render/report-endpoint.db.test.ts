import JSZip from 'jszip';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { buildAnnotation, type AnnotationDetails } from '@/prisma/builders/annotation';
import { asProblem, buildDesk, said, type BuiltDesk } from '@/prisma/builders/desk';
import { valueOf } from '@/prisma/builders/value-of';
import type { Answered, TestApi } from '@/prisma/test-api';
import { withTestDatabase } from '@/prisma/with-test-database';
import { changeArticle } from '@/lib/commands/change-article';
import { changeCoverage } from '@/lib/commands/change-coverage';
import { deleteAnnotation } from '@/lib/commands/delete-annotation';
import { getReport } from '@/lib/contract/endpoints/report';
import { newId } from '@/lib/ids';
import { buildReport } from '@/lib/report/build-report';
import { REPORT_FORMAT_KEYS } from '@/lib/report/formats';
import { ReportDocument } from '@/lib/report/report-document';
import { DEFAULT_OPTIONS } from '@/lib/report/report-input';
import * as checking from '@/lib/sandbox/check-version';
import { reportInputFor } from '@/lib/store/report-input';

withTestDatabase();

const TEXT = '😀 They went up on a Soyug-FG rocket.\n\nOn a Soyug-FG rocket, MS -09.\n';

let desk: BuiltDesk;
beforeAll(async () => {
  desk = await buildDesk({ text: TEXT, title: 'The "leak"' });
  await mark({
    quote: 'Soyug-FG',
    tag: 'name',
    value: 'Soyug-FG',
    correction: 'Soyuz-FG',
    evidenceUrl: LOG,
    status: 'accepted',
  });
  await mark({ quote: 'They', tag: 'spelling', correction: 'We' });
  await mark({ quote: 'went', tag: 'spelling', correction: 'flew', status: 'rejected' });
});

const LOG = 'https://example.org/launch-log';
const mark = (details: AnnotationDetails) => buildAnnotation({ article: desk.article, ...details });

const ask = (api: TestApi, query: Readonly<Record<string, string>>): Promise<Answered> =>
  api.call(getReport, { params: { id: desk.article.id }, query });
const textOf = ({ body }: Answered): string => new TextDecoder().decode(body as ArrayBuffer);
const documentOf = async (query: Readonly<Record<string, string>> = {}): Promise<ReportDocument> =>
  ReportDocument.parse(JSON.parse(textOf(await ask(desk.reviewer, { format: 'json', ...query }))));

describe('who asks', () => {
  const cases: Record<string, [keyof BuiltDesk, string]> = {
    'a reviewer': ['reviewer', '200'],
    'an editor': ['editor', '200'],
    'a token that may only read': ['reader', '200'],
    'the editor of another project': ['stranger', '404 not-found'],
    'an administrator who is no member': ['admin', '404 not-found'],
    nobody: ['nobody', '401 unauthenticated'],
  };
  test.each(Object.entries(cases))('%s', async (_name, [who, answer]) => {
    expect(said(await ask(desk[who] as TestApi, { format: 'csv' }))).toBe(answer);
  });

  test('about an article that is not there', async () => {
    const answer = await desk.editor.call(getReport, { params: { id: newId() }, query: { format: 'csv' } });
    expect(said(answer)).toBe('404 not-found');
  });
});

describe('what is asked for', () => {
  const wrong: Record<string, [Readonly<Record<string, string>>, string, string]> = {
    'no format': [{}, '422 invalid-input', 'format'],
    'a format that is none': [{ format: 'doc' }, '422 invalid-input', 'format'],
    'a status that is none': [{ format: 'csv', status: 'accepted,maybe' }, '422 invalid-input', 'status[1]'],
    'an empty list': [{ format: 'csv', status: '' }, '422 invalid-input', 'status[0]'],
    'a reviewer who is no id': [{ format: 'csv', reviewer: 'me' }, '422 invalid-input', 'reviewer[0]'],
    'a tag that is none': [{ format: 'csv', tags: 'name,nam' }, '422 unknown-tag', 'tags'],
    'a field that is not known': [{ format: 'csv', more: '1' }, '422 invalid-input', 'more'],
  };
  test.each(Object.entries(wrong))('%s', async (_name, [query, answer, field]) => {
    const answered = await ask(desk.editor, query);
    expect(said(answered)).toBe(answer);
    expect(asProblem(answered).errors.map((error) => error.field)).toContain(field);
  });

  test('marks by status, tag (key or label), severity and reviewer', async () => {
    const tags = async (query: Readonly<Record<string, string>>) =>
      (await documentOf(query)).marks.map(({ tag, status }) => `${tag.key} ${status}`);
    expect(await tags({})).toEqual(['name accepted']);
    expect(await tags({ status: 'accepted,open' })).toEqual(['spelling open', 'name accepted']);
    expect(await tags({ sections: 'rejected' })).toEqual(['name accepted', 'spelling rejected']);
    expect(await tags({ status: 'open,accepted', tags: 'Name Misspelled' })).toEqual(['name accepted']);
    expect(await tags({ status: 'open,accepted', severity: 'minor' })).toEqual(['spelling open']);
    expect(await tags({ reviewer: desk.article.project.editor.id })).toEqual([]);
  });

  // A machine may have no Chromium; what it prints is tested where there is one.
  test.each(REPORT_FORMAT_KEYS.filter((key) => key !== 'pdf'))(
    '%s comes with its type and name, and the same each time',
    async (format) => {
      const [first, second] = [await ask(desk.editor, { format }), await ask(desk.reviewer, { format })];
      expect(first.status).toBe(200);
      expect(Buffer.from(first.body as ArrayBuffer).equals(Buffer.from(second.body as ArrayBuffer))).toBe(
        true,
      );
      expect(first.headers.get('content-disposition')).toContain('filename="The-leak-');
      expect(first.headers.get('cache-control')).toBe('no-store');
      expect(first.headers.get('x-content-type-options')).toBe('nosniff');
    },
  );
});

test('the whole way: marked, accepted, corrected', async () => {
  expect(textOf(await ask(desk.editor, { format: 'txt' }))).toBe(TEXT.replace('Soyug-FG', 'Soyuz-FG'));
  expect(textOf(await ask(desk.editor, { format: 'html' }))).toContain('name misspelled');
  const { body } = await ask(desk.editor, { format: 'docx-tracked' });
  const zip = await JSZip.loadAsync(body as ArrayBuffer);
  expect(await zip.file('word/document.xml')!.async('string')).toContain('Soyug-FG</w:delText>');
  expect(await documentOf()).toMatchObject({
    marks: [{ start: 20, shouldRead: 'Soyuz-FG', evidence: [{ source: 1, relation: 'supports' }] }],
    sources: [{ number: 1, url: LOG, citedBy: [1] }],
    reviewers: [{ id: desk.article.project.reviewer.id }],
    editors: [{ id: desk.article.project.editor.id }],
    version: { text: TEXT },
  });
});

test('what is asked for wrongly is refused before any quotation is compared', async () => {
  const check = vi.spyOn(checking, 'checkVersion');
  const wrong = { format: 'csv', sections: 'quote-check', tags: 'nam' };
  expect(said(await ask(desk.reviewer, wrong))).toBe('422 unknown-tag');
  expect(check).not.toHaveBeenCalled();
  expect(said(await ask(desk.reviewer, { ...wrong, tags: 'name' }))).toBe('200');
  expect(check).toHaveBeenCalledOnce();
});

test('collisions are refused with their pairs, unless the outermost may win', async () => {
  const crowded = await buildDesk({ text: TEXT });
  const add = (quote: string, correction: string) =>
    buildAnnotation({ article: crowded.article, quote, tag: 'spelling', correction, status: 'accepted' });
  const [outer, inner] = [await add('a Soyug-FG rocket', 'a rocket'), await add('Soyug-FG', 'Soyuz-FG')];
  const get = (format: string, overlap = 'refuse') =>
    crowded.editor.call(getReport, { params: { id: crowded.article.id }, query: { format, overlap } });
  for (const format of ['txt', 'docx-tracked']) {
    const answer = await get(format);
    expect(said(answer)).toBe('409 corrections-collide');
    expect(asProblem(answer).current).toEqual({ collisions: [[outer.id, inner.id]] });
    expect((await get(format, 'outermost')).status).toBe(200);
  }
  expect(textOf(await get('txt', 'outermost'))).toContain('went up on a rocket.');
  expect((await get('html')).status).toBe(200);
});

test('says how things stood when they last changed', async () => {
  const { editor } = desk.article.project;
  const facts = async () => valueOf(await reportInputFor(editor, desk.article.id));
  const before = await facts();
  expect(await facts()).toEqual(before);
  const at = new Date(Date.now() + 60_000);
  valueOf(await changeArticle(editor, desk.article.id, { byline: 'Staff' }, { operationId: null, now: at }));
  const after = await facts();
  expect(after.article.byline).toBe('Staff');
  expect(Date.parse(after.asOf)).toBeGreaterThan(Date.parse(before.asOf));
});

test('leaves out what is in the trash', async () => {
  const other = await buildDesk({ text: TEXT });
  const { id, revision } = await buildAnnotation({ article: other.article, quote: 'rocket' });
  valueOf(
    await deleteAnnotation(other.article.project.editor, id, revision, {
      operationId: null,
      now: new Date(),
    }),
  );
  expect(valueOf(await reportInputFor(other.article.project.editor, other.article.id)).annotations).toEqual(
    [],
  );
});

test('says how much of the text was checked, without what still waits for an answer', async () => {
  const { article } = await buildDesk({ text: TEXT });
  const { editor } = article.project;
  const share = async () => {
    const facts = valueOf(await reportInputFor(editor, article.id));
    return buildReport({ ...facts, options: DEFAULT_OPTIONS }).summary.checked;
  };
  const say = async (start: number, end: number, state: 'verified' | 'pending') =>
    valueOf(
      await changeCoverage(
        editor,
        article.id,
        { versionId: article.versionId, start, end, state },
        { operationId: null, now: new Date() },
      ),
    );
  await say(7, 11, 'pending');
  expect(await share()).toBeNull();
  await say(2, 6, 'verified');
  expect(await share()).toMatchObject({ words: 1, unchecked: [[1, 2]] });
  const quote = 'On a Soyug-FG rocket, MS -09.';
  await buildAnnotation({
    article,
    quote,
    tag: 'quote',
    value: 'the log',
    state: 'verbatim',
    correction: null,
    evidenceUrl: LOG,
    status: 'accepted',
  });
  expect(await share()).toMatchObject({ unchecked: [[1, 1]] });
});
