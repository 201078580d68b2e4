import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { Client } from 'pg';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { newId } from '@/lib/ids';
import { settings } from '@/lib/settings';
import { buildAnnotation } from '@/prisma/builders/annotation';
import { buildArticle } from '@/prisma/builders/article';
import { buildFullDesk } from '@/prisma/builders/full-desk';
import type { BuiltProject } from '@/prisma/builders/project';
import { createTestDatabase } from '@/prisma/test-database';
import { withTestDatabase } from '@/prisma/with-test-database';
import { importArchive } from './import-archive';
import { listArchiveTables } from './tables';
import { readArchive } from './write-archive';

withTestDatabase();

let projectId: string;
let lines: string[];
/** Of the project that has something in every table. */
let full: { readonly project: BuiltProject; readonly lines: readonly string[] };

async function linesOf(url: string, id: string): Promise<string[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const found: string[] = [];
  for await (const line of readArchive(client, id)) found.push(line.slice(0, -1));
  await client.end();
  return found;
}

async function query(url: string, sql: string, values: readonly string[] = []): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<Record<string, unknown>>(sql, [...values]);
  await client.end();
  return rows;
}

async function elsewhere(): Promise<string> {
  const database = await createTestDatabase();
  onTestFinished(database.drop);
  return database.url;
}

const load = (url: string, from: readonly string[]): ReturnType<typeof importArchive> =>
  importArchive(url, Readable.from(from), new AbortController().signal);

beforeAll(async () => {
  const article = await buildArticle({ text: 'Soyug-FG 😀 שָׁלוֹם stood.', byline: 'e\u0301' });
  await buildAnnotation({ article, quote: '😀', status: 'accepted' });
  await buildAnnotation({ article, quote: 'Soyug-FG', status: 'merged' });
  const { project } = await buildFullDesk();
  projectId = article.project.id;
  lines = await linesOf(settings().databaseUrl, projectId);
  full = { project, lines: await linesOf(settings().databaseUrl, project.id) };
});

/** An archive with some lines changed, and an end that fits. */
function forge(change: (line: string) => string, from: readonly string[] = lines): string[] {
  const changed = from.slice(0, -1).map(change);
  const hash = createHash('sha256');
  for (const line of changed) hash.update(`${line}\n`);
  return [...changed, JSON.stringify({ end: { lines: changed.length, sha256: hash.digest('hex') } })];
}

test('an archive that was loaded elsewhere is archived to the same bytes', async () => {
  const url = await elsewhere();
  expect(await load(url, lines)).toEqual({ ok: true, value: projectId });
  expect(await linesOf(url, projectId)).toEqual(lines);
});

test('every table of a project travels, rows and all', async () => {
  const client = new Client({ connectionString: settings().databaseUrl });
  await client.connect();
  const tables = await listArchiveTables(client);
  await client.end();
  for (const { name } of tables)
    expect(full.lines.filter((line) => line.startsWith(`{"table" : "${name}"`)).length, name).toBeGreaterThan(
      0,
    );
  const url = await elsewhere();
  expect(await load(url, full.lines)).toEqual({ ok: true, value: full.project.id });
  expect(await linesOf(url, full.project.id)).toEqual(full.lines);
});

test('people are found by their address, whatever their id; who is made cannot sign in', async () => {
  const url = await elsewhere();
  const { editor, reviewer } = full.project;
  const here = newId();
  await query(
    url,
    `INSERT INTO "person" ("id", "name", "email", "updatedAt") VALUES ($1, 'Known here', $2, now())`,
    [here, reviewer.email],
  );
  expect(await load(url, full.lines)).toEqual({ ok: true, value: full.project.id });
  const people = await query(
    url,
    `SELECT "id", "name", "deactivatedAt" IS NULL AS "isActive", (SELECT count(*)::int FROM "account" WHERE "personId" = p."id") AS "accounts"
       FROM "person" p WHERE "id" = ANY ($1::uuid[]) ORDER BY "name" = 'Known here'`,
    [`{${editor.id},${reviewer.id},${here}}`],
  );
  expect(people).toEqual([
    { id: editor.id, name: editor.name, isActive: false, accounts: 0 },
    { id: here, name: 'Known here', isActive: true, accounts: 0 },
  ]);
  const marks = await query(url, `SELECT DISTINCT "authorId" FROM "annotation"`);
  expect(marks).toEqual([{ authorId: here }]);
  const told = await query(url, `SELECT 1 FROM "event" e WHERE to_jsonb(e)::text LIKE '%' || $1 || '%'`, [
    reviewer.id,
  ]);
  expect(told).toEqual([]);
});

test('a text that says \\u0000 travels, and a NUL does not', async () => {
  expect(full.lines.some((line) => line.includes(String.raw`"exact": "\\N \\u0000"`))).toBe(true);
  const url = await elsewhere();
  const nul = forge((line) => line.replace(String.raw`\\N \\u0000`, String.raw`\\N \u0000`), full.lines);
  const refused = await load(url, nul);
  expect(refused.ok ? 'loaded' : refused.failure).toMatch(/Line \d+ is no row/);
});

test('a redacted article travels as it is, without a word of what it was', async () => {
  const article = await buildArticle({ text: 'Quayside 😀 שָׁלוֹם\n\nstood.' });
  await buildAnnotation({ article, quote: 'Quayside', status: 'accepted' });
  const here = new Client({ connectionString: settings().databaseUrl });
  await here.connect();
  await here.query('SELECT redact_article($1)', [article.id]);
  await here.end();
  const redacted = await linesOf(settings().databaseUrl, article.project.id);
  const url = await elsewhere();
  expect(await load(url, redacted)).toEqual({ ok: true, value: article.project.id });
  expect(await linesOf(url, article.project.id)).toEqual(redacted);
  expect(redacted.join()).not.toMatch(/Quayside|stood/);
});

test('it holds nobody’s secrets, and nothing of another project', () => {
  const tables = new Set(lines.slice(1, -1).map((line) => (JSON.parse(line) as { table: string }).table));
  for (const name of ['person', 'annotation', 'article_version', 'decision', 'event', 'tag_schema_version'])
    expect(tables).toContain(name);
  for (const name of ['session', 'account', 'api_token', 'one_time_link', 'verification'])
    expect(tables).not.toContain(name);
  expect(lines.filter((line) => line.startsWith('{"table" : "project"'))).toHaveLength(1);
});

describe('an import is refused whole', () => {
  test.each<[string, () => string[], RegExp]>([
    ['nothing', () => [], /cut short/],
    ['a foreign file', () => ['{"a": 1}'], /not the archive of a Galley project/],
    ['one without its end', () => lines.slice(0, -1), /cut short/],
    ['one with a line too few', () => lines.filter((_, index) => index !== 3), /was altered/],
    [
      'one that is no JSON',
      () => forge((line) => line.replace('{"table" : "event"', '{')),
      /Line \d+ is no row/,
    ],
    [
      'another text under a mark',
      () => forge((line) => line.replaceAll('"exact": "Soyug-FG"', '"exact": "Sayug-FG"')),
      /not the quote/,
    ],
    [
      'a text with another hash',
      () => forge((line) => line.replaceAll('"text": "Soyug', '"text": "Sayug')),
      /SHA-256/,
    ],
    [
      'a decision of a mark elsewhere',
      () => forge((line) => line.replace(/"annotationId": "[^"]+"/, `"annotationId": "${newId()}"`)),
      /refers with annotationId/,
    ],
    [
      'a column nobody knows',
      () => forge((line) => line.replace('"lastSeq":', '"secret": 1, "lastSeq":')),
      /is no row of the table/,
    ],
    ['a missing event', () => forge((line) => line.replace('"lastSeq": ', '"lastSeq": 9')), /without gaps/],
  ])('%s', async (_, make, sentence) => {
    const url = await elsewhere();
    const refused = await load(url, make());
    expect(refused.ok ? 'loaded' : refused.failure).toMatch(sentence);
    expect(await linesOf(url, projectId)).toHaveLength(2);
  });

  test('what is there already', async () => {
    const refused = await load(settings().databaseUrl, lines);
    expect(refused.ok ? 'loaded' : refused.failure).toMatch(/is here already/);
    expect(await linesOf(settings().databaseUrl, projectId)).toEqual(lines);
  });
});
