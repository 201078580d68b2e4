import { parseSettings, type Settings } from '@/lib/settings';
import { fail, ok } from '@/lib/result';
import { describeSystemError, type Attempt } from '../attempt';
import { endOrphan, forgetProcess, recordProcess } from '../processes/records';
import { buildApp } from '../steps/build';
import { generateClient } from '../steps/generate';
import { openDatabase, migrateDatabase } from './database';
import { ensureSecret, prepareDataFolder } from './data-folder';
import { lockDataFolder } from './lock';
import { checkAddress } from './port';
import { prepareDesk } from './prepare';
import { watchDatabase } from './watch-database';
import { startWebServer } from './web-server';

export type Mode = 'start' | 'dev';

const BUILD_FOLDER = process.env['GALLEY_BUILD_DIR'] ?? '.next';

const INTERRUPTED = fail('Stopped before the desk was ready.');

/** Things to undo, last first. */
type Undo = (() => unknown)[];

/**
 * Serves Galley until told to stop: every step in its order, and each undone at the end, however it ends. Returns the exit code.
 */
export async function launch(mode: Mode, stop: AbortSignal): Promise<number> {
  const settings = parseSettings(process.env);
  if (!settings.ok) {
    for (const sentence of settings.failure) console.error(sentence);
    return 1;
  }
  const undo: Undo = [];
  try {
    const served = await serve(mode, settings.value, stop, undo);
    if (served.ok) return 0;
    console.error(served.failure);
  } catch (error) {
    const sentence = describeSystemError(error);
    if (sentence === null) throw error;
    console.error(sentence);
  } finally {
    for (const step of undo.reverse()) await settle(step);
  }
  return 1;
}

/** What cannot be undone must not keep the rest from being undone. */
async function settle(step: () => unknown): Promise<void> {
  try {
    await step();
  } catch (error) {
    console.error(error);
  }
}

async function serve(mode: Mode, settings: Settings, stop: AbortSignal, undo: Undo): Promise<Attempt<null>> {
  const folder = await prepareDataFolder(settings.dataFolder);
  if (!folder.ok) return folder;
  const lock = await lockDataFolder(settings.dataFolder, settings.origin);
  if (!lock.ok) return lock;
  undo.push(lock.value.release);
  stop.addEventListener('abort', lock.value.announceStop);
  if (stop.aborted) return INTERRUPTED;
  if (await endOrphan(settings.dataFolder, 'web'))
    console.log('Ended a web server that a killed launcher had left running.');
  await endOrphan(settings.dataFolder, 'build');
  const address = await checkAddress(settings);
  if (!address.ok) return address;

  const database = await openDatabase(settings);
  if (!database.ok) return database;
  undo.push(database.value.stop);
  tell(database.value.news);
  if (stop.aborted) return INTERRUPTED;
  const migrated = await migrateDatabase(database.value.url, settings, stop);
  if (!migrated.ok) return stop.aborted ? INTERRUPTED : migrated;
  tell(migrated.value);

  const built = await makeReady(mode, settings, stop);
  if (!built.ok) return stop.aborted ? INTERRUPTED : built;

  const env = {
    DATABASE_URL: database.value.url,
    GALLEY_SECRET: settings.secret ?? (await ensureSecret(settings.dataFolder)),
    GALLEY_DATA: settings.dataFolder,
    GALLEY_BUILD_DIR: BUILD_FOLDER,
  };
  const starting = startWebServer({ mode, settings, env });
  undo.push(async () => {
    const started = await starting;
    if (started.ok) await started.value.stop();
  });
  const [prepared, server] = await Promise.all([prepareDesk(env), starting]);
  if (!server.ok) return server;
  tell(['', `Galley is at ${settings.origin}`]);
  if (prepared.setUpLink !== null) {
    tell([
      'Nobody administers it yet. This link works once and makes you its administrator:',
      prepared.setUpLink,
    ]);
  }
  tell(['Ctrl-C stops it.', '']);

  const watch = watchDatabase(database.value);
  undo.push(watch.stop);
  const stopped = new Promise<Attempt<null>>((resolve) => {
    if (stop.aborted) resolve(ok(null));
    stop.addEventListener('abort', () => resolve(ok(null)), { once: true });
  });
  return Promise.race([
    stopped,
    server.value.ended.then(() => fail('The web server ended by itself; its last lines stand above.')),
    watch.gaveUp.then(fail),
  ]);
}

/** The generated client and, unless Next compiles as it goes, the build. */
async function makeReady(mode: Mode, settings: Settings, stop: AbortSignal): Promise<Attempt<unknown>> {
  const generated = await generateClient();
  if (!generated.ok || mode === 'dev' || stop.aborted) return stop.aborted ? INTERRUPTED : generated;
  const built = await buildApp({
    folder: BUILD_FOLDER,
    show: true,
    signal: stop,
    onNeeded: () =>
      tell(['Building the app; this happens after each change of version and takes about a minute …']),
    onStart: (pid) => recordProcess(settings.dataFolder, 'build', pid),
  });
  forgetProcess(settings.dataFolder, 'build');
  return built;
}

function tell(lines: readonly string[]): void {
  for (const line of lines) console.log(line);
}
