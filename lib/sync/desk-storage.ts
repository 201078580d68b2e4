import { openDB, type DBSchema, type IDBPDatabase, type IDBPTransaction, type StoreNames } from 'idb';
import { newId } from '@/lib/ids';
import type { KeptHistory } from './undo-history';
import type { Refusal, Work } from './work';

/**
 * What the desk keeps in the browser, for every person who signs in there. Each record names its person, and nothing but
 * a count is ever read of somebody else's.
 */
export interface DeskStorage extends DBSchema {
  /** Operations without an answer, in the order in which they were asked for, across all windows. */
  waiting: { key: number; value: Work; indexes: { person: string; operation: string } };
  /** What the server would not do, until the person has dealt with it; by its id. */
  refused: { key: string; value: Refusal; indexes: { person: string } };
  /** Who does what for all windows, where the browser has no locks; by the name of the task. */
  leases: { key: string; value: { readonly task: string; readonly holder: string; readonly until: number } };
  /** What a person can undo in an article. */
  undo: {
    key: [person: string, articleId: string];
    value: { readonly person: string; readonly articleId: string; readonly kept: KeptHistory };
  };
  /** `id` names this storage: one that the browser has emptied and made anew has another. */
  about: { key: 'id'; value: string };
}

const NAME = 'galley-desk';

/** One step a version: a later version appends its own and leaves these alone. */
const UPGRADES: readonly ((db: IDBPDatabase<DeskStorage>) => void)[] = [
  (db) => {
    const waiting = db.createObjectStore('waiting', { autoIncrement: true });
    waiting.createIndex('person', 'person');
    waiting.createIndex('operation', 'operation.operationId', { unique: true });
    db.createObjectStore('refused', { keyPath: 'id' }).createIndex('person', 'person');
    db.createObjectStore('leases', { keyPath: 'task' });
  },
  (db) => {
    db.createObjectStore('undo', { keyPath: ['person', 'articleId'] });
  },
  (db) => void db.createObjectStore('about').put(newId(), 'id'),
];

/** Milliseconds that opening may take: a browser that neither opens nor refuses must not hold up the work. */
const OPEN_TIMEOUT = 5_000;

let opening: Promise<IDBPDatabase<DeskStorage>> | null = null;

/**
 * The storage, opened once a page and again after the browser has closed it. Rejects where the browser has none, refuses
 * it or keeps it blocked; the next call then tries again.
 */
export function deskStorage(): Promise<IDBPDatabase<DeskStorage>> {
  opening ??= open().catch((thrown: unknown) => {
    opening = null;
    throw thrown;
  });
  return opening;
}

async function open(): Promise<IDBPDatabase<DeskStorage>> {
  // Named here and not left to idb: where the browser has none, the name itself is unknown.
  if (typeof indexedDB === 'undefined') throw new Error('This browser has no storage for pages.');
  const forget = (): void => void (opening = null);
  const database = openDB<DeskStorage>(NAME, UPGRADES.length, {
    upgrade: (db, from) => {
      for (const upgrade of UPGRADES.slice(from)) upgrade(db);
    },
    // A window with a newer Galley waits for this one to let go.
    blocking: (_from, _to, event) => {
      forget();
      (event.target as IDBDatabase).close();
    },
    terminated: forget,
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('The browser does not open its storage.')), OPEN_TIMEOUT);
  });
  try {
    return await Promise.race([database, late]);
  } catch (thrown) {
    // Should it open after all, it must not stand in the way of a newer window.
    database.then((db) => db.close()).catch(() => undefined);
    throw thrown;
  } finally {
    clearTimeout(timer);
  }
}

export type DeskTransaction<Stores extends readonly StoreNames<DeskStorage>[]> = IDBPTransaction<
  DeskStorage,
  Stores,
  'readwrite'
>;

/**
 * Writes to the given stores, all or nothing. Resolves when the data is on the disk and not only promised to be
 * (strict durability). `use` awaits nothing but the transaction's own requests.
 */
export async function writeStorage<const Stores extends readonly StoreNames<DeskStorage>[], T>(
  stores: Stores,
  use: (transaction: DeskTransaction<Stores>) => Promise<T>,
): Promise<T> {
  const db = await deskStorage();
  const transaction = db.transaction(stores, 'readwrite', { durability: 'strict' });
  const done = transaction.done;
  try {
    const result = await use(transaction);
    await done;
    return result;
  } catch (thrown) {
    // The reason is `thrown`; that the transaction ends with it is no second one.
    done.catch(() => undefined);
    try {
      transaction.abort();
    } catch {
      // Over already.
    }
    throw thrown;
  }
}
