import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { buildDesk, type BuiltDesk } from '@/prisma/builders/desk';
import { buildExport } from '@/prisma/builders/export';
import { valueOf } from '@/prisma/builders/value-of';
import { withTestDatabase } from '@/prisma/with-test-database';
import { cancelExport } from '@/lib/commands/cancel-export';
import { issueReport, type PreparedReport } from '@/lib/commands/issue-report';
import { endExport, takeExport, type HeldExport } from '@/lib/commands/work-on-export';
import { NewReport } from '@/lib/contract/issued-report';
import { newId } from '@/lib/ids';
import { db } from '@/lib/store/client';
import { exportFor } from '@/lib/store/exports';
import { prepareReport } from '../prepare-report';

withTestDatabase();

/** What is left to do of a report once all of its formats are made. */
interface LastStep {
  readonly desk: BuiltDesk;
  readonly prepared: PreparedReport;
  readonly held: HeldExport;
}

const ASKED = NewReport.parse({});

let step: LastStep;
beforeAll(() => {
  // No browser: PDF is the format that fails and stops nothing else.
  vi.stubEnv('CHROMIUM_PATH', '/nowhere/chromium');
});
beforeEach(async () => {
  const desk = await buildDesk({ text: 'They went up on a Soyug-FG rocket.\n' });
  const { id: articleId, project } = desk.article;
  const id = await buildExport({
    ...{ articleId, personId: project.editor.id },
    ...{ formats: ['csv'], state: 'left', issues: true },
  });
  const held = (await takeExport(id, newId()))!;
  const onFault = (): void => undefined;
  const prepared = valueOf(await prepareReport(project.editor, articleId, ASKED, new Date(), { onFault }));
  step = { desk, prepared, held };
});

const editor = () => step.desk.article.project.editor;
const issue = (held?: HeldExport) => {
  const context = { operationId: held?.id ?? newId(), now: new Date() };
  return issueReport(editor(), step.desk.article.id, ASKED, step.prepared, context, held);
};
const reports = (): Promise<number> => db().report.count({ where: { articleId: step.desk.article.id } });
const look = async () => valueOf(await exportFor(editor(), step.held.id));
const redact = () => db().$queryRaw`SELECT redact_article(${step.desk.article.id}::uuid)::text`;

describe('an export about to issue its report', () => {
  test('has ended as soon as the report is there: nobody calls it off or takes it up', async () => {
    const { id } = valueOf(await issue(step.held));
    expect(valueOf(await cancelExport(editor(), step.held.id))).toMatchObject({
      status: 'done',
      reportId: id,
      reportNumber: 1,
    });
    await db().export.update({ where: { id: step.held.id }, data: { heldUntil: new Date(0) } });
    expect(await takeExport(step.held.id, newId())).toBeNull();
  });

  test('has not failed where the answer to its last step was lost', async () => {
    const { id } = valueOf(await issue(step.held));
    await endExport(step.held, 'The export broke off.');
    expect(await look()).toMatchObject({ status: 'done', failure: null, reportId: id });
  });

  test('issues nothing once it is called off', async () => {
    valueOf(await cancelExport(editor(), step.held.id));
    expect(await issue(step.held)).toMatchObject({ ok: false, failure: { code: 'wrong-status' } });
    expect(await reports()).toBe(0);
    expect(await look()).toMatchObject({ status: 'cancelled', reportId: null });
  });

  test('issues nothing once another process makes it', async () => {
    await db().export.update({ where: { id: step.held.id }, data: { heldUntil: new Date(0) } });
    const other = (await takeExport(step.held.id, newId()))!;
    expect(await issue(step.held)).toMatchObject({ ok: false, failure: { code: 'wrong-status' } });
    valueOf(await issue(other));
    expect(await reports()).toBe(1);
  });

  test.each([1, 2, 3, 4, 5])('is either called off or issued when both happen at once (%i)', async () => {
    const [issued, cancelled] = await Promise.all([
      issue(step.held),
      cancelExport(editor(), step.held.id).then(valueOf),
    ]);
    expect(cancelled.status).toBe(issued.ok ? 'done' : 'cancelled');
    expect(await reports()).toBe(issued.ok ? 1 : 0);
  });

  test('issues nothing of words that were taken out meanwhile', async () => {
    await redact();
    expect((await issue(step.held)).ok).toBe(false);
    expect(await reports()).toBe(0);
  });
});

test('a report made in one request has nothing of words that were taken out meanwhile', async () => {
  await redact();
  expect(await issue()).toMatchObject({ ok: false, failure: { code: 'wrong-status' } });
  expect(await reports()).toBe(0);
});
