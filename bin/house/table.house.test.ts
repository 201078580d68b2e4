import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PROJECT_FOLDER } from '../project';
import { cruiseHouse, SERVER_SIDE, type Breach } from './cruise-house';

describe('this house', () => {
  test('keeps to its table', async () => {
    const { modules, breaches } = await cruiseHouse(PROJECT_FOLDER);
    expect(breaches).toEqual([]);
    // A cruise that sees nothing finds nothing: every module in the repository has to be among them.
    const seen = new Set(modules);
    expect(listTrackedModules().filter((path) => !seen.has(path))).toEqual([]);
  });
});

/** What is imported in a small house made up for this test, and the rule that has to catch it; null where none may. */
const imports: readonly (readonly [from: string, to: string, rule: string | null])[] = [
  ['lib/text/a.ts', '../schema/a', 'pure: text knows the rooms above it'],
  ['lib/text/b.ts', '../result', null],
  ['lib/text/c.ts', 'node:fs', 'pure: small pure libraries'],
  ['lib/text/d.ts', 'react', 'pure: small pure libraries'],
  ['lib/text/e.ts', '@prisma/client', 'pure: small pure libraries'],
  ['lib/text/f.test.ts', 'node:fs', null],
  ['lib/schema/b.ts', '@/lib/text/z', null],
  ['lib/schema/c.ts', 'zod', null],
  ['lib/annotation/a.ts', '@/lib/contract/z', 'pure: annotation knows the rooms above it'],
  ['lib/evidence/a.ts', '@/lib/store/z', 'pure: evidence knows the rooms above it'],
  ['lib/adjudication/a.ts', '@/lib/report/z', 'pure: adjudication knows the rooms above it'],
  ['lib/quotes/a.ts', '@/lib/suggestions/z', 'pure: quotes knows the rooms above it'],
  ['lib/suggestions/a.ts', '@/lib/dom/z', 'pure: suggestions knows the rooms above it'],
  ['lib/report/a.ts', '@/lib/commands/z', 'pure: report knows the rooms above it'],
  ['lib/interchange/a.ts', '@/lib/policy/z', 'pure: interchange knows the rooms above it'],
  ['lib/contract/a.ts', '@/lib/policy/z', 'pure: contract knows the rooms above it'],
  ['lib/policy/a.ts', '@/app/z', 'pure: policy knows the rooms above it'],
  ['lib/policy/b.ts', '@/lib/contract/z', null],
  ['lib/history/a.ts', '@/lib/sync/z', 'pure: history knows the rooms above it'],
  ['lib/dom/a.ts', '@/lib/store/z', 'dom knows pure rooms'],
  ['lib/dom/b.ts', '@/lib/text/z', null],
  ['lib/dom/c.ts', 'react', 'dom needs no packages'],
  ['lib/sync/a.ts', '@/lib/api/z', 'sync knows pure rooms'],
  ['lib/sync/b.ts', 'react', 'sync also uses idb'],
  ['lib/sync/c.ts', 'idb', null],
  ['lib/sync/d.ts', '@/lib/ids', null],
  ['lib/sync/e.ts', '@/lib/settings', 'sync knows pure rooms'],
  ['lib/sync/f.ts', '@/lib/next-turn', 'sync knows pure rooms'],
  ['lib/sandbox/n.ts', '@/lib/next-turn', null],
  ['lib/word-lists/a.ts', '@/lib/store/z', 'word lists know pure rooms'],
  ['lib/word-lists/b.ts', 'nspell', null],
  ['lib/store/f.ts', 'nspell', 'only word lists read dictionaries'],
  ['lib/store/a.ts', '@/lib/commands/z', 'store knows pure rooms'],
  ['lib/store/b.ts', 'next', 'store: no app, no Next'],
  ['lib/store/c.ts', '@/app/z', 'store knows pure rooms'],
  ['lib/store/d.ts', 'pg', null],
  ['lib/store/e.ts', '@prisma/client', null],
  ['lib/commands/a.ts', '@/lib/auth/z', 'commands know pure rooms and the store'],
  ['lib/commands/b.ts', 'next/headers', 'commands: no app, React, Next'],
  ['lib/commands/t.ts', '@/lib/store/transaction', null],
  ['lib/render/t.ts', '@/lib/store/transaction', 'only commands open transactions'],
  ['lib/commands/c.ts', 'react', 'commands: no app, React, Next'],
  ['lib/commands/d.ts', '@/lib/store/z', null],
  ['lib/commands/e.ts', 'pg', 'only the store connects to Postgres'],
  ['lib/commands/f.ts', '@/lib/store/generated/z', null],
  ['lib/auth/a.ts', '@/app/z', 'auth knows pure rooms, store and commands'],
  ['lib/auth/b.ts', 'react', 'auth, render, sandbox, jobs, api: no React'],
  ['lib/auth/c.ts', 'better-auth', null],
  ['lib/auth/d.ts', '@prisma/client', null],
  ['lib/render/a.ts', '@/lib/api/z', 'render knows pure rooms, store, commands and sandbox'],
  ['lib/render/b.ts', 'better-auth', 'only auth uses better-auth'],
  ['lib/render/c.ts', '@/lib/report/z', null],
  ['lib/sandbox/a.ts', '@/lib/sync/z', 'sandbox knows pure rooms, word lists and the store'],
  ['lib/jobs/a.ts', '@/lib/render/z', 'jobs knows pure rooms, store and commands'],
  ['lib/api/a.ts', '@/app/z', 'api knows pure rooms, store, commands, auth, render and sandbox'],
  ['lib/api/b.ts', 'react', 'auth, render, sandbox, jobs, api: no React'],
  ['lib/api/c.ts', '@prisma/client', 'only store, commands and auth know Prisma'],
  ['lib/api/d.ts', '@/lib/commands/z', null],
  ['app/page.tsx', '@/lib/dom/z', SERVER_SIDE],
  ['app/a/page.tsx', '../b/helper', null],
  ['app/b/helper.ts', '@/lib/sync/z', SERVER_SIDE],
  ['app/a/layout.tsx', '@/lib/store/z', null],
  ['app/b/page.tsx', '@prisma/client', 'app, server side: never Prisma'],
  ['app/b/layout.tsx', '@/lib/store/generated/z', 'app, server side: never Prisma'],
  ['app/c/page.tsx', '@/bin/z', 'app, server side: lib and app'],
  ['app/d/page.tsx', '../e/_desk/z', 'app: app/e/_desk is private'],
  ['app/e/page.tsx', './_desk/z', null],
  ['app/f/page.tsx', '@/app/_ui/z', null],
  ['app/g/client.tsx', '@/lib/store/z', 'app, client side: no server rooms, however far away'],
  ['app/h/client.tsx', './helper', 'app, client side: no server rooms, however far away'],
  ['app/h/helper.ts', '@/lib/auth/z', null],
  ['app/i/client.tsx', '@/lib/dom/z', null],
  [
    'app/i/j/client.tsx',
    '@/lib/contract/z',
    'app, client side: of the contract only types and what is plain',
  ],
  ['app/i/k/client.tsx', '@/lib/contract/plain/z', null],
  ['lib/sync/k.ts', '@/lib/contract/z', 'app, client side: of the contract only types and what is plain'],
  ['lib/contract/plain/a.ts', '@/lib/contract/z', 'the plain part of the contract knows only types'],
  ['lib/contract/plain/b.ts', 'zod', 'the plain part of the contract knows only types'],
  ['e2e/a.ts', '@/lib/store/z', 'e2e knows the contract and the builders'],
  ['e2e/b.ts', '@/lib/contract/z', null],
  ['e2e/c.ts', '@/prisma/builders/z', null],
  ['prisma/a.ts', '@/lib/store/z', null],
  ['bin/a.ts', '@/prisma/z', null],
  ['bench/a.ts', '@/lib/store/z', null],
  ['lib/loose.ts', '@/prisma/z', 'lib knows nothing of what stands on it'],
  ['lib/lost.ts', './nowhere', 'everything imported exists'],
  // A circle is reported once, at the first of its modules.
  ['lib/text/circle-a.ts', './circle-b', 'no circles'],
  ['lib/text/circle-b.ts', './circle-a', null],
];

describe('the table catches', () => {
  let root: string;
  let breaches: readonly Breach[];

  beforeAll(async () => {
    root = mkdtempSync(join(tmpdir(), 'galley-house-'));
    write('tsconfig.json', readFileSync(join(PROJECT_FOLDER, 'tsconfig.json'), 'utf8'));
    for (const [from, to] of imports) {
      const directive = from.endsWith('client.tsx') ? `'use client';\n` : '';
      write(from, `${directive}import * as it from '${to}';\nexport const here = it;\n`);
      if (to.startsWith('@/') || to.endsWith('/z')) {
        const target = to.startsWith('@/') ? to.slice(2) : join(dirname(from), to);
        write(`${target}.ts`, 'export const there = 1;\n');
      } else if (!to.startsWith('.') && !to.startsWith('node:')) {
        const name = to.split('/', to.startsWith('@') ? 2 : 1).join('/');
        write(`node_modules/${name}/package.json`, JSON.stringify({ name, main: 'index.js' }));
        write(`node_modules/${to === name ? `${name}/index` : to}.js`, 'module.exports = {};\n');
      }
    }
    for (const path of ['lib/schema/a.ts', 'lib/result.ts']) write(path, 'export const there = 1;\n');
    breaches = (await cruiseHouse(root)).breaches;
  });

  afterAll(() => rmSync(root, { recursive: true, force: true }));

  test.each(imports)('%s importing %s: %s', (from, _to, rule) => {
    const caught = breaches.filter((breach) => breach.from === from).map((breach) => breach.rule);
    if (rule === null) expect(caught).toEqual([]);
    else expect(caught).toContain(rule);
  });

  function write(path: string, content: string): void {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
});

/** As the repository knows them. */
function listTrackedModules(): string[] {
  const patterns = ['ts', 'tsx', 'mjs', 'cjs'].map((ending) => `*.${ending}`);
  const tracked = execFileSync('git', ['ls-files', '--', ...patterns], {
    cwd: PROJECT_FOLDER,
    encoding: 'utf8',
  });
  const modules = tracked.split('\n').filter((path) => path.includes('/'));
  expect(modules.length).toBeGreaterThan(100);
  return modules;
}
