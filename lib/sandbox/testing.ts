import { spawnSync } from 'node:child_process';

/** The processes that this one has started and whose command line has these words in it, by id. */
export function childrenRunning(words: string): number[] {
  const { status, stdout, error } = spawnSync('pgrep', ['-P', String(process.pid), '-f', words], {
    encoding: 'utf8',
  });
  // 1: there are none. Anything else, and we do not know.
  if (error !== undefined || (status !== 0 && status !== 1)) {
    throw error ?? new Error(`pgrep ended with ${status}`);
  }
  return stdout.split('\n').filter(Boolean).map(Number);
}
