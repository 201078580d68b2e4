/** What one stretch of load came to. */
export interface Round {
  readonly seconds: number;
  /** Of each request that was answered as it should be, in milliseconds. */
  readonly latencies: readonly number[];
  /** Requests that were refused, failed or never answered. */
  readonly errors: number;
}

/** A round, or the median of several. */
export interface Figures {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly requests: number;
  readonly errors: number;
}

export function figuresOf({ seconds, latencies, errors }: Round): Figures {
  const sorted = latencies.toSorted((a, b) => a - b);
  return {
    perSecond: latencies.length / seconds,
    p50: percentile(sorted, 50),
    p99: percentile(sorted, 99),
    requests: latencies.length,
    errors,
  };
}

/** Figure by figure; requests and errors are added up. */
export function medianOf(rounds: readonly Figures[]): Figures {
  const over = (figure: keyof Figures): number =>
    percentile(
      rounds.map((round) => round[figure]).sort((a, b) => a - b),
      50,
    );
  const sum = (figure: keyof Figures): number => rounds.reduce((total, round) => total + round[figure], 0);
  return {
    perSecond: over('perSecond'),
    p50: over('p50'),
    p99: over('p99'),
    requests: sum('requests'),
    errors: sum('errors'),
  };
}

/** By nearest rank; NaN of nothing. */
const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.max(0, Math.ceil((share / 100) * sorted.length) - 1)] ?? Number.NaN;
