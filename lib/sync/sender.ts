import type { Operation, OperationResult, OperationResults } from '@/lib/contract/operation';
import type { Problem } from '@/lib/contract/problem';
import type { CallFailure, CallResult } from './api-client';
import { groupAt, nextBatch, sizeOf } from './next-batch';
import { LINE_UP, type LineStatus } from './outbox-state';

export type Done = Extract<OperationResult, { ok: true }>;

/** What the server has said about operations, in their order. */
export type Verdict =
  | { readonly operation: Operation; readonly done: Done }
  | { readonly operation: Operation; readonly refused: Problem };

export interface SenderDoors {
  /** What may be sent now, in order; of several articles, the one that has waited longest goes first. */
  next(): { readonly articleId: string; readonly operations: readonly Operation[] } | null;
  /** Sends a batch once; `unreachable` means that it may or may not have been done. */
  send(articleId: string, operations: readonly Operation[]): Promise<CallResult<OperationResults>>;
  /** Takes what was answered out of what waits; what it resolves before is not offered again. */
  settle(verdicts: readonly Verdict[]): Promise<void>;
  onStatus(status: LineStatus): void;
  /** Something here threw that should not have. It is told and survived: writes go on being sent. */
  onFault(thrown: unknown): void;
  /** Between 0 and 1. */
  random(): number;
}

/** A batch should arrive over a bad line too. */
const BATCH_CHARACTERS = 400_000;

/** Milliseconds between attempts: doubling, at most 30 s, spread so that many desks do not come back in step. */
const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 30_000;

/**
 * Sends what waits, in order, one batch at a time. A batch without an answer is sent again with the same ids, which the
 * server does once; no answer is never a failure.
 */
export class Sender {
  readonly #doors: SenderDoors;
  #sending = false;
  #attempts = 0;
  /** Less once a batch was too large for the server or for something on the way there. */
  #charactersMax = BATCH_CHARACTERS;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(doors: SenderDoors) {
    this.#doors = doors;
  }

  /** There may be something to send; a pause that has begun is kept. */
  wake(): void {
    if (this.#timer === undefined) void this.#pump();
  }

  /**
   * Tries now: the line is back, somebody has signed in again or asks for it. The pauses begin anew: an attempt that was
   * under way, or came a moment before the line really was there, is soon repeated.
   */
  retry(): void {
    this.#attempts = 0;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    void this.#pump();
  }

  async #pump(): Promise<void> {
    if (this.#sending) return;
    this.#sending = true;
    try {
      for (let next = this.#doors.next(); next; next = this.#doors.next()) {
        const batch = nextBatch(next.operations, this.#charactersMax);
        const answer = await this.#doors.send(next.articleId, batch);
        const again = answer.ok
          ? await this.#take(batch, answer.value.results)
          : await this.#takeFailure(batch, answer.failure);
        if (again !== null) return this.#waitLonger(again.after);
      }
    } catch (thrown) {
      this.#doors.onFault(thrown);
      this.#waitLonger(null);
    } finally {
      this.#sending = false;
    }
  }

  /** Answers when to send again, null for at once. */
  async #take(batch: readonly Operation[], results: readonly OperationResult[]): Promise<Again | null> {
    const byId = new Map(results.map((result) => [result.operationId, result]));
    const verdicts = batch.flatMap((operation): Verdict[] => {
      const result = byId.get(operation.operationId);
      if (!result) return [];
      if (result.ok) return [{ operation, done: result }];
      return [{ operation, refused: reasonOf(operation, result.problem, batch, byId) }];
    });
    this.#attempts = 0;
    this.#doors.onStatus(LINE_UP);
    await this.#doors.settle(verdicts);
    return verdicts.length === 0 ? { after: null } : null;
  }

  /** For an answer to the batch as a whole. */
  async #takeFailure(batch: readonly Operation[], failure: CallFailure): Promise<Again | null> {
    if (failure.kind === 'unreachable') {
      this.#doors.onStatus({ ...LINE_UP, offline: true });
      return { after: null };
    }
    const { problem, retryAfter, stranger = false } = failure;
    if (problem.status === 413 && groupAt(batch, 0).length < batch.length) {
      this.#charactersMax = Math.ceil(sizeOf(batch) / 2);
      return null;
    }
    const signedOut = !stranger && problem.status === 401;
    const otherPerson = signedOut && problem.code === 'other-person';
    this.#doors.onStatus({ offline: stranger, signedOut, otherPerson });
    if (stranger || isForLater(problem)) return { after: retryAfter };
    this.#attempts = 0;
    // Only what the problem names, where it names something.
    const named = batch.filter((_, index) =>
      problem.errors.some(
        ({ field }) => field.startsWith(`operations[${index}]`) || field.startsWith(`operations.${index}.`),
      ),
    );
    const refused = (named.length > 0 ? named : batch).map((operation) => ({ operation, refused: problem }));
    await this.#doors.settle(refused);
    return null;
  }

  /** `seconds` where the server said how long. */
  #waitLonger(seconds: number | null): void {
    const pause = Math.min(FIRST_PAUSE * 2 ** this.#attempts, LONGEST_PAUSE);
    this.#attempts += 1;
    const spread = pause * (0.5 + this.#doors.random() / 2);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(
      () => {
        this.#timer = undefined;
        void this.#pump();
      },
      seconds === null ? spread : seconds * 1_000,
    );
  }
}

/** Seconds until the next attempt; null leaves it to the sender. */
interface Again {
  readonly after: number | null;
}

/** Answers that are about now, or about the way there, and not about what was written. */
const isForLater = ({ status, code }: Problem): boolean =>
  status >= 500 || [401, 408, 425, 429].includes(status) || code === 'foreign-origin';

/** A group fails for the sake of one of its members: that one's reason is the reason. */
function reasonOf(
  { group }: Operation,
  problem: Problem,
  batch: readonly Operation[],
  results: ReadonlyMap<string, OperationResult>,
): Problem {
  if (problem.code !== 'group-failed') return problem;
  for (const other of batch) {
    const result = other.group === group ? results.get(other.operationId) : undefined;
    if (result?.ok === false && result.problem.code !== 'group-failed') return result.problem;
  }
  return problem;
}
