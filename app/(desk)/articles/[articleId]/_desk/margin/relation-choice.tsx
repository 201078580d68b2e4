'use client';

import type { EvidenceView } from '@/lib/contract/evidence';
import { EVIDENCE_RELATIONS, RELATION_WORDS } from '@/lib/evidence/relations';

export interface RelationChoiceProps {
  /** Of the group of buttons, on the whole page. */
  readonly name: string;
  readonly relation: EvidenceView['relation'];
  readonly onChange: (relation: EvidenceView['relation']) => void;
}

/** How a piece of evidence stands to its mark and the text. */
export const RelationChoice = ({ name, relation, onChange }: RelationChoiceProps) => (
  <fieldset className="flex flex-wrap gap-x-4 gap-y-1 text-[0.8125rem]">
    <legend className="sr-only">How it stands to the mark and the text</legend>
    {EVIDENCE_RELATIONS.map((each) => (
      <label key={each} className="flex min-h-7 items-center gap-1.5 pointer-coarse:min-h-11">
        <input
          type="radio"
          name={name}
          className="size-3.5 accent-primary"
          checked={relation === each}
          onChange={() => onChange(each)}
        />
        {RELATION_WORDS[each]}
      </label>
    ))}
  </fieldset>
);
