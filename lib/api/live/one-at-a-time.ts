import { log } from '../log';

/**
 * Makes a wish of a task: wished while it runs, it runs once more. A fault (the database is away) is only noted: the next
 * wish comes with the next beat at the latest.
 */
export function oneAtATime(what: string, task: () => Promise<void>): () => void {
  let running = false;
  let again = false;
  const run = async (): Promise<void> => {
    running = true;
    try {
      do {
        again = false;
        await task();
      } while (again);
    } catch (fault) {
      log().debug({ err: fault }, what);
    } finally {
      running = false;
    }
  };
  return () => {
    again = true;
    if (!running) void run();
  };
}
