import { failure, type Outcome } from '@/lib/contract/failure';
import { uuid } from '@/lib/contract/primitives';
import { ok } from '@/lib/result';

/** The revision that was seen, from `If-Match: "7"` (RFC 9110, 13.1.1). */
export function readRevision(headers: Headers): Outcome<number> {
  const given = headers.get('if-match');
  if (given === null) {
    return failure('revision-required', 'Send the revision you have seen, as If-Match: "7".');
  }
  const revision = /^"([1-9]\d{0,8})"$/.exec(given.trim())?.[1];
  if (revision === undefined) {
    return failure('malformed-request', 'If-Match holds one revision in double quotes, such as "7".');
  }
  return ok(Number(revision));
}

/** The operation's own id, from the header Idempotency-Key; null where none was sent. */
export function readOperationId(headers: Headers): Outcome<string | null> {
  const given = headers.get('idempotency-key');
  if (given === null) return ok(null);
  const id = uuid.safeParse(given.trim().replace(/^"(.*)"$/, '$1'));
  return id.success ? ok(id.data) : failure('malformed-request', 'Idempotency-Key holds a UUID.');
}
