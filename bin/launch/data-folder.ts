import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fail, ok } from '@/lib/result';
import { errorCode, type Attempt } from '../attempt';

/** Makes the data folder if need be, and tries whether it can be written to. */
export async function prepareDataFolder(folder: string): Promise<Attempt<string>> {
  const probe = join(folder, `.probe-${process.pid}`);
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(probe, '');
    await rm(probe);
    return ok(folder);
  } catch (error) {
    const reason = errorCode(error);
    if (reason === undefined) throw error;
    return fail(
      `The data folder ${folder} cannot be written to (${reason}); make it writable or set GALLEY_DATA to another folder.`,
    );
  }
}

/** The secret that signs cookies: made once, and readable by its owner alone. */
export async function ensureSecret(folder: string): Promise<string> {
  const file = join(folder, 'secret');
  if (existsSync(file)) return (await readFile(file, 'utf8')).trim();
  const secret = randomBytes(32).toString('hex');
  await writeFile(file, `${secret}\n`, { mode: 0o600 });
  return secret;
}
