import type { Operation } from '@/lib/contract/operation';
import type { Done } from './sender';
import type { TakenBack } from './windows';
import type { Refusal, Work, ArticleRef } from './work';
import type { KeptWork } from './work-storage';

/** What happens to the work of an article, for whoever shows the article. */
export interface ArticleObserver {
  /** On its way, and not asked for by this observer: from before a reload, or from another window. */
  onWaiting(work: readonly Work[]): void;
  onDone(operation: Operation, done: Done): void;
  onTakenBack(taken: TakenBack): void;
}

export interface Waiting {
  readonly work: Work;
  /** `writing` until the disk has it, `unsafe` when the disk does not take it. Until one of the two it is not sent. */
  kept: 'writing' | 'kept' | 'unsafe';
}

export interface TakenOver {
  readonly ofOthers: number;
  /** What was on the disk and went with it; null where it is the same disk. */
  readonly lost: { readonly waiting: readonly Waiting[]; readonly refusals: readonly Refusal[] } | null;
}

/** What waits and what was refused, as this window knows it, and whoever wants to hear of it. */
export class WorkQueue {
  readonly #onFault: (thrown: unknown) => void;
  readonly #observers = new Map<string, Set<ArticleObserver>>();
  /** What was answered while the disk was being read: the disk may still have named it. */
  readonly #settled = new Set<string>();
  /** The storage that was read last. */
  #disk: string | null = null;
  #waiting: readonly Waiting[] = [];
  #refusals: readonly Refusal[] = [];

  constructor(onFault: (thrown: unknown) => void) {
    this.#onFault = onFault;
  }

  /** In the order in which it was done. */
  get waiting(): readonly Waiting[] {
    return this.#waiting;
  }

  get refusals(): readonly Refusal[] {
    return this.#refusals;
  }

  /** Tells an observer what waits in its article, now and from now on. Answers the function that ends it. */
  observe(articleId: string, observer: ArticleObserver): () => void {
    const observers = this.#observers.get(articleId) ?? new Set();
    this.#observers.set(articleId, observers.add(observer));
    const here = this.#waiting.map(({ work }) => work).filter(({ article }) => article.id === articleId);
    if (here.length > 0) this.#survive(() => observer.onWaiting(here));
    return () => void observers.delete(observer);
  }

  find(operationId: string): Waiting | undefined {
    return this.#waiting.find(({ work }) => work.operation.operationId === operationId);
  }

  /** An operation with what is queued behind it on the same annotation: that counted on it. */
  withAllBehind(first: Waiting): readonly [Work, ...Work[]] {
    const { id } = first.work.operation;
    const behind = this.#waiting.slice(this.#waiting.indexOf(first) + 1).map(({ work }) => work);
    return [first.work, ...behind.filter(({ operation }) => operation.id === id)];
  }

  /** Asked for here: whoever asked knows of it. */
  push(work: readonly Work[], kept: Waiting['kept']): readonly Waiting[] {
    const fresh = work.filter(({ operation }) => !this.find(operation.operationId));
    const waiting = fresh.map((each): Waiting => ({ work: each, kept }));
    this.#waiting = [...this.#waiting, ...waiting];
    return waiting;
  }

  /** Asked for elsewhere, and on the disk; what is known already stays as it is. */
  join(work: readonly Work[]): void {
    const joined = this.push(work, 'kept').map((each) => each.work);
    for (const articleId of new Set(joined.map(({ article }) => article.id))) {
      const here = joined.filter(({ article }) => article.id === articleId);
      this.#each(articleId, (observer) => observer.onWaiting(here));
    }
  }

  finish(article: ArticleRef, operation: Operation, done: Done): void {
    this.#remove([operation]);
    this.#each(article.id, (observer) => observer.onDone(operation, done));
  }

  takeBack(taken: TakenBack, kept: Waiting['kept']): void {
    const { article, operations, instead, refusal } = taken;
    this.#remove(operations);
    this.push(instead, kept);
    if (refusal) this.#refusals = [...this.#refusals.filter(({ id }) => id !== refusal.id), refusal];
    this.#each(article.id, (observer) => observer.onTakenBack(taken));
  }

  /** A refusal has been dealt with. */
  forget(id: string): void {
    this.#refusals = this.#refusals.filter((refusal) => refusal.id !== id);
  }

  /**
   * Reads the disk and takes over what it says: messages of other windows may have been lost while this one slept. What
   * only this window holds stays; `unkept` names refusals that the disk does not have for that reason. A disk that is not
   * the one that was read before says nothing of what was on that one: all of it stays, and has to be written anew.
   */
  async takeOver(load: () => Promise<KeptWork>, unkept: ReadonlySet<string>): Promise<TakenOver> {
    const before = this.#waiting.filter(({ kept }) => kept === 'kept');
    this.#settled.clear();
    const disk = await load();
    const isAnother = this.#disk !== null && this.#disk !== disk.disk;
    this.#disk = disk.disk;
    const there = new Set(disk.waiting.map(({ operation }) => operation.operationId));
    this.join(disk.waiting.filter(({ operation }) => !this.#settled.has(operation.operationId)));
    const gone = before.filter(
      (waiting) => !there.has(waiting.work.operation.operationId) && this.#waiting.includes(waiting),
    );
    const known = new Map(this.#refusals.map((refusal) => [refusal.id, refusal]));
    const missing = this.#refusals.filter(({ id }) => !disk.refused.some((refusal) => refusal.id === id));
    const refusals = missing.filter(({ id }) => isAnother || unkept.has(id));
    this.#refusals = [...disk.refused.map((refusal) => known.get(refusal.id) ?? refusal), ...refusals];
    if (isAnother) return { ofOthers: disk.ofOthers, lost: { waiting: gone, refusals } };
    for (const { work } of gone) {
      // Settled elsewhere, who knows how: whoever shows the article will hear of it from the server.
      const { article, operation } = work;
      this.takeBack({ article, operations: [operation], current: null, instead: [], refusal: null }, 'kept');
    }
    return { ofOthers: disk.ofOthers, lost: null };
  }

  #remove(operations: readonly Operation[]): void {
    const gone = new Set(operations.map(({ operationId }) => operationId));
    for (const id of gone) this.#settled.add(id);
    this.#waiting = this.#waiting.filter(({ work }) => !gone.has(work.operation.operationId));
  }

  #each(articleId: string, tell: (observer: ArticleObserver) => void): void {
    for (const observer of this.#observers.get(articleId) ?? []) this.#survive(() => tell(observer));
  }

  #survive(act: () => void): void {
    try {
      act();
    } catch (thrown) {
      this.#onFault(thrown);
    }
  }
}
