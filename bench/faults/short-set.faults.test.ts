import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildApp } from '@/bin/steps/build';
import { TEST_BUILD } from '@/bin/test/layers';
import type { Undo } from '../desk/undo';
import { FaultDesk } from './fault-desk';
import type { FaultReport } from './fault-report';
import { runFault, SHORT_SET, type FaultName } from './run-faults';

const undo: Undo = [];
let desk: FaultDesk;

beforeAll(async () => {
  const built = await buildApp({ folder: TEST_BUILD });
  if (!built.ok) throw new Error(built.failure);
  desk = await FaultDesk.open(undo, TEST_BUILD);
});
afterAll(async () => {
  for (let step = undo.pop(); step !== undefined; step = undo.pop()) await step();
});

/** Printed with what it came to, so that a run that failed can be made again: `npm run faults -- NAME --seed SEED`. */
const seed = Number(process.env['GALLEY_TEST_SEED'] ?? Date.now() % 1_000_000);

async function run(name: FaultName): Promise<FaultReport> {
  const report = await runFault(name, desk, { ...SHORT_SET, seed });
  expect(report.wrong, `seed ${seed}`).toEqual([]);
  expect({ lost: report.lost, duplicated: report.duplicated }, `seed ${seed}`).toEqual({
    lost: 0,
    duplicated: 0,
  });
  return report;
}

/** Promised on a machine at rest; this one may have other work. */
const PATIENCE = 3;

describe('nothing is lost and nothing doubled', () => {
  test('when the app is killed in the middle of writing, and it is ready again within seconds', async () => {
    const { acknowledged, recoveries } = await run('kill-app');
    expect(acknowledged).toBeGreaterThanOrEqual(10_000);
    expect(recoveries).toHaveLength(20);
    expect(Math.max(...recoveries!)).toBeLessThan(PATIENCE * 5_000);
  });

  test('when Postgres is killed in the middle of writing, and the app finds it again by itself', async () => {
    const { acknowledged, recoveries } = await run('kill-database');
    expect(acknowledged).toBeGreaterThanOrEqual(10_000);
    expect(recoveries).toHaveLength(20);
    expect(Math.max(...recoveries!)).toBeLessThan(PATIENCE * 10_000);
  });

  test('when answers are cut off after the commit: the same id gives the same row', async () => {
    expect((await run('cut-answers')).acknowledged).toBe(200);
  });

  test('when two write to one mark: one wins, the other has both texts', async () => {
    expect((await run('races')).acknowledged).toBe(1_000);
  });

  test('when streams break off and are opened again: each reader sees each number once, in order', async () => {
    expect((await run('streams')).acknowledged).toBeGreaterThanOrEqual(10_000);
  });
});
