import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { inProject, PROJECT_FOLDER } from '../project';

/** A digest of names and contents of files and whole folders of the project; what does not exist counts as such. */
export async function digestSources(
  paths: readonly string[],
  isSource: (path: string) => boolean = () => true,
): Promise<string> {
  const files = (await Promise.all(paths.map((path) => listFiles(inProject(path))))).flat();
  const hash = createHash('sha256').update(process.version);
  for (const file of files.sort()) {
    const name = relative(PROJECT_FOLDER, file);
    if (isSource(name)) hash.update(`\0${name}\0`).update(await readFile(file));
  }
  return hash.digest('hex');
}

/** Whether the stamp left by a finished step still says the same. */
export function isStamped(stampFile: string, digest: string): boolean {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8').trim() === digest;
}

export function stamp(stampFile: string, digest: string): void {
  writeFileSync(stampFile, `${digest}\n`);
}

async function listFiles(path: string): Promise<string[]> {
  try {
    const entries = await readdir(path, { withFileTypes: true, recursive: true });
    return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  } catch {
    return existsSync(path) ? [path] : [];
  }
}
