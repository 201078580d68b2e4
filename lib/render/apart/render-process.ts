import { writeFileSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { join } from 'node:path';
import { renderFiles } from '../render-files';
import type { Work, WorkNews } from './work';

/** The process that makes long reports: it takes one order, says how far it is, and ends. */
const tell = (news: WorkNews): Promise<void> =>
  new Promise((resolve, reject) => {
    process.send?.(news, undefined, {}, (fault) => (fault ? reject(fault) : resolve()));
  });

// Whoever reads and marks goes first; a browser that it starts is as modest.
setPriority(constants.priority.PRIORITY_LOW);

process.once('message', (work: Work) => {
  const told: Promise<void>[] = [];
  const say = (news: WorkNews): void => void told.push(tell(news));
  void renderFiles(
    work.input,
    work.wanted,
    {
      onStart: (format) => say({ kind: 'started', format }),
      onFile: ({ format, outcome, losses }) => {
        if (outcome.ok) writeFileSync(join(work.folder, format), outcome.value);
        say({ kind: 'made', format, failure: outcome.ok ? null : outcome.failure, losses });
      },
      onFault: (fault, format) =>
        say({ kind: 'broke', format, fault: fault instanceof Error ? (fault.stack ?? '') : String(fault) }),
    },
    work.broken,
  )
    .then(() => say({ kind: 'done' }))
    .then(() => Promise.all(told))
    .then(() => process.disconnect());
});
// The server that asked has ended: nobody wants this any more.
process.once('disconnect', () => process.exit(0));
void tell({ kind: 'ready' });
