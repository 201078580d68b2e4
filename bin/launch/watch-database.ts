import { setTimeout as pause } from 'node:timers/promises';
import type { Database } from './database';

const INTERVAL = 1000;

export interface DatabaseWatch {
  /** Settles, with a sentence, when the database is gone and cannot be started again. */
  readonly gaveUp: Promise<string>;
  readonly stop: () => Promise<void>;
}

/** Starts the embedded Postgres again when it has died under us, of a lack of memory for one. The desk's own connections come back by themselves. */
export function watchDatabase(database: Database): DatabaseWatch {
  const stopped = new AbortController();
  const { promise: gaveUp, resolve: giveUp } = Promise.withResolvers<string>();
  const watch = async (): Promise<void> => {
    while (!stopped.signal.aborted) {
      const revived = await database.revive();
      if (!revived.ok) return giveUp(revived.failure);
      if (revived.value) console.log('The database had died; it was started again.');
      await pause(INTERVAL, undefined, { signal: stopped.signal }).catch(() => undefined);
    }
  };
  const watching = watch();
  return {
    gaveUp,
    stop: () => {
      stopped.abort();
      return watching;
    },
  };
}
