import { execFile } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { findFreePort, isPortFree } from '../database/port';
import { PROJECT_FOLDER } from '../project';
import { buildApp } from '../steps/build';
import { generateClient } from '../steps/generate';
import { TEST_BUILD } from '../test/layers';
import { areGone, DeskProcess } from './testing/desk-process';

const dataFolder = mkdtempSync(join(tmpdir(), 'galley-life-'));
// Postgres' user can go in, so everything of this desk is in this folder.
chmodSync(dataFolder, 0o755);
let port: number;
let address: string;
let desk: DeskProcess;

const start = (): DeskProcess =>
  (desk = new DeskProcess({
    GALLEY_DATA: dataFolder,
    GALLEY_BUILD_DIR: TEST_BUILD,
    GALLEY_LOG_LEVEL: 'warn',
    PORT: String(port),
  }));

const startAndServe = async (): Promise<DeskProcess> => {
  start();
  await desk.waitFor('Ctrl-C stops it.');
  expect((await fetch(`${address}/readyz`)).status).toBe(200);
  return desk;
};

/** What `npm run -s token` prints. */
const printToken = async (): Promise<string> => {
  const { PATH, HOME, NODE_ENV } = process.env;
  const args = ['bin/token.mjs', '--as', 'editor@demo.local', '--scope', 'read'];
  const env = { PATH, HOME, NODE_ENV, GALLEY_DATA: dataFolder };
  return (await promisify(execFile)(process.execPath, args, { cwd: PROJECT_FOLDER, env })).stdout;
};

beforeAll(async () => {
  for (const step of [await generateClient(), await buildApp({ folder: TEST_BUILD })]) {
    if (!step.ok) throw new Error(step.failure);
  }
  port = await findFreePort();
  address = `http://127.0.0.1:${port}`;
}, 300_000);

afterEach(async () => {
  desk.signal('SIGTERM');
  await desk.waitForEnd();
});

afterAll(() => rmSync(dataFolder, { recursive: true, force: true }));

// One desk's life, in order: each test begins with what the one before left behind.
describe('a desk', () => {
  test('starts with nothing, serves, and Ctrl-C leaves no process behind', async () => {
    await startAndServe();
    expect(desk.output).toContain(`Galley is at ${address}`);
    expect(desk.output).toContain('Migrations applied: ');
    expect(desk.output).toMatch(new RegExp(`^${address}/set-up/[\\w-]+$`, 'm'));
    expect(desk.output).not.toContain('Building');
    expect(await (await fetch(`${address}/healthz`)).json()).toEqual({ status: 'alive' });
    const processes = [desk.launcher, desk.webServer, desk.postgres];

    const asked = performance.now();
    desk.signal('SIGINT');
    expect((await desk.waitForEnd()).exitCode).toBe(0);
    expect(performance.now() - asked).toBeLessThan(5000);
    expect(await areGone(...processes)).toBe(true);
    expect(await isPortFree(port)).toBe(true);
  });

  test('starts a second time without building or migrating, and stops although a request hangs', async () => {
    await startAndServe();
    expect(desk.output).toContain('Database started');
    expect(desk.output).not.toMatch(/Building|Migrations/);

    const hanging = connect(port, '127.0.0.1');
    hanging.on('error', () => undefined);
    await new Promise<void>((resolve) =>
      hanging.write('POST /healthz HTTP/1.1\r\nHost: desk\r\n', () => resolve()),
    );
    const asked = performance.now();
    desk.signal('SIGTERM');
    expect((await desk.waitForEnd()).exitCode).toBe(0);
    expect(performance.now() - asked).toBeLessThan(5000);
    hanging.destroy();
  });

  test('refuses a second launcher on the same data folder', async () => {
    const first = await startAndServe();
    const { exitCode, output } = await start().waitForEnd();
    expect(exitCode).toBe(1);
    expect(output).toBe(
      `Galley is already running from ${dataFolder} (process ${first.launcher}, ${address}); stop it first, or set GALLEY_DATA and PORT for a second one.`,
    );
    desk = first;
  });

  test('goes on after a kill -9 of everything but Postgres and the web server', async () => {
    const killed = await startAndServe();
    const { launcher, webServer, postgres } = killed;
    process.kill(launcher, 'SIGKILL');
    killed.signal('SIGKILL');
    await killed.waitForEnd();
    expect(await areGone(launcher)).toBe(true);

    await startAndServe();
    expect(desk.output).toContain('Ended a web server that a killed launcher had left running.');
    expect(desk.output).toContain('Database found running');
    expect(await areGone(webServer)).toBe(true);
    expect(desk.postgres).toBe(postgres);
  });

  test('goes on after a kill -9 of all of it', async () => {
    const killed = await startAndServe();
    const processes = [killed.launcher, killed.webServer, killed.postgres];
    for (const pid of processes) process.kill(pid, 'SIGKILL');
    await killed.waitForEnd();
    expect(await areGone(...processes)).toBe(true);

    await startAndServe();
    expect(desk.output).toContain('Database started');
  });

  test('goes on serving when Postgres is killed', async () => {
    const { postgres } = await startAndServe();
    process.kill(postgres, 'SIGKILL');
    expect(await areGone(postgres)).toBe(true);
    await desk.waitFor('The database had died; it was started again.');
    expect((await fetch(`${address}/readyz`)).status).toBe(200);
    expect(desk.postgres).not.toBe(postgres);
  });

  test('prints tokens that work, while it runs and while it does not', async () => {
    const early = await printToken();
    await startAndServe();
    for (const token of [early, await printToken()]) {
      expect(token).toMatch(/^galley_[\w-]+\n$/);
      const answer = await fetch(`${address}/api/v1/me`, {
        headers: { Authorization: `Bearer ${token.trim()}` },
      });
      expect(await answer.json()).toMatchObject({ email: 'editor@demo.local', scope: 'read' });
    }
    expect((await fetch(`${address}/readyz`)).status).toBe(200);
  });

  test('stops when what started it is killed', async () => {
    const killed = await startAndServe();
    const processes = [killed.launcher, killed.webServer, killed.postgres];
    killed.signal('SIGKILL');
    await killed.waitForEnd();
    expect(await areGone(...processes)).toBe(true);
  });
});
