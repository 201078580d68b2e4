import type { Reckoning } from './reconcile';

/** What a run of one kind of fault came to. */
export interface FaultReport extends Partial<Reckoning> {
  readonly fault: string;
  readonly seed: number;
  readonly rounds: number;
  /** Milliseconds from each fault until the desk did its work again. */
  readonly recoveries?: readonly number[];
  /** Answers that should not have been given, streams that skipped: in words. Empty when all is well. */
  readonly wrong: readonly string[];
  /** More figures, in words. */
  readonly more?: string;
}

/** One row: what people compare. */
export const FAULT_HEAD = [
  ...['fault', 'seed', 'rounds', 'acknowledged', 'stored', 'lost', 'duplicated'],
  ...['recovery: middle, worst', 'beside', 'wrong'],
] as const;

export function faultRow(report: FaultReport): (string | number)[] {
  const {
    fault,
    seed,
    rounds,
    acknowledged,
    stored,
    lost,
    duplicated,
    recoveries = [],
    more,
    wrong,
  } = report;
  const sorted = recoveries.toSorted((a, b) => a - b);
  const ms = (value: number | undefined): string => `${Math.round(value ?? Number.NaN)} ms`;
  return [
    ...[fault, seed, rounds, acknowledged ?? '–', stored ?? '–', lost ?? '–', duplicated ?? '–'],
    sorted.length === 0 ? '–' : `${ms(sorted[sorted.length >> 1])}, ${ms(sorted.at(-1))}`,
    more ?? '–',
    wrong.length,
  ];
}

/** The same as one line for a log. */
export const sayReport = (report: FaultReport): string =>
  FAULT_HEAD.map((name, at) => `${name} ${faultRow(report)[at]}`).join(' · ') +
  report.wrong
    .slice(0, 5)
    .map((line) => `\n  ${line}`)
    .join('');
