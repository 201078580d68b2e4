import { setTimeout as pause } from 'node:timers/promises';
import { figuresOf, medianOf, type Figures, type Round } from './figures';

export interface Subject {
  readonly name: string;
  readonly run: (seconds: number) => Promise<Round>;
}

export interface Measured {
  readonly name: string;
  readonly rounds: readonly Figures[];
  readonly median: Figures;
}

export interface Plan {
  readonly rounds: number;
  readonly seconds: number;
}

const WARM_UP_SECONDS = 3;
/** So that what one subject has left to write does not slow the next. */
const REST = 1000;

/** Measures subjects by turns: what else the machine does in the meantime hits all of them, and the medians leave out the worst of it. */
export async function interleave(
  subjects: readonly Subject[],
  { rounds, seconds }: Plan,
): Promise<Measured[]> {
  for (const { run } of subjects) await run(WARM_UP_SECONDS);
  const figures = new Map<string, Figures[]>(subjects.map(({ name }) => [name, []]));
  for (let round = 1; round <= rounds; round += 1) {
    for (const { name, run } of subjects) {
      await pause(REST);
      const measured = figuresOf(await run(seconds));
      figures.get(name)?.push(measured);
      console.log(
        `round ${round}  ${name.padEnd(44)} ${measured.perSecond.toFixed(0)}/s  p50 ${measured.p50.toFixed(1)} ms  p99 ${measured.p99.toFixed(1)} ms  errors ${measured.errors}`,
      );
    }
  }
  return [...figures].map(([name, list]) => ({ name, rounds: list, median: medianOf(list) }));
}
