'use client';

import { useState } from 'react';
import { TextArea } from '@/app/_ui/field';
import type { AnnotationView } from '@/lib/contract/annotation';
import { acceptMark } from '../model/deciding';
import { useDesk } from '../model/use-desk';
import { CardFormFrame } from './card-form';

export interface AmendFormProps {
  readonly mark: AnnotationView;
  readonly message: string | null;
}

/** Accepts with another correction than the proposed one; both are kept. What is accepted is the mark as it was opened. */
export function AmendForm({ mark: current, message }: AmendFormProps) {
  const desk = useDesk();
  const [{ mark, seen }] = useState(() => ({ mark: current, seen: desk.sync.replica.seen(current.id) }));
  const [correction, setCorrection] = useState(mark.decision?.correction ?? mark.correction ?? mark.exact);
  const unchanged = mark.correction === null && correction === mark.exact;
  return (
    <CardFormFrame
      label="Accept with another correction"
      message={message}
      submit={correction === '' ? 'Delete and accept' : 'Accept'}
      disabled={unchanged}
      onSubmit={() => acceptMark(desk, mark, correction, seen)}
    >
      <TextArea
        label="Should read"
        hint={correction === '' ? 'Empty: the passage goes.' : undefined}
        prose
        autoFocus
        rows={Math.min(8, 1 + Math.ceil(correction.length / 38))}
        value={correction}
        onChange={setCorrection}
      />
    </CardFormFrame>
  );
}
