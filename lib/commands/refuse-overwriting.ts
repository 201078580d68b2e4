import { isDeepStrictEqual } from 'node:util';
import { failure, type Outcome } from '@/lib/contract/failure';
import { ok } from '@/lib/result';

/**
 * A change without what was seen of the fields, unless it would overwrite what nobody has seen: 409 `stale-revision` with
 * what is there, naming the fields. A field that has become what is wanted is no collision.
 */
export function refuseOverwriting<View extends object, Change extends { readonly seen?: object | undefined }>(
  current: View,
  { seen = {}, ...change }: Change,
): Outcome<Omit<Change, 'seen'>> {
  const now = current as Readonly<Record<string, unknown>>;
  const collisions = Object.entries(seen)
    .filter(([field, value]) => field in change && !isDeepStrictEqual(value, now[field]))
    .filter(([field]) => !isDeepStrictEqual((change as Readonly<Record<string, unknown>>)[field], now[field]))
    .map(([field]) => field);
  if (collisions.length === 0) return ok(change);
  return failure('stale-revision', 'Somebody has changed the same meanwhile. Look at it, then save again.', {
    errors: collisions.map((field) => ({ field, message: 'Somebody has changed this meanwhile.' })),
    current,
  });
}
