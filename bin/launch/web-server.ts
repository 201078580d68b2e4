import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fail, ok } from '@/lib/result';
import type { Settings } from '@/lib/settings';
import type { Attempt } from '../attempt';
import { endProcess, waitUntil } from '../processes/end';
import { identifyProcess } from '../processes/identity';
import { forgetProcess, recordProcess } from '../processes/records';
import { PROJECT_FOLDER } from '../project';
import { NEXT } from '../steps/build';

export interface WebServer {
  /** Settles when the server has ended, for whatever reason. */
  readonly ended: Promise<void>;
  readonly stop: () => Promise<void>;
}

export interface WebServerOptions {
  readonly mode: 'start' | 'dev';
  readonly settings: Settings;
  /** What the server needs to know beyond our own environment. */
  readonly env: Readonly<Record<string, string>>;
}

/** How long an answer that is being written may take once the server is told to stop. */
const PATIENCE = 2000;

/** Starts Next on the host and port of the settings, and waits until it is ready to serve. */
export async function startWebServer({ mode, settings, env }: WebServerOptions): Promise<Attempt<WebServer>> {
  const child = spawn(
    process.execPath,
    [NEXT, mode, '--hostname', settings.host, '--port', String(settings.port)],
    {
      cwd: PROJECT_FOLDER,
      env: {
        ...process.env,
        ...env,
        NODE_ENV: mode === 'start' ? 'production' : 'development',
        NEXT_TELEMETRY_DISABLED: '1',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
      // A group of its own: a Ctrl-C is for the launcher, who stops things in order.
      detached: true,
    },
  );
  if (child.pid === undefined) return fail('The web server could not be started.');
  const identity = identifyProcess(child.pid);
  recordProcess(settings.dataFolder, 'web', child.pid);

  // Next's greeting is not shown, unless it turns out to be the reason why it ended.
  let isServing = false;
  const greeting: string[] = [];
  const pass = (line: string): void => {
    if (isServing) console.log(line);
    else greeting.push(line);
  };
  createInterface(child.stdout).on('line', pass);
  createInterface(child.stderr).on('line', pass);

  let hasEnded = false;
  const ended = new Promise<void>((resolve) => {
    child.on('close', () => {
      hasEnded = true;
      forgetProcess(settings.dataFolder, 'web');
      resolve();
    });
  });
  const stop = async (): Promise<void> => {
    if (hasEnded) return;
    if (identity) await endProcess(identity, PATIENCE);
    await ended;
  };

  const address = `http://${reachableHost(settings.host)}:${settings.port}/readyz`;
  await waitUntil(async () => hasEnded || (await answers(address)), 60_000);
  if (hasEnded) return fail(`The web server ended at once:\n${greeting.join('\n')}`);
  if (!(await answers(address))) {
    await stop();
    return fail(`The web server did not get ready within a minute:\n${greeting.join('\n')}`);
  }
  isServing = true;
  return ok({ ended, stop });
}

async function answers(address: string): Promise<boolean> {
  try {
    return (await fetch(address, { signal: AbortSignal.timeout(5000) })).ok;
  } catch {
    return false;
  }
}

/** Who listens everywhere is asked on the loopback. */
function reachableHost(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1';
  if (host === '::') return '[::1]';
  return host.includes(':') ? `[${host}]` : host;
}
