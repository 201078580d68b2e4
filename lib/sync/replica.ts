import { byPlace } from '@/lib/annotation/by-place';
import type { AnnotationView } from '@/lib/contract/annotation';
import type { Operation } from '@/lib/contract/operation';
import type { PersonRef } from '@/lib/contract/primitives';
import { applyOperation, type GuessContext } from './apply-operation';
import { tagByKey } from '@/lib/schema/find-tag';
import type { TagSchema } from '@/lib/schema/tag-schema';
import { matchesFilter, type MarkFilter } from './mark-filter';
import { reorder } from './mark-order';

/** A change as the server tells it: what the annotation is like after it. */
export interface ServerChange {
  readonly seq: number;
  readonly operationId: string;
  readonly actor: PersonRef;
  readonly after: AnnotationView;
}

/** The ids of the annotations that look different now. */
export type ReplicaDelta = readonly string[];

/** Changes made elsewhere: by others, or by the same person in another window. */
export interface ForeignChanges {
  readonly count: number;
  /** Who made the last one. */
  readonly by: PersonRef | null;
}

/** Which state of an annotation somebody has looked at, kept while they write. */
export interface Seen {
  readonly revision: number;
  /** How many operations of this window counted by then. */
  readonly own: number;
  /** What it looked like; null for one that was not there. */
  readonly view: AnnotationView | null;
}

const NO_FOREIGN_CHANGES: ForeignChanges = { count: 0, by: null };

/**
 * The marks of an article in the browser: what the server has said, and over it the operations it has not answered
 * yet. Reads are cheap and give the same object until that mark changes, so that screens can compare by identity.
 */
export class Replica {
  readonly #context: () => GuessContext;
  /** Every change counts one revision, so of two states of a mark the one with more is the newer. */
  readonly #settled = new Map<string, AnnotationView>();
  readonly #pending = new Map<string, Operation[]>();
  readonly #views = new Map<string, AnnotationView>();
  readonly #foreign = new Map<string, ForeignChanges>();
  /** Operations that are done here, or that were counted as somebody else's. */
  readonly #counted = new Set<string>();
  readonly #own = new Set<string>();
  readonly #ownCounts = new Map<string, number>();
  readonly #listeners = new Set<(delta: ReplicaDelta) => void>();
  readonly #cardListeners = new Map<string, Set<() => void>>();
  #ordered: readonly AnnotationView[] = [];
  /** What has changed since `#ordered` was made, and what it was like there. */
  readonly #moved = new Map<string, AnnotationView | undefined>();
  #untold: Set<string> | null = null;

  constructor(context: () => GuessContext, marks: readonly AnnotationView[] = []) {
    this.#context = context;
    this.load(marks);
  }

  get(id: string): AnnotationView | undefined {
    return this.#views.get(id);
  }

  /** The marks that match, by place. Without a filter the same array until something changes. */
  query(filter?: MarkFilter): readonly AnnotationView[] {
    if (this.#moved.size > 0) {
      this.#ordered = reorder(this.#ordered, this.#moved, this.#views);
      this.#moved.clear();
    }
    return filter ? this.#ordered.filter((mark) => matchesFilter(mark, filter)) : this.#ordered;
  }

  /** Tells about many changes at once: listeners hear of all that `change` did when it is done. */
  batch(change: () => void): void {
    if (this.#untold) return change();
    const untold = (this.#untold = new Set<string>());
    try {
      change();
    } finally {
      this.#untold = null;
      if (untold.size > 0) this.#tell([...untold]);
    }
  }

  /** Takes what the server says happened, in any order and as often as it likes. */
  apply(change: ServerChange): void {
    const { id } = change.after;
    if (!this.#counted.has(change.operationId)) this.#count(id, change.operationId, change.actor);
    this.#withoutPending(id, change.operationId);
    this.learn(change.after);
  }

  /** Takes what the server says a mark is like, unless something newer is known. */
  learn(view: AnnotationView): void {
    this.#learn(view, this.#context());
  }

  #learn(view: AnnotationView, context: GuessContext): void {
    if (view.revision >= (this.#settled.get(view.id)?.revision ?? 0)) this.#settled.set(view.id, view);
    this.#refresh(view.id, context);
  }

  /** Takes many at once: what an article comes with. */
  load(views: readonly AnnotationView[]): void {
    const context = this.#context();
    if (this.#pending.size === 0) return this.#take(views, context);
    this.batch(() => {
      for (const view of views) this.#learn(view, context);
    });
  }

  /** What `load` does where nothing waits for an answer: all is put in order once. */
  #take(views: readonly AnnotationView[], { schema }: GuessContext): void {
    for (const view of views) {
      if (view.revision < (this.#settled.get(view.id)?.revision ?? 0)) continue;
      this.#settled.set(view.id, view);
      this.#views.set(view.id, named(view, schema));
    }
    this.#ordered = [...this.#views.values()].sort(byPlace);
    this.#moved.clear();
    const untold = this.#untold;
    if (untold) for (const { id } of views) untold.add(id);
    else if (views.length > 0) this.#tell(views.map(({ id }) => id));
  }

  /** Shows the outcome of an operation that is on its way. */
  expect(operation: Operation): void {
    this.#counted.add(operation.operationId);
    this.#own.add(operation.operationId);
    this.#countOwn(operation.id, 1);
    this.#wait(operation);
  }

  /**
   * Shows the outcome of an operation of the same person that was not asked for in this window, or not in this life of
   * it. Whatever is open here was opened without it.
   */
  adopt(operation: Operation): void {
    if (this.#counted.has(operation.operationId)) return;
    this.#count(operation.id, operation.operationId, this.#context().me);
    this.#wait(operation);
  }

  #wait(operation: Operation): void {
    this.#pending.set(operation.id, [...(this.#pending.get(operation.id) ?? []), operation]);
    this.#refresh(operation.id);
  }

  /** Takes an operation back that was refused. */
  withdraw(operation: Operation): void {
    if (this.#own.delete(operation.operationId)) this.#countOwn(operation.id, -1);
    this.#withoutPending(operation.id, operation.operationId);
    this.#refresh(operation.id);
  }

  /** The schema is another: tags may have other names, and operations that wait other outcomes. */
  schemaChanged(): void {
    const context = this.#context();
    this.batch(() => {
      for (const id of this.#views.keys()) this.#refresh(id, context);
    });
  }

  foreign(id: string): ForeignChanges {
    return this.#foreign.get(id) ?? NO_FOREIGN_CHANGES;
  }

  /** What an annotation is like now, to be written against later. */
  seen(id: string): Seen {
    const view = this.get(id) ?? null;
    return { revision: view?.revision ?? 1, own: this.#ownCounts.get(id) ?? 0, view };
  }

  /**
   * The revision to name in a write against what was seen: that one, moved on by what this window has done since and
   * back by what was refused to it. Anything that somebody else does makes it stale.
   */
  revisionFrom(id: string, { revision, own }: Pick<Seen, 'revision' | 'own'>): number {
    return Math.max(1, revision + (this.#ownCounts.get(id) ?? 0) - own);
  }

  /** Whether an operation was asked for in this window. */
  isOwn(operation: Operation): boolean {
    return this.#own.has(operation.operationId);
  }

  /** Whether the server has still to answer for an annotation. */
  isPending(id: string): boolean {
    return this.#pending.has(id);
  }

  subscribe(listener: (delta: ReplicaDelta) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** For whoever looks at one annotation only. */
  subscribeTo(id: string, listener: () => void): () => void {
    const listeners = this.#cardListeners.get(id) ?? new Set();
    this.#cardListeners.set(id, listeners.add(listener));
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0) this.#cardListeners.delete(id);
    };
  }

  #count(id: string, operationId: string, by: PersonRef): void {
    this.#counted.add(operationId);
    this.#foreign.set(id, { count: this.foreign(id).count + 1, by });
  }

  #countOwn(id: string, by: 1 | -1): void {
    this.#ownCounts.set(id, (this.#ownCounts.get(id) ?? 0) + by);
  }

  #withoutPending(id: string, operationId: string): void {
    const rest = (this.#pending.get(id) ?? []).filter((operation) => operation.operationId !== operationId);
    if (rest.length > 0) this.#pending.set(id, rest);
    else this.#pending.delete(id);
  }

  #refresh(id: string, context = this.#context()): void {
    const settled = this.#settled.get(id);
    let view: AnnotationView | null = settled === undefined ? null : named(settled, context.schema);
    for (const operation of this.#pending.get(id) ?? []) view = applyOperation(view, operation, context);
    if (!this.#moved.has(id)) this.#moved.set(id, this.#views.get(id));
    if (view) this.#views.set(id, view);
    else this.#views.delete(id);
    if (this.#untold) this.#untold.add(id);
    else this.#tell([id]);
  }

  #tell(delta: ReplicaDelta): void {
    for (const id of delta) for (const listener of this.#cardListeners.get(id) ?? []) listener();
    for (const listener of this.#listeners) listener(delta);
  }
}

/** Under its tag's name of today: what the server told carries the one of its time. */
function named(view: AnnotationView, schema: TagSchema): AnnotationView {
  const tagLabel = tagByKey(schema, view.tag)?.label ?? view.tagLabel;
  return tagLabel === view.tagLabel ? view : { ...view, tagLabel };
}
