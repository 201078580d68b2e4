import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ok } from '@/lib/result';
import type { Attempt } from '../attempt';
import { writeBackup } from './write-backup';

/** How many of the backups that Galley makes by itself are kept. */
const KEPT = 5;

/** Only what was made here by itself is ever removed: other files in the folder are somebody's own. */
const OWN_NAME = /^before-(?:upgrade|restore)-[\dTZ-]+\.galley-backup(?:\.\d+\.unfinished)?$/;

/** Backs up a database into the data folder before something changes it, and lets go of the oldest such backups. */
export async function keepBackup(
  dataFolder: string,
  databaseUrl: string,
  occasion: 'upgrade' | 'restore',
  signal: AbortSignal,
): Promise<Attempt<string>> {
  const folder = join(dataFolder, 'backups');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const time = new Date().toISOString().replace(/[:.]/g, '-');
  const file = join(folder, `before-${occasion}-${time}.galley-backup`);
  const written = await writeBackup({ databaseUrl, file, force: false, signal });
  if (!written.ok) return written;
  const own = (await readdir(folder)).filter((name) => OWN_NAME.test(name));
  // One that is unfinished now was broken off: nobody else writes here at this moment.
  const unfinished = own.filter((name) => name.endsWith('.unfinished'));
  const finished = own.filter((name) => !unfinished.includes(name));
  finished.sort((one, other) => timeOf(one).localeCompare(timeOf(other)));
  for (const name of [...unfinished, ...finished.slice(0, -KEPT)])
    await rm(join(folder, name), { force: true });
  return ok(`A backup made just before is ${file}.`);
}

const timeOf = (name: string): string => name.replace(/^before-[a-z]+-/, '');
