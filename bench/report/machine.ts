import { readFileSync } from 'node:fs';
import { cpus, loadavg, release, totalmem, type } from 'node:os';
import { inProject } from '@/bin/project';

/** Where figures come from: without that they say nothing. */
export interface Machine {
  readonly processor: string;
  readonly cores: number;
  readonly memory: string;
  readonly system: string;
  readonly node: string;
  readonly next: string;
}

export function describeMachine(): Machine {
  const next = JSON.parse(readFileSync(inProject('node_modules/next/package.json'), 'utf8')) as {
    version: string;
  };
  return {
    processor: cpus()[0]?.model ?? 'unknown',
    cores: cpus().length,
    memory: `${Math.round(totalmem() / 2 ** 30)} GiB`,
    system: `${type()} ${release()}`,
    node: process.version,
    next: next.version,
  };
}

/** Processes that wanted to run, on average of the last minute; beyond the number of cores somebody waited. */
export const currentLoad = (): string => (loadavg()[0] ?? 0).toFixed(1);
