import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fail, ok } from '@/lib/result';
import type { Attempt } from '../attempt';
import type { Binaries } from './binaries';
import type { DatabasePlace } from './place';
import { runAs, type SystemUser } from './run-as';

/** The database role that owns everything. Its password stands in a file only its owner can read. */
export const ROLE = 'galley';

/** Makes the cluster if there is none yet, and returns the password of its role. */
export async function ensureCluster(
  place: DatabasePlace,
  binaries: Binaries,
  user: SystemUser | null,
): Promise<Attempt<string>> {
  if (!existsSync(place.cluster)) return createCluster(place, binaries, user);
  const made = (await readFile(join(place.cluster, 'PG_VERSION'), 'utf8')).trim();
  const brought = binaries.version.split('.')[0] ?? '';
  if (made !== brought) {
    return fail(
      `The database in ${place.cluster} was made by Postgres ${made}, and this Galley brings Postgres ${brought}: see "Upgrading" in docs/operations.md.`,
    );
  }
  if (!existsSync(place.passwordFile))
    return fail(`The database's password file ${place.passwordFile} is missing; put it back from a backup.`);
  return ok((await readFile(place.passwordFile, 'utf8')).trim());
}

async function createCluster(
  place: DatabasePlace,
  binaries: Binaries,
  user: SystemUser | null,
): Promise<Attempt<string>> {
  const password = randomBytes(24).toString('hex');
  await writeFile(place.passwordFile, `${password}\n`, { mode: 0o600 });
  // Made under another name first, so that a cluster under its right name is always a whole one.
  const fresh = `${place.cluster}.new`;
  const handOver = join(place.folder, 'password.new');
  await rm(fresh, { recursive: true, force: true });
  await mkdir(fresh, { mode: 0o700 });
  await writeFile(handOver, `${password}\n`, { mode: 0o600 });
  if (user) for (const path of [fresh, handOver]) await chown(path, user.uid, user.gid);
  const { succeeded, said } = await runAs(user, binaries.initdb, [
    `--pgdata=${fresh}`,
    `--username=${ROLE}`,
    `--pwfile=${handOver}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
    '--data-checksums',
  ]);
  await rm(handOver, { force: true });
  if (!succeeded)
    return fail(`Postgres could not make its data folder ${place.cluster}: ${said.split('\n').at(-1) ?? ''}`);
  await rename(fresh, place.cluster);
  return ok(password);
}
