import { fork } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BROKEN, type FileKey, type FileListener, type RenderedFile } from '../render-files';
import type { ReportInput } from '@/lib/report/report-input';
import type { Work, WorkNews } from './work';

/** Longest that one process may take, in milliseconds. */
const PATIENCE = 10 * 60_000;
/** Heap of the process in MiB: as little as does, so that it is tidied up as it goes, and more for what is longer. */
const heapFor = ({ annotations, version }: ReportInput): number =>
  160 + Math.ceil(annotations.length / 25 + version.text.length / 20_000);
const PROGRAM = ['lib', 'render', 'apart', 'render-process.ts'];
/** All of our environment that it needs: no secrets of the server's. */
const NEEDED = ['PATH', 'HOME', 'TMPDIR', 'CHROMIUM_PATH', 'NODE_ENV', 'LANG', 'XDG_RUNTIME_DIR'] as const;

/** One process at a time, so that whoever reads and marks keeps the other cores. */
let turn: Promise<unknown> = Promise.resolve();

/**
 * Makes files of a report in a process of its own, which the server's other work does not wait for. Where the process
 * dies over a format, that one is given up and another process makes the rest. An abort ends it at once; then nothing
 * more is heard of it.
 */
export function renderApart(
  input: ReportInput,
  wanted: readonly FileKey[],
  listener: FileListener,
  signal?: AbortSignal,
): Promise<void> {
  const ours = turn.then(() => inTurn(input, wanted, listener, signal));
  turn = ours.catch(() => undefined);
  return ours;
}

const isOver = (signal: AbortSignal | undefined): boolean => signal?.aborted === true;

async function inTurn(
  input: ReportInput,
  wanted: readonly FileKey[],
  listener: FileListener,
  signal: AbortSignal | undefined,
): Promise<void> {
  if (isOver(signal)) return;
  const folder = await mkdtemp(join(tmpdir(), 'galley-report-'));
  try {
    await makeIn(folder, input, wanted, listener, signal);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function makeIn(
  folder: string,
  input: ReportInput,
  wanted: readonly FileKey[],
  listener: FileListener,
  signal: AbortSignal | undefined,
): Promise<void> {
  let waiting = wanted;
  const broken: FileKey[] = [];
  while (waiting.length > 0 && !isOver(signal)) {
    const left = await runProcess({ input, folder, wanted: waiting, broken }, listener, signal);
    const culprit = left[0];
    if (culprit === undefined || isOver(signal)) return;
    listener.onFault(new Error('The process that made it ended before it was done'), culprit);
    listener.onFile({ format: culprit, outcome: { ok: false, failure: BROKEN }, losses: [] });
    broken.push(culprit);
    waiting = left.slice(1);
  }
}

/** Runs one process to its end and answers with what it did not come to, in order. */
function runProcess(
  work: Work,
  { onStart, onFile, onFault }: FileListener,
  signal: AbortSignal | undefined,
): Promise<readonly FileKey[]> {
  const left = new Set(work.wanted);
  let arriving = Promise.resolve();
  const child = fork(join(/* turbopackIgnore: true */ process.cwd(), ...PROGRAM), [], {
    execArgv: ['--import', 'tsx', `--max-old-space-size=${heapFor(work.input)}`, '--max-semi-space-size=8'],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: Object.fromEntries(
      NEEDED.flatMap((name) => [[name, process.env[name]]]).filter(([, value]) => value),
    ) as NodeJS.ProcessEnv,
  });
  const stop = (): void => void child.kill('SIGKILL');
  const timer = setTimeout(stop, PATIENCE);
  signal?.addEventListener('abort', stop, { once: true });
  child.on('message', (news: WorkNews) => {
    if (isOver(signal)) return;
    if (news.kind === 'ready') child.send(work);
    if (news.kind === 'started') onStart?.(news.format);
    if (news.kind === 'broke') onFault(new Error(news.fault), news.format);
    if (news.kind === 'made') {
      const { format, failure, losses } = news;
      left.delete(format);
      arriving = arriving.then(async () => {
        const outcome: RenderedFile['outcome'] = failure
          ? { ok: false, failure }
          : { ok: true, value: await readFile(join(work.folder, format)) };
        if (!isOver(signal)) onFile({ format, outcome, losses });
      });
      arriving.catch(stop);
    }
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    // Closed, not merely ended: until then there may be news on the way.
    child.on('close', () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', stop);
      arriving.then(() => resolve([...left]), reject);
    });
  });
}
