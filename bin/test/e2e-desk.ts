import { randomBytes } from 'node:crypto';
import { fail, ok } from '@/lib/result';
import { parseSettings } from '@/lib/settings';
import { createTestDatabase, ensureTemplate, openTestServer } from '@/prisma/test-database';
import type { Attempt } from '../attempt';
import { findFreePort } from '../database/port';
import { prepareDataFolder } from '../launch/data-folder';
import { prepareDesk } from '../launch/prepare';
import { startWebServer } from '../launch/web-server';
import { endOrphan } from '../processes/records';
import { inProject } from '../project';

/** A desk of its own for the journeys: a fresh database with the demo in it, served from the production build. */
export interface E2eDesk {
  /** What the journeys need to know, as environment; described in docs/operations.md. */
  readonly env: Readonly<Record<string, string>>;
  readonly close: () => Promise<void>;
}

/** A name that is neither localhost nor secure; the browser is told that it is this machine. */
const PLAIN_HOST = 'galley.example';

export async function openE2eDesk(buildFolder: string): Promise<Attempt<E2eDesk>> {
  const dataFolder = inProject('.galley', 'test-e2e');
  const folder = await prepareDataFolder(dataFolder);
  if (!folder.ok) return folder;
  await endOrphan(dataFolder, 'web');

  const close: (() => Promise<void>)[] = [];
  const closeAll = async (): Promise<void> => {
    for (const step of close.reverse()) await step();
  };
  const server = await openTestServer();
  close.push(server.release);
  const database = await createTestDatabase(server.url, await ensureTemplate(server.url));
  close.push(database.drop);

  const port = await findFreePort();
  const env = {
    DATABASE_URL: database.url,
    HOST: '127.0.0.1',
    PORT: String(port),
    GALLEY_ORIGIN: `http://127.0.0.1:${port}`,
    GALLEY_DATA: dataFolder,
    GALLEY_SECRET: randomBytes(32).toString('hex'),
    GALLEY_DEMO: '1',
    GALLEY_FETCH_SOURCES: '1',
    GALLEY_LOG_LEVEL: 'warn',
    GALLEY_UNSAFE_DATABASE: '1',
    GALLEY_BUILD_DIR: buildFolder,
  };
  const settings = parseSettings(env);
  if (!settings.ok) throw new Error(settings.failure.join(' '));
  const { setUpLink } = await prepareDesk(env);
  const web = await startWebServer({ mode: 'start', settings: settings.value, env });
  if (!web.ok) {
    await closeAll();
    return fail(web.failure);
  }
  close.push(web.value.stop);
  return ok({
    close: closeAll,
    env: {
      GALLEY_E2E_URL: settings.value.origin,
      GALLEY_E2E_PLAIN_URL: `http://${PLAIN_HOST}:${port}`,
      GALLEY_E2E_DATABASE_URL: database.url,
      ...(setUpLink === null ? {} : { GALLEY_E2E_SET_UP_LINK: setUpLink }),
    },
  });
}
