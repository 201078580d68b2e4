import type { Result } from '@/lib/result';

/** Every expected failure, with the HTTP status it travels under. Codes are stable: screens and integrators rely on them. */
export const FAILURE_STATUS = {
  'malformed-request': 400,
  unauthenticated: 401,
  'wrong-credentials': 401,
  'other-person': 401,
  forbidden: 403,
  'foreign-origin': 403,
  'not-found': 404,
  'method-not-allowed': 405,
  'already-exists': 409,
  'quote-mismatch': 409,
  'stale-revision': 409,
  'wrong-status': 409,
  'group-failed': 409,
  'corrections-collide': 409,
  'last-admin': 409,
  'tag-in-use': 409,
  'source-cited': 409,
  'link-used': 410,
  'too-large': 413,
  'unsupported-media-type': 415,
  'invalid-input': 422,
  'unknown-tag': 422,
  'correction-required': 422,
  'evidence-required': 422,
  'operation-reused': 422,
  'revision-required': 428,
  'too-many-requests': 429,
  'internal-error': 500,
  'format-unavailable': 501,
  unavailable: 503,
} as const;

export type FailureCode = keyof typeof FAILURE_STATUS;

/** One thing wrong with the input: `field` is a path such as `operations[3].start`. */
export interface FieldError {
  readonly field: string;
  readonly message: string;
}

/** An expected failure as commands and the store return it. */
export interface Failure {
  readonly code: FailureCode;
  /** One sentence for a person: what, where, and what to do. */
  readonly detail: string;
  readonly errors?: readonly FieldError[];
  /** What is there instead, for `stale-revision`, `already-exists`, `quote-mismatch` and `corrections-collide`. */
  readonly current?: unknown;
  /** Seconds, for `too-many-requests` and `unavailable`. */
  readonly retryAfter?: number;
}

export type Outcome<T> = Result<T, Failure>;

/** An expected failure, ready to be returned. */
export const failure = (
  code: FailureCode,
  detail: string,
  more: Omit<Failure, 'code' | 'detail'> = {},
): { readonly ok: false; readonly failure: Failure } => ({ ok: false, failure: { code, detail, ...more } });
