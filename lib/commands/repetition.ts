import { failure, type Outcome } from '@/lib/contract/failure';
import type { Actor } from '@/lib/policy/actor';
import { ok } from '@/lib/result';
import { Prisma } from '@/lib/store/generated/client';
import type { Store } from '@/lib/store/transaction';

/** What an operation that was done before has left behind: its event. */
export interface OperationRecord {
  readonly requestHash: string;
  readonly actorId: string;
  readonly kind: string;
  readonly seq: number;
  /** The first answer; null after a redaction. */
  readonly after: unknown;
}

/** The query for the records of operations; those that were never done have none. */
export const operationRecords = (operationIds: readonly string[]): Prisma.Sql => Prisma.sql`
  SELECT e."operationId", e."requestHash", e."actorId", e."kind", e."seq", e."after" FROM "event" e
   WHERE e."operationId" = ANY(${operationIds}::uuid[])`;

/** The first answer to a request that comes again; 422 `operation-reused` when the same id now asks for something else. */
export function answerAgain<T>(record: OperationRecord, actor: Actor, hash: string): Outcome<T> {
  if (record.actorId !== actor.id || record.requestHash !== hash) {
    return failure('operation-reused', 'This operation id was used for something else. Make a new one.');
  }
  return record.after === null
    ? failure('not-found', 'What this operation came to has been redacted since.')
    : ok(record.after as T);
}

/**
 * What to answer without doing anything, because the operation was done before; null when it was not. To be asked under the
 * lock that the command's writers take, so that two repetitions at once cannot both see nothing.
 */
export async function findRepetition<T>(
  store: Store,
  actor: Actor,
  operationId: string | null,
  hash: string,
): Promise<Outcome<T> | null> {
  if (operationId === null) return null;
  const [record] = await store.$queryRaw<OperationRecord[]>(operationRecords([operationId]));
  return record === undefined ? null : answerAgain<T>(record, actor, hash);
}
