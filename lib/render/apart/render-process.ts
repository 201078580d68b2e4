import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { workApart } from '@/lib/sandbox/work-apart';
import { renderFiles } from '../render-files';
import type { Work, WorkNews } from './work';

/** The process that makes long reports. */
workApart<Work, WorkNews>((work, say) =>
  renderFiles(
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
    { broken: work.broken },
  ),
);
