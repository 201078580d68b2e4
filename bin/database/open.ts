import { Client } from 'pg';
import { fail, ok } from '@/lib/result';
import { errorCode, type Attempt } from '../attempt';
import { waitUntil } from '../processes/end';
import { findBinaries } from './binaries';
import { ensureCluster, ROLE } from './cluster';
import { preparePlace, type DatabasePlace } from './place';
import { findRunningServer, startServer, stopServer, type Tuning } from './server';
import { DEFAULT_DATABASE_USER, ensureDatabaseUser } from './system-user';

export interface EmbeddedDatabase {
  /** A connection string to the database `galley`, password included. */
  readonly url: string;
  /** It was running already: started by a command that still runs, or left behind by one that was killed. */
  readonly wasRunning: boolean;
  readonly place: DatabasePlace;
  /** Starts the server again, on its port, when it has died; true when it had to. */
  readonly revive: () => Promise<Attempt<boolean>>;
  /** Ends all connections and stops the server. */
  readonly stop: () => Promise<void>;
}

export interface EmbeddedDatabaseOptions {
  readonly dataFolder: string;
  /** The system user Postgres runs as when we are root. */
  readonly userName?: string;
  readonly tuning?: Tuning;
}

const DATABASE = 'galley';

/** Opens the database in the data folder: made, started, recovered or simply found, whatever it takes. */
export async function openEmbeddedDatabase(
  options: EmbeddedDatabaseOptions,
): Promise<Attempt<EmbeddedDatabase>> {
  const user = await ensureDatabaseUser(options.userName ?? DEFAULT_DATABASE_USER);
  if (!user.ok) return user;
  const binaries = await findBinaries(user.value);
  if (!binaries.ok) return binaries;
  const place = await preparePlace(options.dataFolder, user.value);
  const password = await ensureCluster(place, binaries.value, user.value);
  if (!password.ok) return password;

  const start = (): Promise<Attempt<number>> =>
    startServer(place, binaries.value, user.value, options.tuning ?? {});
  const running = await findAnsweringServer(place, password.value);
  if (!running.ok) return running;
  const port = running.value === null ? await start() : ok(running.value);
  if (!port.ok) return port;
  await ensureDatabase(urlOf(port.value, password.value, 'postgres'));
  return ok({
    url: urlOf(port.value, password.value, DATABASE),
    wasRunning: running.value !== null,
    place,
    revive: async () => {
      if ((await findRunningServer(place)) !== null) return ok(false);
      const again = await start();
      if (!again.ok) return again;
      if (again.value === port.value) return ok(true);
      return fail('The database died and its port was taken by another program; start Galley again.');
    },
    stop: () => stopServer(place, binaries.value, user.value),
  });
}

const urlOf = (port: number, password: string, database: string): string =>
  `postgresql://${ROLE}:${password}@127.0.0.1:${port}/${database}`;

/** The port of a server that runs already, once it answers; null when none runs, or when it was just going down. */
async function findAnsweringServer(place: DatabasePlace, password: string): Promise<Attempt<number | null>> {
  let answer: Attempt<number | null> = fail(
    `The Postgres that runs on ${place.cluster} neither answers nor ends; stop it by hand.`,
  );
  await waitUntil(async () => {
    const port = await findRunningServer(place);
    const state = port === null ? 'ready' : await askServer(urlOf(port, password, 'postgres'));
    if (state === 'foreign') {
      answer = fail(
        `The Postgres that runs on ${place.cluster} does not know the password in ${place.passwordFile}; put the right one back from a backup.`,
      );
    } else if (state === 'ready') answer = ok(port);
    return state !== 'not-yet';
  }, 60_000);
  return answer;
}

async function askServer(url: string): Promise<'ready' | 'foreign' | 'not-yet'> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  try {
    await client.connect();
    return 'ready';
  } catch (error) {
    return errorCode(error) === '28P01' ? 'foreign' : 'not-yet';
  } finally {
    await client.end();
  }
}

async function ensureDatabase(adminUrl: string): Promise<void> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`);
  } catch (error) {
    // Two commands may make it at once; both are right.
    if (errorCode(error) !== '42P04' && errorCode(error) !== '23505') throw error;
  } finally {
    await client.end();
  }
}
