import { readdirSync, readFileSync } from 'node:fs';
import { residentMemory } from '../load/memory';

/** Programs whose memory is their own matter: the database, and the browser that prints. */
const OTHERS = /postgres|chrom/u;

/** Megabytes that the processes started by this one hold together, the database and browsers left out. */
export function treeMemory(): number {
  const children = new Map<number, number[]>();
  for (const entry of readdirSync('/proc')) {
    const parent = parentOf(entry);
    if (parent !== null) children.set(parent, [...(children.get(parent) ?? []), Number(entry)]);
  }
  const below = (pid: number): number[] =>
    (children.get(pid) ?? []).flatMap((child) => [child, ...below(child)]);
  return below(process.pid)
    .filter((pid) => !OTHERS.test(commandOf(pid)))
    .map(residentMemory)
    .filter((megabytes) => !Number.isNaN(megabytes))
    .reduce((total, megabytes) => total + megabytes, 0);
}

function parentOf(entry: string): number | null {
  if (!/^\d+$/u.test(entry)) return null;
  try {
    return Number(/\) \S (\d+)/u.exec(readFileSync(`/proc/${entry}/stat`, 'utf8'))?.[1]);
  } catch {
    return null;
  }
}

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}
