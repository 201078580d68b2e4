import { deskStorage, writeStorage } from './desk-storage';
import type { Refusal, Work } from './work';

/** What is kept for a person. */
export interface KeptWork {
  /** In the order in which it was done. */
  readonly waiting: readonly Work[];
  readonly refused: readonly Refusal[];
  /** How much other people have waiting in this browser: a number, and nothing else of theirs. */
  readonly ofOthers: number;
  /** Which storage said so: browsers empty them, and make new ones. */
  readonly disk: string;
}

/** What goes and what comes in one step, all or nothing. */
export interface WorkChange {
  /** Operations that are settled. */
  readonly settled?: readonly string[];
  readonly added?: readonly Work[];
  readonly refused?: readonly Refusal[];
  /** Refusals that have been dealt with. */
  readonly dealtWith?: readonly string[];
}

/** Where work is kept until the server has answered for it. */
export interface WorkStorage {
  load(person: string): Promise<KeptWork>;
  /** Resolves when it is on the disk. Settling what is not there is no error, nor is adding what is. */
  change(change: WorkChange): Promise<void>;
}

/** In the browser's IndexedDB, shared by all windows. */
export const workStorage: WorkStorage = {
  async load(person) {
    const db = await deskStorage();
    const transaction = db.transaction(['waiting', 'refused', 'about']);
    const [waiting, refused] = [transaction.objectStore('waiting'), transaction.objectStore('refused')];
    const [mine, all, refusals, disk] = await Promise.all([
      waiting.index('person').getAll(person),
      waiting.count(),
      refused.index('person').getAll(person),
      transaction.objectStore('about').get('id'),
    ]);
    return { waiting: mine, refused: refusals, ofOthers: all - mine.length, disk: disk ?? '' };
  },

  change: ({ settled = [], added = [], refused = [], dealtWith = [] }) =>
    writeStorage(['waiting', 'refused'], async (transaction) => {
      const waiting = transaction.objectStore('waiting');
      const refusals = transaction.objectStore('refused');
      const keyOf = (id: string) => waiting.index('operation').getKey(id);
      const done = await Promise.all(settled.map(keyOf));
      const there = await Promise.all(added.map(({ operation }) => keyOf(operation.operationId)));
      await Promise.all([
        ...done.map((key) => (key === undefined ? undefined : waiting.delete(key))),
        ...added.map((work, at) => (there[at] === undefined ? waiting.add(work) : undefined)),
        ...refused.map((refusal) => refusals.put(refusal)),
        ...dealtWith.map((id) => refusals.delete(id)),
      ]);
    }),
};
