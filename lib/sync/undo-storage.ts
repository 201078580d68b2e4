import { deskStorage, writeStorage } from './desk-storage';
import type { KeptHistory } from './undo-history';

/** Where what can be undone outlives the page. */
export interface UndoStorage {
  /** What a person could undo in an article; null where nothing is kept. */
  load(person: string, articleId: string): Promise<KeptHistory | null>;
  /** Takes the place of what was kept. */
  save(person: string, articleId: string, kept: KeptHistory): Promise<void>;
}

/** In the browser's IndexedDB. Of several windows on one article the one that did something last is remembered. */
export const undoStorage: UndoStorage = {
  async load(person, articleId) {
    const db = await deskStorage();
    return (await db.get('undo', [person, articleId]))?.kept ?? null;
  },

  save: (person, articleId, kept) =>
    writeStorage(['undo'], async (transaction) => {
      const store = transaction.objectStore('undo');
      if (kept.undo.length + kept.redo.length > 0) await store.put({ person, articleId, kept });
      else await store.delete([person, articleId]);
    }),
};
