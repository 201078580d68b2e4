'use client';

import type { EvidenceView } from '@/lib/contract/evidence';
import { EVIDENCE_RELATIONS } from '@/lib/contract/plain/evidence';

export interface RelationChoiceProps {
  /** Of the group of buttons, on the whole page. */
  readonly name: string;
  readonly relation: EvidenceView['relation'];
  readonly onChange: (relation: EvidenceView['relation']) => void;
}

/** What a piece of evidence does for its mark. */
export const RelationChoice = ({ name, relation, onChange }: RelationChoiceProps) => (
  <fieldset className="flex flex-wrap gap-x-4 gap-y-1 text-[0.8125rem]">
    <legend className="sr-only">What it does for the mark</legend>
    {EVIDENCE_RELATIONS.map((each) => (
      <label key={each} className="flex min-h-7 items-center gap-1.5 pointer-coarse:min-h-11">
        <input
          type="radio"
          name={name}
          className="size-3.5 accent-primary"
          checked={relation === each}
          onChange={() => onChange(each)}
        />
        {each}
      </label>
    ))}
  </fieldset>
);
