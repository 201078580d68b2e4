'use client';

import { useMemo, useState } from 'react';
import type { AnnotationBodies } from '@/lib/annotation/annotation';
import {
  completeTagLine,
  takeCandidate,
  type TagLineCandidate,
  type TagLineCompletion,
} from '@/lib/annotation/complete-tag-line';
import { prefillTagLine } from '@/lib/annotation/prefill-tag-line';
import { parseTagLine, type TagLineFailure } from '@/lib/annotation/tag-line';
import { escapeField } from '@/lib/annotation/tag-line-grammar';
import type { Result } from '@/lib/result';
import type { TagKey, TagSchema } from '@/lib/schema/tag-schema';
import type { CodeUnitOffset } from '@/lib/text/offsets';

/** A candidate as the list shows it; `text` offers the marked text to start a correction from. */
export type LineCandidate =
  TagLineCandidate | { readonly kind: 'text'; readonly insert: string; readonly label: string };

export interface TagLineState {
  readonly line: string;
  /** Where the caret belongs after the line was changed by other means than typing; counts up. */
  readonly put: { readonly caret: number; readonly count: number };
  readonly completion: TagLineCompletion;
  readonly candidates: readonly LineCandidate[];
  readonly parsed: Result<AnnotationBodies, TagLineFailure>;
  /** Whether Enter should take the first candidate rather than save. */
  readonly unfinished: boolean;
  readonly type: (line: string, caret: number) => void;
  readonly moveCaret: (caret: number) => void;
  readonly take: (candidate: LineCandidate) => void;
  readonly pickDigit: (digit: string) => boolean;
  /** Puts another text at a place of the line: a nearest tag for a misspelled one. */
  readonly mend: (place: TagLineFailure['place'], text: string) => void;
  readonly append: (text: string) => void;
}

export interface TagLineStart {
  readonly schema: TagSchema;
  readonly initial: string;
  /** The marked text. */
  readonly selected: string;
  /** The tag an existing mark has: it may keep it although it is retired. */
  readonly keeping: TagKey | null;
}

/** The line as it is typed: what it means so far and what could come next. */
export function useTagLine({ schema, initial, selected, keeping }: TagLineStart): TagLineState {
  const [{ line, caret }, setTyped] = useState({ line: initial, caret: initial.length });
  const [put, setPut] = useState({ caret: initial.length, count: 0 });
  const completion = useMemo(
    () => completeTagLine(schema, line, Math.min(caret, line.length) as CodeUnitOffset, selected),
    [schema, line, caret, selected],
  );
  const parsed = useMemo(() => parseTagLine(schema, line, keeping), [schema, line, keeping]);
  const candidates = useMemo(() => listCandidates(completion, selected), [completion, selected]);

  const write = (next: string, at: number): void => {
    setTyped({ line: next, caret: at });
    setPut(({ count }) => ({ caret: at, count: count + 1 }));
  };
  const replace = (start: number, end: number, text: string): void =>
    write(line.slice(0, start) + text + line.slice(end), start + text.length);
  return {
    line,
    put,
    completion,
    candidates,
    parsed,
    unfinished: isUnfinished(completion),
    type: (next, at) => setTyped({ line: next, caret: at }),
    moveCaret: (at) => setTyped((typed) => (typed.caret === at ? typed : { ...typed, caret: at })),
    take: (candidate) => {
      const taken = takeCandidate(line, completion, candidate);
      write(taken.line, taken.caret);
    },
    pickDigit: (digit) => {
      const tag = schema.tags.find((each) => each.digit === digit && !each.retired);
      if (!tag || line !== '') return false;
      const filled = prefillTagLine(schema, tag, selected);
      write(filled, filled.length);
      return true;
    },
    mend: ({ start, end }, text) => replace(start, end, escapeField(text)),
    append: (text) => {
      const filled = `${line.trimEnd()}${text}`;
      write(filled, filled.length);
    },
  };
}

const listCandidates = (completion: TagLineCompletion, selected: string): readonly LineCandidate[] =>
  completion.field === 'correction' && completion.typed === ''
    ? [{ kind: 'text', insert: escapeField(selected), label: 'Start from the marked text' }]
    : completion.candidates;

/** A label or a listed value that has been begun and is not complete. */
function isUnfinished({ field, tag, typed, candidates }: TagLineCompletion): boolean {
  if (typed === '' || candidates.length === 0) return false;
  if (field === 'label') return tag === null;
  return field === 'value' && !candidates.some(({ label }) => label.toLowerCase() === typed.toLowerCase());
}
