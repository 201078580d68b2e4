import { failure, type Failure, type Outcome } from '@/lib/contract/failure';
import type { Operation } from '@/lib/contract/operation';
import type { Actor } from '@/lib/policy/actor';
import { ok, type Result } from '@/lib/result';
import { notFound } from '@/lib/store/not-found';
import { perform } from './marks/perform';
import type { Done } from './marks/repeated';
import type { WriteContext } from './write-context';

/** One operation and what it came to. */
export interface Performed {
  readonly operationId: string;
  readonly result: Result<Done, Failure>;
}

/**
 * Does operations on the marks of one article in order, in one transaction, and answers each. One that is refused leaves
 * nothing and stops only what comes after it on the same mark (`stale-revision`); the members of a group succeed
 * together or not at all (`group-failed`). With `as`, nothing is done for anybody but that person (`other-person`).
 */
export async function runOperations(
  actor: Actor,
  articleId: string,
  operations: readonly Operation[],
  { now, as = actor.id }: WriteContext & { readonly as?: string | undefined },
): Promise<Outcome<readonly Performed[]>> {
  if (as !== actor.id) {
    return failure(
      'other-person',
      'Somebody else is signed in than the person who wrote this; nothing was done. Sign in as that person.',
    );
  }
  const answers = await perform(actor, { articleId }, operations, now);
  if (answers === null) return notFound('article');
  return ok(answers.map((result, at) => ({ operationId: operations[at]!.operationId, result })));
}
