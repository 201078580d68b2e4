import type { EventView } from '@/lib/contract/event';
import type { PersonRef } from '@/lib/contract/primitives';
import type { CallResult } from './api-client';
import type { Replica } from './replica';
import type { KeptHistory, UndoHistory } from './undo-history';
import { undoStorage, type UndoStorage } from './undo-storage';

export interface KeepUndoDoors {
  readonly person: string;
  readonly articleId: string;
  readonly history: UndoHistory;
  readonly replica: Replica;
  /** Settles once the replica holds what was waiting on the disk. */
  ready(): Promise<void>;
  /** All that ever happened to an annotation, the newest last. */
  readStory(id: string): Promise<CallResult<{ readonly items: readonly EventView[] }>>;
  readonly storage?: UndoStorage;
}

/** Milliseconds for which changes are gathered before they are written. */
const PAUSE = 30;

/** Of so many annotations at most it is asked who changed them. */
const ASKED_MAX = 20;

/**
 * Lets undo and redo outlive the page: takes up what was kept when the page is loaded, and keeps what changes from then on.
 * Where the browser stores nothing, undo lives as long as the page. Answers the function that ends it.
 */
export function keepUndo(doors: KeepUndoDoors): () => void {
  const { person, articleId, history, replica, storage = undoStorage } = doors;
  const ending = new AbortController();
  let takenUp = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const save = (): void => {
    timer = undefined;
    // That the storage is in trouble is said where the work itself is kept.
    void storage.save(person, articleId, history.keep()).catch(() => undefined);
  };
  const plan = (): void => {
    if (takenUp) timer ??= setTimeout(save, PAUSE);
  };
  const stops = [
    history.subscribe(plan),
    replica.subscribe((ids) => {
      if (history.concerns(ids)) plan();
    }),
  ];
  void takeUpKept(doors, storage, ending.signal).then(() => {
    takenUp = true;
    if (history.state.undo !== null || history.state.redo !== null) plan();
  });
  return () => {
    ending.abort();
    for (const stop of stops) stop();
    if (timer === undefined) return;
    clearTimeout(timer);
    save();
  };
}

async function takeUpKept(doors: KeepUndoDoors, storage: UndoStorage, signal: AbortSignal): Promise<void> {
  const { person, articleId, history } = doors;
  let kept: KeptHistory | null = null;
  try {
    await doors.ready();
    kept = await storage.load(person, articleId);
  } catch {
    return;
  }
  if (kept === null || signal.aborted) return;
  const changedBy = new Map<string, PersonRef>();
  await Promise.all(
    history
      .changedSince(kept)
      .slice(0, ASKED_MAX)
      .map(async (id) => {
        const story = await doors.readStory(id);
        const last = story.ok ? story.value.items.at(-1) : undefined;
        if (last) changedBy.set(id, last.actor);
      }),
  );
  if (!signal.aborted) history.takeUp(kept, changedBy);
}
