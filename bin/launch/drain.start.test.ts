import { request } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildArticle } from '@/prisma/builders/article';
import { valueOf } from '@/prisma/builders/value-of';
import { withTestDatabase } from '@/prisma/with-test-database';
import { TestStream } from '@/prisma/test-stream';
import { makeToken } from '@/lib/commands/make-token';
import { findFreePort, isPortFree } from '../database/port';
import { buildApp } from '../steps/build';
import { TEST_BUILD } from '../test/layers';
import { AppProcess } from './testing/app-process';

withTestDatabase();

let app: AppProcess;
let port: number;
beforeAll(async () => {
  const built = await buildApp({ folder: TEST_BUILD });
  if (!built.ok) throw new Error(built.failure);
  port = await findFreePort();
  app = new AppProcess({
    databaseUrl: process.env['DATABASE_URL']!,
    port,
    buildFolder: TEST_BUILD,
    env: { GALLEY_UNSAFE_DATABASE: '1' },
  });
  await app.waitUntilReady(60_000);
}, 300_000);
afterAll(() => app.kill());

test('told to stop, an app process ends its streams and what hangs, and is gone within five seconds', async () => {
  const { id, project } = await buildArticle();
  const order = { name: 'a test', scope: 'read', expiresAt: null } as const;
  const context = { operationId: null, now: new Date() };
  const { token } = valueOf(await makeToken({ ...project.editor, scope: 'admin' }, order, context));
  const headers = { authorization: `Bearer ${token}`, accept: 'text/event-stream' };
  const open = async (): Promise<TestStream> =>
    new TestStream(await fetch(`${app.url}/api/v1/articles/${id}/events`, { headers }));
  const streams = await Promise.all(Array.from({ length: 20 }, open));
  for (const stream of streams) expect((await stream.next())?.name).toBe('open');
  // A request that never comes to its end.
  const hanging = request(`${app.url}/api/v1/articles/${id}/operations`, { method: 'POST' });
  hanging.on('error', () => undefined);
  await new Promise<void>((resolve) => hanging.write('{', () => resolve()));

  const asked = performance.now();
  app.signal('SIGTERM');
  for (const stream of streams) expect(await stream.reasonOfEnd()).toBe('stopping');
  expect(await app.waitForEnd(10_000)).toBe(143);
  expect(performance.now() - asked).toBeLessThan(5_000);
  expect(await isPortFree(port)).toBe(true);
  expect(app.said).not.toContain('rror');
});
