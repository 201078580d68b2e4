import { seeded } from '@/prisma/builders/random';
import { cutAnswers } from './cut-answers';
import type { FaultDesk } from './fault-desk';
import { sayReport, type FaultReport } from './fault-report';
import { killApp, killDatabase } from './kills';
import { raceForMarks } from './races';
import { followStreams } from './streams';

export interface FaultSize {
  readonly seed: number;
  /** Kills of each kind. */
  readonly kills: number;
  /** Acknowledged writes between two kills, at least. */
  readonly writes: number;
  readonly cuts: number;
  readonly races: number;
  readonly events: number;
}

/** What `npm test` runs. */
export const SHORT_SET = { kills: 20, writes: 500, cuts: 200, races: 500, events: 10_000 } as const;

const WRITERS = 8;

/** Every kind of fault, by name; each has its own articles and starts its own app. */
export const FAULTS = {
  'kill-app': (desk, { seed, kills, writes }) =>
    killApp({ desk, seed, random: seeded(seed), rounds: kills, writers: WRITERS, writes }),
  'kill-database': (desk, { seed, kills, writes }) =>
    killDatabase({ desk, seed, random: seeded(seed), rounds: kills, writers: WRITERS, writes }),
  'cut-answers': (desk, { seed, cuts }) => cutAnswers(desk, seed, cuts),
  races: (desk, { seed, races }) => raceForMarks(desk, seed, races),
  streams: (desk, { seed, events }) =>
    followStreams({ desk, seed, random: seeded(seed), events, readers: WRITERS, writers: 4 }),
} as const satisfies Record<string, (desk: FaultDesk, size: FaultSize) => Promise<FaultReport>>;

export type FaultName = keyof typeof FAULTS;

/** Runs one, and prints what it came to. */
export async function runFault(name: FaultName, desk: FaultDesk, size: FaultSize): Promise<FaultReport> {
  const report = await FAULTS[name](desk, size);
  console.log(sayReport(report));
  return report;
}
