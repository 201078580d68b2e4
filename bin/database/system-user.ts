import { fail, ok } from '@/lib/result';
import type { Attempt } from '../attempt';
import { runAs, type SystemUser } from './run-as';

export const DEFAULT_DATABASE_USER = 'galley';

/**
 * The system user Postgres has to run as: null when the person who starts Galley is not root and Postgres can simply run
 * as them. Galley's own default user is made on first use; a user somebody named has to exist.
 */
export async function ensureDatabaseUser(name: string): Promise<Attempt<SystemUser | null>> {
  if (process.getuid?.() !== 0) return ok(null);
  const existing = await findSystemUser(name);
  if (existing?.uid === 0) {
    return fail(`Postgres does not run as root: set GALLEY_DATABASE_USER to another user than "${name}".`);
  }
  if (existing) return ok(existing);
  if (name !== DEFAULT_DATABASE_USER) {
    return fail(
      `The system user "${name}" named by GALLEY_DATABASE_USER does not exist; create it or unset GALLEY_DATABASE_USER.`,
    );
  }
  const problem = await createSystemUser(name);
  // Another command may have made it in the same moment, so what counts is whether it exists now.
  const created = await findSystemUser(name);
  if (created) return ok(created);
  return fail(
    `Postgres does not run as root and its system user "${name}" could not be created (${problem}); ` +
      'create it, set GALLEY_DATABASE_USER to an existing user, or start Galley as another user than root.',
  );
}

async function findSystemUser(name: string): Promise<SystemUser | null> {
  const [uid, gid] = await Promise.all([runAs(null, 'id', ['-u', name]), runAs(null, 'id', ['-g', name])]);
  return uid.succeeded && gid.succeeded ? { name, uid: Number(uid.said), gid: Number(gid.said) } : null;
}

/** Returns what went wrong, if something did. */
async function createSystemUser(name: string): Promise<string> {
  const rights = ['--system', '--user-group', '--no-create-home', '--home-dir', '/nonexistent'];
  const { said } = await runAs(null, 'useradd', [...rights, '--shell', '/usr/sbin/nologin', name]);
  return said.includes('ENOENT') ? 'there is no useradd here' : (said.split('\n')[0] ?? '');
}
