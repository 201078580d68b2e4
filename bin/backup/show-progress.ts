import type { OnProgress } from './tally';

const INTERVAL_MS = 200;

/** Shows on the error channel which table is at work: on a terminal one line that changes, elsewhere a line for each table. */
export function showProgress(doing: string): { readonly onProgress: OnProgress; readonly end: () => void } {
  const isTerminal = process.stderr.isTTY;
  let current = '';
  let shownAt = 0;
  return {
    onProgress: (table, rows) => {
      if (!isTerminal) {
        if (table !== current) process.stderr.write(`${doing} ${table} …\n`);
      } else if (table !== current || performance.now() - shownAt > INTERVAL_MS) {
        process.stderr.write(`\r\x1b[K${doing} ${table}: ${rows.toLocaleString('en')} rows`);
        shownAt = performance.now();
      }
      current = table;
    },
    end: () => void (isTerminal && process.stderr.write('\r\x1b[K')),
  };
}
