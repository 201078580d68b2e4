import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { countPlaywright, countVitest } from './counts';

const folder = mkdtempSync(join(tmpdir(), 'galley-counts-'));
afterAll(() => rmSync(folder, { recursive: true }));

const report = (content: unknown): string => {
  const file = join(folder, 'report.json');
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
};

const vitest = { success: true, numPassedTests: 5, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0 };
const stats = { expected: 5, unexpected: 0, flaky: 0, skipped: 0 };

describe('countVitest', () => {
  test.each([
    ['all passed', vitest, true, { passed: 5, failed: 0 }],
    ['some failed', { ...vitest, success: false, numFailedTests: 2 }, false, { passed: 5, failed: 2 }],
    ['some skipped', { ...vitest, numPendingTests: 1, numTodoTests: 1 }, true, { passed: 5, failed: 2 }],
    ['none ran', { ...vitest, numPassedTests: 0 }, true, { passed: 0, failed: 1 }],
    ['a file that could not be loaded', { ...vitest, success: false }, false, { passed: 5, failed: 1 }],
    ['an error outside of any test', vitest, false, { passed: 5, failed: 1 }],
    ['half a report', '{"success":', true, { passed: 0, failed: 1 }],
  ])('%s', (_name, content, succeeded, counts) => {
    expect(countVitest(report(content), succeeded)).toEqual(counts);
  });

  test('no report at all', () => {
    expect(countVitest(join(folder, 'nowhere.json'), true)).toEqual({ passed: 0, failed: 1 });
  });
});

describe('countPlaywright', () => {
  test.each([
    ['all passed', { errors: [], stats }, true, { passed: 5, failed: 0 }],
    ['some failed', { errors: [], stats: { ...stats, unexpected: 1 } }, false, { passed: 5, failed: 1 }],
    [
      'passed at the second try',
      { errors: [], stats: { ...stats, flaky: 1 } },
      true,
      { passed: 5, failed: 1 },
    ],
    ['skipped', { errors: [], stats: { ...stats, skipped: 1 } }, true, { passed: 5, failed: 1 }],
    ['none ran', { errors: [], stats: { ...stats, expected: 0 } }, true, { passed: 0, failed: 1 }],
    ['an error outside of any test', { errors: [{}], stats }, false, { passed: 5, failed: 1 }],
  ])('%s', (_name, content, succeeded, counts) => {
    expect(countPlaywright(report(content), succeeded)).toEqual(counts);
  });
});
