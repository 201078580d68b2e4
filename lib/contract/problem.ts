import { z } from 'zod';
import { FAILURE_STATUS, type FailureCode } from './failure';

/** RFC 9457 problem details, with a stable `code` and the fields that are wrong. */
export const Problem = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.enum(Object.keys(FAILURE_STATUS) as [FailureCode, ...FailureCode[]]),
  detail: z.string(),
  errors: z.array(z.strictObject({ field: z.string(), message: z.string() })),
  current: z.unknown().optional(),
});
export type Problem = z.infer<typeof Problem>;
