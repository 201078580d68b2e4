import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PROJECT_FOLDER } from '@/bin/project';
import { runBench } from './desk/undo';
import { currentLoad, describeMachine } from './report/machine';
import { table, writeResults } from './report/write-results';
import { timeStart, type TimedStart } from './start/timed-start';

const SECOND_STARTS = 3;

await runBench(async (undo) => {
  const loadBefore = currentLoad();
  const folder = mkdtempSync(join(tmpdir(), 'galley-clone-'));
  undo.push(() => rmSync(folder, { recursive: true, force: true }));
  // As root, Postgres runs as another user, who has to get in: else its data would stand elsewhere and outlive the clone.
  chmodSync(folder, 0o755);
  execFileSync('git', ['clone', '--quiet', PROJECT_FOLDER, folder]);
  const commit = execFileSync('git', ['-C', folder, 'rev-parse', '--short', 'HEAD'], {
    encoding: 'utf8',
  }).trim();

  console.log(`First start, in a clean clone of ${commit} …`);
  const first = await timeStart(folder, undo);
  const later: TimedStart[] = [];
  while (later.length < SECOND_STARTS) {
    console.log(`Start ${later.length + 2} …`);
    later.push(await timeStart(folder, undo));
  }
  const second = later.toSorted((a, b) => a.total - b.total)[Math.floor(SECOND_STARTS / 2)]!;
  writeResults(
    'start',
    'Starting Galley',
    describeMachine(),
    [
      `A clean clone of ${commit}; the packages come from npm’s cache as far as it has them.`,
      `Load average ${loadBefore} before and ${currentLoad()} after; the second start is the median of ${SECOND_STARTS}.`,
    ],
    ['## First start', phaseTable(first), '## Second start, nothing changed', phaseTable(second)],
  );
});

function s(value: number): string {
  return value.toFixed(1);
}

function phaseTable({ phases, total, stop }: TimedStart): string {
  return table(
    ['phase', 'seconds'],
    [
      ...phases.map(({ name, seconds }) => [name, s(seconds)]),
      ['**`npm start` until the address is told**', `**${s(total)}**`],
      ['Ctrl-C until all of it has ended', s(stop)],
    ],
  );
}
