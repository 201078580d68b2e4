import { liveDesk } from './live-desk';

/** Milliseconds from the signal to the end, whatever is still under way; a service manager waits longer. */
const PATIENCE = 4_500;

/**
 * When the process is told to stop, its streams are told so and ended: they would hold the server open for ever. The framework
 * itself then takes no more requests, finishes those under way and exits; it has no limit of its own.
 */
export function drainOnStop(): void {
  const stop = (code: number) => (): void => {
    liveDesk().stop();
    setTimeout(() => process.exit(code), PATIENCE).unref();
  };
  process.once('SIGTERM', stop(143));
  process.once('SIGINT', stop(130));
}
