import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runApart, type ApartEnd } from './run-apart';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'galley-apart-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** How a program ended that does this at once. */
function endOf(does: string): Promise<ApartEnd> {
  const program = join(folder, 'program.mjs');
  writeFileSync(program, does);
  return runApart<object, never>({
    program: [relative(process.cwd(), program)],
    ...{ order: {}, heap: 64, patience: 60_000, quiet: true, onNews: () => undefined },
  });
}

test.each<[string, ApartEnd['how'], RegExp]>([
  ['process.disconnect();', 'done', /^0$/],
  [
    'const all = []; for (;;) all.push(new Array(100_000).fill(all.length + 0.5));',
    'out of memory',
    /SIGABRT|134/,
  ],
  ["process.kill(process.pid, 'SIGKILL');", 'out of memory', /^SIGKILL/],
  ['process.exit(134);', 'out of memory', /^134/],
  ["process.kill(process.pid, 'SIGTERM');", 'died', /^SIGTERM/],
  ["throw new Error('a fault of ours');", 'died', /^1 [^]*a fault of ours/],
])('%s is told as: %s', { timeout: 60_000 }, async (does, how, trace) => {
  expect(await endOf(does)).toEqual({ how, trace: expect.stringMatching(trace) as string });
});

test('of what it complains only the end is kept', async () => {
  const { trace } = await endOf(
    "process.stderr.write('x'.repeat(100_000) + 'end'); process.exitCode = 3; process.disconnect();",
  );
  expect(trace).toMatch(/^3 x+end$/);
  expect(trace.length).toBeLessThan(2_100);
});
