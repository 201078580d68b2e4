import { randomBytes } from 'node:crypto';
import { findFreePort } from '@/bin/database/port';
import { startWebServer } from '@/bin/launch/web-server';
import { buildApp } from '@/bin/steps/build';
import { generateClient } from '@/bin/steps/generate';
import { parseSettings } from '@/lib/settings';
import { openDatabase } from './open-database';
import { orThrow } from './project';
import type { Undo } from './undo';

export interface BenchDesk {
  /** Where it is served, on the loopback only. */
  readonly url: string;
  readonly databaseUrl: string;
}

const BUILD_FOLDER = '.next-bench';

/**
 * A desk as `npm start` serves it: the production build, on an embedded Postgres of its own. The database is empty. This
 * process gets the desk's settings, so that it can fill it.
 */
export async function openDesk(undo: Undo): Promise<BenchDesk> {
  orThrow(await generateClient());
  orThrow(
    await buildApp({ folder: BUILD_FOLDER, show: true, onNeeded: () => console.log('Building the app …') }),
  );
  const { dataFolder, databaseUrl } = await openDatabase(undo, 'desk');
  const port = await findFreePort();
  const env = {
    DATABASE_URL: databaseUrl,
    HOST: '127.0.0.1',
    PORT: String(port),
    GALLEY_DATA: dataFolder,
    GALLEY_SECRET: randomBytes(32).toString('hex'),
    GALLEY_DEMO: '0',
    GALLEY_BUILD_DIR: BUILD_FOLDER,
  };
  Object.assign(process.env, env);
  const settings = parseSettings(env);
  if (!settings.ok) throw new Error(settings.failure.join(' '));
  const web = orThrow(await startWebServer({ mode: 'start', settings: settings.value, env }));
  undo.push(web.stop);
  return { url: settings.value.origin, databaseUrl };
}
