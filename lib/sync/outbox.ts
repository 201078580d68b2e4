import type { Operation, OperationResult, OperationResults } from '@/lib/contract/operation';
import type { Problem } from '@/lib/contract/problem';
import type { CallFailure, CallResult } from './api-client';
import { groupAt, nextBatch, sizeOf } from './next-batch';

/** Writes that the server will not do. What the person wrote is in the operations. */
export interface Refusal {
  readonly operations: readonly [Operation, ...Operation[]];
  readonly problem: Problem;
}

export interface OutboxState {
  /** `needs-you` before anything else: a refusal is open, or nobody is signed in any more. */
  readonly phase: 'saved' | 'saving' | 'offline' | 'needs-you';
  /** Operations without an answer. */
  readonly waiting: number;
  /** Nobody is signed in any more, or somebody else is. */
  readonly signedOut: boolean;
  /** Somebody else is. */
  readonly otherPerson: boolean;
  readonly refusals: readonly Refusal[];
}

export interface OutboxDoors {
  /** Sends a batch once; `unreachable` means that it may or may not have been done. */
  send(operations: readonly Operation[]): Promise<CallResult<OperationResults>>;
  onDone(operation: Operation, result: Extract<OperationResult, { ok: true }>): void;
  onRefused(refusal: Refusal): void;
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
 * Writes on their way, in order, one batch at a time. An operation stays here until the server has answered for it; a
 * batch without an answer is sent again with the same ids, which the server does once. Kept in memory.
 */
export class Outbox {
  readonly #doors: OutboxDoors;
  readonly #listeners = new Set<() => void>();
  #queue: Operation[] = [];
  #refusals: readonly Refusal[] = [];
  #signedOut = false;
  #otherPerson = false;
  #offline = false;
  #sending = false;
  #attempts = 0;
  /** Less once a batch was too large for the server or for something on the way there. */
  #charactersMax = BATCH_CHARACTERS;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #state: OutboxState = { phase: 'saved', waiting: 0, signedOut: false, otherPerson: false, refusals: [] };

  constructor(doors: OutboxDoors) {
    this.#doors = doors;
  }

  /** The same object until something changes. */
  get state(): OutboxState {
    return this.#state;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  enqueue(operations: readonly Operation[]): void {
    this.#queue.push(...operations);
    this.#tell();
    if (this.#timer === undefined) void this.#pump();
  }

  /** Tries now: the line is back, somebody has signed in again or asks for it. */
  retry(): void {
    this.#signedOut = false;
    this.#otherPerson = false;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#tell();
    void this.#pump();
  }

  /** The person has seen a refusal and dealt with it. */
  dismiss(refusal: Refusal): void {
    this.#refusals = this.#refusals.filter((other) => other !== refusal);
    this.#tell();
  }

  async #pump(): Promise<void> {
    if (this.#sending) return;
    this.#sending = true;
    try {
      while (this.#queue.length > 0) {
        const batch = nextBatch(this.#queue, this.#charactersMax);
        const answer = await this.#doors.send(batch);
        const again = answer.ok
          ? this.#take(batch, answer.value.results)
          : this.#takeFailure(batch, answer.failure);
        if (again !== null) return this.#waitLonger(again.after);
        this.#tell();
      }
    } catch (thrown) {
      this.#doors.onFault(thrown);
      this.#waitLonger(null);
    } finally {
      this.#sending = false;
    }
  }

  /** Answers when to send again, null for at once. */
  #take(batch: readonly Operation[], results: readonly OperationResult[]): Again | null {
    const answered = this.#settle(batch, results);
    this.#attempts = 0;
    this.#offline = false;
    this.#signedOut = false;
    this.#otherPerson = false;
    return answered === 0 ? { after: null } : null;
  }

  /** For an answer to the batch as a whole. */
  #takeFailure(batch: readonly Operation[], failure: CallFailure): Again | null {
    this.#offline = failure.kind === 'unreachable' || failure.stranger === true;
    if (failure.kind === 'unreachable') return { after: null };
    const { problem, retryAfter, stranger } = failure;
    if (problem.status === 413 && groupAt(batch, 0).length < batch.length) {
      this.#charactersMax = Math.ceil(sizeOf(batch) / 2);
      return null;
    }
    this.#signedOut = stranger !== true && problem.status === 401;
    this.#otherPerson = this.#signedOut && problem.code === 'other-person';
    if (stranger || isForLater(problem)) return { after: retryAfter };
    this.#attempts = 0;
    this.#refuseBatch(batch, problem);
    return null;
  }

  /** Answers how many operations have got an answer. */
  #settle(batch: readonly Operation[], results: readonly OperationResult[]): number {
    const byId = new Map(results.map((result) => [result.operationId, result]));
    let answered = 0;
    for (const operation of batch) {
      const result = byId.get(operation.operationId);
      if (!result || !this.#queue.includes(operation)) continue;
      answered += 1;
      if (result.ok) {
        this.#queue = this.#queue.filter((other) => other !== operation);
        this.#survive(() => this.#doors.onDone(operation, result));
      } else {
        this.#refuse(operation, reasonOf(operation, result.problem, batch, byId));
      }
    }
    return answered;
  }

  /** Only what the problem names, where it names something. */
  #refuseBatch(batch: readonly Operation[], problem: Problem): void {
    const named = batch.filter((_, index) =>
      problem.errors.some(
        ({ field }) => field.startsWith(`operations[${index}]`) || field.startsWith(`operations.${index}.`),
      ),
    );
    for (const operation of named.length > 0 ? named : batch) {
      if (this.#queue.includes(operation)) this.#refuse(operation, problem);
    }
  }

  /** What is queued behind a refused operation on the same annotation counted on it and goes with it. */
  #refuse(operation: Operation, problem: Problem): void {
    const from = this.#queue.indexOf(operation);
    const behind = this.#queue.slice(from + 1).filter(({ id }) => id === operation.id);
    const gone = new Set([operation, ...behind]);
    this.#queue = this.#queue.filter((other) => !gone.has(other));
    const refusal: Refusal = { operations: [operation, ...behind], problem };
    this.#refusals = [...this.#refusals, refusal];
    this.#survive(() => this.#doors.onRefused(refusal));
  }

  #survive(act: () => void): void {
    try {
      act();
    } catch (thrown) {
      this.#doors.onFault(thrown);
    }
  }

  /** `seconds` where the server said how long. */
  #waitLonger(seconds: number | null): void {
    const pause = Math.min(FIRST_PAUSE * 2 ** this.#attempts, LONGEST_PAUSE);
    this.#attempts += 1;
    const spread = pause * (0.5 + this.#doors.random() / 2);
    this.#timer = setTimeout(
      () => {
        this.#timer = undefined;
        void this.#pump();
      },
      seconds === null ? spread : seconds * 1_000,
    );
    this.#tell();
  }

  #tell(): void {
    const waiting = this.#queue.length;
    const refusals = this.#refusals;
    const needsYou = this.#signedOut || refusals.length > 0;
    const phase = needsYou ? 'needs-you' : waiting === 0 ? 'saved' : this.#offline ? 'offline' : 'saving';
    this.#state = { phase, waiting, signedOut: this.#signedOut, otherPerson: this.#otherPerson, refusals };
    for (const listener of this.#listeners) this.#survive(listener);
  }
}

/** Seconds until the next attempt; null leaves it to the outbox. */
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
