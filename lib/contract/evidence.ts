import { z } from 'zod';
import { NOTE_MAX } from '@/lib/annotation/annotation';
import { EVIDENCE_RELATIONS } from '@/lib/evidence/relations';
import { codePointOffset, PersonRef, textUpTo, timestamp, uuid, webUrl } from './primitives';
import { SourceRef } from './source';

export const evidenceRelation = z.enum(EVIDENCE_RELATIONS);

/**
 * What an annotation rests on: a link, a note, a passage, a place in a source; at least one of them. `start` and `end` say
 * where `excerpt` stands in the source's text, which is compared.
 */
export const NewEvidence = z
  .strictObject({
    url: webUrl.optional(),
    note: textUpTo(NOTE_MAX).min(1).optional(),
    sourceId: uuid.optional(),
    excerpt: textUpTo(NOTE_MAX).min(1).optional(),
    start: codePointOffset.optional(),
    end: codePointOffset.optional(),
    locator: textUpTo(200).min(1).optional(),
    relation: evidenceRelation.default('supports'),
  })
  .refine((e) => [e.url, e.note, e.excerpt, e.sourceId].some((part) => part !== undefined), {
    path: ['url'],
    error: 'Give a link, a note, an excerpt or a source.',
  })
  .refine((e) => (e.start === undefined) === (e.end === undefined), {
    path: ['end'],
    error: 'start and end are given together.',
  })
  .refine((e) => e.start === undefined || (e.sourceId !== undefined && e.excerpt !== undefined), {
    path: ['start'],
    error: 'A place needs the source it is in and the excerpt that stands there.',
  })
  .refine((e) => e.start === undefined || e.end === undefined || e.start < e.end, {
    path: ['end'],
    error: 'Must lie after start: an excerpt is never empty.',
  });
export type NewEvidence = z.infer<typeof NewEvidence>;

export const EvidenceView = z.strictObject({
  id: uuid,
  url: z.string().nullable(),
  source: SourceRef.nullable(),
  note: z.string().nullable(),
  excerpt: z.string().nullable(),
  /** Where the excerpt stands in the source's text, with up to 32 code points on either side. */
  start: codePointOffset.nullable(),
  end: codePointOffset.nullable(),
  prefix: z.string().nullable(),
  suffix: z.string().nullable(),
  locator: z.string().nullable(),
  relation: evidenceRelation,
  by: PersonRef,
  at: timestamp,
});
export type EvidenceView = z.infer<typeof EvidenceView>;
