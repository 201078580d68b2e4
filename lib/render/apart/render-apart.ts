import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { failure, type Outcome } from '@/lib/contract/failure';
import { ok } from '@/lib/result';
import { BROKEN, type FileKey, type FileListener, type RenderedFile } from '../render-files';
import type { ReportInput } from '@/lib/report/report-input';
import { runApart } from '@/lib/sandbox/run-apart';
import { takeTurns } from '@/lib/sandbox/take-turns';
import { waitForRoom } from './wait-for-room';
import type { Work, WorkNews } from './work';

/** Longest that one process may take, in milliseconds. */
const PATIENCE = 10 * 60_000;
/** Heap of the process in MiB: as little as does, so that it is tidied up as it goes, and more for what is longer. */
const heapFor = ({ annotations, quotes = [], version }: ReportInput): number =>
  64 + Math.ceil((annotations.length + quotes.length) / 25 + version.text.length / 20_000);
const PROGRAM = ['lib', 'render', 'apart', 'render-process.ts'];

/** How many reports may be made or wait here; whoever comes then is asked to come back. */
const QUEUE_MAX = 8;
/** Seconds until there may well be a place again. */
const RETRY_AFTER = 20;

/** One process at a time, so that whoever reads and marks keeps the other cores. */
const inTurn = takeTurns(1, QUEUE_MAX);

const waiters = waitForRoom(inTurn.isFull);

/** Makes files by `renderApart`, waiting for as long as the queue is full. Null once called off. */
export const attemptApart = waiters.attempt;

/**
 * Makes files of a report in a process of its own, which the server's other work does not wait for. Where the process
 * dies over a format, that one is given up and another process makes the rest. An abort ends it at once; then nothing
 * more is heard of it. `too-many-requests` when the queue is full.
 */
export async function renderApart(
  input: ReportInput,
  wanted: readonly FileKey[],
  listener: FileListener,
  signal?: AbortSignal,
): Promise<Outcome<null>> {
  let isRefused = false;
  try {
    const turn = await inTurn(() => makeFiles(input, wanted, listener, signal), signal);
    isRefused = !turn.ok && turn.failure === 'full';
  } finally {
    if (!isRefused) waiters.tell();
  }
  if (!isRefused) return ok(null);
  const detail = `${QUEUE_MAX} long reports are being made already. Try again in ${RETRY_AFTER} seconds.`;
  return failure('too-many-requests', detail, { retryAfter: RETRY_AFTER });
}

const isOver = (signal: AbortSignal | undefined): boolean => signal?.aborted === true;

async function makeFiles(
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
    const { left, fault } = await runProcess({ input, folder, wanted: waiting, broken }, listener, signal);
    const culprit = left[0];
    if (culprit === undefined || isOver(signal)) return;
    listener.onFault(fault ?? new Error('The process that made it ended before it was done'), culprit);
    listener.onFile({ format: culprit, outcome: { ok: false, failure: BROKEN }, losses: [] });
    broken.push(culprit);
    waiting = left.slice(1);
  }
}

/** How one process ended: what it did not come to, in order, and what kept it from working at all. */
interface Ended {
  readonly left: readonly FileKey[];
  readonly fault: unknown;
}

/** Runs one process to its end. */
async function runProcess(
  order: Work,
  { onStart, onFile, onFault }: FileListener,
  signal: AbortSignal | undefined,
): Promise<Ended> {
  const left = new Set(order.wanted);
  let arriving = Promise.resolve();
  const onNews = (news: WorkNews, stop: () => void): void => {
    if (news.kind === 'started') onStart?.(news.format);
    if (news.kind === 'broke') onFault(new Error(news.fault), news.format);
    if (news.kind === 'made') {
      const { format, failure, losses } = news;
      left.delete(format);
      arriving = arriving.then(async () => {
        const outcome: RenderedFile['outcome'] = failure
          ? { ok: false, failure }
          : { ok: true, value: await readFile(join(order.folder, format)) };
        if (!isOver(signal)) onFile({ format, outcome, losses });
      });
      arriving.catch(stop);
    }
  };
  const fault: unknown = await runApart<Work, WorkNews>({
    ...{ program: PROGRAM, order, heap: heapFor(order.input), patience: PATIENCE, signal, onNews },
    givesWay: true,
  }).then(
    () => null,
    (error: unknown) => error,
  );
  await arriving;
  return { left: [...left], fault };
}
