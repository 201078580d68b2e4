import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { failure, type Outcome } from '@/lib/contract/failure';
import { ok } from '@/lib/result';

/** Counts what a person asks for; `too-many-requests` says when to come back. */
export type Limit = (personId: string) => Promise<Outcome<null>>;

/** So many times in so many seconds; `what` completes “That is more than 120 …”. */
export function createLimit(what: string, points: number, seconds: number): Limit {
  const limiter = new RateLimiterMemory({ points, duration: seconds });
  return async (personId) => {
    try {
      await limiter.consume(personId);
      return ok(null);
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      const retryAfter = Math.max(1, Math.ceil(refusal.msBeforeNext / 1_000));
      const detail = `That is more than ${points} ${what} in ${seconds} seconds. Try again in ${retryAfter}.`;
      return failure('too-many-requests', detail, { retryAfter });
    }
  };
}

/** Reports a person may ask this process for: more than anybody reads, less than what would hold up others. */
export const limitExports: Limit = createLimit('reports', 120, 60);

/** Articles a person may bring in. */
export const limitImports: Limit = createLimit('articles', 300, 60);

/** Files and pages that this process reads for a person. */
export const limitReadings: Limit = createLimit('files or pages', 60, 60);
