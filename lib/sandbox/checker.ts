import { join } from 'node:path';
import type { Worker } from 'node:worker_threads';
import { failure, type Outcome } from '@/lib/contract/failure';
import type { WordEnds } from '@/lib/evidence/covered-words';
import { ok } from '@/lib/result';
import type { Checked, CheckInput } from './check-article';
import { joinPieces, MORE, type CheckedPiece } from './checked-pieces';

export interface CheckerLimits {
  /** Milliseconds one check may take, from when it is begun. */
  readonly time: number;
  /** Megabytes of the thread's heap. */
  readonly memory: number;
  /** Megabytes of it for what is short-lived. V8 would take many times as many before it clears them, and never gives them back. */
  readonly young: number;
  /** Milliseconds without work after which the thread gives its memory back. */
  readonly idle: number;
  /** Checks that are remembered. */
  readonly kept: number;
  /** Findings of them, in all: each takes about a kilobyte. What was asked for last is remembered whatever it takes. */
  readonly findings: number;
}

const LIMITS: CheckerLimits = {
  time: 20_000,
  memory: 512,
  young: 12,
  idle: 300_000,
  kept: 30,
  findings: 30_000,
};

/** The bundler must not follow this file into the server: it is read by the thread itself. */
const THREAD = join(/* turbopackIgnore: true */ process.cwd(), 'lib', 'sandbox', 'check-thread.mjs');

/** What the thread can be asked for: the check of an article, or where the words of a text start and end. */
export type CheckerOrder = CheckInput | { readonly wordsOf: string };
type CheckerAnswer = Checked | WordEnds;

interface Job {
  readonly order: CheckerOrder;
  readonly pieces: CheckedPiece[];
  readonly settle: (outcome: Outcome<CheckerAnswer>) => void;
}

interface Memory {
  readonly answer: Promise<Outcome<CheckerAnswer>>;
  /** 0 until they are known. */
  findings: number;
}

/** A number takes a hundredth of what a finding does. */
const countFindings = (answer: CheckerAnswer): number =>
  answer instanceof Uint32Array ? answer.length / 100 : answer.suggestions.length + answer.quotes.length;

/**
 * Checks articles in a thread of its own, one after the other: no request waits for another's rules, and a check that
 * does not end is ended. The same article with the same sources is checked once.
 */
export class Checker {
  readonly #limits: CheckerLimits;
  readonly #thread: string;
  readonly #known = new Map<string, Memory>();
  readonly #waiting: Job[] = [];
  #worker: Worker | null = null;
  #job: Job | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(limits: Partial<CheckerLimits> = {}, thread = THREAD) {
    this.#limits = { ...LIMITS, ...limits };
    this.#thread = thread;
  }

  /** `key` stands for everything in the input. 503 `unavailable` where a check took too long or too much. */
  check(key: string, read: () => Promise<CheckInput>): Promise<Outcome<Checked>> {
    return this.#remember(`check ${key}`, read) as Promise<Outcome<Checked>>;
  }

  /** Where the words of a text start and end; `key` stands for the text. */
  findWords(key: string, read: () => Promise<string>): Promise<Outcome<WordEnds>> {
    const order = async (): Promise<CheckerOrder> => ({ wordsOf: await read() });
    return this.#remember(`words ${key}`, order) as Promise<Outcome<WordEnds>>;
  }

  #remember(key: string, read: () => Promise<CheckerOrder>): Promise<Outcome<CheckerAnswer>> {
    const known = this.#known.get(key);
    const answer = known?.answer ?? read().then((order) => this.#ask(order));
    const memory: Memory = known ?? { answer, findings: 0 };
    // The one asked for last is forgotten last.
    this.#known.delete(key);
    this.#known.set(key, memory);
    // What went wrong may go right another time.
    const forget = (): void => {
      if (this.#known.get(key) === memory) this.#known.delete(key);
    };
    answer.then((outcome) => {
      if (!outcome.ok) return forget();
      memory.findings = countFindings(outcome.value);
      return this.#forgetOldest();
    }, forget);
    this.#forgetOldest();
    return answer;
  }

  #forgetOldest(): void {
    let findings = [...this.#known.values()].reduce((sum, memory) => sum + memory.findings, 0);
    const newest = [...this.#known.keys()].at(-1);
    for (const [oldest, memory] of this.#known) {
      const isTooMany = this.#known.size > this.#limits.kept;
      const isTooMuch = isTooMany || findings > this.#limits.findings;
      if (!isTooMuch || oldest === newest) break;
      // To forget what is not checked yet would free nothing, and have it checked twice.
      if (!isTooMany && memory.findings === 0) continue;
      this.#known.delete(oldest);
      findings -= memory.findings;
    }
  }

  /** Ends the thread, and whatever it was at. */
  async close(): Promise<void> {
    clearTimeout(this.#timer);
    const worker = this.#worker;
    this.#worker = null;
    await worker?.terminate();
  }

  #ask(order: CheckerOrder): Promise<Outcome<CheckerAnswer>> {
    return new Promise((settle) => {
      this.#waiting.push({ order, pieces: [], settle });
      this.#next();
    });
  }

  #next(): void {
    if (this.#job !== null) return;
    clearTimeout(this.#timer);
    const job = this.#waiting.shift();
    if (job === undefined) {
      this.#worker?.unref();
      this.#timer = setTimeout(() => void this.close(), this.#limits.idle);
      this.#timer.unref();
      return;
    }
    this.#job = job;
    const worker = (this.#worker ??= this.#start());
    worker.ref();
    worker.postMessage(job.order);
    this.#timer = setTimeout(
      () => this.#giveUp('Checking this article took too long and was ended.'),
      this.#limits.time,
    );
  }

  #start(): Worker {
    const { Worker: Thread } = process.getBuiltinModule('node:worker_threads');
    const worker = new Thread(this.#thread, {
      resourceLimits: {
        maxOldGenerationSizeMb: this.#limits.memory,
        maxYoungGenerationSizeMb: this.#limits.young,
      },
      // What the server was started with need not be right for a thread.
      execArgv: [],
    });
    worker.on('message', (news: CheckedPiece | WordEnds) => this.#take(worker, news));
    worker.on('error', (error: NodeJS.ErrnoException) => {
      if (worker !== this.#worker) return;
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY')
        this.#giveUp('Checking this article took too much memory.');
      else this.#giveUp(`Checking this article failed: ${error.message}`);
    });
    return worker;
  }

  #giveUp(why: string): void {
    const worker = this.#worker;
    this.#worker = null;
    void worker?.terminate();
    this.#settle(failure('unavailable', `${why} Its text can still be marked by hand.`));
  }

  /** All of a long answer at once would hold everybody up: it comes in pieces, each asked for when the last has been taken. */
  #take(worker: Worker, news: CheckedPiece | WordEnds): void {
    const job = this.#job;
    if (worker !== this.#worker || job === null) return;
    if (news instanceof Uint32Array) return this.#settle(ok(news));
    job.pieces.push(news);
    if (news.more) worker.postMessage(MORE);
    else this.#settle(ok(joinPieces(job.pieces)));
  }

  #settle(outcome: Outcome<CheckerAnswer>): void {
    const job = this.#job;
    this.#job = null;
    job?.settle(outcome);
    this.#next();
  }
}

/** The framework may load this module more than once in a process; one thread is enough for it. */
const HOLDER = Symbol.for('galley.checker');
const holder: { [HOLDER]?: Checker } = globalThis as typeof globalThis & { [HOLDER]?: Checker };

/** The process's own. */
export const checker = (): Checker => (holder[HOLDER] ??= new Checker());
