import type { Operation } from '@/lib/contract/operation';

/** What operations have to know before they can be planned. */
export interface Asked {
  /** Every mark that one names, also as related or as merged into. */
  readonly marks: readonly string[];
  /** Those that may change or be merged into. */
  readonly locked: readonly string[];
  /** The ids that new marks want. */
  readonly made: readonly string[];
  /** The ids that new evidence wants. */
  readonly evidence: readonly string[];
  /** The spans whose text is quoted; of the version that is named, else of the version of a mark that is there. */
  readonly spans: readonly {
    readonly markId: string;
    readonly versionId: string | null;
    readonly start: number;
    readonly end: number;
  }[];
  /** The sources that new evidence names, and where its excerpts are said to stand. */
  readonly sources: readonly CitedPlace[];
  readonly operations: readonly string[];
}

/** A source by itself, or a span of its text. */
export interface CitedPlace {
  readonly sourceId: string;
  readonly start: number | null;
  readonly end: number | null;
}

/** Collects from operations what to read, all at once. */
export function asks(operations: readonly Operation[]): Asked {
  const changing = operations.filter(({ kind }) => kind !== 'annotation.create');
  const made = operations.filter(({ kind }) => kind === 'annotation.create');
  return {
    marks: unique(operations.flatMap((operation) => [operation.id, ...othersOf(operation)])),
    locked: unique(changing.flatMap((operation) => [operation.id, ...othersOf(operation)])),
    made: unique(made.map(({ id }) => id)),
    evidence: unique(
      operations.flatMap((operation) => (operation.kind === 'evidence.add' ? [operation.evidenceId] : [])),
    ),
    spans: spansOf(operations),
    sources: sourcesOf(operations),
    operations: operations.map(({ operationId }) => operationId),
  };
}

function sourcesOf(operations: readonly Operation[]): readonly CitedPlace[] {
  return operations.flatMap((operation) => {
    const {
      sourceId,
      start = null,
      end = null,
    } = operation.kind === 'evidence.add' ? operation.evidence : {};
    return sourceId === undefined ? [] : [{ sourceId, start, end }];
  });
}

const unique = (ids: readonly string[]): readonly string[] => [...new Set(ids)];

function othersOf(operation: Operation): readonly string[] {
  switch (operation.kind) {
    case 'annotation.create':
      return present(operation.annotation.relatedId);
    case 'annotation.change':
      return present(operation.change.relatedId);
    case 'annotation.decide':
      return present(operation.decision.intoId);
    default:
      return [];
  }
}

const present = (id: string | null | undefined): readonly string[] => (id == null ? [] : [id]);

function spansOf(operations: readonly Operation[]): Asked['spans'] {
  const versions = new Map<string, string>();
  const spans = new Map<string, Asked['spans'][number]>();
  for (const operation of operations) {
    const { id: markId } = operation;
    if (operation.kind === 'annotation.create') versions.set(markId, operation.annotation.versionId);
    const { start, end } =
      operation.kind === 'annotation.create'
        ? operation.annotation
        : operation.kind === 'annotation.change'
          ? operation.change
          : {};
    if (start === undefined || end === undefined) continue;
    // A mark made in the same batch has the version of its making, any other the one it stands on.
    const span = { markId, versionId: versions.get(markId) ?? null, start, end };
    spans.set(JSON.stringify(span), span);
  }
  return [...spans.values()];
}
