import { existsSync } from 'node:fs';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fail, ok } from '@/lib/result';
import type { Attempt } from '../attempt';
import { findProcess } from '../processes/identity';
import type { Binaries } from './binaries';
import type { DatabasePlace } from './place';
import { choosePort } from './port';
import { runAs, type SystemUser } from './run-as';

/** Server settings given on the command line, such as `{ fsync: 'off' }`. */
export type Tuning = Readonly<Record<string, string>>;

/** The port of the server that runs on this cluster, or null when none does. */
export async function findRunningServer(place: DatabasePlace): Promise<number | null> {
  const file = join(place.cluster, 'postmaster.pid');
  if (!existsSync(file)) return null;
  const [pid, , , port] = (await readFile(file, 'utf8')).split('\n');
  const running = findProcess(Number(pid));
  return running?.command.includes(place.cluster) ? Number(port) : null;
}

/** Starts the server and waits until it answers; crash recovery, if needed, is part of the wait. */
export async function startServer(
  place: DatabasePlace,
  binaries: Binaries,
  user: SystemUser | null,
  tuning: Tuning,
): Promise<Attempt<number>> {
  let reason = '';
  for (let attempt = 0; attempt < 10; attempt += 1) {
    await disarmStalePidFile(place);
    const port = await choosePort(place.portFile);
    const logged = await logLength(place);
    const settings = { listen_addresses: '127.0.0.1', port, unix_socket_directories: '', ...tuning };
    const options = Object.entries(settings).map(([name, value]) => `-c ${name}='${value}'`);
    const started = await runAs(user, binaries.pgCtl, [
      'start',
      '--wait',
      '--timeout=120',
      `--pgdata=${place.cluster}`,
      `--log=${place.logFile}`,
      `--options=${options.join(' ')}`,
    ]);
    if (started.succeeded) return ok(port);
    const reasons = await readReasons(place, logged);
    reason = reasons.at(-1) ?? started.said;
    // Another program took the port in between, or workers of a killed server still are at their last task: these
    // write into the same log, and often the last word.
    if (!reasons.some((each) => /TCP\/IP socket|shared memory block/.test(each))) break;
    await pause(300);
  }
  return fail(`Postgres did not start (${reason}); its log is ${place.logFile}.`);
}

/** Stops the server: connections are ended, everything is written. One that does not get there in time recovers at its next start. */
export async function stopServer(
  place: DatabasePlace,
  binaries: Binaries,
  user: SystemUser | null,
): Promise<void> {
  const stop = (mode: string): Promise<{ succeeded: boolean }> =>
    runAs(user, binaries.pgCtl, [
      'stop',
      `--mode=${mode}`,
      '--wait',
      '--timeout=3',
      '--pgdata',
      place.cluster,
    ]);
  if ((await stop('fast')).succeeded) return;
  if ((await findRunningServer(place)) !== null) await stop('immediate');
}

/**
 * After a crash the number in the pid file may by now belong to another program, or to a dead process nobody has collected, and
 * Postgres would take it for a running server. The file itself has to stay: from its other lines Postgres
 * sees whether workers of the old server are still alive. So the number is replaced by one no process has.
 */
async function disarmStalePidFile(place: DatabasePlace): Promise<void> {
  const file = join(place.cluster, 'postmaster.pid');
  if (!existsSync(file) || (await findRunningServer(place)) !== null) return;
  await writeFile(file, (await readFile(file, 'utf8')).replace(/^\d+/, '2147483646'));
}

async function logLength({ logFile }: DatabasePlace): Promise<number> {
  return existsSync(logFile) ? (await stat(logFile)).size : 0;
}

/** Why a server could not start, from what has been logged since: what killed connections say is no reason. */
async function readReasons({ logFile }: DatabasePlace, from: number): Promise<readonly string[]> {
  if (!existsSync(logFile)) return [];
  return (await readFile(logFile))
    .subarray(from)
    .toString()
    .split('\n')
    .filter((line) => /\b(FATAL|PANIC):/.test(line) && !line.includes('terminating connection'))
    .map((line) => line.replace(/^.*?\b(FATAL|PANIC):\s+/, ''));
}
