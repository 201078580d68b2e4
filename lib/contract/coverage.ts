import { z } from 'zod';
import { CHECKED_STATES } from '@/lib/evidence/checked-spans';
import { codePointOffset, PersonRef, uuid } from './primitives';

export const checkedState = z.enum(CHECKED_STATES);

/** The body of POST /articles/{id}/coverage. */
export const CoverageChange = z
  .strictObject({
    versionId: uuid,
    start: codePointOffset,
    end: codePointOffset,
    /** Null takes back what you said of these words. */
    state: checkedState.nullable(),
  })
  .refine(({ start, end }) => start < end, {
    path: ['end'],
    error: 'Must lie after start: a span is never empty.',
  });
export type CoverageChange = z.infer<typeof CoverageChange>;

const words = z.int().meta({ description: 'Words.' });

/** What has been checked of an article's current version. Shares are words of it out of `words`. */
export const CoverageView = z.strictObject({
  versionId: uuid,
  words,
  /** By anybody, in any state but pending. */
  checked: words,
  /** In each state, by anybody. */
  states: z.array(z.strictObject({ state: checkedState, words })),
  people: z.array(z.strictObject({ person: PersonRef, words })),
  /** By start. `by` is null for accepted marks: quotations that are verbatim, claims that are verified. */
  spans: z.array(
    z.strictObject({
      start: codePointOffset,
      end: codePointOffset,
      state: checkedState,
      by: PersonRef.nullable(),
    }),
  ),
  /** The words that nobody has checked, as stretches without a checked word between them. */
  unchecked: z.array(z.strictObject({ start: codePointOffset, end: codePointOffset })),
});
export type CoverageView = z.infer<typeof CoverageView>;
