import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { processesBelow } from './process-tree';

/** What a piece of work took, in milliseconds: by the clock, and of processors, however many others wanted them. */
export interface WorkTime {
  readonly clock: number;
  readonly processor: number;
}

/** Milliseconds between two looks at the processes that the work started: they may end before it does. */
const LOOK = 50;
/** Milliseconds of a tick, in which Linux counts. */
const TICK = 10;

/** Does the work and says what it took, in this process and in those it starts. */
export async function timeWork(work: () => unknown): Promise<WorkTime> {
  const before = { own: process.cpuUsage(), below: timeBelow(), clock: performance.now() };
  let below = 0;
  const look = (): void => void (below = Math.max(below, timeBelow() - before.below));
  const looks = setInterval(look, LOOK);
  try {
    await work();
  } finally {
    clearInterval(looks);
  }
  look();
  const { user, system } = process.cpuUsage(before.own);
  return { clock: performance.now() - before.clock, processor: (user + system) / 1_000 + below };
}

/** Of all processes below this one that live, with what they have waited for. */
const timeBelow = (): number =>
  processesBelow(process.pid)
    .map(timeOf)
    .reduce((sum, time) => sum + time, 0);

function timeOf(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return TICK * [11, 12, 13, 14].reduce((sum, at) => sum + Number(fields[at]), 0);
  } catch {
    return 0;
  }
}
