import { execFile } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, onTestFinished, test } from 'vitest';
import { DeskProcess } from '../launch/testing/desk-process';
import { lockDataFolder } from '../launch/lock';
import { openDatabase } from '../launch/database';
import { PROJECT_FOLDER } from '../project';
import { describeCatalog } from '@/prisma/catalog';
import { listMigrations } from '@/lib/store/migration-state';
import { parseSettings, type Settings } from '@/lib/settings';
import { runMigrations } from '@/prisma/run-migrations';
import { createEmptyDatabase, withClient } from '@/prisma/test-database';

const folder = mkdtempSync(join(tmpdir(), 'galley-commands-'));
// Postgres' user can go in, so everything of these desks is in this folder.
chmodSync(folder, 0o755);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Ended {
  readonly code: number;
  readonly said: string;
}

/** What `npm run backup` or `npm run restore` prints, and how it ends. */
function run(command: 'backup' | 'restore', args: readonly string[], data: string): Promise<Ended> {
  const { PATH, HOME, NODE_ENV } = process.env;
  const env = { PATH, HOME, NODE_ENV, GALLEY_DATA: data };
  return new Promise((resolve) =>
    execFile(
      process.execPath,
      [`bin/${command}.mjs`, ...args],
      { cwd: PROJECT_FOLDER, env },
      (error, out, err) => resolve({ code: error === null ? 0 : 1, said: `${out}${err}` }),
    ),
  );
}

const settingsFor = (data: string): Settings => {
  const parsed = parseSettings({ GALLEY_DATA: data });
  if (!parsed.ok) throw new Error(parsed.failure.join(' '));
  return parsed.value;
};

/** Uses the embedded database in a data folder, which runs meanwhile. */
async function withEmbedded<T>(data: string, use: (url: string) => Promise<T>): Promise<T> {
  const database = await openDatabase(settingsFor(data));
  if (!database.ok) throw new Error(database.failure);
  try {
    return await use(database.value.url);
  } finally {
    await database.value.stop();
  }
}

const countPeople = (url: string): Promise<number> =>
  withClient(url, async (client) => (await client.query('SELECT 1 FROM person')).rowCount ?? 0);

const addPerson = (url: string, name: string): Promise<unknown> =>
  withClient(url, (client) =>
    client.query(
      `INSERT INTO person (id, email, name, "updatedAt") VALUES (gen_random_uuid(), $1, $2, now())`,
      [`${name}@desk.example`, name],
    ),
  );

test('a desk goes to another data folder and back, and is never lost on the way', async () => {
  const [home, other, file] = ['home', 'other', 'backup'].map((name) => join(folder, name));
  expect((await run('backup', [file!], home!)).said).toContain('There is no desk in');

  await withEmbedded(home!, async (url) => {
    await withClient(url, async (client) => runMigrations(client, await listMigrations()));
    await addPerson(url, 'one');
    // The database is in use, as by a desk that runs.
    const backedUp = await run('backup', [file!], home!);
    expect(backedUp.said).toContain('Backed up: ');
    expect(backedUp.code).toBe(0);
  });
  expect((await run('backup', [file!], home!)).said).toContain('exists already');
  expect((await run('backup', [file!, '--force'], home!)).code).toBe(0);
  expect((await run('backup', [file!, '--check'], home!)).said).toContain('Whole: ');

  const restored = await run('restore', [file!, '--verify'], other!);
  expect(restored.said).toMatch(/^person: 1 rows, the same \(SHA-256 [0-9a-f]{64}\)\.$/m);
  expect(restored.code).toBe(0);

  await withEmbedded(other!, (url) => addPerson(url, 'two'));
  expect((await run('restore', [file!], other!)).said).toContain('holds a desk already');
  expect(await withEmbedded(other!, countPeople)).toBe(2);
  const replaced = await run('restore', [file!, '--replace'], other!);
  const [, kept] = /A backup made just before is (\S+)\.$/m.exec(replaced.said) ?? [];
  expect(await withEmbedded(other!, countPeople)).toBe(1);
  expect((await run('restore', [kept!, '--replace'], other!)).code).toBe(0);
  expect(await withEmbedded(other!, countPeople)).toBe(2);
});

test('a desk that runs is not restored into', async () => {
  const data = mkdtempSync(join(folder, 'running-'));
  const file = join(folder, 'backup');
  const lock = await lockDataFolder(data, 'http://127.0.0.1:3000');
  if (!lock.ok) throw new Error(lock.failure);
  onTestFinished(lock.value.release);
  const refused = await run('restore', [file, '--replace'], data);
  expect(refused.said).toContain('Galley is already running from');
  expect(refused.code).toBe(1);
  expect(existsSync(join(data, 'database'))).toBe(false);
});

describe('npm start on a database of an older Galley, when a migration fails,', () => {
  test('leaves it as it was, with a backup beside it', async () => {
    const database = await createEmptyDatabase();
    onTestFinished(database.drop);
    const { url } = database;
    const data = join(folder, 'upgrading');
    const [first, ...later] = await listMigrations();
    await withClient(url, async (client) => {
      await runMigrations(client, [first!]);
      // A function that a later migration makes, so that this one cannot.
      await client.query('CREATE FUNCTION redact_text(content text) RETURNS int LANGUAGE sql RETURN 1');
    });
    await addPerson(url, 'one');
    const read = (): Promise<unknown> =>
      withClient(url, async (client) => [
        await describeCatalog(client),
        (await client.query<{ name: string }>('SELECT * FROM _prisma_migrations')).rows,
        (await client.query<{ name: string }>('SELECT tgname FROM pg_trigger WHERE NOT tgisinternal')).rows,
      ]);
    const before = await read();
    const start = (): Promise<{ exitCode: number | null; output: string }> =>
      new DeskProcess({
        GALLEY_DATA: data,
        DATABASE_URL: url,
        PORT: '3999',
        GALLEY_UNSAFE_DATABASE: '1',
      }).waitForEnd();
    const { exitCode, output } = await start();
    expect(exitCode).toBe(1);
    const [, file] =
      /^The migration \S+ failed \([^\n]*redact_text[^\n]*\); the database is as it was before\. A backup made just before is (\S+)\. To go back, [^\n]*$/.exec(
        output,
      ) ?? [];
    expect(await read()).toEqual(before);
    expect((await run('backup', [file!, '--check'], data)).said).toContain('Whole: ');

    const elsewhere = join(folder, 'elsewhere');
    expect((await run('restore', [file!], elsewhere)).said).toContain(
      `Brought up to the present: ${later[0]}`,
    );
    expect(await withEmbedded(elsewhere, countPeople)).toBe(1);

    // Six more attempts: the last five backups are kept.
    for (let attempt = 0; attempt < 6; attempt += 1) await start();
    expect(readdirSync(join(data, 'backups'))).toHaveLength(5);
  });
});
