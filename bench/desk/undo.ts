import { listenForStop } from '@/bin/launch/stop-signal';

/** Things to undo, last first. */
export type Undo = (() => unknown)[];

/** Runs a bench, and undoes what it has started however it ends: at its end, by a fault or by Ctrl-C. Sets the exit code. */
export async function runBench(bench: (undo: Undo) => Promise<void>): Promise<void> {
  const undo: Undo = [];
  const cleanUp = async (): Promise<void> => {
    for (let step = undo.pop(); step !== undefined; step = undo.pop()) await step();
  };
  listenForStop().addEventListener('abort', () => void cleanUp().then(() => process.exit(1)));
  try {
    await bench(undo);
  } finally {
    await cleanUp();
  }
}
