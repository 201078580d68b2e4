import type { Operation } from '@/lib/contract/operation';
import type { Seen } from './replica';

type WithoutHead<T> = T extends unknown ? Omit<T, 'operationId' | 'group' | 'revision'> : never;

/** A write as a screen asks for it; identity and the revision seen are added when it is queued. */
export type OperationDraft = WithoutHead<Operation> & {
  /** The state it was written against, where that is not the newest: a form keeps what it was opened on. */
  readonly seen?: Seen;
};

/** Where writes get their identity from. */
export interface DraftHead {
  readonly operationId: string;
  /** The revision the person saw. */
  readonly revision: number;
  /** Operations of one group succeed or fail together. */
  readonly group?: string;
}

/** A complete operation. `annotation.create` takes no revision: there is nothing yet that could be stale. */
export function completeDraft(
  { seen: _, ...draft }: OperationDraft,
  { operationId, revision, group }: DraftHead,
): Operation {
  const head = group === undefined ? { operationId } : { operationId, group };
  return draft.kind === 'annotation.create' ? { ...draft, ...head } : { ...draft, ...head, revision };
}
