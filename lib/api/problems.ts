import { FAILURE_STATUS, type Failure, type FailureCode } from '@/lib/contract/failure';
import type { Problem } from '@/lib/contract/problem';

const TITLES: Readonly<Record<FailureCode, string>> = {
  'malformed-request': 'Malformed request',
  unauthenticated: 'Not signed in',
  'wrong-credentials': 'Wrong credentials',
  'other-person': 'Somebody else is signed in',
  forbidden: 'Not allowed',
  'foreign-origin': 'Sent from another site',
  'not-found': 'Not found',
  'method-not-allowed': 'Method not allowed',
  'already-exists': 'Exists already',
  'quote-mismatch': 'The quote does not match',
  'stale-revision': 'Changed in the meantime',
  'wrong-status': 'Not possible now',
  'group-failed': 'Another of its group failed',
  'corrections-collide': 'Corrections collide',
  'last-admin': 'The last administrator',
  'tag-in-use': 'The tag is in use',
  'source-cited': 'Marks rest on the source',
  'link-used': 'The link was used',
  'too-large': 'Too large',
  'unsupported-media-type': 'Unsupported media type',
  'invalid-input': 'Invalid input',
  'unknown-tag': 'Unknown tag',
  'correction-required': 'A correction is required',
  'evidence-required': 'Evidence is required',
  'operation-reused': 'The operation id was used for something else',
  'revision-required': 'The revision is required',
  'too-many-requests': 'Too many requests',
  'internal-error': 'Something went wrong',
  'format-unavailable': 'Format not available here',
  unavailable: 'Not available at the moment',
};

/** An expected failure as RFC 9457 problem details. */
export const problemOf = ({ code, detail, errors, current }: Failure): Problem => ({
  type: `urn:galley:problem:${code}`,
  title: TITLES[code],
  status: FAILURE_STATUS[code],
  code,
  detail,
  errors: [...(errors ?? [])],
  ...(current === undefined ? {} : { current }),
});

/** The answer that carries it. */
export function problemResponse(failure: Failure, headers: Readonly<Record<string, string>> = {}): Response {
  const problem = problemOf(failure);
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: {
      'content-type': 'application/problem+json; charset=utf-8',
      'cache-control': 'no-store',
      ...(failure.code === 'unauthenticated' ? { 'www-authenticate': 'Bearer realm="Galley"' } : {}),
      ...(failure.retryAfter === undefined ? {} : { 'retry-after': String(failure.retryAfter) }),
      ...headers,
    },
  });
}
