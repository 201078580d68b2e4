import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fail, ok } from '@/lib/result';
import type { Settings } from '@/lib/settings';
import type { Attempt } from '../attempt';
import { openDatabase, migrateDatabase } from './database';
import { findLauncher } from './lock';

export interface ReachedDatabase {
  readonly url: string;
  /** Leaves things as they were found. */
  readonly leave: () => Promise<void>;
}

/**
 * The desk's database, for a short command: the one in use while the desk runs, else started for as long as it takes. For a command
 * that needs its tables to be the code's, it is `migrated` first.
 */
export async function reachDatabase(
  settings: Settings,
  tables: 'migrated' | 'as they are',
): Promise<Attempt<ReachedDatabase>> {
  const { dataFolder, databaseUrl } = settings;
  const isMade = ['database', 'database-name'].some((name) => existsSync(join(dataFolder, name)));
  if (databaseUrl === null && !isMade) {
    return fail(`There is no desk in ${dataFolder} yet: start one with npm start, or set GALLEY_DATA.`);
  }
  const database = await openDatabase(settings);
  if (!database.ok) return database;
  const { url, wasRunning, stop } = database.value;
  // A desk that started meanwhile is using it.
  const leave = async (): Promise<void> => {
    if (!wasRunning && findLauncher(dataFolder) === null) await stop();
  };
  // One that runs has been migrated by its launcher, perhaps of another version: not ours to change.
  const migrated = wasRunning || tables === 'as they are' ? ok([]) : await migrateDatabase(url, settings);
  if (migrated.ok) return ok({ url, leave });
  await leave();
  return migrated;
}
