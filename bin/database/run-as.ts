import { spawn } from 'node:child_process';

/** Postgres refuses to run as root; then it runs as this user. */
export interface SystemUser {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

export interface Ran {
  readonly succeeded: boolean;
  /** What it said on both channels, or why it could not be started. */
  readonly said: string;
}

/** Runs a program as the database's user (or as ourselves), in a folder everybody may enter, until it ends. */
export function runAs(user: SystemUser | null, program: string, args: readonly string[]): Promise<Ran> {
  return new Promise((resolve) => {
    const { PATH, NODE_ENV } = process.env;
    const child = spawn(program, args, {
      cwd: '/',
      stdio: ['ignore', 'pipe', 'pipe'],
      // Nothing else: neither our secrets nor a PGDATA of somebody's shell is the server's business.
      env: { PATH, NODE_ENV, LC_ALL: 'C', TZ: 'UTC' },
      ...(user ? { uid: user.uid, gid: user.gid } : {}),
    });
    let said = '';
    const listen = (chunk: Buffer): void => void (said += chunk.toString());
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.on('error', (error) => resolve({ succeeded: false, said: error.message }));
    child.on('close', (code) => resolve({ succeeded: code === 0, said: said.trim() }));
  });
}

/** Whether the user may enter a folder. Asked of the system itself: only it knows every kind of right. */
export async function mayEnter(user: SystemUser, folder: string): Promise<boolean> {
  return (await runAs(user, '/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder])).succeeded;
}
