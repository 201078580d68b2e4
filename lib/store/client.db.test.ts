import { expect, onTestFinished, test } from 'vitest';
import { withTestDatabase } from '@/prisma/with-test-database';
import { closeDatabase, db } from './client';

withTestDatabase();

test('times are the same on a server that keeps another zone', async () => {
  const [here] = await db().$queryRaw<{ name: string }[]>`SELECT current_database() AS name`;
  const inZone = (zone: string) =>
    db().$executeRawUnsafe(`ALTER DATABASE "${here!.name}" SET timezone = ${zone}`);
  await inZone("'Asia/Kathmandu'");
  await closeDatabase();
  onTestFinished(async () => {
    await inZone('DEFAULT');
    await closeDatabase();
  });
  const noon = new Date('2018-09-14T12:00:00.000Z');
  const [read] = await db().$queryRaw<{ told: Date; same: boolean; zone: string }[]>`
    SELECT '2018-09-14 12:00:00+00'::timestamptz AS told, ${noon} = '2018-09-14 12:00:00+00'::timestamptz AS same,
           current_setting('timezone') AS zone`;
  expect(read).toEqual({ told: noon, same: true, zone: 'UTC' });
});
