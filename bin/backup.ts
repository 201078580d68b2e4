import { parseSettings } from '@/lib/settings';
import { fail, ok } from '@/lib/result';
import type { Attempt } from './attempt';
import { checkBackup, openBackup } from './backup/open-backup';
import { parseBackupOrder } from './backup/parse-orders';
import { describeBackup } from './backup/describe-backup';
import { showProgress } from './backup/show-progress';
import { writeBackup } from './backup/write-backup';
import { reachDatabase } from './launch/reach-database';
import { listenForStop } from './launch/stop-signal';
import { runCommand } from './run-command';

await runCommand(() => backUp(process.argv.slice(2), listenForStop()));

async function backUp(args: readonly string[], signal: AbortSignal): Promise<Attempt<string>> {
  const order = parseBackupOrder(args);
  if (!order.ok) return order;
  const { file, flags } = order.value;
  if (flags.check) return check(file, signal);
  const settings = parseSettings(process.env);
  if (!settings.ok) return fail(settings.failure.join('\n'));
  const database = await reachDatabase(settings.value, 'as they are');
  if (!database.ok) return database;
  const progress = showProgress('Backing up');
  try {
    const written = await writeBackup({
      databaseUrl: database.value.url,
      file,
      force: flags.force,
      signal,
      onProgress: progress.onProgress,
    });
    if (!written.ok) return written;
    return ok(
      [
        `Backed up: ${describeBackup(written.value)}`,
        'Not in it is the secret that signs cookies: without it people sign in again, and nothing else is lost.',
      ].join('\n'),
    );
  } finally {
    progress.end();
    await database.value.leave();
  }
}

async function check(file: string, signal: AbortSignal): Promise<Attempt<string>> {
  const backup = await openBackup(file);
  if (!backup.ok) return backup;
  const progress = showProgress('Checking');
  try {
    const checked = await checkBackup(backup.value, signal, progress.onProgress);
    return checked.ok ? ok(`Whole: ${describeBackup(checked.value)}`) : checked;
  } finally {
    progress.end();
  }
}
