import { createHash } from 'node:crypto';
import JSZip from 'jszip';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { buildAnnotation } from '@/prisma/builders/annotation';
import { asProblem, buildDesk, said, type BuiltDesk } from '@/prisma/builders/desk';
import { buildSource } from '@/prisma/builders/source';
import { valueOf } from '@/prisma/builders/value-of';
import type { Answered, TestApi } from '@/prisma/test-api';
import { withTestDatabase } from '@/prisma/with-test-database';
import { GET as publicPage } from '@/app/public/reports/[token]/route';
import { addEvidence } from '@/lib/commands/add-evidence';
import { decideAnnotation } from '@/lib/commands/decide-annotation';
import {
  getIssuedReport,
  issueReport,
  listReports,
  publishReport,
  unpublishReport,
} from '@/lib/contract/endpoints/report';
import type { ReportView } from '@/lib/contract/issued-report';
import { newId } from '@/lib/ids';
import { REPORT_FORMAT_KEYS } from '@/lib/report/formats';
import { EXTRA_SECTIONS } from '@/lib/report/report-input';

withTestDatabase();

const TEXT = '😀 They went up on a Soyug-FG rocket.\n';

let desk: BuiltDesk;
let first: ReportView;
beforeAll(async () => {
  // No browser: PDF is the format that fails and stops nothing else.
  vi.stubEnv('CHROMIUM_PATH', '/nowhere/chromium');
  desk = await buildDesk({ text: TEXT, title: 'The launch' });
  await buildAnnotation({
    article: desk.article,
    quote: 'Soyug-FG',
    tag: 'name',
    value: 'Soyug-FG',
    correction: 'Soyuz-FG',
    note: 'Ask Vega about this',
    evidenceUrl: 'https://example.org/launch-log',
    status: 'accepted',
  });
  first = viewOf(await issue(desk.editor));
});

const issue = (api: TestApi, body: Readonly<Record<string, unknown>> = {}): Promise<Answered> =>
  api.call(issueReport, { params: { id: desk.article.id }, body });
const viewOf = ({ body }: Answered): ReportView => body as ReportView;
const get = (format: string, id = first.id, api = desk.reviewer): Promise<Answered> =>
  api.call(getIssuedReport, { params: { id }, query: { format } });
const bytesOf = ({ body }: Answered): Buffer => Buffer.from(body as ArrayBuffer);
const textOf = (answer: Answered): string => bytesOf(answer).toString();

/** What a file says, Word's packed parts included. */
async function wordsOf(bytes: Buffer, format: string): Promise<string> {
  if (!format.startsWith('docx')) return bytes.toString();
  const parts = Object.values((await JSZip.loadAsync(bytes)).files).filter(({ dir }) => !dir);
  return (await Promise.all(parts.map((part) => part.async('string')))).join('\n');
}

describe('who issues, publishes and reads', () => {
  const cases: Record<string, [keyof BuiltDesk, issues: string, publishes: string, reads: string]> = {
    'an editor': ['editor', '201', '200', '200'],
    'a reviewer': ['reviewer', '403 forbidden', '403 forbidden', '200'],
    'a token that may only read': ['reader', '403 forbidden', '403 forbidden', '200'],
    'the editor of another project': ['stranger', '404 not-found', '404 not-found', '404 not-found'],
    'an administrator who is no member': ['admin', '404 not-found', '404 not-found', '404 not-found'],
    nobody: ['nobody', '401 unauthenticated', '401 unauthenticated', '401 unauthenticated'],
  };
  test.each(Object.entries(cases))('%s', async (_name, [who, issues, publishes, reads]) => {
    const api = desk[who] as TestApi;
    const params = { id: first.id };
    expect(said(await issue(api))).toBe(issues);
    expect(said(await api.call(publishReport, { params }))).toBe(publishes);
    expect(said(await api.call(unpublishReport, { params }))).toBe(publishes);
    expect(said(await get('csv', first.id, api))).toBe(reads);
    expect(said(await api.call(listReports, { params: { id: desk.article.id } }))).toBe(reads);
  });
});

describe('an issued report', () => {
  test('has a number, a date, who stands for it, and a file for each format with its hash', async () => {
    expect(first).toMatchObject({
      number: 1,
      supersedes: null,
      issuedBy: { id: desk.article.project.editor.id },
      preparedBy: desk.article.project.editor.name,
      publicToken: null,
    });
    expect(first.files.map(({ format }) => format)).toEqual(REPORT_FORMAT_KEYS);
    for (const { format, sha256, size, failure } of first.files) {
      const answer = await get(format);
      if (format === 'pdf') {
        expect(failure).toContain('no Chromium');
        expect(said(answer)).toBe('501 format-unavailable');
      } else {
        const bytes = bytesOf(answer);
        expect([bytes.length, createHash('sha256').update(bytes).digest('hex')]).toEqual([size, sha256]);
        expect(answer.headers.get('etag')).toBe(`"${sha256}"`);
      }
    }
  });

  test('stays as it was, whatever happens to the article', async () => {
    const before = textOf(await get('html'));
    await buildAnnotation({
      article: desk.article,
      quote: 'They',
      tag: 'spelling',
      correction: 'We',
      status: 'accepted',
    });
    expect(textOf(await get('html'))).toBe(before);
    const next = viewOf(await issue(desk.editor, { preparedBy: 'The checking desk' }));
    expect(next.preparedBy).toBe('The checking desk');
    expect(textOf(await get('txt', next.id))).toBe('😀 We went up on a Soyuz-FG rocket.\n');
    expect(textOf(await get('txt'))).toBe('😀 They went up on a Soyuz-FG rocket.\n');
  });

  test('names what it takes the place of, and is named by what took its', async () => {
    const { number } = viewOf(await issue(desk.editor));
    const next = viewOf(await issue(desk.editor));
    expect(next.supersedes).toBe(number);
    expect(textOf(await get('md', next.id))).toContain(`it takes the place of report ${number}`);
    const { body } = await desk.reviewer.call(listReports, { params: { id: desk.article.id } });
    const listed = (body as { items: ReportView[] }).items;
    expect(listed.map((report) => report.number)).toEqual(listed.map((_, at) => listed.length - at));
    expect(listed.find((report) => report.number === number)).toMatchObject({ supersededBy: next.number });
  });

  test('has the notices as the editor worded them', async () => {
    const notices = [{ type: 'correction', text: 'We got the rocket wrong.' }];
    const { id } = viewOf(await issue(desk.editor, { notices }));
    expect(textOf(await get('html', id))).toContain('We got the rocket wrong.');
    expect(textOf(await get('html', id))).not.toContain('misspelled a name');
  });

  test('is issued once, however often the request comes', async () => {
    const operationId = newId();
    const ask = () =>
      desk.editor.call(issueReport, {
        params: { id: desk.article.id },
        body: {},
        headers: { 'idempotency-key': operationId },
      });
    expect(viewOf(await ask())).toEqual(viewOf(await ask()));
  });

  test('has all of them in its ZIP, with the reason for what is missing', async () => {
    const zip = await JSZip.loadAsync(bytesOf(await get('zip')));
    const manifest = JSON.parse(await zip.file('manifest.json')!.async('string')) as {
      files: { format: string; sha256: string }[];
      missing: { format: string }[];
    };
    expect(manifest.missing.map(({ format }) => format)).toEqual(['pdf']);
    for (const { format, sha256 } of manifest.files) {
      expect(first.files.find((file) => file.format === format)!.sha256).toBe(sha256);
    }
  });
});

test('colliding corrections stand in its way, unless the outermost may win', async () => {
  const crowded = await buildDesk({ text: TEXT });
  for (const [quote, correction] of [
    ['a Soyug-FG rocket', 'a rocket'],
    ['Soyug-FG', 'Soyuz-FG'],
  ] as const) {
    await buildAnnotation({
      article: crowded.article,
      quote,
      tag: 'spelling',
      correction,
      status: 'accepted',
    });
  }
  const ask = (body: object) =>
    crowded.editor.call(issueReport, { params: { id: crowded.article.id }, body });
  const refused = await ask({});
  expect(said(refused)).toBe('409 corrections-collide');
  expect(asProblem(refused).current).toHaveProperty('collisions');
  expect(said(await ask({ overlap: 'outermost' }))).toBe('201');
});

test('what has changed since it was looked at stands in its way', async () => {
  const looked = await buildDesk({ text: TEXT });
  const ask = (body: object) => looked.editor.call(issueReport, { params: { id: looked.article.id }, body });
  const refused = await ask({ asOf: '2018-09-14T16:02:11.000Z' });
  expect(said(refused)).toBe('409 stale-revision');
  const { asOf } = asProblem(refused).current as { readonly asOf: string };
  expect(said(await ask({ asOf }))).toBe('201');
});

describe('the public page', () => {
  const openPage = (token: string): Promise<Response> =>
    publicPage(new Request(`http://localhost/public/reports/${token}`), {
      params: Promise.resolve({ token }),
    });

  test('is there while its address is, and shows nothing that the desk wrote for itself', async () => {
    const params = { id: first.id };
    const { publicToken } = viewOf(await desk.editor.call(publishReport, { params }));
    expect(publicToken).toMatch(/^[\w-]{43}$/);
    expect(viewOf(await desk.editor.call(publishReport, { params })).publicToken).toBe(publicToken);
    const page = await openPage(publicToken!);
    const html = await page.text();
    expect(page.status).toBe(200);
    expect(page.headers.get('content-security-policy')).toContain('sandbox');
    expect(html).toContain('Soyuz-FG');
    expect(html).toContain('https://example.org/launch-log');
    expect(html).not.toContain('Ask Vega');

    expect(viewOf(await desk.editor.call(unpublishReport, { params })).publicToken).toBeNull();
    expect((await openPage(publicToken!)).status).toBe(404);
    const again = viewOf(await desk.editor.call(publishReport, { params })).publicToken;
    expect(again).not.toBe(publicToken);
    expect((await openPage(publicToken!)).status).toBe(404);
  });

  test('has of protected sources nothing, and nothing that people wrote for each other', async () => {
    const secret = await buildDesk({ text: `${TEXT}“We all heard them say it went up,” he said.\n` });
    const { article, editor } = secret;
    const context = { operationId: null, now: new Date() };
    const insider = await buildSource(article, {
      title: 'SECRET insider',
      author: 'SECRET author',
      url: 'https://example.org/SECRET',
      text: 'SECRET words of the insider. We all heard Roberta say it went up.',
      protected: true,
    });
    const open = await buildSource(article, { title: 'The launch log', url: 'https://example.org/log' });
    const mark = await buildAnnotation({
      article,
      ...{ quote: 'Soyug-FG', tag: 'name', value: 'Soyug-FG', correction: 'Soyuz-FG', note: 'INTERNAL note' },
    });
    let { revision } = mark;
    for (const evidence of [
      { sourceId: insider.id, excerpt: 'SECRET words', locator: 'SECRET page', note: 'SECRET note' },
      { sourceId: open.id, excerpt: 'a Soyuz-FG', note: 'INTERNAL remark' },
      { note: 'INTERNAL call with Vega' },
    ]) {
      const added = valueOf(
        await addEvidence(
          article.project.reviewer,
          mark.id,
          revision,
          { relation: 'supports', ...evidence },
          context,
        ),
      );
      ({ revision } = added.annotation);
    }
    const verdict = { verdict: 'accepted', reason: 'INTERNAL reason' } as const;
    valueOf(await decideAnnotation(article.project.editor, mark.id, revision, verdict, context));
    const sections = EXTRA_SECTIONS;
    const { id, files } = viewOf(
      await editor.call(issueReport, { params: { id: article.id }, body: { sections } }),
    );
    // The PDF is the HTML as a browser prints it, the ZIP all of them.
    const searched = REPORT_FORMAT_KEYS.filter((format) => format !== 'pdf' && format !== 'zip');
    const made = files.flatMap(({ format, failure }) => (failure === null ? format : []));
    expect(made).toEqual(expect.arrayContaining([...searched]));
    for (const format of searched) {
      const text = await wordsOf(bytesOf(await get(format, id, editor)), format);
      expect([format, text]).toEqual([format, expect.not.stringMatching(/SECRET|Roberta/u)]);
    }
    expect(textOf(await get('md', id, editor))).toContain('INTERNAL note');
    expect(textOf(await get('md', id, editor))).toMatch(
      /Altered, \d+ % verbatim.*\n- Source: Held by the desk/u,
    );
    expect(textOf(await get('md', id, editor))).toMatch(/UTC: \S.* accepted it/u);

    const { publicToken } = viewOf(await editor.call(publishReport, { params: { id } }));
    const html = await (await openPage(publicToken!)).text();
    expect(html).toContain('https://example.org/log');
    expect(html).not.toContain('SECRET');
    expect(html).not.toContain('INTERNAL');
    expect(html).not.toMatch(/held by the desk|Quote check|History/iu);
  });

  test('says what took its place, and where that is public too', async () => {
    const { article, editor } = await buildDesk({ text: TEXT });
    const body = { params: { id: article.id }, body: {} };
    const one = viewOf(await editor.call(issueReport, body));
    const publish = async ({ id }: ReportView): Promise<string> =>
      viewOf(await editor.call(publishReport, { params: { id } })).publicToken!;
    const token = await publish(one);
    const read = async (of = token): Promise<string> => (await openPage(of)).text();
    const stored = await read();
    expect(stored).not.toContain('superseded');

    const two = viewOf(await editor.call(issueReport, body));
    const said = /<aside[^>]*>.*superseded.* by report 2 on \d+ \w+ \d{4}\.<\/aside>/u;
    expect(await read()).toMatch(said);
    expect((await read()).replace(/\n<aside.*<\/aside>/u, '')).toBe(stored);
    const later = await publish(two);
    expect(await read()).toContain(`by <a href="/public/reports/${later}">report 2</a> on`);
    expect(await read(later)).not.toContain('superseded');
    await editor.call(unpublishReport, { params: { id: two.id } });
    expect(await read()).toMatch(said);

    const three = viewOf(await editor.call(issueReport, body));
    const newest = await publish(three);
    expect(await read()).toMatch(/by report 2 on .* The newest is /u);
    expect(await read()).toContain(`The newest is <a href="/public/reports/${newest}">report 3</a>`);
  });

  test.each(['', 'nothing', 'a'.repeat(43), '../../etc'])('is not at “%s”', async (token) => {
    const page = await openPage(token);
    expect(page.status).toBe(404);
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    const html = await page.text();
    expect(html).toContain('There is no report here');
    expect(html).not.toMatch(/<script|https?:/u);
  });
});
