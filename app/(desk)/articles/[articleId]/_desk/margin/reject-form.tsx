'use client';

import { useState } from 'react';
import { TextArea } from '@/app/_ui/field';
import type { AnnotationView } from '@/lib/contract/annotation';
import { decideMarks } from '../model/deciding';
import { useDesk } from '../model/use-desk';
import { CardFormFrame } from './card-form';

/** A rejection says why: its author reads it. */
export function RejectForm({ mark }: { readonly mark: AnnotationView }) {
  const desk = useDesk();
  const [reason, setReason] = useState('');
  return (
    <CardFormFrame
      label="Reject the mark"
      submit="Reject"
      disabled={reason.trim() === ''}
      onSubmit={() => decideMarks(desk, [mark], { verdict: 'rejected', reason: reason.trim() })}
    >
      <TextArea label="Why" autoFocus rows={2} value={reason} onChange={setReason} />
    </CardFormFrame>
  );
}
