import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseSettings } from '@/lib/settings';
import { fail, ok } from '@/lib/result';
import { readLines } from './archive/archive-file';
import { importArchive } from './archive/import-archive';
import type { Attempt } from './attempt';
import { reachDatabase } from './launch/reach-database';
import { listenForStop } from './launch/stop-signal';
import { runCommand } from './run-command';

await runCommand(() => importFile(process.argv.slice(2), listenForStop()));

async function importFile(args: readonly string[], signal: AbortSignal): Promise<Attempt<string>> {
  const [name, ...more] = args;
  if (name === undefined || more.length > 0) return fail('Usage: npm run import-archive -- FILE');
  const file = resolve(name);
  if (!existsSync(file)) return fail(`There is no file ${file}.`);
  const settings = parseSettings(process.env);
  if (!settings.ok) return fail(settings.failure.join('\n'));
  const database = await reachDatabase(settings.value, 'migrated');
  if (!database.ok) return database;
  try {
    const imported = await importArchive(database.value.url, readLines(file), signal);
    return imported.ok ? ok(`Imported: the project ${imported.value}.`) : imported;
  } finally {
    await database.value.leave();
  }
}
