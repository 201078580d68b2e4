import { existsSync, linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { fail, ok } from '@/lib/result';
import { errorCode, type Attempt } from '../attempt';
import { waitUntil } from '../processes/end';
import { findSameProcess, identifyProcess } from '../processes/identity';

const Holder = z.object({
  pid: z.number(),
  startedAt: z.string(),
  /** Where its desk is served. */
  address: z.string(),
  /** It has been told to stop, and is at it. */
  isStopping: z.boolean(),
});
type Holder = z.infer<typeof Holder>;

export interface LauncherLock {
  /** Tells the next launcher that the wait is short. */
  readonly announceStop: () => void;
  readonly release: () => void;
}

/** Longer than a launcher needs to stop, so that a stop and a start in one breath both succeed. */
const WHILE_STOPPING = 8000;
/** For a launcher that has not yet noticed that what started it was killed. */
const OTHERWISE = 1000;

const lockFile = (dataFolder: string): string => join(dataFolder, 'launcher.json');

/** The launcher that serves from this data folder, if one does. */
export function findLauncher(dataFolder: string): Holder | null {
  const file = lockFile(dataFolder);
  if (!existsSync(file)) return null;
  const holder = Holder.safeParse(parseJson(readFileSync(file, 'utf8')));
  return holder.success && findSameProcess(holder.data) ? holder.data : null;
}

/**
 * Takes the data folder for this process: one launcher at a time. The lock is a file naming its holder, so one left behind by a
 * launcher that was killed is recognised and taken over.
 */
export async function lockDataFolder(dataFolder: string, address: string): Promise<Attempt<LauncherLock>> {
  const self = identifyProcess(process.pid);
  if (!self) throw new Error('This process cannot find itself in the system’s list of processes.');
  const file = lockFile(dataFolder);
  const mine = `${file}.${process.pid}`;
  const write = (to: string, isStopping: boolean): void =>
    writeFileSync(to, JSON.stringify({ ...self, address, isStopping } satisfies Holder));
  write(mine, false);
  const announceStop = (): void => {
    // In one piece: half a lock would be taken for none.
    write(mine, true);
    renameSync(mine, file);
  };
  const impatient = performance.now() + OTHERWISE;
  let isMine = false;
  await waitUntil(
    () => {
      isMine = takeOver(file, mine);
      return isMine || (performance.now() > impatient && findLauncher(dataFolder)?.isStopping === false);
    },
    WHILE_STOPPING,
    100,
  );
  rmSync(mine, { force: true });
  if (isMine) return ok({ announceStop, release: () => rmSync(file, { force: true }) });
  const holder = findLauncher(dataFolder);
  return fail(
    `Galley is already running from ${dataFolder}${holder ? ` (process ${holder.pid}, ${holder.address})` : ''}; stop it first, or set GALLEY_DATA and PORT for a second one.`,
  );
}

function takeOver(file: string, mine: string): boolean {
  try {
    linkSync(mine, file);
    return true;
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
  }
  const content = readIfThere(file);
  const holder = Holder.safeParse(parseJson(content));
  if (holder.success && findSameProcess(holder.data)) return false;
  // Set aside first: if another launcher took it over since we looked, it gets it back.
  const aside = `${mine}.stale`;
  try {
    renameSync(file, aside);
    if (readIfThere(aside) !== content) linkSync(aside, file);
    rmSync(aside, { force: true });
  } catch (error) {
    if (errorCode(error) !== 'ENOENT' && errorCode(error) !== 'EEXIST') throw error;
  }
  return false;
}

function readIfThere(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
