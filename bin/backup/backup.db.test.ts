import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { newId } from '@/lib/ids';
import { listMigrations } from '@/lib/store/migration-state';
import { settings } from '@/lib/settings';
import { buildAnnotation } from '@/prisma/builders/annotation';
import { buildFullDesk, type FullDesk } from '@/prisma/builders/full-desk';
import { describeCatalog } from '@/prisma/catalog';
import { applyMigrations } from '@/prisma/migrate';
import { runMigrations } from '@/prisma/run-migrations';
import {
  createEmptyDatabase,
  createTestDatabase,
  withClient,
  type TestDatabase,
} from '@/prisma/test-database';
import { withTestDatabase } from '@/prisma/with-test-database';
import type { Attempt } from '../attempt';
import { writeHeader, type BackupHeader } from './header';
import { checkBackup, openBackup, type Backup } from './open-backup';
import { listUnknownTriggers } from './promises';
import { restoreBackup, type Restored } from './restore-backup';
import { LEFT_OUT, listTables } from './tables';
import { writeBackup } from './write-backup';

withTestDatabase();

const folder = mkdtempSync(join(tmpdir(), 'galley-backup-'));
const going = new AbortController().signal;
const source = (): string => settings().databaseUrl;
let desk: FullDesk;
let file: string;
let backup: Backup;
/** Every table's rows when the backup was made. */
let backedUp: Record<string, string[]>;

beforeAll(async () => {
  desk = await buildFullDesk();
  file = await newBackup();
  backup = valueOf(await openBackup(file));
  backedUp = await readRows(source());
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function valueOf<T>(attempt: Attempt<T>): T {
  if (!attempt.ok) throw new Error(attempt.failure);
  return attempt.value;
}

async function newBackup(): Promise<string> {
  const path = join(folder, newId());
  valueOf(await writeBackup({ databaseUrl: source(), file: path, force: false, signal: going }));
  return path;
}

async function emptyDatabase(): Promise<TestDatabase> {
  const database = await createEmptyDatabase();
  onTestFinished(database.drop);
  return database;
}

const restore = (databaseUrl: string, from: Backup = backup): Promise<Attempt<Restored>> =>
  restoreBackup({ databaseUrl, backup: from, replace: null, verify: true, signal: going });

/** Every row of a table as Postgres itself writes it, which is another way than the backup's. */
const readRows = (url: string): Promise<Record<string, string[]>> =>
  withClient(url, async (client) => {
    const found: Record<string, string[]> = {};
    for (const { name } of await listTables(client)) {
      const { rows } = await client.query<{ row: string }>(
        `SELECT to_jsonb(t)::text AS row FROM "${name}" t ORDER BY to_jsonb(t)::text COLLATE "C"`,
      );
      found[name] = rows.map(({ row }) => row);
    }
    return found;
  });

describe('a backup, restored elsewhere,', () => {
  test('is the same row for row, table for table', async () => {
    const { url } = await emptyDatabase();
    const said = valueOf(await restore(url));
    const restored = await readRows(url);
    expect(restored).toEqual(backedUp);
    expect(said).toHaveLength(Object.keys(restored).length);
    for (const [name, rows] of Object.entries(restored)) expect(rows.length, name).toBeGreaterThan(0);
  });

  test('has the tables, triggers, checks and keys the migrations make', async () => {
    const { url } = await emptyDatabase();
    valueOf(await restore(url));
    expect(await withClient(url, describeCatalog)).toEqual(await withClient(source(), describeCatalog));
    const guards = `
      SELECT tgrelid::regclass::text || ' ' || tgname || ' ' || tgenabled::text AS guard FROM pg_trigger WHERE NOT tgisinternal
      UNION ALL SELECT conrelid::regclass::text || ' ' || conname || ' ' || pg_get_constraintdef(oid) || convalidated
        FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND contype <> 'n' ORDER BY 1`;
    const read = (from: string): Promise<unknown[]> =>
      withClient(from, async (client) => (await client.query<{ guard: string }>(guards)).rows);
    expect(await read(url)).toEqual(await read(source()));
    await expect(withClient(url, (client) => client.query('DELETE FROM event'))).rejects.toThrow(
      'never deleted',
    );
  });

  test('shows one moment, although people go on marking', async () => {
    let isWriting = true;
    let marks = 0;
    const firstMark = Promise.withResolvers<null>();
    const writing = (async () => {
      while (isWriting) {
        await buildAnnotation({ article: desk.article, quote: 'Harbour' });
        marks += 1;
        firstMark.resolve(null);
      }
    })();
    await firstMark.promise;
    const busy = valueOf(await openBackup(await newBackup()));
    isWriting = false;
    await writing;
    const { url } = await emptyDatabase();
    valueOf(await restore(url, busy));
    const counted = await withClient(url, (client) =>
      client.query<{ marks: number; torn: number }>(
        `SELECT (SELECT count(*)::int FROM annotation WHERE exact = 'Harbour') AS marks,
                (SELECT count(*)::int FROM article a WHERE a."lastSeq" <>
                  (SELECT count(*) FROM event e WHERE e."articleId" = a.id)) AS torn`,
      ),
    );
    const found = counted.rows[0]!;
    expect(found.torn).toBe(0);
    expect(found.marks).toBeGreaterThan(1);
    expect(found.marks).toBeLessThanOrEqual(marks + 1);
  });

  test('of an older Galley is brought up to the present', async () => {
    const old = await emptyDatabase();
    const all = await listMigrations();
    await withClient(old.url, async (client) => {
      await runMigrations(client, all.slice(0, -1));
      await client.query(
        `INSERT INTO person (id, email, name, "updatedAt") VALUES (gen_random_uuid(), 'a@desk.example', 'A', now())`,
      );
    });
    const path = join(folder, newId());
    valueOf(await writeBackup({ databaseUrl: old.url, file: path, force: false, signal: going }));
    const { url } = await emptyDatabase();
    const said = valueOf(await restore(url, valueOf(await openBackup(path))));
    expect(said.at(-1)).toBe(`Brought up to the present: ${all.at(-1)}.`);
    expect(valueOf(await applyMigrations(url).then(orSentence)).applied).toEqual([]);
    expect(await withClient(url, describeCatalog)).toEqual(await withClient(source(), describeCatalog));
  });
});

const orSentence = <T>(result: { ok: true; value: T } | { ok: false; failure: unknown }): Attempt<T> =>
  result.ok ? result : { ok: false, failure: JSON.stringify(result.failure) };

describe('what a backup holds', () => {
  test('is every table but those that are left out for a reason', async () => {
    const { kept, all } = await withClient(source(), async (client) => ({
      kept: (await listTables(client)).map(({ name }) => name),
      all: (
        await client.query<{ name: string; persistence: string }>(
          `SELECT relname AS name, relpersistence AS persistence FROM pg_class
            WHERE relkind IN ('r', 'p') AND relnamespace::regnamespace::text !~ '^(pg_|information_schema)'`,
        )
      ).rows,
    }));
    const unlogged = all.filter(({ persistence }) => persistence === 'u').map(({ name }) => name);
    const leftOut = [...unlogged, ...Object.keys(LEFT_OUT)];
    expect([...kept, ...leftOut].sort()).toEqual(all.map(({ name }) => name).sort());
  });

  test('is checked for what every trigger at insertion promises', async () => {
    expect(await withClient(source(), listUnknownTriggers)).toEqual([]);
  });

  test('stands in its header', () => {
    const { header } = backup;
    expect(header.migrations).toEqual(header.migrations.toSorted());
    expect(header.galley).toMatch(/^\d+\.\d+\.\d+$/);
    const text = readFileSync(file).toString('latin1');
    expect(text.startsWith('Galley backup 1, header of ')).toBe(true);
    expect(header.tables.find(({ name }) => name === 'event')).toMatchObject({
      rows: expect.any(Number) as number,
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
    });
  });
});

describe('writing a backup', () => {
  test('never overwrites a file unless told to', async () => {
    const path = join(folder, 'taken');
    writeFileSync(path, 'mine');
    const order = { databaseUrl: source(), file: path, signal: going };
    expect(await writeBackup({ ...order, force: false })).toEqual({
      ok: false,
      failure: `${path} exists already; choose another name, or add --force to replace it.`,
    });
    expect(readFileSync(path, 'utf8')).toBe('mine');
    valueOf(await writeBackup({ ...order, force: true }));
    expect((await openBackup(path)).ok).toBe(true);
  });

  test('leaves nothing when it is stopped', async () => {
    const place = mkdtempSync(join(folder, 'stopped-'));
    const stop = new AbortController();
    const order = { databaseUrl: source(), file: join(place, 'backup'), force: false, signal: stop.signal };
    const written = await writeBackup({ ...order, onProgress: () => stop.abort() });
    expect(written).toEqual({ ok: false, failure: 'Stopped; no backup was written.' });
    expect(readdirSync(place)).toEqual([]);
  });

  test.each([
    ['a database without a desk', async () => (await emptyDatabase()).url, /^There is nothing to back up/],
    [
      'a database that is not there',
      () => Promise.resolve('postgresql://galley@127.0.0.1:1/x'),
      /cannot be reached/,
    ],
  ])('refuses %s', async (_, url, sentence) => {
    const path = join(folder, newId());
    const written = await writeBackup({ databaseUrl: await url(), file: path, force: false, signal: going });
    expect(written.ok ? '' : written.failure).toMatch(sentence);
    expect(existsSync(path)).toBe(false);
  });
});

/** The backup with its bytes changed. */
function changed(change: (bytes: Buffer) => Buffer): string {
  const path = join(folder, newId());
  writeFileSync(path, change(readFileSync(file)));
  return path;
}

/** The backup with another header, whose own hash is right. */
function forged(change: (header: BackupHeader) => BackupHeader, rows?: Record<string, string>): string {
  const bytes = readFileSync(file);
  const parts: Buffer[] = [];
  let start = 200_000;
  const tables = backup.header.tables.map((table) => {
    const text = rows?.[table.name];
    const body =
      text === undefined
        ? bytes.subarray(table.start, table.start + table.size)
        : gzipSync(Buffer.from(text));
    parts.push(body);
    const tally =
      text === undefined
        ? {}
        : {
            rows: text.split('\n').length - 1,
            bytes: Buffer.byteLength(text),
            sha256: createHash('sha256').update(text).digest('hex'),
          };
    const entry = { ...table, ...tally, start, size: body.length };
    start += body.length;
    return entry;
  });
  const path = join(folder, newId());
  const header = writeHeader(change({ ...backup.header, tables }), 200_000);
  writeFileSync(path, Buffer.concat([header, ...parts]));
  return path;
}

const flip = (bytes: Buffer, at: number): Buffer => {
  bytes[at]! ^= 1;
  return bytes;
};

async function refusalOf(path: string, url: string): Promise<string> {
  const opened = await openBackup(path);
  if (!opened.ok) return opened.failure;
  const checked = await checkBackup(opened.value, going);
  if (!checked.ok) return checked.failure;
  const restored = await restore(url, opened.value);
  return restored.ok ? 'restored' : restored.failure;
}

const HOSTILE: Readonly<Record<string, [make: () => string, sentence: RegExp]>> = {
  'no file': [() => join(folder, 'nowhere'), /^There is no file \S+nowhere\.$/],
  'a folder': [() => folder, /is a folder, not a backup\.$/],
  'an empty file': [() => changed(() => Buffer.alloc(0)), /is not a backup of Galley/],
  'a foreign file': [() => changed(() => Buffer.from('PGDMP'.repeat(99))), /is not a backup of Galley/],
  'a newer format': [
    () => changed((bytes) => (bytes.write('Galley backup 2', 0), bytes)),
    /was written by a newer Galley/,
  ],
  'a header cut short': [
    () => changed((bytes) => bytes.subarray(0, 500)),
    /header is not what its first line says/,
  ],
  'an altered header': [() => changed((bytes) => flip(bytes, 300)), /header is not what its first line says/],
  'a file cut short': [
    () => changed((bytes) => bytes.subarray(0, -1)),
    /is cut short: it should have \d+ bytes/,
  ],
  'a file with more at its end': [
    () => changed((bytes) => Buffer.concat([bytes, bytes])),
    /was altered: it should/,
  ],
  'altered rows': [
    () =>
      changed((bytes) => flip(bytes, backup.header.tables.find(({ name }) => name === 'event')!.start + 50)),
    /was altered: its table event is not what was backed up/,
  ],
  'a newer Galley’s migrations': [
    () => forged((header) => ({ ...header, migrations: [...header.migrations, '29990101000000_later'] })),
    /was made by a newer Galley .*29990101000000_later/,
  ],
  'tables that no migration makes': [
    () => forged((header) => ({ ...header, tables: [...header.tables.slice(0, -1)] })),
    /was altered: it should have|does not fit/,
  ],
  'rows that are none': [
    () => forged((header) => header, { tag: 'no\trow\tat all\n' }),
    /could not be restored .*nothing was changed/,
  ],
  'rows that refer to nothing': [
    () => forged((header) => header, { person: '' }),
    /could not be restored .*foreign key/,
  ],
};

describe('a restore changes nothing and says why when it is given', () => {
  test.each(Object.entries(HOSTILE))('%s', async (_, [make, sentence]) => {
    const { url } = await emptyDatabase();
    expect(await refusalOf(make(), url)).toMatch(sentence);
    expect(await withClient(url, describeCatalog)).toEqual([]);
  });

  test('rows that no trigger would have let in', async () => {
    const { url: other } = await emptyDatabase();
    valueOf(await restore(other));
    await withClient(other, async (client) => {
      await client.query('ALTER TABLE annotation DISABLE TRIGGER USER');
      await client.query(`UPDATE annotation SET exact = 'Sayug-FG' WHERE exact = 'Soyug-FG'`);
    });
    const path = join(folder, newId());
    valueOf(await writeBackup({ databaseUrl: other, file: path, force: false, signal: going }));
    const { url } = await emptyDatabase();
    expect(await refusalOf(path, url)).toMatch(
      /holds rows that no desk would have: annotation_exact_new \(1\)/,
    );
    expect(await withClient(url, describeCatalog)).toEqual([]);
  });

  test('a database in use, unless it is to be replaced and has been backed up', async () => {
    const database = await createTestDatabase();
    onTestFinished(database.drop);
    const { url } = database;
    const order = { databaseUrl: url, backup, verify: false, signal: going };
    const refused = await restoreBackup({ ...order, replace: null });
    expect(refused.ok ? '' : refused.failure).toMatch(/^The database holds a desk already/);
    const notKept = await restoreBackup({
      ...order,
      replace: () => Promise.resolve({ ok: false, failure: 'No room.' }),
    });
    expect(notKept).toEqual({ ok: false, failure: 'No room.' });
    const inUse = await withClient(url, () => restoreBackup({ ...order, replace: null }));
    expect(inUse.ok).toBe(false);
    const busy = await withClient(url, () =>
      restoreBackup({ ...order, replace: () => Promise.resolve({ ok: true, value: 'Kept.' }) }),
    );
    expect(busy.ok ? '' : busy.failure).toMatch(/^The database is in use by 1 other connection/);
    expect((await readRows(url))['person']).toEqual([]);
    const done = await restoreBackup({
      ...order,
      replace: () => Promise.resolve({ ok: true, value: 'Kept.' }),
    });
    expect(valueOf(done)).toEqual(['Kept.']);
    expect(await readRows(url)).toEqual(backedUp);
  });

  test('a database of another program', async () => {
    const { url } = await emptyDatabase();
    await withClient(url, (client) => client.query('CREATE TABLE invoices (id int)'));
    const order = { databaseUrl: url, backup, verify: false, signal: going };
    const refused = await restoreBackup({
      ...order,
      replace: () => Promise.resolve({ ok: true, value: '' }),
    });
    expect(refused.ok ? '' : refused.failure).toMatch(/tables that are not Galley’s/);
  });

  test('a signal to stop in the middle', async () => {
    const { url } = await emptyDatabase();
    const stop = new AbortController();
    const onProgress = (table: string): void => void (table === 'person' && stop.abort());
    const stopped = await restoreBackup({
      databaseUrl: url,
      backup,
      replace: null,
      verify: false,
      signal: stop.signal,
      onProgress,
    });
    expect(stopped).toEqual({ ok: false, failure: 'Stopped; nothing was changed.' });
    expect(await withClient(url, describeCatalog)).toEqual([]);
  });
});

test('a whole file is found whole', async () => {
  const copy = join(folder, newId());
  copyFileSync(file, copy);
  expect((await checkBackup(valueOf(await openBackup(copy)), going)).ok).toBe(true);
});
