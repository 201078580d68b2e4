import { throwAwayExports } from '@/lib/commands/throw-away-exports';
import { log } from './log';

/** Milliseconds between two rounds: what is kept for an hour is kept for little longer. */
const PAUSE = 5 * 60_000;

/** Throws away, now and every few minutes, what is kept for a time only. Several processes may do it side by side. */
export function tidyUp(): void {
  const round = (): void =>
    void throwAwayExports().catch((err: unknown) =>
      log().warn({ err }, 'What has expired could not be thrown away; it is tried again'),
    );
  round();
  setInterval(round, PAUSE).unref();
}
