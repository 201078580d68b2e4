import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';

/** How many checks of a layer held, and how many did not. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
}

const VitestReport = z.object({
  success: z.boolean(),
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
});

const PlaywrightReport = z.object({
  errors: z.array(z.unknown()),
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
});

/** Counts a report of vitest's JSON reporter. What was skipped did not hold. */
export function countVitest(reportFile: string, succeeded: boolean): Counts {
  const report = VitestReport.safeParse(readJson(reportFile));
  if (!report.success) return { passed: 0, failed: 1 };
  const { success, numPassedTests, numFailedTests, numPendingTests, numTodoTests } = report.data;
  return settle(numPassedTests, numFailedTests + numPendingTests + numTodoTests, succeeded && success);
}

/** Counts a report of Playwright's JSON reporter. A test that held only at a second try did not hold. */
export function countPlaywright(reportFile: string, succeeded: boolean): Counts {
  const report = PlaywrightReport.safeParse(readJson(reportFile));
  if (!report.success) return { passed: 0, failed: 1 };
  const { expected, unexpected, flaky, skipped } = report.data.stats;
  return settle(expected, unexpected + flaky + skipped, succeeded && report.data.errors.length === 0);
}

/** A runner that failed without a failed test, or that ran none, is a failure itself. */
function settle(passed: number, failed: number, succeeded: boolean): Counts {
  const isUnexplained = failed === 0 && (!succeeded || passed === 0);
  return { passed, failed: isUnexplained ? 1 : failed };
}

function readJson(file: string): unknown {
  if (!existsSync(file)) return undefined;
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
