import { setTimeout as pause } from 'node:timers/promises';
import { errorCode } from '../attempt';
import { findSameProcess, type ProcessIdentity } from './identity';

/** Waits until the condition holds; false when it still does not after so many milliseconds. */
export async function waitUntil(
  condition: () => boolean | Promise<boolean>,
  milliseconds: number,
  step = 50,
): Promise<boolean> {
  const deadline = performance.now() + milliseconds;
  for (;;) {
    if (await condition()) return true;
    if (performance.now() >= deadline) return false;
    await pause(step);
  }
}

/**
 * Asks a process that leads a group of its own to end, and ends the whole group when it has not after `patience` milliseconds. One
 * that is gone already is fine.
 */
export async function endProcess(leader: ProcessIdentity, patience: number): Promise<void> {
  if (!findSameProcess(leader)) return;
  signalGroup(leader.pid, 'SIGTERM');
  if (await waitUntil(() => !findSameProcess(leader), patience)) return;
  signalGroup(leader.pid, 'SIGKILL');
  await waitUntil(() => !findSameProcess(leader), 2000);
}

function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal);
  } catch (error) {
    if (errorCode(error) !== 'ESRCH') throw error;
  }
}
