'use client';

import { Button } from '@/app/_ui/button';
import type { TagUsage } from '@/lib/contract/schema';
import { tagsTouched, type SchemaChange } from '@/lib/schema/change-schema';
import type { TagSchema } from '@/lib/schema/tag-schema';
import { sayChange } from './say-change';

export interface SaveBarProps {
  readonly changes: readonly SchemaChange[];
  readonly base: TagSchema;
  readonly usage: TagUsage;
  readonly busy: boolean;
  readonly onSave: () => void;
  readonly onDiscard: () => void;
}

/** What is about to be saved and how many marks carry the tags it touches. Stays in sight until it is. */
export function SaveBar({ changes, base, usage, busy, onSave, onDiscard }: SaveBarProps) {
  const marks = marksTouched(changes, usage);
  return (
    <section
      aria-label="Unsaved changes"
      className="sticky bottom-4 z-10 mt-8 rounded-lg border border-line-strong bg-raised px-4 py-3 shadow-high"
    >
      <div className="flex flex-wrap items-center gap-x-4 gap-y-3">
        <details className="min-w-0 flex-1 basis-64 text-sm">
          <summary className="rounded-sm font-medium">
            <span role="status">
              {count(changes.length, 'unsaved change')}
              <span className="font-normal text-muted">
                {' '}
                · {marks === 0 ? 'no mark carries the tags they touch' : `${count(marks, 'mark')} affected`}
              </span>
            </span>
          </summary>
          <ul className="mt-2 max-h-48 list-disc space-y-1 overflow-y-auto pl-5">
            {changes.map((change, index) => (
              <li key={index}>
                {sayChange(change, base)}
                <span className="text-muted">{sayMarks(marksTouched([change], usage))}</span>
              </li>
            ))}
          </ul>
        </details>
        <div className="flex gap-2">
          <Button look="quiet" onClick={onDiscard} disabled={busy}>
            Discard
          </Button>
          <Button look="primary" onClick={onSave} busy={busy}>
            Save schema
          </Button>
        </div>
      </div>
    </section>
  );
}

function marksTouched(changes: readonly SchemaChange[], usage: TagUsage): number {
  const keys = new Set(changes.flatMap(tagsTouched));
  return [...keys].reduce((sum, key) => sum + (usage[key] ?? 0), 0);
}

const sayMarks = (marks: number): string => (marks === 0 ? '' : `: ${count(marks, 'mark')}`);

const count = (number: number, noun: string): string =>
  `${number.toLocaleString('en')} ${noun}${number === 1 ? '' : 's'}`;
