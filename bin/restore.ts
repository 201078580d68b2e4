import { parseSettings, type Settings } from '@/lib/settings';
import { fail, ok } from '@/lib/result';
import type { Attempt } from './attempt';
import { describeBackup } from './backup/describe-backup';
import { keepBackup } from './backup/keep-backups';
import { checkBackup, openBackup, type Backup } from './backup/open-backup';
import { parseRestoreOrder } from './backup/parse-orders';
import { restoreBackup } from './backup/restore-backup';
import { showProgress } from './backup/show-progress';
import { openDatabase } from './launch/database';
import { prepareDataFolder } from './launch/data-folder';
import { lockDataFolder } from './launch/lock';
import { listenForStop } from './launch/stop-signal';
import { runCommand } from './run-command';

await runCommand(() => restore(process.argv.slice(2), listenForStop()));

interface Wishes {
  readonly verify: boolean;
  readonly replace: boolean;
}

async function restore(args: readonly string[], signal: AbortSignal): Promise<Attempt<string>> {
  const order = parseRestoreOrder(args);
  if (!order.ok) return order;
  const settings = parseSettings(process.env);
  if (!settings.ok) return fail(settings.failure.join('\n'));
  // Read to its end before anything is touched.
  const backup = await openBackup(order.value.file);
  if (!backup.ok) return backup;
  const progress = showProgress('Checking');
  const checked = await checkBackup(backup.value, signal, progress.onProgress);
  progress.end();
  if (!checked.ok) return checked;

  const { dataFolder } = settings.value;
  const folder = await prepareDataFolder(dataFolder);
  if (!folder.ok) return folder;
  // Nobody starts a desk here meanwhile.
  const lock = await lockDataFolder(dataFolder, 'restoring a backup');
  if (!lock.ok) return lock;
  try {
    return await restoreInto(settings.value, backup.value, order.value.flags, signal);
  } finally {
    lock.value.release();
  }
}

async function restoreInto(
  settings: Settings,
  backup: Backup,
  { verify, replace }: Wishes,
  signal: AbortSignal,
): Promise<Attempt<string>> {
  const database = await openDatabase(settings);
  if (!database.ok) return database;
  const { url, stop } = database.value;
  const progress = showProgress('Restoring');
  try {
    const restored = await restoreBackup({
      databaseUrl: url,
      backup,
      replace: replace ? () => keepBackup(settings.dataFolder, url, 'restore', signal) : null,
      verify,
      signal,
      onProgress: progress.onProgress,
    });
    progress.end();
    return restored.ok ? ok([...restored.value, `Restored: ${describeBackup(backup)}`].join('\n')) : restored;
  } finally {
    await stop();
  }
}
