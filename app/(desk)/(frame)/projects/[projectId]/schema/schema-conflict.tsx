'use client';

import { Button } from '@/app/_ui/button';
import { Dialog } from '@/app/_ui/dialog';
import { Notice } from '@/app/_ui/error-state';
import type { TagSchema } from '@/lib/schema/tag-schema';
import { diffSchemas } from './diff-schemas';
import type { Rebased } from './rebase-schema';
import { sayChange } from './say-change';

export interface SchemaConflictProps {
  readonly base: TagSchema;
  readonly theirs: TagSchema;
  readonly rebased: Rebased;
  readonly onKeepBoth: () => void;
  readonly onDiscard: () => void;
  readonly onClose: () => void;
}

/** Somebody else saved first: what they changed, and what becomes of one's own changes. */
export function SchemaConflict(props: SchemaConflictProps) {
  const { base, theirs, rebased, onKeepBoth, onDiscard, onClose } = props;
  const mine = diffSchemas(theirs, rebased.draft);
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title="The schema has changed meanwhile"
      description="Somebody else saved first. Nothing of yours has been lost or saved yet."
      footer={
        <>
          <Button look="quiet" onClick={onDiscard}>
            Discard mine
          </Button>
          <Button look="primary" onClick={onKeepBoth}>
            Put mine on top
          </Button>
        </>
      }
    >
      <div className="space-y-5 text-sm">
        <ChangeList
          title="What they changed"
          changes={diffSchemas(base, theirs).map((c) => sayChange(c, base))}
        />
        <ChangeList
          title="Yours, on top of that"
          changes={mine.length === 0 ? ['nothing is left to change'] : mine.map((c) => sayChange(c, theirs))}
        />
        {rebased.lost.length > 0 ? (
          <Notice tone="warn" title="These of yours no longer fit and would be left out">
            <ul className="mt-1 list-disc pl-5">
              {rebased.lost.map(({ change, why }, index) => (
                <li key={index}>
                  {sayChange(change, base)}: {why}
                </li>
              ))}
            </ul>
          </Notice>
        ) : null}
        <p className="text-muted">
          Put on top, your changes are shown for another look before they are saved.
        </p>
      </div>
    </Dialog>
  );
}

function ChangeList({ title, changes }: { readonly title: string; readonly changes: readonly string[] }) {
  return (
    <div>
      <h3 className="font-semibold">{title}</h3>
      <ul className="mt-1.5 list-disc space-y-1 pl-5">
        {changes.map((text, index) => (
          <li key={index}>{text}</li>
        ))}
      </ul>
    </div>
  );
}
