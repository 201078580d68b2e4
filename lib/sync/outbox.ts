import type { Operation, OperationResults } from '@/lib/contract/operation';
import type { CallResult } from './api-client';
import {
  describeOutbox,
  IDLE,
  LINE_UP,
  type LineStatus,
  type OutboxState,
  type StorageTrouble,
} from './outbox-state';
import { rebase } from './rebase';
import { Sender, type Verdict } from './sender';
import type { DoneElsewhere, TakenBack, WindowMessage, Windows } from './windows';
import type { Refusal, Work } from './work';
import { WorkQueue, type ArticleObserver, type Waiting } from './work-queue';
import type { WorkChange, WorkStorage } from './work-storage';

export interface OutboxDoors {
  readonly storage: WorkStorage;
  readonly windows: Windows;
  /** Tells whether this window is the one that sends, each time that changes. */
  lead(onChange: (leading: boolean) => void): void;
  send(articleId: string, operations: readonly Operation[]): Promise<CallResult<OperationResults>>;
  /** Something here threw that should not have. It is told and survived: writes go on being sent. */
  onFault(thrown: unknown): void;
  /** Between 0 and 1. */
  random(): number;
}

/**
 * All that a person has done and the server has not answered, in every article and every window of this browser. It is
 * written to the disk before it is sent and stays until it is answered; then it is done, or it is for the person to deal
 * with. One window sends for all of them. What the disk does not take is sent by its own window, and said to be unsafe.
 */
export class Outbox {
  readonly #person: string;
  readonly #doors: OutboxDoors;
  readonly #queue: WorkQueue;
  readonly #sender: Sender;
  readonly #listeners = new Set<() => void>();
  /** Refusals that the disk did not take. */
  readonly #unkeptRefusals = new Set<string>();
  #line: LineStatus = LINE_UP;
  #trouble: StorageTrouble | null = null;
  #ofOthers = 0;
  #leading = false;
  #started = false;
  #probing = false;
  #writing: Promise<void> = Promise.resolve();
  #state: OutboxState = IDLE;

  constructor(person: string, doors: OutboxDoors) {
    this.#person = person;
    this.#doors = doors;
    this.#queue = new WorkQueue((thrown) => doors.onFault(thrown));
    this.#sender = new Sender({
      next: () => this.#next(),
      send: (articleId, operations) => doors.send(articleId, operations),
      settle: (verdicts) => this.#settle(verdicts),
      onStatus: (status) => this.#setLine(status, 'tell others'),
      onFault: (thrown) => doors.onFault(thrown),
      random: () => doors.random(),
    });
  }

  /** The same object until something changes. */
  get state(): OutboxState {
    return this.#state;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Reads what is on the disk and takes part in sending it. Once; more calls do nothing. */
  async start(): Promise<void> {
    if (this.#started) return;
    this.#started = true;
    this.#doors.windows.listen((message) => this.#hear(message));
    await this.reload();
    this.#doors.lead((leading) => {
      this.#leading = leading;
      if (leading) void this.reload().then(() => this.#sender.retry());
    });
    this.#doors.windows.post({ kind: 'hello' });
  }

  /** Tells an observer what waits in its article, now and from now on. Answers the function that ends it. */
  observe(articleId: string, observer: ArticleObserver): () => void {
    return this.#queue.observe(articleId, observer);
  }

  enqueue(work: readonly Work[]): void {
    if (this.#trouble) {
      this.#queue.push(work, 'unsafe');
      this.#sender.wake();
      void this.#probe();
    } else void this.#keep(this.#queue.push(work, 'writing'));
    this.#tell();
  }

  /** Tries now: the line is back, somebody has signed in again or asks for it. */
  retry(): void {
    this.#setLine({ ...this.#line, signedOut: false, otherPerson: false }, 'tell others');
    this.#doors.windows.post({ kind: 'retry' });
    this.#sender.retry();
    void this.#probe();
  }

  /** The person has seen a refusal and dealt with it. */
  dismiss({ id }: Refusal): void {
    this.#queue.forget(id);
    this.#tell();
    this.#doors.windows.post({ kind: 'dealt-with', id });
    void this.#write({ dealtWith: [id] });
  }

  /** Takes over what the disk says: other windows may have changed it while this one slept. */
  async reload(): Promise<void> {
    try {
      await this.#writing;
      const load = () => this.#doors.storage.load(this.#person);
      const { ofOthers, lost } = await this.#queue.takeOver(load, this.#unkeptRefusals);
      this.#ofOthers = ofOthers;
      if (lost) void this.#keep(lost.waiting, lost.refusals);
      this.#tell();
    } catch (thrown) {
      this.#fail(thrown);
    }
  }

  /** What may be sent by this window, from the article that has waited longest. */
  #next(): { readonly articleId: string; readonly operations: readonly Operation[] } | null {
    const ready = this.#queue.waiting
      .filter(({ kept }) => kept === 'unsafe' || (this.#leading && kept === 'kept'))
      .map(({ work }) => work);
    const articleId = ready[0]?.article.id;
    if (articleId === undefined) return null;
    const here = ready.filter(({ article }) => article.id === articleId);
    return { articleId, operations: here.map(({ operation }) => operation) };
  }

  async #settle(verdicts: readonly Verdict[]): Promise<void> {
    const results: DoneElsewhere[] = [];
    const taken: TakenBack[] = [];
    for (const verdict of verdicts) {
      const waiting = this.#queue.find(verdict.operation.operationId);
      if (!waiting) continue;
      const { article } = waiting.work;
      if ('done' in verdict) {
        results.push({ article, ...verdict });
        this.#queue.finish(article, verdict.operation, verdict.done);
      } else {
        const each = rebase(this.#queue.withAllBehind(waiting), verdict.refused);
        taken.push(each);
        this.#queue.takeBack(each, 'writing');
      }
    }
    this.#tell();
    const instead = taken.flatMap((each) => each.instead);
    const settled = [
      ...results,
      ...taken.flatMap(({ operations }) => operations.map((operation) => ({ operation }))),
    ];
    const written = this.#write(
      {
        settled: settled.map(({ operation }) => operation.operationId),
        refused: taken.flatMap(({ refusal }) => refusal ?? []),
      },
      this.#queue.waiting.filter(({ work }) => instead.includes(work)),
    ).then(() => {
      if (results.length > 0) this.#doors.windows.post({ kind: 'done', results });
      if (taken.length > 0) this.#doors.windows.post({ kind: 'taken-back', each: taken });
    });
    // A disk in trouble must not hold up what has to be sent.
    if (this.#trouble === null || instead.length > 0) await written;
  }

  #hear(message: WindowMessage): void {
    switch (message.kind) {
      case 'added':
        this.#queue.join(message.work);
        this.#sender.wake();
        break;
      case 'done':
        for (const { article, operation, done } of message.results)
          this.#queue.finish(article, operation, done);
        break;
      case 'taken-back':
        for (const each of message.each) this.#queue.takeBack(each, 'kept');
        break;
      case 'dealt-with':
        this.#queue.forget(message.id);
        break;
      case 'status':
        return this.#setLine(message.status);
      case 'hello':
        if (this.#leading) this.#doors.windows.post({ kind: 'status', status: this.#line });
        if (this.#line.signedOut) this.#sender.retry();
        break;
      case 'retry':
        this.#sender.retry();
        break;
    }
    this.#tell();
  }

  /** Writes what waits to the disk, then lets it be sent by whichever window does that. */
  async #keep(waiting: readonly Waiting[], refused: readonly Refusal[] = []): Promise<void> {
    if (await this.#write({ refused }, waiting)) {
      const work = waiting.filter((each) => this.#queue.waiting.includes(each)).map((each) => each.work);
      this.#doors.windows.post({ kind: 'added', work });
    }
    this.#sender.wake();
  }

  /** One change after the other. What `added` names is kept afterwards, or known to be unsafe; answers which. */
  #write(change: Omit<WorkChange, 'added'>, added: readonly Waiting[] = []): Promise<boolean> {
    const attempt = this.#writing.then(async () => {
      try {
        // Unsafe ones may have been answered by now.
        const there = added.filter((waiting) => this.#queue.waiting.includes(waiting));
        await this.#doors.storage.change({ ...change, added: there.map(({ work }) => work) });
        for (const waiting of there) waiting.kept = 'kept';
        this.#trouble = null;
        return true;
      } catch (thrown) {
        for (const waiting of added) waiting.kept = 'unsafe';
        for (const { id } of change.refused ?? []) this.#unkeptRefusals.add(id);
        this.#fail(thrown);
        return false;
      } finally {
        this.#tell();
      }
    });
    this.#writing = attempt.then(() => undefined);
    return attempt;
  }

  #fail(thrown: unknown): void {
    const full = thrown instanceof DOMException && thrown.name === 'QuotaExceededError';
    this.#trouble = full ? 'full' : 'refused';
    this.#tell();
  }

  /** Whether the disk takes by now what it did not take. */
  async #probe(): Promise<void> {
    if (this.#trouble === null || this.#probing) return;
    this.#probing = true;
    await this.#keep(this.#queue.waiting.filter(({ kept }) => kept === 'unsafe'));
    this.#probing = false;
  }

  #setLine(line: LineStatus, others?: 'tell others'): void {
    const same = (Object.keys(line) as (keyof LineStatus)[]).every((key) => line[key] === this.#line[key]);
    this.#line = line;
    if (others && !same) this.#doors.windows.post({ kind: 'status', status: line });
    this.#tell();
  }

  #tell(): void {
    const waiting = this.#queue.waiting.map(({ work, kept }) => ({
      article: work.article,
      unsafe: kept === 'unsafe',
    }));
    const rest = { refusals: this.#queue.refusals, trouble: this.#trouble, ofOthers: this.#ofOthers };
    this.#state = describeOutbox(this.#line, waiting, rest);
    for (const listener of this.#listeners) {
      try {
        listener();
      } catch (thrown) {
        this.#doors.onFault(thrown);
      }
    }
  }
}
