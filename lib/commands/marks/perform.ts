import type { Outcome } from '@/lib/contract/failure';
import type { Operation } from '@/lib/contract/operation';
import type { Actor } from '@/lib/policy/actor';
import { oneWrite, transaction } from '@/lib/store/transaction';
import { openWorkspace, type ArticleBy } from './open-workspace';
import { planAll } from './plan';
import type { Done } from './repeated';
import { writeChanges } from './write-changes';

/**
 * Does operations on the marks of one article, in order, in one transaction, and answers each. An operation that fails
 * leaves nothing; a group, done where its first member stands, does all or nothing. Null for strangers. Where all of them
 * make new marks there is nothing to lock: whoever was quicker with an id makes the write fail, and it is looked at again.
 */
export function perform(
  actor: Actor,
  by: ArticleBy,
  operations: readonly Operation[],
  now: Date,
): Promise<readonly Outcome<Done>[] | null> {
  const inOne = operations.every(({ kind }) => kind === 'annotation.create') ? oneWrite : transaction;
  return inOne(async (store) => {
    const opened = await openWorkspace(store, actor, by, operations, now);
    if (opened === null) return null;
    const { workspace, records } = opened;
    const plan = planAll(workspace, operations, records);
    const firstSeq = await writeChanges(store, workspace, plan.changes);
    return operations.map((operation) => plan.answer(operation, firstSeq));
  });
}
