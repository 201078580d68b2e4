import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { waitUntil } from '../../processes/end';
import { findProcess } from '../../processes/identity';
import { PROJECT_FOLDER } from '../../project';

const Recorded = z.object({ pid: z.number() });

/** `npm start`, as a person would type it, with settings of the test's own. */
export class DeskProcess {
  private said = '';
  private exitCode: number | null | undefined;
  private readonly child: ChildProcess;

  constructor(
    private readonly settings: Readonly<Record<string, string>>,
    nodeArguments: readonly string[] = [],
  ) {
    const { PATH, HOME } = process.env;
    this.child = spawn(process.execPath, [...nodeArguments, 'bin/start.mjs'], {
      cwd: PROJECT_FOLDER,
      env: { PATH, HOME, NODE_ENV: undefined, ...settings } as unknown as NodeJS.ProcessEnv,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const listen = (chunk: Buffer): void => void (this.said += chunk.toString());
    this.child.stdout?.on('data', listen);
    this.child.stderr?.on('data', listen);
    this.child.on('close', (code) => (this.exitCode = code));
  }

  get output(): string {
    return this.said;
  }

  /** Waits for a sentence to be printed; fails when the desk ends without it. */
  async waitFor(sentence: string): Promise<void> {
    await waitUntil(() => this.said.includes(sentence) || this.exitCode !== undefined, 60_000);
    if (!this.said.includes(sentence)) throw new Error(`"${sentence}" was never said, but:\n${this.said}`);
  }

  /** Waits for the end; returns the exit code and all that was said. */
  async waitForEnd(): Promise<{ exitCode: number | null; output: string }> {
    if (!(await waitUntil(() => this.exitCode !== undefined, 30_000))) {
      throw new Error(`The desk goes on, having said:\n${this.said}`);
    }
    return { exitCode: this.exitCode ?? null, output: this.said.trim() };
  }

  /** A signal for the process a person started, the one that Ctrl-C in a terminal or a service manager reaches. */
  signal(name: NodeJS.Signals): void {
    this.child.kill(name);
  }

  /** The launcher behind it, as the data folder's lock names it. */
  get launcher(): number {
    return this.readPid('launcher.json');
  }

  get webServer(): number {
    return this.readPid('web.json');
  }

  get postgres(): number {
    const file = join(this.settings['GALLEY_DATA'] ?? '', 'database', 'cluster', 'postmaster.pid');
    return Number(readFileSync(file, 'utf8').split('\n')[0]);
  }

  private readPid(file: string): number {
    const path = join(this.settings['GALLEY_DATA'] ?? '', file);
    return existsSync(path) ? Recorded.parse(JSON.parse(readFileSync(path, 'utf8'))).pid : 0;
  }
}

/** Whether all of these processes are gone, at the latest after two seconds. */
export function areGone(...pids: number[]): Promise<boolean> {
  return waitUntil(() => pids.every((pid) => pid > 0 && findProcess(pid) === null), 2000);
}
