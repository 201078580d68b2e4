import { z } from 'zod';
import { ANNOTATION_STATUSES, CORRECTION_MAX, NOTE_MAX, SPAN_MAX } from '@/lib/annotation/annotation';
import { SEVERITIES, VALUE_MAX } from '@/lib/schema/tag-schema';
import { codePointOffset, pageQuery, PersonRef, textUpTo, timestamp, uuid, webUrl } from './primitives';
import { DecisionView } from './decision';
import { EvidenceView } from './evidence';

export const severity = z.enum(SEVERITIES);
export const annotationStatus = z.enum(ANNOTATION_STATUSES);

const bodies = {
  value: textUpTo(VALUE_MAX).nullable(),
  correction: textUpTo(CORRECTION_MAX).nullable(),
  note: textUpTo(NOTE_MAX).nullable(),
  severity,
  state: textUpTo(40).nullable(),
  relatedId: uuid.nullable(),
};

/** The key or the exact label of a tag. */
const tag = textUpTo(40).min(1);
const exact = textUpTo(SPAN_MAX).min(1);

const REVERSED = { path: ['end'], error: 'Must lie after start: a span is never empty.' };
const TOO_LONG = {
  path: ['end'],
  error: `A span holds at most ${SPAN_MAX.toLocaleString('en')} characters.`,
};

/** The body of PUT /annotations/{id}: creates only. Left-out fields take the tag's own (severity, first state) or null. */
export const NewAnnotation = z
  .strictObject({
    versionId: uuid,
    start: codePointOffset,
    end: codePointOffset,
    exact,
    tag,
    value: bodies.value.optional(),
    correction: bodies.correction.optional(),
    note: bodies.note.optional(),
    severity: severity.optional(),
    state: bodies.state.optional(),
    relatedId: bodies.relatedId.optional(),
    /** The rule whose suggestion a person has accepted by this, `spelling@1`; left out where nobody proposed it. */
    origin: z
      .string()
      .regex(/^[a-z]+(-[a-z]+)*@\d{1,4}$/, { error: 'Must be a rule and its version: spelling@1.' })
      .max(80)
      .optional(),
    evidenceUrl: webUrl.optional(),
    evidenceNote: textUpTo(NOTE_MAX).min(1).optional(),
  })
  .refine((a) => a.start < a.end, REVERSED)
  .refine((a) => a.end - a.start <= SPAN_MAX, TOO_LONG);
export type NewAnnotation = z.infer<typeof NewAnnotation>;

/** The body of PATCH /annotations/{id}: what is left out stays, null clears. The three of a span go together. */
export const AnnotationChange = z
  .strictObject({
    start: codePointOffset,
    end: codePointOffset,
    exact,
    tag,
    ...bodies,
  })
  .partial()
  .refine((a) => [a.start, a.end, a.exact].every((x) => (x === undefined) === (a.start === undefined)), {
    path: ['start'],
    error: 'start, end and exact are changed together.',
  })
  .refine((a) => a.start === undefined || a.end === undefined || a.start < a.end, REVERSED)
  .refine((a) => a.start === undefined || a.end === undefined || a.end - a.start <= SPAN_MAX, TOO_LONG)
  .refine((a) => Object.keys(a).length > 0, { error: 'Names nothing to change.' });
export type AnnotationChange = z.infer<typeof AnnotationChange>;

/** One annotation as it leaves the server, in answers and in events. */
export const AnnotationView = z.strictObject({
  id: uuid,
  articleId: uuid,
  versionId: uuid,
  author: PersonRef,
  start: codePointOffset,
  end: codePointOffset,
  exact: z.string(),
  prefix: z.string(),
  suffix: z.string(),
  tag: z.string(),
  tagLabel: z.string(),
  value: z.string().nullable(),
  correction: z.string().nullable(),
  note: z.string().nullable(),
  severity,
  state: z.string().nullable(),
  status: annotationStatus,
  relatedId: uuid.nullable(),
  origin: z.string(),
  revision: z.int(),
  createdAt: timestamp,
  updatedAt: timestamp,
  deletedAt: timestamp.nullable(),
  /** In the order it was added; what was removed is not listed. */
  evidence: z.array(EvidenceView),
  /** The newest decision, whatever came after it. */
  decision: DecisionView.nullable(),
  /** True when it was decided, then changed, and so is open again. */
  changedSinceDecision: z.boolean(),
});
export type AnnotationView = z.infer<typeof AnnotationView>;

export const AnnotationFilter = pageQuery(500, 1_000).extend({
  tag: textUpTo(40).optional(),
  status: annotationStatus.optional(),
  author: uuid.optional(),
  /** Found in the marked text, value, correction or note, whatever the case. */
  q: textUpTo(200).optional(),
  deleted: z.enum(['true', 'false']).optional(),
});
export type AnnotationFilter = z.infer<typeof AnnotationFilter>;

/** One of the marks of whoever asks, with where it stands. */
export const MyMark = AnnotationView.extend({
  article: z.strictObject({ id: uuid, title: z.string() }),
  project: z.strictObject({ id: uuid, name: z.string() }),
});
export type MyMark = z.infer<typeof MyMark>;

/** Newest change first. */
export const MyMarksFilter = pageQuery(100, 500).extend({ status: annotationStatus.optional() });
export type MyMarksFilter = z.infer<typeof MyMarksFilter>;
