import type { Outcome } from '@/lib/contract/failure';

/** Those who found a queue full and wait for a place in it, in the order they came. */
export interface Waiters {
  /** Tells the first that there is a place. Nobody is told where there is none. */
  readonly tell: () => void;
  /** Attempts it, and again each time there is a place, for as long as the answer is `too-many-requests`. Null once called off. */
  readonly attempt: <T>(work: () => Promise<Outcome<T>>, signal: AbortSignal) => Promise<Outcome<T> | null>;
}

/** Nobody else may wait here than who was turned away: each place is told to one, who takes it or passes it on. */
export function waitForRoom(isFull: () => boolean): Waiters {
  let waiting: (() => void)[] = [];
  const tell = (): void => {
    if (!isFull()) waiting[0]?.();
  };
  const wait = (signal: AbortSignal, isFirst: boolean): Promise<void> =>
    new Promise((resolve) => {
      // Somebody may have left before this one got here.
      if (signal.aborted || !isFull()) return resolve();
      const leave = (): void => {
        waiting = waiting.filter((other) => other !== leave);
        signal.removeEventListener('abort', leave);
        resolve();
      };
      waiting = isFirst ? [leave, ...waiting] : [...waiting, leave];
      signal.addEventListener('abort', leave, { once: true });
    });
  return {
    tell,
    attempt: async (work, signal) => {
      let hasWaited = false;
      try {
        for (;;) {
          const outcome = await work();
          if (outcome.ok || outcome.failure.code !== 'too-many-requests') return outcome;
          await wait(signal, hasWaited);
          hasWaited = true;
          if (signal.aborted) return null;
        }
      } finally {
        // Who was told of a place may not have taken it.
        if (hasWaited) tell();
      }
    },
  };
}
