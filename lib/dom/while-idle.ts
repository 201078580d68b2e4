/** So long at once where the browser does not say how long it has nothing else to do, in milliseconds. */
const SLICE = 4;

/**
 * Takes steps while the browser has nothing better to do, until one answers that it was the last. Answers the function
 * that calls it off.
 */
export function whileIdle(step: () => 'more' | 'done'): () => void {
  let stop: () => void = () => undefined;
  const run = (timeLeft: () => number): void => {
    do if (step() === 'done') return;
    while (timeLeft() > 0);
    wait();
  };
  const wait = (): void => {
    if (typeof requestIdleCallback === 'function') {
      const handle = requestIdleCallback((deadline) => run(() => deadline.timeRemaining()));
      stop = () => cancelIdleCallback(handle);
    } else {
      const timer = setTimeout(() => {
        const end = performance.now() + SLICE;
        run(() => end - performance.now());
      });
      stop = () => clearTimeout(timer);
    }
  };
  wait();
  return () => stop();
}
