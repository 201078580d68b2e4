import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { buildDesk, type BuiltDesk } from '@/prisma/builders/desk';
import { buildExport } from '@/prisma/builders/export';
import { buildPublishedReport } from '@/prisma/builders/report';
import type { TestApi } from '@/prisma/test-api';
import { valueOf } from '@/prisma/builders/value-of';
import { withTestDatabase } from '@/prisma/with-test-database';
import { issueReport } from '@/lib/commands/issue-report';
import { endExport, takeExport } from '@/lib/commands/work-on-export';
import { addAnnotation } from '@/lib/contract/endpoints/annotations';
import { addExport, getExport } from '@/lib/contract/endpoints/exports';
import type { ExportView } from '@/lib/contract/export';
import { NewReport } from '@/lib/contract/issued-report';
import { newId } from '@/lib/ids';
import { db } from '@/lib/store/client';
import { issuingOf } from '@/lib/store/exports';
import { prepareReport } from '../prepare-report';
import { exportsAtRest } from './run-export';

withTestDatabase();

let desk: BuiltDesk;
beforeAll(() => {
  // No browser: PDF is the format that fails and stops nothing else.
  vi.stubEnv('CHROMIUM_PATH', '/nowhere/chromium');
});
beforeEach(async () => {
  desk = await buildDesk({ text: 'They went up on a Soyug-FG rocket.\n' });
});
afterAll(exportsAtRest);

const editor = () => desk.article.project.editor;
/** A report that the editor issues, as some process left it. */
const left = (state: 'left' | 'failed' = 'left'): Promise<string> =>
  buildExport({
    ...{ articleId: desk.article.id, personId: editor().id },
    ...{ formats: ['csv'], state, issues: true },
  });
const look = async (id: string, api: TestApi = desk.editor): Promise<ExportView> =>
  (await api.call(getExport, { params: { id } })).body as ExportView;
/** How far it is once whatever a look sets off has come to its end. */
async function afterLook(id: string, api: TestApi): Promise<ExportView> {
  await look(id, api);
  await exportsAtRest();
  return look(id, api);
}
const reports = (): Promise<number> => db().report.count({ where: { articleId: desk.article.id } });

describe('one that its process left behind', () => {
  const become = (role: 'reviewer' | 'editor'): Promise<unknown> =>
    db().member.update({
      where: {
        projectId_personId: { projectId: desk.article.project.id, personId: editor().id },
      },
      data: { role },
    });

  test('is issued when its editor asks, and told with its number', async () => {
    const id = await left();
    expect(await afterLook(id, desk.editor)).toMatchObject({
      status: 'done',
      failure: null,
      reportNumber: 1,
    });
    expect(await reports()).toBe(1);
  });

  test('is neither issued nor failed by a token that may only read', async () => {
    const id = await left();
    expect(await afterLook(id, desk.reader)).toMatchObject({ status: 'waiting', failure: null });
    expect(await afterLook(id, desk.editor)).toMatchObject({ status: 'done', reportNumber: 1 });
  });

  test('is neither issued nor failed by an editor who has become a reviewer', async () => {
    const id = await left();
    await become('reviewer');
    expect(await afterLook(id, desk.editor)).toMatchObject({ status: 'waiting', failure: null });
    await become('editor');
    expect(await afterLook(id, desk.editor)).toMatchObject({ status: 'done', reportNumber: 1 });
  });
});

test('what else is done under the id of an export is no report of it', async () => {
  const key = newId();
  const params = { id: desk.article.id };
  await desk.editor.call(addExport, { params, body: { formats: ['csv'] }, key });
  await exportsAtRest();
  const { body } = await desk.editor.call(addAnnotation, {
    params: { id: newId() },
    body: {
      ...{ versionId: desk.article.versionId, start: 18, end: 26 },
      ...{ exact: 'Soyug-FG', tag: 'style' },
    },
    key,
  });
  expect(body).toMatchObject({ exact: 'Soyug-FG' });
  expect(await look(key)).toMatchObject({ reportId: null, reportNumber: null });
});

describe('the screen is told of', () => {
  /** Issues a report; something happens after its making has begun and before it is stored. */
  async function issueMeanwhile(happen: () => Promise<void>): Promise<void> {
    const asked = NewReport.parse({});
    const now = new Date();
    const onFault = (): void => undefined;
    const prepared = valueOf(await prepareReport(editor(), desk.article.id, asked, now, { onFault }));
    await happen();
    const context = { operationId: newId(), now };
    valueOf(await issueReport(editor(), desk.article.id, asked, prepared, context));
  }
  const told = async () => (await issuingOf(editor(), desk.article.id))?.status ?? null;

  test('one under way', async () => {
    await left();
    expect(await told()).toBe('waiting');
  });

  test('one that failed, whoever looked on', async () => {
    await left('failed');
    expect(await told()).toBe('failed');
  });

  test('none that failed before another was begun, called off or not', async () => {
    await left('failed');
    const id = await left();
    expect(await told()).toBe('waiting');
    await db().export.update({ where: { id }, data: { ending: 'cancelled', endedAt: new Date() } });
    expect(await told()).toBeNull();
  });

  test('none that failed before a report was issued', async () => {
    await left('failed');
    await buildPublishedReport(desk.article);
    expect(await told()).toBeNull();
  });

  test('none that failed while a report was made that was issued since', async () => {
    const failing = (await takeExport(await left(), newId()))!;
    await issueMeanwhile(() => endExport(failing, 'It broke off.'));
    expect(await told()).toBeNull();
  });

  test('one that failed after a report was issued that was begun later', async () => {
    const failing = (await takeExport(await left(), newId()))!;
    await issueMeanwhile(async () => undefined);
    await endExport(failing, 'It broke off.');
    expect(await told()).toBe('failed');
  });

  test('none of somebody else’s', async () => {
    await left('failed');
    expect(await issuingOf(desk.article.project.reviewer, desk.article.id)).toBeNull();
  });
});
