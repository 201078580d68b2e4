import { z } from 'zod';
import { VERDICTS } from '@/lib/adjudication/verdict';
import { CORRECTION_MAX, NOTE_MAX } from '@/lib/annotation/annotation';
import { PersonRef, textUpTo, timestamp, uuid } from './primitives';

/** The body of POST /annotations/{id}/decisions. The revision seen travels as If-Match. */
export const NewDecision = z
  .strictObject({
    verdict: z.enum(VERDICTS),
    intoId: uuid.optional(),
    /** The correction as the editor would have it, when it is not the proposed one; only with `accepted`. */
    correction: textUpTo(CORRECTION_MAX).optional(),
    reason: textUpTo(NOTE_MAX).min(1).optional(),
  })
  .refine((d) => (d.verdict === 'merged') === (d.intoId !== undefined), {
    path: ['intoId'],
    error: 'Names the annotation merged into, with the verdict merged and no other.',
  })
  .refine((d) => d.correction === undefined || d.verdict === 'accepted', {
    path: ['correction'],
    error: 'Can be changed only in accepting.',
  })
  .refine((d) => d.verdict !== 'rejected' || d.reason !== undefined, {
    path: ['reason'],
    error: 'Say why it is rejected.',
  });
export type NewDecision = z.infer<typeof NewDecision>;

export const DecisionView = z.strictObject({
  id: uuid,
  verdict: z.enum(VERDICTS),
  revision: z.int(),
  intoId: uuid.nullable(),
  correction: z.string().nullable(),
  reason: z.string().nullable(),
  editor: PersonRef,
  at: timestamp,
});
export type DecisionView = z.infer<typeof DecisionView>;
