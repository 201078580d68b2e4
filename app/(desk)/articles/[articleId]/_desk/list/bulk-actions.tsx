'use client';

import { useState } from 'react';
import { Button } from '@/app/_ui/button';
import type { AnnotationView } from '@/lib/contract/annotation';
import type { NewDecision } from '@/lib/contract/decision';
import { deleteMarks, mayChange, restoreMarks } from '../model/changing';
import { decideMarks, mayDecide } from '../model/deciding';
import { useDesk } from '../model/use-desk';

export interface BulkActionsProps {
  readonly picked: readonly AnnotationView[];
  readonly onDone: () => void;
}

/** What can be done to all chosen marks at once; one undo takes it back. */
export function BulkActions({ picked, onDone }: BulkActionsProps) {
  const desk = useDesk();
  const [rejecting, setRejecting] = useState(false);
  const [reason, setReason] = useState('');
  if (picked.length === 0) return null;
  const decide = (decision: NewDecision) => (): void => {
    decideMarks(desk, picked, decision);
    setRejecting(false);
    setReason('');
    onDone();
  };
  const trashed = picked.some(({ deletedAt }) => deletedAt !== null);
  const changeable = picked.every((mark) => mayChange(desk, mark));
  if (rejecting) {
    return (
      <form
        className="flex min-w-0 flex-1 flex-wrap items-center gap-1.5"
        onSubmit={(event) => {
          event.preventDefault();
          if (reason.trim() !== '') decide({ verdict: 'rejected', reason: reason.trim() })();
        }}
      >
        <input
          aria-label="Why they are rejected"
          placeholder="Why"
          autoFocus
          className="control !min-h-8 min-w-40 flex-1 !py-1"
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            event.stopPropagation();
            setRejecting(false);
          }}
        />
        <Button type="submit" size="small" look="primary" disabled={reason.trim() === ''}>
          Reject
        </Button>
        <Button type="button" size="small" look="quiet" onClick={() => setRejecting(false)}>
          Cancel
        </Button>
      </form>
    );
  }
  return (
    <div role="group" aria-label="With the chosen marks" className="flex flex-wrap gap-1.5">
      {mayDecide(desk) && !trashed ? (
        <>
          <Button size="small" look="primary" onClick={decide({ verdict: 'accepted' })}>
            Accept
          </Button>
          <Button size="small" onClick={() => setRejecting(true)}>
            Reject
          </Button>
          <Button size="small" onClick={decide({ verdict: 'sic' })}>
            Sic
          </Button>
          <Button size="small" onClick={decide({ verdict: 'reopened' })}>
            Reopen
          </Button>
        </>
      ) : null}
      {changeable && !trashed ? (
        <Button
          size="small"
          look="quiet"
          onClick={() => {
            deleteMarks(desk, picked);
            onDone();
          }}
        >
          Delete
        </Button>
      ) : null}
      {changeable && trashed ? (
        <Button
          size="small"
          onClick={() => {
            restoreMarks(desk, picked);
            onDone();
          }}
        >
          Restore
        </Button>
      ) : null}
    </div>
  );
}
