import type { AnnotationView } from '@/lib/contract/annotation';
import type { PersonRef } from '@/lib/contract/primitives';
import { newId } from '@/lib/ids';
import type { OperationDraft } from './operation-draft';
import { operationsTowards } from './operations-towards';
import type { Replica } from './replica';

/** What an annotation was like, null for not there, and how often others had changed it by then. */
export interface Snapshot {
  readonly id: string;
  readonly view: AnnotationView | null;
  readonly foreign: number;
}

interface Step {
  readonly label: string;
  readonly snapshots: readonly Snapshot[];
}

/** What became of an undo or redo. */
export interface UndoOutcome {
  readonly label: string;
  /** How many annotations went back. */
  readonly done: number;
  /** Those left as they are, because somebody has changed them since. */
  readonly left: readonly { readonly id: string; readonly by: PersonRef | null }[];
}

export interface UndoState {
  /** What the next undo and redo would take back; null for nothing. */
  readonly undo: string | null;
  readonly redo: string | null;
}

const STEPS_MAX = 500;

/**
 * Undo and redo by compensation: a step takes all its annotations back to what they were, by ordinary operations. What
 * somebody else has changed since is left alone and named.
 */
export class UndoHistory {
  readonly #replica: Replica;
  readonly #submit: (drafts: readonly OperationDraft[]) => void;
  readonly #listeners = new Set<() => void>();
  #undo: Step[] = [];
  #redo: Step[] = [];
  #state: UndoState = { undo: null, redo: null };

  constructor(replica: Replica, submit: (drafts: readonly OperationDraft[]) => void) {
    this.#replica = replica;
    this.#submit = submit;
  }

  /** The same object until something changes. */
  get state(): UndoState {
    return this.#state;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** What annotations are like now, to be kept before they are changed. */
  snapshot(ids: Iterable<string>): readonly Snapshot[] {
    return [...new Set(ids)].map((id) => ({
      id,
      view: this.#replica.get(id) ?? null,
      foreign: this.#replica.foreign(id).count,
    }));
  }

  /** Something new was done; what had been undone cannot be redone any more. */
  record(label: string, before: readonly Snapshot[]): void {
    this.#undo = [...this.#undo, { label, snapshots: before }].slice(-STEPS_MAX);
    this.#redo = [];
    this.#tell();
  }

  /** Null when there is nothing to undo. */
  undo(): UndoOutcome | null {
    return this.#go(this.#undo, this.#redo);
  }

  /** Null when there is nothing to redo. */
  redo(): UndoOutcome | null {
    return this.#go(this.#redo, this.#undo);
  }

  #go(from: Step[], to: Step[]): UndoOutcome | null {
    for (let step = from.pop(); step; step = from.pop()) {
      const outcome = this.#takeBack(step, to);
      if (outcome.done === 0 && outcome.left.length === 0) continue;
      this.#tell();
      return outcome;
    }
    this.#tell();
    return null;
  }

  #takeBack({ label, snapshots }: Step, to: Step[]): UndoOutcome {
    const left: { id: string; by: PersonRef | null }[] = [];
    const drafts: OperationDraft[] = [];
    const moved: string[] = [];
    for (const { id, view: target, foreign } of snapshots) {
      const current = this.#replica.get(id);
      if (!current) continue;
      const changes = operationsTowards(current, target, newId);
      if (changes.length === 0) continue;
      const since = this.#replica.foreign(id);
      if (since.count !== foreign) {
        left.push({ id, by: since.by });
        continue;
      }
      drafts.push(...changes);
      moved.push(id);
    }
    if (moved.length > 0) {
      to.push({ label, snapshots: this.snapshot(moved) });
      this.#submit(drafts);
    }
    return { label, done: moved.length, left };
  }

  #tell(): void {
    this.#state = { undo: this.#undo.at(-1)?.label ?? null, redo: this.#redo.at(-1)?.label ?? null };
    for (const listener of this.#listeners) listener();
  }
}
