import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { errorCode } from '../attempt';

/**
 * Who a process is. Process numbers are given out again, so a recorded number alone proves nothing: together with
 * the moment it started it does.
 */
export interface ProcessIdentity {
  readonly pid: number;
  /** When it started, as the system tells it; only good for comparing. */
  readonly startedAt: string;
}

export interface RunningProcess extends ProcessIdentity {
  /** The command line, arguments joined by blanks. */
  readonly command: string;
}

/** The process with this number, or null when there is none (any more). */
export function findProcess(pid: number): RunningProcess | null {
  if (!Number.isSafeInteger(pid) || pid <= 0) return null;
  return process.platform === 'linux' ? readFromProc(pid) : readFromPs(pid);
}

/** The recorded process if it still runs, and is not another one that was given the same number. */
export function findSameProcess(recorded: ProcessIdentity): RunningProcess | null {
  const found = findProcess(recorded.pid);
  return found?.startedAt === recorded.startedAt ? found : null;
}

export function identifyProcess(pid: number): ProcessIdentity | null {
  const found = findProcess(pid);
  return found && { pid, startedAt: found.startedAt };
}

function readFromProc(pid: number): RunningProcess | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the name in brackets and may hold anything, brackets and blanks included.
    const [state, ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (state === 'Z' || state === 'X') return null;
    const bootId = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').join(' ').trim();
    return { pid, startedAt: `${bootId} ${fields[18] ?? ''}`, command };
  } catch (error) {
    if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ESRCH') return null;
    throw error;
  }
}

function readFromPs(pid: number): RunningProcess | null {
  const ask = (format: string): string =>
    execFileSync('ps', ['-p', String(pid), '-ww', '-o', format], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      env: { ...process.env, LC_ALL: 'C' },
    }).trim();
  try {
    const startedAt = ask('lstart=');
    return startedAt === '' ? null : { pid, startedAt, command: ask('command=') };
  } catch {
    // `ps` exits with 1 when no such process exists.
    return null;
  }
}
