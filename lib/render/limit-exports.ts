import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { failure, type Outcome } from '@/lib/contract/failure';
import { ok } from '@/lib/result';

/** Reports a person may ask this process for in a minute: more than anybody reads, less than what would hold up others. */
const EXPORTS_A_MINUTE = 120;

/** Counts a person's exports; `too-many-requests` says when to come back. */
export type ExportLimit = (personId: string) => Promise<Outcome<null>>;

export function createExportLimit(points: number, seconds: number): ExportLimit {
  const limiter = new RateLimiterMemory({ points, duration: seconds });
  return async (personId) => {
    try {
      await limiter.consume(personId);
      return ok(null);
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      const retryAfter = Math.max(1, Math.ceil(refusal.msBeforeNext / 1_000));
      const detail = `That is more than ${points} reports in ${seconds} seconds. Try again in ${retryAfter}.`;
      return failure('too-many-requests', detail, { retryAfter });
    }
  };
}

/** The limit of this process. */
export const limitExports: ExportLimit = createExportLimit(EXPORTS_A_MINUTE, 60);
