import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { OWN_NODE, PROJECT_FOLDER } from './project.mjs';

/**
 * Installs the packages when what stands in `node_modules` is not what the lockfile says.
 *
 * @returns {string | null} a sentence when it cannot be done
 */
export function ensureInstalled() {
  if (isInstalled()) return null;
  try {
    accessSync(PROJECT_FOLDER, constants.W_OK);
  } catch {
    return `The packages cannot be installed: the folder ${PROJECT_FOLDER} is read-only.`;
  }
  const count = Object.keys(readPackages('package-lock.json') ?? {}).length - 1;
  console.error(`Installing ${count} packages; this happens once and takes about a minute …`);
  const started = Date.now();
  // Not `npm ci`: that refuses a lockfile without the optional packages of systems which the registry it was written with did
  // not have. `--no-save` keeps to the lockfile just as well, and leaves it as it is.
  const { status, error } = runNpm(['install', '--no-save', '--include=dev', '--loglevel=error']);
  if (error) return `npm could not be run (${error.message}); it comes with Node.`;
  if (status !== 0) return 'The packages could not be installed; npm says why above.';
  if (!existsSync(OWN_NODE)) {
    return 'The packages were installed without their install scripts; set ignore-scripts to false in your npm configuration, remove node_modules and start again.';
  }
  console.error(`Installed in ${Math.round((Date.now() - started) / 1000)} s.`);
  return null;
}

/** npm notes in `node_modules` what it put there, in the lockfile's own terms. */
function isInstalled() {
  const wanted = readPackages('package-lock.json');
  const present = readPackages('node_modules/.package-lock.json');
  if (!wanted || !present || !existsSync(OWN_NODE)) return false;
  return Object.entries(wanted).every(([path, { version, optional }]) => {
    if (path === '') return true;
    // Of the packages for other systems none is there.
    const found = present[path];
    return found ? found.version === version : optional === true;
  });
}

/** @returns {Record<string, { version?: string, optional?: boolean }> | null} */
function readPackages(lockfile) {
  const path = join(PROJECT_FOLDER, lockfile);
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : null;
}

/** What npm says goes to the error channel: some of our commands print a result on the other. */
function runNpm(args) {
  const options = { cwd: PROJECT_FOLDER, stdio: ['ignore', 2, 2] };
  const npm = process.env.npm_execpath;
  if (npm && /npm-cli\.c?js$/.test(npm)) return spawnSync(process.execPath, [npm, ...args], options);
  return spawnSync('npm', args, options);
}
