import { db } from './client';
import type { Prisma } from './generated/client';

/** What reads and writes inside one transaction use; reads outside of one use `db()`, which is one too. */
export type Store = Prisma.TransactionClient;

const ATTEMPTS = 5;

/**
 * Does something in one transaction (read committed), all of it or nothing. What two writers at once can cause is done
 * again from the start: a deadlock, or two rows with the same key at the same moment, of which one is there on the second
 * attempt and is then answered for. So `work` decides from what it reads inside, and touches nothing outside.
 */
export const transaction = <T>(work: (store: Store) => Promise<T>): Promise<T> =>
  again(() => db().$transaction(work, { maxWait: 10_000, timeout: 30_000 }));

/**
 * The same for work that writes with a single statement and relies on no lock of what it reads before: that statement is
 * the transaction, and holds its locks without waiting for us.
 */
export const oneWrite = <T>(work: (store: Store) => Promise<T>): Promise<T> => again(() => work(db()));

async function again<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (attempt === ATTEMPTS || !isRace(error)) throw error;
    }
  }
}

/** Unique violation, deadlock, serialisation failure: as Prisma's own codes, or Postgres' in a raw query. */
const RACES = new Set(['P2002', 'P2034', '23505', '40001', '40P01']);

function isRace(error: unknown): boolean {
  for (let cause: unknown = error; typeof cause === 'object' && cause !== null; cause = nextCause(cause)) {
    const { code, originalCode } = cause as { code?: unknown; originalCode?: unknown };
    if (RACES.has(String(code)) || RACES.has(String(originalCode))) return true;
  }
  return false;
}

const nextCause = (error: object): unknown =>
  (error as { cause?: unknown }).cause ??
  (error as { meta?: { driverAdapterError?: unknown } }).meta?.driverAdapterError;
