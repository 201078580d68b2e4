import { spawn } from 'node:child_process';
import { endProcess } from '../processes/end';
import { identifyProcess } from '../processes/identity';
import { PROJECT_FOLDER } from '../project';

export interface ToolRun {
  readonly succeeded: boolean;
  /** All it said, when it was not shown as it came. */
  readonly said: string;
}

export interface ToolOptions {
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Show what it says as it comes. It goes to the error channel, for some commands print a result on the other. */
  readonly show?: boolean;
  /** Ends it early, with all it has started. */
  readonly signal?: AbortSignal;
  readonly onStart?: (pid: number) => void;
}

/** Runs a JavaScript tool of `node_modules` under our own Node in the project's folder, until it ends. */
export function runTool(
  script: string,
  args: readonly string[],
  options: ToolOptions = {},
): Promise<ToolRun> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...args], {
      cwd: PROJECT_FOLDER,
      env: { ...process.env, ...options.env },
      stdio: ['ignore', options.show ? 2 : 'pipe', options.show ? 2 : 'pipe'],
      detached: true,
    });
    const identity = child.pid === undefined ? null : identifyProcess(child.pid);
    const end = (): void => void (identity && endProcess(identity, 1000));
    if (child.pid !== undefined) options.onStart?.(child.pid);
    options.signal?.addEventListener('abort', end, { once: true });
    let said = '';
    const listen = (chunk: Buffer): void => void (said += chunk.toString());
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.on('error', reject);
    child.on('close', (code) => {
      options.signal?.removeEventListener('abort', end);
      resolve({ succeeded: code === 0, said: said.trim() });
    });
  });
}
