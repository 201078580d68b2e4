import { readFileSync } from 'node:fs';
import { commandOf, processesBelow } from './process-tree';

/** Programs whose memory is their own matter: the database, and the browser that prints. */
const OTHERS = /postgres|chrom/u;
/** The process that makes long reports. */
const APART = /render-process/u;

/** Milliseconds between two looks. */
const LOOK = 200;

/** Megabytes that processes hold. */
export interface Held {
  readonly server: number;
  /** In processes that make reports. */
  readonly apart: number;
  readonly both: number;
}

/** How memory is counted: what processes share (the program itself, above all) for each of them, or divided among them. */
export type Counted = 'Rss' | 'Pss';

/** What the processes started by this one hold, the database and browsers left out. Linux only: elsewhere it is 0. */
export function treeMemory(): Readonly<Record<Counted, Held>> {
  const held = { Rss: { server: 0, apart: 0, both: 0 }, Pss: { server: 0, apart: 0, both: 0 } };
  for (const pid of processesBelow(process.pid)) {
    const command = commandOf(pid);
    if (OTHERS.test(command)) continue;
    const told = tellMemory(pid);
    for (const counted of ['Rss', 'Pss'] as const) {
      const megabytes = Number(new RegExp(`^${counted}:\\s+(\\d+) kB$`, 'mu').exec(told)?.[1] ?? 0) / 1024;
      held[counted][APART.test(command) ? 'apart' : 'server'] += megabytes;
      held[counted].both += megabytes;
    }
  }
  return held;
}

/** Empty for a process that has ended. */
function tellMemory(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
  } catch {
    return '';
  }
}

/** Looks at what is held while something lasts: at the most of each figure. */
export async function peakMemory(meanwhile: Promise<unknown>): Promise<Readonly<Record<Counted, Held>>> {
  const looks = [treeMemory()];
  const timer = setInterval(() => looks.push(treeMemory()), LOOK);
  await meanwhile.finally(() => clearInterval(timer));
  const most = (counted: Counted, part: keyof Held): number =>
    Math.max(...looks.map((held) => held[counted][part]));
  const peakOf = (counted: Counted): Held => ({
    server: most(counted, 'server'),
    apart: most(counted, 'apart'),
    both: most(counted, 'both'),
  });
  return { Rss: peakOf('Rss'), Pss: peakOf('Pss') };
}
