'use client';

import type { TagLineFailure } from '@/lib/annotation/tag-line';

export interface TagLineProblemProps {
  readonly failure: TagLineFailure;
  readonly onMend: (text: string) => void;
}

/** What is wrong with the line, and what was probably meant. */
export function TagLineProblem({ failure: { message, nearest }, onMend }: TagLineProblemProps) {
  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-1 pt-0.5 pb-1.5">
      <p className="font-medium text-danger">{message}</p>
      {nearest.length === 0 ? null : (
        <p className="flex flex-wrap items-center gap-1">
          <span className="text-muted">Did you mean</span>
          {nearest.map((text) => (
            <button key={text} type="button" className="link px-0.5 font-medium" onClick={() => onMend(text)}>
              {text}
            </button>
          ))}
          <span className="text-muted">?</span>
        </p>
      )}
    </div>
  );
}
