import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, onTestFinished, test } from 'vitest';
import { withClient } from '@/prisma/test-database';
import { openEmbeddedDatabase, type EmbeddedDatabase } from './open';

/** One data folder for all tests in turn: each opens what the one before has left. */
const folder = makeFolder(0o755);
const rubbish = [folder];
let opened: EmbeddedDatabase | undefined;

afterEach(() => opened?.stop());
afterAll(() => {
  for (const path of rubbish) rmSync(path, { recursive: true, force: true });
});

function makeFolder(mode: number): string {
  const path = mkdtempSync(join(tmpdir(), 'galley-open-'));
  chmodSync(path, mode);
  return path;
}

async function open(dataFolder = folder): Promise<EmbeddedDatabase> {
  const database = await openEmbeddedDatabase({ dataFolder });
  if (!database.ok) throw new Error(database.failure);
  opened = database.value;
  return opened;
}

const ask = async (url: string, sql: string): Promise<unknown> =>
  withClient(url, async (client) => {
    const { rows } = await client.query<Record<string, unknown>>({ text: sql });
    return Object.values(rows[0] ?? {})[0];
  });

describe('the embedded database', () => {
  test('is set up as promised', async () => {
    const { url, place } = await open();
    const promised = {
      server_encoding: 'UTF8',
      data_checksums: 'on',
      listen_addresses: '127.0.0.1',
      unix_socket_directories: '',
      password_encryption: 'scram-sha-256',
      fsync: 'on',
    };
    for (const [name, value] of Object.entries(promised)) {
      expect(`${name} ${String(await ask(url, `SELECT current_setting('${name}')`))}`).toBe(
        `${name} ${value}`,
      );
    }
    expect(await ask(url, `SELECT datlocale FROM pg_database WHERE datname = 'galley'`)).toBe('C.UTF-8');
    expect(statSync(place.passwordFile).mode & 0o777).toBe(0o600);
    expect(statSync(place.cluster).mode & 0o777).toBe(0o700);
  });

  test('lets nobody in without the password', async () => {
    const { url } = await open();
    const wrong = new URL(url);
    wrong.password = 'guess';
    await expect(ask(wrong.href, 'SELECT 1')).rejects.toThrow('password authentication failed');
  });

  test('keeps its port and its data over a stop', async () => {
    const first = await open();
    await withClient(first.url, (client) => client.query('CREATE TABLE kept AS SELECT 7 AS number'));
    await first.stop();
    const second = await open();
    expect(second.url).toBe(first.url);
    expect(await ask(second.url, 'SELECT number FROM kept')).toBe(7);
  });

  test('takes another port when somebody else has its own', async () => {
    const first = await open();
    await first.stop();
    const squatter = await listen(Number(new URL(first.url).port));
    onTestFinished(() => void squatter.close());
    const second = await open();
    expect(new URL(second.url).port).not.toBe(new URL(first.url).port);
    expect(await ask(second.url, 'SELECT 1')).toBe(1);
  });

  test('is found when it runs already', async () => {
    const first = await open();
    const second = await open();
    expect(first.wasRunning).toBe(false);
    expect(second).toMatchObject({ wasRunning: true, url: first.url });
  });

  test('is not taken for running because another program has its old number', async () => {
    const first = await open();
    const pidFile = join(first.place.cluster, 'postmaster.pid');
    const left = readFileSync(pidFile, 'utf8');
    await first.stop();
    writeFileSync(pidFile, left.replace(/^\d+/, String(process.pid)));
    const second = await open();
    expect(second.wasRunning).toBe(false);
    expect(await ask(second.url, 'SELECT 1')).toBe(1);
  });

  test('says so when its password file is gone', async () => {
    const { place, stop } = await open();
    await stop();
    rmSync(place.passwordFile);
    expect(await openEmbeddedDatabase({ dataFolder: folder })).toEqual({
      ok: false,
      failure: `The database's password file ${place.passwordFile} is missing; put it back from a backup.`,
    });
  });

  if (process.getuid?.() === 0) {
    test('stands elsewhere when its user cannot enter the data folder, and is found there again', async () => {
      const closed = makeFolder(0o700);
      const first = await open(closed);
      rubbish.push(closed, first.place.folder);
      expect(first.place.isElsewhere).toBe(true);
      expect(first.place.folder).toMatch(/^\/var\/lib\/galley\/[0-9a-f]{16}$/);
      expect(existsSync(join(closed, 'database'))).toBe(false);
      expect(await ask(first.url, 'SELECT 1')).toBe(1);
      expect(await open(closed)).toMatchObject({ url: first.url, wasRunning: true });
    });
  }
});

function listen(port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}
