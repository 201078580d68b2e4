import { createServer, type AddressInfo } from 'node:net';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, onTestFinished, test } from 'vitest';
import { createTestDatabase, withClient } from '@/prisma/test-database';
import { prepareDataFolder } from './data-folder';
import { TEST_BUILD } from '../test/layers';
import { AppProcess } from './testing/app-process';
import { DeskProcess } from './testing/desk-process';

const folder = mkdtempSync(join(tmpdir(), 'galley-start-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let count = 0;
const newDataFolder = (): string => join(folder, `data-${(count += 1)}`);

const ON_TEST_SERVER = { PORT: '3999', GALLEY_UNSAFE_DATABASE: '1' };

async function refuse(settings: Record<string, string>, nodeArguments: string[] = []): Promise<string> {
  const desk = new DeskProcess({ GALLEY_DATA: newDataFolder(), PORT: '1', ...settings }, nodeArguments);
  const { exitCode, output } = await desk.waitForEnd();
  expect(exitCode).toBe(1);
  return output;
}

describe('npm start says in one sentence that', () => {
  test('the port is taken', async () => {
    const other = createServer();
    onTestFinished(() => void other.close());
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    expect(await refuse({ PORT: String(port) })).toBe(
      `Port ${port} on 127.0.0.1 is taken by another program; stop it, or set PORT to a free one.`,
    );
  });

  test('this machine does not have the address', async () => {
    expect(await refuse({ HOST: '192.0.2.1', PORT: '3999' })).toMatch(
      /^This machine has no address 192\.0\.2\.1; [^\n]*$/,
    );
  });

  test('the data folder cannot be made', async () => {
    writeFileSync(join(folder, 'file'), '');
    expect(await refuse({ GALLEY_DATA: join(folder, 'file', 'data') })).toMatch(
      /^The data folder \S+ cannot be written to \(ENOTDIR\); [^\n]*$/,
    );
  });

  test('DATABASE_URL leads nowhere', async () => {
    const url = 'postgresql://galley:secret@127.0.0.1:1/galley';
    const output = await refuse({ DATABASE_URL: url, PORT: '3999' });
    expect(output).toMatch(/^The database cannot be reached \([^\n]*ECONNREFUSED[^\n]*\); [^\n]*$/);
    expect(output).not.toContain('secret');
  });

  test('the database is newer than the code', async () => {
    const database = await createTestDatabase();
    onTestFinished(database.drop);
    await withClient(database.url, (client) =>
      client.query(
        `INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, applied_steps_count)
         VALUES (gen_random_uuid(), 'x', now(), '29990101000000_flying_desks', 1)`,
      ),
    );
    expect(await refuse({ ...ON_TEST_SERVER, DATABASE_URL: database.url })).toMatch(
      /^The database was changed by a newer Galley \(29990101000000_flying_desks\): [^\n]*$/,
    );
  });

  test('a migration broke off before', async () => {
    const database = await createTestDatabase();
    onTestFinished(database.drop);
    await withClient(database.url, (client) =>
      client.query('UPDATE _prisma_migrations SET finished_at = NULL'),
    );
    expect(await refuse({ ...ON_TEST_SERVER, DATABASE_URL: database.url })).toMatch(
      /^The migration \S+[^\n]* broke off in this database before: [^\n]*$/,
    );
  });

  // The server of the tests keeps nothing over a crash; roles and databases have settings of their own.
  test.each([
    ['fsync=off and synchronous_commit=off', null],
    ['fsync=off', 'ALTER DATABASE %s SET synchronous_commit = local'],
  ])('the database runs with %s', async (faults, change) => {
    const database = await createTestDatabase();
    onTestFinished(database.drop);
    if (change !== null) {
      const name = new URL(database.url).pathname.slice(1);
      await withClient(database.url, (client) => client.query(change.replace('%s', name)));
    }
    expect(await refuse({ DATABASE_URL: database.url, PORT: '3999' })).toBe(
      `The database runs with ${faults} and may lose acknowledged work in a crash: switch it on, or set GALLEY_UNSAFE_DATABASE=1 if nothing in it matters.`,
    );
    const app = new AppProcess({ databaseUrl: database.url, port: 3999, buildFolder: TEST_BUILD });
    onTestFinished(() => app.kill());
    expect(await app.waitForEnd(60_000)).toBe(1);
    expect(app.said).toContain(`The database runs with ${faults} and may lose`);
  });

  if (process.getuid?.() === 0) {
    test('the user for Postgres is missing', async () => {
      expect(await refuse({ GALLEY_DATABASE_USER: 'nobody-at-all', PORT: '3999' })).toBe(
        'The system user "nobody-at-all" named by GALLEY_DATABASE_USER does not exist; create it or unset GALLEY_DATABASE_USER.',
      );
    });
  }

  test('Node is too old', async () => {
    const pretend = `data:text/javascript,Object.defineProperty(process.versions,'node',{value:'18.20.0'})`;
    expect(await refuse({}, ['--import', pretend])).toMatch(
      /^Galley needs Node 20 or newer, and this is [^\n]*$/,
    );
  });
});

test('npm start reports every wrong setting at once', async () => {
  const output = await refuse({ PORT: 'http', GALLEY_DEMO: 'yes', GALLEY_DAAT: '/srv' });
  expect(output.split('\n').map((line) => line.split(' ')[0])).toEqual([
    'PORT',
    'GALLEY_DEMO',
    'GALLEY_DAAT',
  ]);
});

test('a folder that is read-only for us is no data folder', async () => {
  const readOnly = join(folder, 'read-only');
  await prepareDataFolder(readOnly);
  chmodSync(readOnly, 0o555);
  chmodSync(folder, 0o755);
  // For root nothing is read-only, so ask as somebody else.
  const isRoot = process.getuid?.() === 0;
  if (isRoot) process.seteuid?.(65_534);
  try {
    expect(await prepareDataFolder(readOnly)).toEqual({
      ok: false,
      failure: `The data folder ${readOnly} cannot be written to (EACCES); make it writable or set GALLEY_DATA to another folder.`,
    });
  } finally {
    if (isRoot) process.seteuid?.(0);
  }
});
