import type { Severity, TagKey } from '@/lib/schema/tag-schema';
import type { CodePointOffset } from '@/lib/text/offsets';
import type { Target } from './selectors';

/** Written by decisions alone; `open` also after a decided annotation has changed. */
export const ANNOTATION_STATUSES = ['open', 'accepted', 'rejected', 'sic', 'merged'] as const;
export type AnnotationStatus = (typeof ANNOTATION_STATUSES)[number];

/** Who proposed it: a person, or a rule's suggestion that a person accepted. */
export type AnnotationOrigin =
  | { readonly kind: 'person' }
  | { readonly kind: 'rule'; readonly ruleId: string; readonly ruleVersion: string };

/** What an annotation says: its bodies. */
export interface AnnotationBodies {
  readonly tag: TagKey;
  /** Never empty: null when there is none. */
  readonly value: string | null;
  /** The replacement: null proposes none, the empty string deletes the span. */
  readonly correction: string | null;
  /** Never empty: null when there is none. */
  readonly note: string | null;
}

/** One annotation as the rest of Galley knows it. Dates are ISO 8601 strings in UTC. */
export interface Annotation extends AnnotationBodies {
  readonly id: string;
  readonly versionId: string;
  readonly authorId: string;
  readonly start: CodePointOffset;
  readonly end: CodePointOffset;
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly severity: Severity;
  /** One of the tag's states, or null for a tag without. */
  readonly state: string | null;
  readonly status: AnnotationStatus;
  readonly relatedId: string | null;
  readonly origin: AnnotationOrigin;
  /** The count of changes, from 1. */
  readonly revision: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly deletedAt: string | null;
}

/** Limits in code points. A span is never empty. */
export const SPAN_MAX = 20_000;
export const CORRECTION_MAX = 20_000;
export const NOTE_MAX = 10_000;

/** The target of an annotation with both selectors. */
export const targetOf = ({ versionId, start, end, exact, prefix, suffix }: Annotation): Target => ({
  versionId,
  position: { type: 'TextPositionSelector', start, end },
  quote: { type: 'TextQuoteSelector', exact, prefix, suffix },
});

/** Annotations with the same key repeat one error and are one row in what people read. */
export const repeatKey = ({
  tag,
  value,
  exact,
  correction,
}: Pick<Annotation, 'tag' | 'value' | 'exact' | 'correction'>): string =>
  JSON.stringify([tag, value, exact, correction]);
