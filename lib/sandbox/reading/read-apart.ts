import { failure, type Outcome } from '@/lib/contract/failure';
import type { ReadingView } from '@/lib/contract/reading';
import { nextTurn } from '@/lib/next-turn';
import { ok, type Result } from '@/lib/result';
import { runApart } from '../run-apart';
import { takeTurns } from '../take-turns';
import { finishReading } from './finish-reading';
import { readText } from './read-text';
import { unreadable, type FormattedPlate, type Nameplate, type Unreadable } from './reading';
import type { ReadingNews, ReadingOrder } from './reading-process';

export interface ReadingLimits {
  /** Milliseconds, the start of the process included. */
  readonly time: number;
  /** Megabytes of the whole process. */
  readonly memory: number;
}

const LIMITS: ReadingLimits = { time: 20_000, memory: 512 };
const PROGRAM = ['lib', 'sandbox', 'reading', 'reading-process.ts'];

/** So many at once, whoever asks: each may take half a gigabyte. And so many here at all: each holds what is to be read. */
const inTurn = takeTurns(2, 8);
/** Seconds until there may well be a place again. */
const RETRY_AFTER = 20;

/**
 * Reads a document in a process of its own that is killed where it takes too long or too much. 422 or 413 on `field` for what
 * cannot be read; `too-many-requests` where too many wait; null when it was called off. Throws where the process ends of
 * anything else. A plain text is no work and is read here.
 */
export async function readApart(
  bytes: Uint8Array,
  plate: Nameplate,
  {
    field,
    signal,
    limits = LIMITS,
  }: { field: 'file' | 'url'; signal?: AbortSignal | undefined; limits?: ReadingLimits },
): Promise<Outcome<ReadingView> | null> {
  const turn = isFormatted(plate)
    ? await inTurn(() => readInProcess(bytes, plate, limits, signal), signal)
    : ok(await readHere(bytes, plate));
  if (!turn.ok) {
    if (turn.failure === 'called off') return null;
    const detail = `Too many documents are being read already. Try again in ${RETRY_AFTER} seconds.`;
    return failure('too-many-requests', detail, { retryAfter: RETRY_AFTER });
  }
  const read = turn.value;
  if (read === null || read.ok) return read;
  const { code, message, misread } = read.failure;
  // Of a file one can say how it is encoded; a page says so itself.
  const at = misread && field === 'file' ? 'file.encoding' : field;
  return failure(code, message, { errors: [{ field: at, message }] });
}

const isFormatted = (plate: Nameplate): plate is FormattedPlate => plate.kind !== 'text';

async function readHere(bytes: Uint8Array, plate: Nameplate): Promise<Result<ReadingView, Unreadable>> {
  const found = readText(bytes, plate);
  await nextTurn();
  if (!found.ok) return found;
  const read = finishReading(found.value, plate);
  await nextTurn();
  return read;
}

async function readInProcess(
  bytes: Uint8Array,
  plate: FormattedPlate,
  { time, memory }: ReadingLimits,
  signal: AbortSignal | undefined,
): Promise<Result<ReadingView, Unreadable> | null> {
  let read: ReadingNews | null = null;
  const end = await runApart<ReadingOrder, ReadingNews>({
    program: PROGRAM,
    order: { plate, memory: memory * 1_000_000 },
    bytes,
    heap: Math.floor(memory * 0.7),
    patience: time,
    signal,
    quiet: true,
    onNews: (news) => void (read = news),
  });
  if (end.how === 'called off') return null;
  if (read !== null) return read;
  if (end.how === 'out of time') {
    return unreadable(
      plate,
      `was given up: reading it took longer than ${time / 1_000} seconds.`,
      'too-large',
    );
  }
  if (end.how === 'out of memory')
    return unreadable(plate, `was given up: reading it took more than ${memory} MB of memory.`, 'too-large');
  throw new Error(`The process that reads documents ended without an answer: ${end.trace}`);
}
