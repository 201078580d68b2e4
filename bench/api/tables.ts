import type { Measured } from '../measure/interleave';
import { table } from '../report/write-results';

const ms = (value: number): string => value.toFixed(1);

/** Rates beside the first one's. */
export function writesTable(measured: readonly Measured[]): string {
  const rate = measured[0]?.median.perSecond ?? Number.NaN;
  return table(
    ['what', 'per second', 'of the first', 'p50 ms', 'p99 ms', 'requests', 'errors'],
    measured.map(({ name, median: { perSecond, p50, p99, requests, errors } }) => [
      ...[
        name,
        perSecond.toFixed(0),
        `${(perSecond / rate).toFixed(1)} ×`,
        ms(p50),
        ms(p99),
        requests,
        errors,
      ],
    ]),
  );
}

export const readsTable = (measured: readonly Measured[]): string =>
  table(
    ['what', 'p50 ms', 'p99 ms', 'per second', 'requests', 'errors'],
    measured.map(({ name, median: { perSecond, p50, p99, requests, errors } }) => [
      ...[name, ms(p50), ms(p99), perSecond.toFixed(0), requests, errors],
    ]),
  );
