import type { MarkedWords } from '../make-marks';

export interface PeerMark extends MarkedWords {
  readonly id: string;
}

/** What a page of the bench can do, whoever paints on it. Milliseconds from the call until it is on the screen. */
export interface Peer {
  set(marks: readonly PeerMark[]): Promise<number>;
  add(mark: PeerMark): Promise<number>;
  remove(id: string): Promise<number>;
  /** Leaves out the even ones (`true`), of which the first is in view, or shows all again. */
  filter(on: boolean): Promise<number>;
}

declare global {
  interface Window {
    peer: Peer;
  }
}

/** Milliseconds. The slowest peer takes five seconds. */
const PATIENCE = 30_000;

export const nextFrame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));

/**
 * Does something and waits until it is painted: the first frame that finds it done, and the one behind it, before which
 * the browser has painted. Not a number where it is never found done.
 */
export async function untilPainted(act: () => unknown, isDone: () => boolean): Promise<number> {
  await nextFrame();
  const started = performance.now();
  act();
  do await nextFrame();
  while (!isDone() && performance.now() - started < PATIENCE);
  if (!isDone()) return Number.NaN;
  await nextFrame();
  return performance.now() - started;
}

/** The container of the text, one element a paragraph, each with one text node that ends with the line feed. */
export const textRoot = (): HTMLElement => document.getElementById('text')!;

/** How many ranges are registered as highlights. */
export const countRanges = (): number =>
  [...CSS.highlights.values()].reduce((sum, highlight) => sum + highlight.size, 0);
