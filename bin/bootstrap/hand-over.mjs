import { spawn } from 'node:child_process';
import { OWN_NODE, PROJECT_FOLDER } from './project.mjs';
import { watchNpm } from './watch-npm.mjs';

const PASSED_ON = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs a TypeScript file under our own Node until it ends, and returns its exit code. The channel between the two lets the
 * command notice when this process is killed.
 *
 * @returns {Promise<number>}
 */
export function handOver(command, args) {
  const child = spawn(OWN_NODE, ['--import', 'tsx', command, ...args], {
    cwd: PROJECT_FOLDER,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  for (const signal of PASSED_ON) process.on(signal, () => child.kill(signal));
  watchNpm(() => child.kill('SIGTERM'));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 1));
  });
}
