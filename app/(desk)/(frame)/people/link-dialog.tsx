'use client';

import { Button } from '@/app/_ui/button';
import { CopyField } from '@/app/_ui/copy-field';
import { Dialog } from '@/app/_ui/dialog';
import { Notice } from '@/app/_ui/error-state';
import { Time } from '@/app/_ui/time';
import type { OneTimeLinkView } from '@/lib/contract/person';

export interface LinkDialogProps {
  readonly title: string;
  readonly lead: string;
  readonly link: OneTimeLinkView;
  readonly onClose: () => void;
}

/** A one-time link, in the only moment it can be seen. */
export function LinkDialog({ title, lead, link, onClose }: LinkDialogProps) {
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={title}
      description={lead}
      footer={
        <Button look="primary" onClick={onClose}>
          Done
        </Button>
      }
    >
      <div className="space-y-4 text-left">
        <CopyField label="Link" value={link.url} />
        <Notice tone="warn">
          It is shown this once, works once, and until <Time value={link.expiresAt} form="full" />.
        </Notice>
      </div>
    </Dialog>
  );
}
