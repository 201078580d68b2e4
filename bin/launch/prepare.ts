import { spawn } from 'node:child_process';
import { z } from 'zod';
import { PROJECT_FOLDER } from '../project';

const Prepared = z.object({ setUpLink: z.string().nullable() });
export type Prepared = z.infer<typeof Prepared>;

/**
 * Seeds the demo and makes the set-up link, in a process of its own: it loads the whole store, and the launcher stays
 * small for as long as the desk is served.
 */
export function prepareDesk(env: Readonly<Record<string, string>>): Promise<Prepared> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'bin/prepare.ts'], {
      cwd: PROJECT_FOLDER,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      detached: true,
    });
    let prepared: Prepared | undefined;
    child.on('message', (message) => {
      prepared = Prepared.parse(message);
    });
    child.on('error', reject);
    child.on('exit', () => {
      if (prepared) resolve(prepared);
      else reject(new Error('The demo or the set-up link could not be prepared; the reason stands above.'));
    });
  });
}
