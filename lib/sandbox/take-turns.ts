import { fail, ok, type Result } from '@/lib/result';

/** Does work when its turn has come. `full` where too many are here already, `called off` where it was before its turn. */
export interface TakeTurn {
  <T>(work: () => Promise<T>, signal?: AbortSignal): Promise<Result<T, 'full' | 'called off'>>;
  readonly isFull: () => boolean;
}

/** Runs work so that at most `count` are at it at once; the others wait in the order they came, at most `most` with those at work. */
export function takeTurns(count: number, most: number): TakeTurn {
  const waiting = new Set<() => void>();
  let atWork = 0;
  const wait = (signal: AbortSignal | undefined): Promise<boolean> =>
    new Promise((resolve) => {
      const begin = (): void => {
        signal?.removeEventListener('abort', leave);
        atWork += 1;
        resolve(true);
      };
      // Whoever calls it off leaves the queue at once, with all that the work holds.
      const leave = (): void => {
        waiting.delete(begin);
        resolve(false);
      };
      waiting.add(begin);
      signal?.addEventListener('abort', leave, { once: true });
    });
  const isFull = (): boolean => atWork + waiting.size >= most;
  const take = async <T>(
    work: () => Promise<T>,
    signal?: AbortSignal,
  ): Promise<Result<T, 'full' | 'called off'>> => {
    if (signal?.aborted === true) return fail('called off');
    if (isFull()) return fail('full');
    if (atWork < count) atWork += 1;
    else if (!(await wait(signal))) return fail('called off');
    try {
      return ok(await work());
    } finally {
      atWork -= 1;
      const [next] = waiting;
      if (next !== undefined) {
        waiting.delete(next);
        next();
      }
    }
  };
  return Object.assign(take, { isFull });
}
