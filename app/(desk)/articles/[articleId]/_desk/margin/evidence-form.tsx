'use client';

import { useState } from 'react';
import { TextArea } from '@/app/_ui/field';
import type { AnnotationView } from '@/lib/contract/annotation';
import { addEvidence } from '../model/changing';
import { readEvidence, type EvidenceRelation } from '../model/read-evidence';
import { useDesk } from '../model/use-desk';
import { CardFormFrame } from './card-form';

const RELATIONS: readonly EvidenceRelation[] = ['supports', 'contradicts', 'context'];

export interface EvidenceFormProps {
  readonly mark: AnnotationView;
  readonly message: string | null;
}

/** A link, a note, or a link with a note behind it: one field takes them all. */
export function EvidenceForm({ mark, message }: EvidenceFormProps) {
  const desk = useDesk();
  const [typed, setTyped] = useState('');
  const [relation, setRelation] = useState<EvidenceRelation>('supports');
  const evidence = readEvidence(typed, relation);
  return (
    <CardFormFrame
      label="Add evidence"
      message={message}
      submit="Add"
      disabled={evidence === null}
      onSubmit={() => {
        if (!evidence) return;
        addEvidence(desk, mark, evidence);
        desk.state.set({ form: null });
        document.getElementById(`mark-${mark.id}`)?.focus({ preventScroll: true });
      }}
    >
      <TextArea
        label="Link or note"
        hint={evidence?.url !== undefined && evidence.note !== undefined ? 'A link with a note.' : undefined}
        autoFocus
        rows={2}
        value={typed}
        placeholder="https://… or what you know and from whom"
        onChange={setTyped}
      />
      <fieldset className="flex flex-wrap gap-x-4 gap-y-1 text-[0.8125rem]">
        <legend className="sr-only">What it does for the mark</legend>
        {RELATIONS.map((each) => (
          <label key={each} className="flex min-h-7 items-center gap-1.5 pointer-coarse:min-h-11">
            <input
              type="radio"
              name={`relation-${mark.id}`}
              className="size-3.5 accent-primary"
              checked={relation === each}
              onChange={() => setRelation(each)}
            />
            {each}
          </label>
        ))}
      </fieldset>
    </CardFormFrame>
  );
}
