import { spawn, type ChildProcess } from 'node:child_process';
import { waitUntil } from '../../processes/end';
import { findProcess } from '../../processes/identity';
import { PROJECT_FOLDER } from '../../project';
import { NEXT } from '../../steps/build';

export interface AppOptions {
  readonly databaseUrl: string;
  readonly port: number;
  readonly buildFolder: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** One app process as a service manager would run it: `next start` on a Postgres elsewhere, no launcher round it. */
export class AppProcess {
  readonly url: string;
  readonly #child: ChildProcess;
  #said = '';
  #exit: { readonly code: number | null; readonly signal: NodeJS.Signals | null } | null = null;

  constructor({ databaseUrl, port, buildFolder, env = {} }: AppOptions) {
    const { PATH, HOME } = process.env;
    this.url = `http://127.0.0.1:${port}`;
    this.#child = spawn(
      process.execPath,
      [NEXT, 'start', '--hostname', '127.0.0.1', '--port', String(port)],
      {
        cwd: PROJECT_FOLDER,
        env: {
          ...{ PATH, HOME, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
          ...{ DATABASE_URL: databaseUrl, PORT: String(port), GALLEY_BUILD_DIR: buildFolder },
          ...{ GALLEY_SECRET: 'a secret for tests, which protects nothing at all', GALLEY_LOG_LEVEL: 'warn' },
          ...env,
        },
        stdio: ['ignore', 'pipe', 'pipe'],
        detached: true,
      },
    );
    const listen = (chunk: Buffer): void => void (this.#said += chunk.toString());
    this.#child.stdout?.on('data', listen);
    this.#child.stderr?.on('data', listen);
    this.#child.on('exit', (code, signal) => (this.#exit = { code, signal }));
  }

  get said(): string {
    return this.#said;
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  get hasEnded(): boolean {
    return this.#exit !== null;
  }

  /** Waits until /readyz says yes; answers after how many milliseconds. */
  async waitUntilReady(patience: number): Promise<number> {
    const began = performance.now();
    const ready = async (): Promise<boolean> => this.hasEnded || (await answersReady(this.url));
    if (!(await waitUntil(ready, patience, 20)) || this.hasEnded) {
      throw new Error(`The app did not get ready within ${patience} ms:\n${this.#said}`);
    }
    return performance.now() - began;
  }

  signal(name: NodeJS.Signals): void {
    if (!this.hasEnded) this.#child.kill(name);
  }

  /** Waits for the end; answers the exit code, which is null where a signal ended it. */
  async waitForEnd(patience: number): Promise<number | null> {
    if (!(await waitUntil(() => this.hasEnded, patience, 20))) {
      throw new Error(`The app goes on ${patience} ms later:\n${this.#said}`);
    }
    return this.#exit?.code ?? null;
  }

  /** Ends it whatever it does. */
  async kill(): Promise<void> {
    this.signal('SIGKILL');
    await this.waitForEnd(5_000);
    await waitUntil(() => findProcess(this.pid) === null, 5_000, 20);
  }
}

async function answersReady(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(3_000) })).ok;
  } catch {
    return false;
  }
}
