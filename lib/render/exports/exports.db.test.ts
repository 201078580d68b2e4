import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { buildAnnotation } from '@/prisma/builders/annotation';
import { asProblem, buildDesk, said, type BuiltDesk } from '@/prisma/builders/desk';
import { buildExport } from '@/prisma/builders/export';
import { buildPerson } from '@/prisma/builders/person';
import { TestApi, type Answered } from '@/prisma/test-api';
import { withTestDatabase } from '@/prisma/with-test-database';
import { addExport, cancelExport, getExport, getExportFile } from '@/lib/contract/endpoints/exports';
import { getReport, listReports } from '@/lib/contract/endpoints/report';
import type { ReportView } from '@/lib/contract/issued-report';
import type { ExportView } from '@/lib/contract/export';
import { newId } from '@/lib/ids';
import { REPORT_FORMAT_KEYS } from '@/lib/report/formats';
import { db } from '@/lib/store/client';
import { throwAwayExports } from '@/lib/commands/throw-away-exports';
import { holdExport, takeExport } from '@/lib/commands/work-on-export';
import { buildInput } from '@/lib/report/fixtures/build-annotation';
import * as reading from '../read-report-input';
import { renderApart } from '../apart/render-apart';
import { exportsAtRest, stopExport } from './run-export';

withTestDatabase();

const TEXT = '😀 They went up on a Soyug-FG rocket.\n';

let desk: BuiltDesk;
beforeAll(async () => {
  // No browser: PDF is the format that fails and stops nothing else.
  vi.stubEnv('CHROMIUM_PATH', '/nowhere/chromium');
  desk = await buildDesk({ text: TEXT, title: 'The launch' });
  const correction = { tag: 'name', value: 'Soyug-FG', correction: 'Soyuz-FG' };
  await buildAnnotation({
    article: desk.article,
    quote: 'Soyug-FG',
    ...correction,
    evidenceUrl: 'https://example.org/log',
    status: 'accepted',
  });
});
afterAll(exportsAtRest);

const viewOf = ({ body }: Answered): ExportView => body as ExportView;
const ask = (body: object = {}, api = desk.editor, key?: string): Promise<Answered> =>
  api.call(addExport, {
    params: { id: desk.article.id },
    body,
    ...(key === undefined ? {} : { key }),
  });
const look = (id: string, api = desk.editor): Promise<Answered> => api.call(getExport, { params: { id } });
const call = (id: string, api = desk.editor): Promise<Answered> => api.call(cancelExport, { params: { id } });
const fetchFile = (id: string, format: string, api = desk.editor): Promise<Answered> =>
  api.call(getExportFile, { params: { id }, query: { format } });
const textOf = ({ body }: Answered): string => Buffer.from(body as ArrayBuffer).toString();

/** An export as it stands once nothing is under way any more. */
async function made(body: object = {}): Promise<ExportView> {
  const { id } = viewOf(await ask(body));
  await exportsAtRest();
  return viewOf(await look(id));
}

/** One of the editor's, as the process left it that took it. */
const left = (): Promise<string> =>
  buildExport({
    ...{ articleId: desk.article.id, personId: desk.article.project.editor.id },
    ...{ formats: ['csv'], state: 'left' },
  });

describe('who asks for one, and who sees it', () => {
  const cases: Record<string, [keyof BuiltDesk, asks: string, sees: string, cancels: string]> = {
    'who asked': ['editor', '201', '200', '200'],
    'the same person with a token that may only read': ['reader', '403 forbidden', '200', '403 forbidden'],
    'another member': ['reviewer', '201', '404 not-found', '404 not-found'],
    'the editor of another project': ['stranger', '404 not-found', '404 not-found', '404 not-found'],
    'an administrator who is no member': ['admin', '404 not-found', '404 not-found', '404 not-found'],
    nobody: ['nobody', '401 unauthenticated', '401 unauthenticated', '401 unauthenticated'],
  };
  test.each(Object.entries(cases))('%s', async (_name, [who, asks, sees, cancels]) => {
    const { id } = await made({ formats: ['csv'] });
    const api = desk[who] as TestApi;
    expect(said(await look(id, api))).toBe(sees);
    expect(said(await fetchFile(id, 'csv', api))).toBe(sees);
    expect(said(await call(id, api))).toBe(cancels);
    expect(said(await ask({ formats: ['md'] }, api))).toBe(asks);
    await exportsAtRest();
  });
});

describe('what is asked for', () => {
  const wrong: Record<string, [object, string, string]> = {
    'a format that is none': [{ formats: ['doc'] }, '422 invalid-input', 'formats[0]'],
    'no format at all': [{ formats: [] }, '422 invalid-input', 'formats'],
    'a tag that is none': [{ tags: ['nam'] }, '422 unknown-tag', 'tags'],
    'a field that is not known': [{ preparedBy: 'me' }, '422 invalid-input', 'preparedBy'],
    'a notice of no type': [
      { notices: [{ type: 'apology', text: 'x' }] },
      '422 invalid-input',
      'notices[0].type',
    ],
  };
  test.each(Object.entries(wrong))('%s', async (_name, [body, answer, field]) => {
    const before = await db().export.count();
    const answered = await ask(body);
    expect(said(answered)).toBe(answer);
    expect(asProblem(answered).errors.map((error) => error.field)).toContain(field);
    expect(await db().export.count()).toBe(before);
  });

  test('an export that is not there, a format that was not asked for', async () => {
    expect(said(await look(newId()))).toBe('404 not-found');
    expect(said(await call(newId()))).toBe('404 not-found');
    const { id } = await made({ formats: ['csv'] });
    expect(said(await fetchFile(id, 'md'))).toBe('404 not-found');
    expect(said(await fetchFile(id, 'doc'))).toBe('422 invalid-input');
  });
});

describe('what comes of one', () => {
  test('every format with its hash, whatever one of them fails over', async () => {
    const { status, files } = await made();
    expect(status).toBe('done');
    expect(files.map(({ format }) => format)).toEqual(REPORT_FORMAT_KEYS);
    expect(files.filter((file) => file.status === 'failed').map(({ format }) => format)).toEqual(['pdf']);
    expect(files.find(({ format }) => format === 'pdf')!.failure).toContain('no Chromium');
    expect(files.find(({ format }) => format === 'txt')!.losses).not.toEqual([]);
  });

  test('the bytes that the draft has, under their hash', async () => {
    const { id, files } = await made({ formats: ['docx', 'csv', 'docx', 'html'] });
    expect(files.map(({ format }) => format)).toEqual(['docx', 'csv', 'html']);
    for (const { format, sha256, size } of files) {
      const answer = await fetchFile(id, format);
      const bytes = Buffer.from(answer.body as ArrayBuffer);
      expect([bytes.length, createHash('sha256').update(bytes).digest('hex')]).toEqual([size, sha256]);
      expect(answer.headers.get('etag')).toBe(`"${sha256}"`);
      const draft = await desk.editor.call(getReport, {
        params: { id: desk.article.id },
        query: { format, download: 'true' },
      });
      expect(bytes.equals(Buffer.from(draft.body as ArrayBuffer))).toBe(true);
    }
  });

  test('the notices as they are worded', async () => {
    const { id } = await made({ formats: ['md'], notices: [{ type: 'correction', text: 'We were wrong.' }] });
    expect(textOf(await fetchFile(id, 'md'))).toContain('We were wrong.');
  });

  test('one export, however often the request comes, and none for another one under its id', async () => {
    const key = newId();
    const first = viewOf(await ask({ formats: ['csv'] }, desk.editor, key));
    expect(viewOf(await ask({ formats: ['csv'] }, desk.editor, key)).id).toBe(first.id);
    expect(said(await ask({ formats: ['md'] }, desk.editor, key))).toBe('422 operation-reused');
    expect(said(await ask({ formats: ['csv'] }, desk.reviewer, key))).toBe('422 operation-reused');
    await exportsAtRest();
  });
});

describe('one that is called off', () => {
  test('stays called off, and nobody takes it up', async () => {
    const id = await left();
    expect(viewOf(await call(id)).status).toBe('cancelled');
    expect(viewOf(await call(id)).status).toBe('cancelled');
    expect(await takeExport(id, newId())).toBeNull();
    expect(viewOf(await look(id))).toMatchObject({ status: 'cancelled', files: [{ status: 'waiting' }] });
    expect(said(await fetchFile(id, 'csv'))).toBe('409 wrong-status');
  });

  test('is ended no more, and keeps what is done', async () => {
    const { id } = await made({ formats: ['csv'] });
    expect(viewOf(await call(id)).status).toBe('done');
    expect((await fetchFile(id, 'csv')).status).toBe(200);
  });
});

describe('one whose process has ended', () => {
  test('is made by the process that is asked about it next', async () => {
    const id = await left();
    expect(viewOf(await look(id)).status).toBe('waiting');
    await exportsAtRest();
    expect(viewOf(await look(id))).toMatchObject({ status: 'done', files: [{ status: 'made' }] });
  });

  test('is left to whoever holds it', async () => {
    const id = await left();
    expect(await takeExport(id, newId())).not.toBeNull();
    expect(await takeExport(id, newId())).toBeNull();
    await look(id);
    await exportsAtRest();
    expect(viewOf(await look(id)).status).toBe('waiting');
    await call(id);
  });
});

describe('one that issues its report', () => {
  const issued = async (id: string): Promise<readonly ReportView[]> => {
    const { body } = await desk.editor.call(listReports, { params: { id } });
    return (body as { items: ReportView[] }).items;
  };

  test('has its formats, then its number; asked for again it is the same one', async () => {
    const key = newId();
    const body = { issue: { preparedBy: 'The checking desk' }, formats: ['csv'] };
    const { id, reportId } = viewOf(await ask(body, desk.editor, key));
    expect(reportId).toBeNull();
    await exportsAtRest();
    expect(viewOf(await ask(body, desk.editor, key)).id).toBe(id);
    const view = viewOf(await look(id));
    expect(view).toMatchObject({ status: 'done', failure: null });
    const reports = await issued(desk.article.id);
    expect(reports).toMatchObject([{ id: view.reportId, number: 1, preparedBy: 'The checking desk' }]);
    expect(reports[0]!.files.map(({ format, sha256 }) => [format, sha256])).toEqual(
      view.files.map(({ format, sha256 }) => [format, sha256]),
    );
    expect(view.files.filter((file) => file.status === 'failed').map(({ format }) => format)).toEqual([
      'pdf',
    ]);
  });

  test('is the same one also after a breakdown that left only the report', async () => {
    const key = newId();
    const body = { issue: { preparedBy: 'The checking desk' }, notices: [{ type: 'update', text: 'New.' }] };
    await ask(body, desk.editor, key);
    await exportsAtRest();
    const before = viewOf(await look(key));
    const count = await db().report.count();
    await db().export.deleteMany();
    expect(said(await look(key))).toBe('404 not-found');

    expect(said(await ask({ ...body, notices: [] }, desk.editor, key))).toBe('422 operation-reused');
    expect(said(await ask(body, desk.reviewer, key))).toBe('403 forbidden');
    const again = viewOf(await ask(body, desk.editor, key));
    const { createdAt: _, expiresAt: __, ...same } = before;
    expect(again).toMatchObject(same);
    expect(again.files.find(({ format }) => format === 'csv')?.losses).not.toEqual([]);
    expect(again.status).toBe('done');
    await exportsAtRest();
    expect(viewOf(await look(key))).toEqual(again);
    expect(textOf(await fetchFile(key, 'md'))).toContain('The checking desk');
    expect(await db().report.count()).toBe(count);
  });

  test('is an editor’s', async () => {
    expect(said(await ask({ issue: {} }, desk.reviewer))).toBe('403 forbidden');
  });

  test('is none where corrections collide, and says so', async () => {
    const crowded = await buildDesk({ text: TEXT });
    for (const quote of ['a Soyug-FG rocket', 'Soyug-FG']) {
      await buildAnnotation({ article: crowded.article, quote, status: 'accepted' });
    }
    const params = { id: crowded.article.id };
    const { id } = viewOf(await crowded.editor.call(addExport, { params, body: { issue: {} } }));
    await exportsAtRest();
    const view = viewOf(await look(id, crowded.editor));
    expect(view).toMatchObject({ status: 'failed', reportId: null });
    expect(view.failure).toContain('cannot both be made');
    expect(await db().report.count({ where: { articleId: crowded.article.id } })).toBe(0);
  });

  test('is none once it is called off', async () => {
    const before = (await issued(desk.article.id)).length;
    const { id } = viewOf(await ask({ issue: {} }));
    stopExport(id);
    const { status } = viewOf(await call(id));
    await exportsAtRest();
    expect(status).toBe('cancelled');
    expect(viewOf(await look(id)).reportId).toBeNull();
    expect(await issued(desk.article.id)).toHaveLength(before);
  });
});

test('a long one that finds the queue full waits and is made when there is room', async () => {
  const book = await buildDesk({ text: `${'word '.repeat(5_000)}\n\n`.repeat(5) });
  const stop = new AbortController();
  const waiting = Array.from({ length: 8 }, () =>
    renderApart(
      buildInput('a b', []),
      ['csv'],
      { onFile: () => undefined, onFault: () => undefined },
      stop.signal,
    ),
  );
  const facts = vi.spyOn(reading, 'readReportInput');
  const { id } = viewOf(
    await book.editor.call(addExport, { params: { id: book.article.id }, body: { formats: ['csv'] } }),
  );
  await vi.waitFor(() => expect(facts).toHaveBeenCalled());
  await facts.mock.results[0]?.value;
  expect(viewOf(await look(id, book.editor)).status).toBe('waiting');
  stop.abort();
  await Promise.all(waiting);
  await exportsAtRest();
  expect(viewOf(await look(id, book.editor))).toMatchObject({ status: 'done', failure: null });
});

test('nobody has more than three under way', async () => {
  const held = await Promise.all([left(), left(), left()]);
  for (const id of held) await takeExport(id, newId());
  const refused = await ask({ formats: ['csv'] });
  expect(said(refused)).toBe('429 too-many-requests');
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  await call(held[0]);
  expect(said(await ask({ formats: ['csv'] }))).toBe('201');
  await exportsAtRest();
  for (const id of held) await call(id);
});

test('what has expired is not seen, and is thrown away whoever asks for what', async () => {
  const { id } = await made({ formats: ['csv'] });
  await db().export.update({ where: { id }, data: { expiresAt: new Date(0) } });
  expect(said(await look(id))).toBe('404 not-found');
  expect(said(await fetchFile(id, 'csv'))).toBe('404 not-found');
  const kept = await made({ formats: ['csv'] });
  await throwAwayExports();
  expect(await db().exportFile.count({ where: { exportId: id } })).toBe(0);
  expect(await db().export.count({ where: { id: { in: [id, kept.id] } } })).toBe(1);
});

test('what is still worked on is not thrown away, however long it takes', async () => {
  const id = await left();
  const held = await takeExport(id, newId());
  await db().export.update({ where: { id }, data: { expiresAt: new Date(Date.now() + 1_000) } });
  expect(await holdExport(held!)).toBe(true);
  const { expiresAt } = await db().export.findUniqueOrThrow({ where: { id } });
  expect(expiresAt.getTime()).toBeGreaterThan(Date.now() + 3_000_000);
  await call(id);
});

test('who is no member any more sees none', async () => {
  const person = await buildPerson();
  const { id: projectId } = desk.article.project;
  await db().member.create({ data: { projectId, personId: person.id, role: 'reviewer' } });
  const api = await TestApi.as(person);
  const { id } = viewOf(await ask({ formats: ['csv'] }, api));
  await exportsAtRest();
  expect(said(await look(id, api))).toBe('200');
  await db().member.delete({ where: { projectId_personId: { projectId, personId: person.id } } });
  expect(said(await look(id, api))).toBe('404 not-found');
});

test('the legal purge takes them along', async () => {
  const gone = await buildDesk({ text: TEXT });
  const { id } = viewOf(
    await gone.editor.call(addExport, { params: { id: gone.article.id }, body: { formats: ['csv'] } }),
  );
  await exportsAtRest();
  await db().$queryRaw`SELECT redact_article(${gone.article.id}::uuid)::text`;
  expect(await db().exportFile.count({ where: { exportId: id } })).toBe(0);
});
