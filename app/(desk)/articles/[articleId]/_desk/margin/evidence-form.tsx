'use client';

import { useState } from 'react';
import { TextArea } from '@/app/_ui/field';
import type { AnnotationView } from '@/lib/contract/annotation';
import { addEvidence } from '../model/changing';
import { findLinkFlaw, readEvidence, type EvidenceRelation } from '../model/read-evidence';
import { useDesk } from '../model/use-desk';
import { CardFormFrame } from './card-form';
import { RelationChoice } from './relation-choice';

export interface EvidenceFormProps {
  readonly mark: AnnotationView;
  readonly message: string | null;
}

/** A link, a note, or a link with a note behind it: one field takes them all. */
export function EvidenceForm({ mark, message }: EvidenceFormProps) {
  const desk = useDesk();
  const [typed, setTyped] = useState('');
  const [relation, setRelation] = useState<EvidenceRelation>('supports');
  const [refused, setRefused] = useState(false);
  const evidence = readEvidence(typed, relation);
  const flaw = findLinkFlaw(typed);
  return (
    <CardFormFrame
      label="Add evidence"
      message={message}
      submit="Add"
      disabled={evidence === null}
      onSubmit={() => {
        if (!evidence) return;
        if (flaw !== null) return setRefused(true);
        addEvidence(desk, mark, evidence);
        desk.state.set({ form: null });
        document.getElementById(`mark-${mark.id}`)?.focus({ preventScroll: true });
      }}
    >
      <TextArea
        label="Link or note"
        hint={evidence?.url !== undefined && evidence.note !== undefined ? 'A link with a note.' : undefined}
        error={refused ? flaw : null}
        autoFocus
        rows={2}
        value={typed}
        placeholder="https://… or what you know and from whom"
        onChange={setTyped}
      />
      <RelationChoice name={`relation-${mark.id}`} relation={relation} onChange={setRelation} />
    </CardFormFrame>
  );
}
