import type { Settings } from '@/lib/settings';
import { fail, ok } from '@/lib/result';
import { applyMigrations, describeMigrationFailure } from '@/prisma/migrate';
import type { Attempt } from '../attempt';
import { keepBackup } from '../backup/keep-backups';
import { openEmbeddedDatabase } from '../database/open';

export interface Database {
  readonly url: string;
  /** It was not started now: a server elsewhere, or one left running. */
  readonly wasRunning: boolean;
  /** What to tell the person who started Galley. */
  readonly news: readonly string[];
  /** Starts it again if it is ours and has died; true when it had to. */
  readonly revive: () => Promise<Attempt<boolean>>;
  /** Stops it, if it is ours to stop. */
  readonly stop: () => Promise<void>;
}

/** The database of `DATABASE_URL`, or the embedded one in the data folder, started. */
export async function openDatabase(settings: Settings): Promise<Attempt<Database>> {
  if (settings.databaseUrl !== null) {
    return ok({
      url: settings.databaseUrl,
      wasRunning: true,
      news: [],
      revive: () => Promise.resolve(ok(false)),
      stop: () => Promise.resolve(),
    });
  }
  const opened = await openEmbeddedDatabase({
    dataFolder: settings.dataFolder,
    userName: settings.databaseUser,
  });
  if (!opened.ok) return opened;
  const { url, wasRunning, place, revive, stop } = opened.value;
  const news = [`Database ${wasRunning ? 'found running' : 'started'} on port ${new URL(url).port}.`];
  if (place.isElsewhere) {
    news.push(
      `Its data is in ${place.folder}: as root it runs as the user "${settings.databaseUser}", who cannot enter ${settings.dataFolder}.`,
    );
  }
  return ok({ url, wasRunning, news, revive, stop });
}

/**
 * Brings it to the code's level, if it is one that keeps what it acknowledges, and after a backup if it has been in use; returns what
 * to tell.
 */
export async function migrateDatabase(
  url: string,
  { dataFolder, unsafeDatabase }: Pick<Settings, 'dataFolder' | 'unsafeDatabase'>,
  stop: AbortSignal = new AbortController().signal,
): Promise<Attempt<readonly string[]>> {
  const migrated = await applyMigrations(url, {
    allowUnsafe: unsafeDatabase,
    beforeUpgrade: () => keepBackup(dataFolder, url, 'upgrade', stop),
  });
  if (!migrated.ok) return fail(describeMigrationFailure(migrated.failure));
  const { applied, precaution } = migrated.value;
  if (applied.length === 0) return ok([]);
  return ok([`Migrations applied: ${applied.join(', ')}.`, ...(precaution === null ? [] : [precaution])]);
}
