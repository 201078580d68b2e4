import { residentMemory } from '../load/memory';
import { commandOf, processesBelow } from './process-tree';

/** Programs whose memory is their own matter: the database, and the browser that prints. */
const OTHERS = /postgres|chrom/u;
/** The process that makes long reports. */
const APART = /render-process/u;

/** Megabytes that processes hold. */
export interface Held {
  readonly server: number;
  /** In processes that make reports. */
  readonly apart: number;
}

/** What the processes started by this one hold, the database and browsers left out. */
export function treeMemory(): Held {
  const held = { server: 0, apart: 0 };
  for (const pid of processesBelow(process.pid)) {
    const command = commandOf(pid);
    const megabytes = residentMemory(pid);
    if (OTHERS.test(command) || Number.isNaN(megabytes)) continue;
    held[APART.test(command) ? 'apart' : 'server'] += megabytes;
  }
  return held;
}

export const total = ({ server, apart }: Held): number => server + apart;
