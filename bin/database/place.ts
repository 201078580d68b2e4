import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, chown, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SHARED_FOLDER } from './binaries';
import { mayEnter, type SystemUser } from './run-as';

/** Where one embedded database and what belongs to it stand. */
export interface DatabasePlace {
  readonly folder: string;
  /** Postgres' own data folder. */
  readonly cluster: string;
  readonly logFile: string;
  readonly passwordFile: string;
  readonly portFile: string;
  /** Set when the database stands outside of Galley's data folder, because its user cannot get there. */
  readonly isElsewhere: boolean;
}

/**
 * Finds the database's place and makes its folders. Normally that is `database` in the data folder. As root, with a data folder that
 * the database's user cannot enter (in /root, say), it is a folder of its own under /var/lib/galley, and the
 * data folder remembers its name: so a moved data folder keeps its database, and a deleted one does not come back.
 */
export async function preparePlace(dataFolder: string, user: SystemUser | null): Promise<DatabasePlace> {
  await mkdir(dataFolder, { recursive: true });
  const inside = join(dataFolder, 'database');
  const nameFile = join(dataFolder, 'database-name');
  if (!existsSync(nameFile) && !existsSync(inside) && user && !(await mayEnter(user, dataFolder))) {
    await writeFile(nameFile, `${randomBytes(8).toString('hex')}\n`, { mode: 0o600 });
  }
  const isElsewhere = existsSync(nameFile);
  const folder = isElsewhere ? join(SHARED_FOLDER, (await readFile(nameFile, 'utf8')).trim()) : inside;
  const place: DatabasePlace = {
    folder,
    cluster: join(folder, 'cluster'),
    logFile: join(folder, 'log', 'postgres.log'),
    passwordFile: join(folder, 'password'),
    portFile: join(folder, 'port'),
    isElsewhere,
  };
  await mkdir(folder, { recursive: true });
  // Only the way in: what stands there has rights of its own.
  await chmod(folder, 0o755);
  await mkdir(join(folder, 'log'), { recursive: true, mode: 0o700 });
  if (user) await chown(join(folder, 'log'), user.uid, user.gid);
  return place;
}
