import { expect, onTestFinished, test } from 'vitest';
import { withTestDatabase } from '@/prisma/with-test-database';
import { db } from './client';
import { transaction } from './transaction';

withTestDatabase();

/** The driver warns once in a process, so both ways of asking at once are tried in one test. */
test('a transaction asks one thing at a time, however many are asked for at once', async () => {
  const warnings: string[] = [];
  const note = ({ name, message }: Error): void => void warnings.push(`${name}: ${message}`);
  process.on('warning', note);
  onTestFinished(() => void process.off('warning', note));
  const answers = await transaction(async (store) => {
    const asked = await Promise.allSettled([
      store.$queryRaw<{ answer: number }[]>`SELECT 1 AS answer`,
      store.$queryRaw<{ answer: number }[]>`SELECT 2 AS answer`,
      store.$executeRaw`SELECT 3`,
    ]);
    // Several relations of one row.
    await store.oneTimeLink.findFirst({ include: { project: true, person: true, madeBy: true } });
    await store.project.findFirst({ include: { members: true, tags: true, schemas: true } });
    return asked.map(({ status }) => status);
  });
  expect(answers).toEqual(['fulfilled', 'fulfilled', 'fulfilled']);
  await db().$queryRaw`SELECT 1`;
  expect(warnings).toEqual([]);
});
