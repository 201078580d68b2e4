import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const INTERVAL = 500;

/**
 * Calls back once when the npm that runs this process is gone. Between the two stands a shell that passes no signals on, so
 * without this a `kill` of npm would leave its command behind.
 */
export function watchNpm(onGone) {
  if (!process.env.npm_lifecycle_event) return;
  const shell = describe(process.ppid);
  const npm = shell && describe(shell.parent);
  const watched = npm && /\bnpm\b/.test(npm.command) ? [process.ppid, shell.parent] : [process.ppid];
  const timer = setInterval(() => {
    if (process.ppid === watched[0] && watched.every(isAlive)) return;
    clearInterval(timer);
    onGone();
  }, INTERVAL);
  timer.unref();
}

/** @returns {{ parent: number, command: string } | null} */
function describe(pid) {
  if (process.platform === 'linux') {
    const stat = readProc(pid, 'stat');
    if (stat === null) return null;
    const parent = Number(stat.slice(stat.lastIndexOf(')') + 4).split(' ')[0]);
    return { parent, command: (readProc(pid, 'cmdline') ?? '').split('\0').join(' ') };
  }
  const { stdout } = spawnSync('ps', ['-p', String(pid), '-o', 'ppid=,command='], { encoding: 'utf8' });
  const [, parent, command] = /^\s*(\d+)\s+(.*)/.exec(stdout ?? '') ?? [];
  return parent ? { parent: Number(parent), command } : null;
}

function isAlive(pid) {
  // One that was killed may stay in the list of processes for as long as nobody asks how it ended.
  if (process.platform === 'linux') return !/\) [ZX] /.test(readProc(pid, 'stat') ?? ') X ');
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function readProc(pid, file) {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return null;
  }
}
