import { readdirSync, readFileSync } from 'node:fs';

/** The processes below one, however deep; by their numbers. Linux only: elsewhere there are none. */
export function processesBelow(pid: number): readonly number[] {
  const children = new Map<number, number[]>();
  for (const entry of entries()) {
    const parent = parentOf(entry);
    if (parent !== null) children.set(parent, [...(children.get(parent) ?? []), Number(entry)]);
  }
  const below = (one: number): number[] =>
    (children.get(one) ?? []).flatMap((child) => [child, ...below(child)]);
  return below(pid);
}

function entries(): readonly string[] {
  try {
    return readdirSync('/proc');
  } catch {
    return [];
  }
}

function parentOf(entry: string): number | null {
  if (!/^\d+$/u.test(entry)) return null;
  try {
    return Number(/\) \S (\d+)/u.exec(readFileSync(`/proc/${entry}/stat`, 'utf8'))?.[1]);
  } catch {
    return null;
  }
}

/** How a process was called; empty for one that has ended. */
export function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}
