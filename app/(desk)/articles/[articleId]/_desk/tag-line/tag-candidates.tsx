'use client';

import { Kbd } from '@/app/_ui/kbd';
import { SeverityLabel } from '@/app/_ui/severity';
import { TagDot } from '@/app/_ui/tag-chip';
import type { OptionList } from '../model/use-option-list';
import type { LineCandidate } from './use-tag-line';

export interface TagCandidatesProps {
  readonly candidates: readonly LineCandidate[];
  readonly list: OptionList<LineCandidate>;
  readonly onTake: (candidate: LineCandidate) => void;
}

/** What the line can go on with. Below the list stands what the lit tag means, with its example. */
export function TagCandidates({ candidates, list, onTake }: TagCandidatesProps) {
  if (candidates.length === 0) return null;
  const shown = list.picked ?? (candidates.length === 1 ? candidates[0] : undefined);
  return (
    <div className="border-t border-line">
      <ul {...list.listProps} aria-label="Tags and values" className="max-h-52 overflow-y-auto p-1.5">
        {candidates.map((candidate, index) => (
          <li
            key={`${candidate.kind}-${candidate.label}`}
            {...list.optionProps(index)}
            className="flex min-h-8 cursor-default items-center gap-2.5 rounded-md px-2 py-1 text-sm aria-selected:bg-hover pointer-coarse:min-h-11"
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => onTake(candidate)}
          >
            <Candidate candidate={candidate} />
          </li>
        ))}
      </ul>
      {shown?.kind === 'tag' ? (
        <div className="border-t border-line bg-sheet px-3.5 py-2 text-[0.8125rem]">
          <p>{shown.definition}</p>
          {shown.example === '' ? null : (
            <p className="mt-0.5 font-serif text-muted italic">{shown.example}</p>
          )}
        </div>
      ) : null}
    </div>
  );
}

function Candidate({ candidate }: { readonly candidate: LineCandidate }) {
  if (candidate.kind === 'text') return <span className="text-muted">{candidate.label}</span>;
  if (candidate.kind === 'value') {
    return (
      <>
        <span className="min-w-0 flex-1 truncate font-medium">{candidate.label}</span>
        <SeverityLabel severity={candidate.severity} />
      </>
    );
  }
  return (
    <>
      <span className="flex w-6 shrink-0 justify-center">
        {candidate.digit === null ? null : <Kbd>{candidate.digit}</Kbd>}
      </span>
      <TagDot colour={candidate.tag.colour} />
      <span className="shrink-0 font-medium">{candidate.label}</span>
      <span className="min-w-0 flex-1 truncate text-[0.8125rem] text-muted">{candidate.definition}</span>
    </>
  );
}
