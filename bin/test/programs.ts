import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';

export function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Installs packages where that is ours to do: as root on Debian. Says whether it did. */
export function installPackages(what: string, ...packages: readonly string[]): boolean {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return false;
  console.log(`Installing ${what} with apt-get …`);
  return apt('update') && apt('install', '--yes', '--no-install-recommends', ...packages);
}

function apt(...args: string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync('apt-get', ['--quiet', ...args], { stdio: ['ignore', 2, 2], env }).status === 0;
}
