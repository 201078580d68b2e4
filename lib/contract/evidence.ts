import { z } from 'zod';
import { NOTE_MAX } from '@/lib/annotation/annotation';
import { PersonRef, textUpTo, timestamp, uuid, webUrl } from './primitives';

export const EVIDENCE_RELATIONS = ['supports', 'contradicts', 'context'] as const;
export const evidenceRelation = z.enum(EVIDENCE_RELATIONS);

/** A link, a note or a passage that an annotation rests on; at least one of the three. */
export const NewEvidence = z
  .strictObject({
    url: webUrl.optional(),
    note: textUpTo(NOTE_MAX).min(1).optional(),
    excerpt: textUpTo(NOTE_MAX).min(1).optional(),
    locator: textUpTo(200).min(1).optional(),
    relation: evidenceRelation.default('supports'),
  })
  .refine((e) => e.url !== undefined || e.note !== undefined || e.excerpt !== undefined, {
    path: ['url'],
    error: 'Give a link, a note or an excerpt.',
  });
export type NewEvidence = z.infer<typeof NewEvidence>;

export const EvidenceView = z.strictObject({
  id: uuid,
  url: z.string().nullable(),
  note: z.string().nullable(),
  excerpt: z.string().nullable(),
  locator: z.string().nullable(),
  relation: evidenceRelation,
  by: PersonRef,
  at: timestamp,
});
export type EvidenceView = z.infer<typeof EvidenceView>;
