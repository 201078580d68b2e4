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
  /** Null when somebody is known to have changed it since, before this page was loaded. */
  readonly foreign: number | null;
  /** Who that was, as far as it is known. */
  readonly by: PersonRef | null;
}

interface Step {
  readonly label: string;
  readonly snapshots: readonly Snapshot[];
}

/** A snapshot that outlives the page: by what it can be seen whether the annotation is as it was left. */
export interface KeptSnapshot {
  readonly id: string;
  readonly view: AnnotationView | null;
  /** The revision it was left at; null when somebody had changed it since. */
  readonly revision: number | null;
  readonly by: PersonRef | null;
}

export interface KeptStep {
  readonly label: string;
  readonly snapshots: readonly KeptSnapshot[];
}

/** What can be undone and done again, the newest last. */
export interface KeptHistory {
  readonly undo: readonly KeptStep[];
  readonly redo: readonly KeptStep[];
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

/** So many snapshots outlive the page, of the newest steps; a step is never cut. */
const KEPT_MAX = 1_000;

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
      by: null,
    }));
  }

  /** Whether anything can be undone or done again that concerns one of these annotations. */
  concerns(ids: readonly string[]): boolean {
    const changed = new Set(ids);
    return [...this.#undo, ...this.#redo].some(({ snapshots }) =>
      snapshots.some((snapshot) => changed.has(snapshot.id)),
    );
  }

  /** What is to outlive the page. */
  keep(): KeptHistory {
    return { undo: this.#keepNewest(this.#undo), redo: this.#keepNewest(this.#redo) };
  }

  /**
   * Takes up what was kept before the page was loaded, beneath what has been done on it since. The replica holds all that
   * waits by then: an annotation at another revision than it was left at has been changed by somebody, and is left alone;
   * `changedBy` says who that was, where it is known.
   */
  takeUp({ undo, redo }: KeptHistory, changedBy: ReadonlyMap<string, PersonRef> = new Map()): void {
    const began = this.#undo.length + this.#redo.length > 0;
    this.#undo = [...undo.map((step) => this.#revive(step, changedBy)), ...this.#undo].slice(-STEPS_MAX);
    if (!began) this.#redo = redo.map((step) => this.#revive(step, changedBy));
    this.#tell();
  }

  #keepNewest(steps: readonly Step[]): readonly KeptStep[] {
    const kept: KeptStep[] = [];
    let room = KEPT_MAX;
    for (const { label, snapshots } of steps.toReversed()) {
      room -= snapshots.length;
      if (room < 0) break;
      kept.push({ label, snapshots: snapshots.map((snapshot) => this.#keepSnapshot(snapshot)) });
    }
    return kept.reverse();
  }

  #keepSnapshot({ id, view, foreign, by }: Snapshot): KeptSnapshot {
    const since = this.#replica.foreign(id);
    return since.count === foreign
      ? { id, view, revision: this.#replica.get(id)?.revision ?? 0, by: null }
      : { id, view, revision: null, by: since.by ?? by };
  }

  /** The annotations of what was kept that are not as they were left. */
  changedSince({ undo, redo }: KeptHistory): readonly string[] {
    const snapshots = [...undo, ...redo].flatMap((step) => step.snapshots);
    return [...new Set(snapshots.filter((each) => !this.#isAsLeft(each)).map(({ id }) => id))];
  }

  #isAsLeft({ id, revision }: KeptSnapshot): boolean {
    return revision !== null && revision === (this.#replica.get(id)?.revision ?? 0);
  }

  #revive({ label, snapshots }: KeptStep, changedBy: ReadonlyMap<string, PersonRef>): Step {
    return {
      label,
      snapshots: snapshots.map((kept) => {
        const { id, view } = kept;
        const foreign = this.#isAsLeft(kept) ? this.#replica.foreign(id).count : null;
        return { id, view, foreign, by: kept.by ?? changedBy.get(id) ?? null };
      }),
    };
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
    for (const { id, view: target, foreign, by } of snapshots) {
      const current = this.#replica.get(id);
      if (!current) continue;
      const changes = operationsTowards(current, target, newId);
      if (changes.length === 0) continue;
      const since = this.#replica.foreign(id);
      if (since.count !== foreign) {
        left.push({ id, by: since.by ?? by });
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
