import type { AnnotationView } from '@/lib/contract/annotation';
import type { EventKind } from '@/lib/contract/event';
import type { Failure } from '@/lib/contract/failure';
import type { Operation, OperationKind } from '@/lib/contract/operation';
import type { SourceRef } from '@/lib/contract/source';
import type { ProjectActor } from '@/lib/policy/actor';
import type { Result } from '@/lib/result';
import type { TagSchema } from '@/lib/schema/tag-schema';

/** The text around a span, as the database gave it: enough to compare the quote and to take the context from. */
export interface Passage {
  /** Code points of the whole version. */
  readonly versionLength: number;
  /** The span's text with some on either side; ends early where the version does. */
  readonly window: string;
  /** Where the window begins in the version, in code points. */
  readonly from: number;
}

/** A source that new evidence names, with the text around the place it gives. */
export interface CitedSource extends SourceRef {
  readonly passages: ReadonlyMap<string, Passage>;
}

/** What the steps of a write look at. All of it was read inside the transaction, what changes under its lock. */
export interface Workspace {
  readonly actor: ProjectActor;
  readonly article: {
    readonly id: string;
    readonly projectId: string;
    /** Why nothing may be written, or null. */
    readonly shelved: 'archived' | 'trashed' | null;
    readonly lastSeq: number;
  };
  readonly schema: TagSchema;
  /** ISO 8601 in UTC. */
  readonly now: string;
  /** The marks that the operations name or touch, as the steps before have left them. */
  readonly marks: ReadonlyMap<string, AnnotationView>;
  /** Hashes of the requests that made the marks which operations want to make again, by mark. */
  readonly madeBy: ReadonlyMap<string, string>;
  /** Ids that belong to marks of other articles: whether whoever asks may know of them. */
  readonly elsewhere: ReadonlyMap<string, boolean>;
  /** Ids of evidence that exists, removed or not. */
  readonly evidenceIds: ReadonlySet<string>;
  readonly passages: ReadonlyMap<string, Passage>;
  /** The article's sources that new evidence names, by id; locked against being taken back. */
  readonly sources: ReadonlyMap<string, CitedSource>;
}

/** What one operation comes to: a mark before and after, and what the event is called. Before is null for a new mark. */
export interface Change {
  readonly event: EventKind;
  readonly before: AnnotationView | null;
  readonly after: AnnotationView;
}

/** A change that will be written, for the operation that asked for it. */
export interface Planned extends Change {
  readonly operation: Operation;
}

/** A mark that is there already and just as it was asked for. */
export interface Unchanged {
  readonly event: null;
  readonly after: AnnotationView;
}

export type StepResult = Result<Change | Unchanged, Failure>;

export type OperationOf<K extends OperationKind> = Extract<Operation, { kind: K }>;

/** How `passages` names a span; `textId` is the version or source it is in. */
export const passageKey = (textId: string, start: number, end: number): string => `${textId} ${start} ${end}`;
