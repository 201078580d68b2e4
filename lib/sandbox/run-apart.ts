import { fork } from 'node:child_process';
import { join } from 'node:path';
import { giveWay } from './give-way';
import { READY } from './ready';

/** Work for a process of its own. */
export interface ApartWork<Order, News> {
  /** The program, from the project's folder on; it calls `workApart`. */
  readonly program: readonly string[];
  readonly order: Order;
  /** What it can read from its standard input. */
  readonly bytes?: Uint8Array;
  /** MiB of its heap; what it holds outside of that is its own to watch. */
  readonly heap: number;
  /** Milliseconds it may take, its start included. */
  readonly patience: number;
  readonly signal?: AbortSignal | undefined;
  /** Whether what it complains about is kept for its end, and not said on our own standard error: foreign bytes may have made it say so. */
  readonly quiet?: boolean;
  /** Whether it goes last from its start on, and not from its order on only: nobody looks on and waits. */
  readonly givesWay?: boolean;
  readonly onNews: (news: News, stop: () => void) => void;
}

export interface ApartEnd {
  /** By itself and well, ended by us, for want of memory, or otherwise. */
  readonly how: 'done' | 'out of time' | 'called off' | 'out of memory' | 'died';
  /** Its exit code or signal, and the last that a quiet one complained of. */
  readonly trace: string;
}

/** MiB of the heap's young half: a small one is tidied up more often and holds less, which is right where nobody waits. */
const [USUAL, SMALL] = [8, 2];

/** Characters of complaints that are kept. */
const TRACE_MAX = 2_000;

/** All of our environment that such a process needs: no secrets of the server's. */
const NEEDED = ['PATH', 'HOME', 'TMPDIR', 'CHROMIUM_PATH', 'NODE_ENV', 'LANG', 'XDG_RUNTIME_DIR'] as const;

/**
 * Runs a program of ours in a process beside the server, which gives it one order and hears its news. It is killed when its
 * time is up or the signal says so; after that nothing more is heard of it. Starts from the sources, as `bin/` does.
 */
export function runApart<Order, News>(work: ApartWork<Order, News>): Promise<ApartEnd> {
  const { signal } = work;
  if (signal?.aborted) return Promise.resolve({ how: 'called off', trace: 'never started' });
  const child = fork(join(/* turbopackIgnore: true */ process.cwd(), ...work.program), [], {
    execArgv: [
      ...['--import', 'tsx', `--max-old-space-size=${work.heap}`],
      `--max-semi-space-size=${work.givesWay === true ? SMALL : USUAL}`,
    ],
    serialization: 'advanced',
    stdio: [work.bytes ? 'pipe' : 'ignore', 'ignore', work.quiet ? 'pipe' : 'inherit', 'ipc'],
    env: environment(),
  });
  if (work.givesWay === true && child.pid !== undefined) giveWay(child.pid);
  let late = false;
  const stop = (): void => void child.kill('SIGKILL');
  const timer = setTimeout(() => {
    late = true;
    stop();
  }, work.patience);
  signal?.addEventListener('abort', stop, { once: true });
  // One that dies early leaves its input half read; how it ended is told below.
  child.stdin?.on('error', () => undefined).end(work.bytes);
  let complaints = '';
  child.stderr
    ?.setEncoding('utf8')
    .on('data', (more: string) => void (complaints = (complaints + more).slice(-TRACE_MAX)));
  child.on('message', (news: News | typeof READY) => {
    if (signal?.aborted) return;
    if (news === READY) child.send(work.order as object, () => undefined);
    else work.onNews(news, stop);
  });
  return new Promise((resolve, reject) => {
    const settle = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', stop);
    };
    // One that never came to be has no end either; any other is made to have one.
    child.on('error', (error) => {
      if (child.pid !== undefined) return stop();
      settle();
      reject(error);
    });
    // Closed, not merely ended: until then there may be news on the way.
    child.on('close', (code, ended) => {
      settle();
      const trace = [code ?? ended, complaints].join(' ').trim();
      const how = signal?.aborted ? 'called off' : late ? 'out of time' : howEnded(code, ended);
      resolve({ how, trace });
    });
  });
}

/** V8 aborts for want of memory; whoever watches a process from within or from outside kills it. */
function howEnded(code: number | null, signal: NodeJS.Signals | null): ApartEnd['how'] {
  if (signal === 'SIGKILL' || signal === 'SIGABRT' || code === ABORTED) return 'out of memory';
  return code === 0 ? 'done' : 'died';
}

/** 128 and the number of the signal, as shells say it. */
const ABORTED = 134;

/** What it is told of ours; few arenas keep what it has given back from staying with it in pieces. */
const environment = (): NodeJS.ProcessEnv => ({
  ...(Object.fromEntries(
    NEEDED.flatMap((name) => [[name, process.env[name]]]).filter(([, value]) => value),
  ) as NodeJS.ProcessEnv),
  MALLOC_ARENA_MAX: '2',
});
