import { failure, type Outcome } from '@/lib/contract/failure';
import type { MemberView } from '@/lib/contract/project';
import { newId } from '@/lib/ids';
import type { Actor } from '@/lib/policy/actor';
import { can } from '@/lib/policy/can';
import { ok } from '@/lib/result';
import { findMember } from '@/lib/store/members';
import { notFound } from '@/lib/store/not-found';
import { transaction, type Store } from '@/lib/store/transaction';
import { enterProject } from './enter-project';
import { forbidden } from './forbidden';
import { recordProjectEvent } from './record-events';
import { findRepetition } from './repetition';
import { requestHash } from './request-hash';
import type { WriteContext } from './write-context';

/** Whose membership changed, and what it was; null for a new one. */
interface MemberChanged {
  readonly personId: string;
  readonly before: MemberView | null;
}

/**
 * What the commands on members share: who may, under the project's lock, once for each operation id, and an event. Answers with
 * the member as they now are, or as they were when the membership has ended.
 */
export const changeMembers = (
  actor: Actor,
  projectId: string,
  what: { readonly kind: 'member.added' | 'member.changed' | 'member.removed'; readonly request: unknown },
  { operationId, now }: WriteContext,
  write: (store: Store) => Promise<Outcome<MemberChanged>>,
): Promise<Outcome<MemberView>> =>
  transaction(async (store) => {
    const member = await enterProject(store, actor, projectId);
    if (member === null) return notFound('project');
    if (!can.changeMembers(member)) return forbidden(member, 'change who is a member');
    const hash = requestHash(what.kind, projectId, what.request);
    const repetition = await findRepetition<MemberView>(store, actor, operationId, hash);
    if (repetition !== null) return repetition;
    const written = await write(store);
    if (!written.ok) return written;
    const { personId, before } = written.value;
    const after = (await findMember(store, projectId, personId)) ?? before;
    if (after === null) throw new Error(`${personId} was no member and is none now`);
    await recordProjectEvent(
      store,
      actor,
      projectId,
      {
        kind: what.kind,
        subjectId: personId,
        before,
        after,
        operationId: operationId ?? newId(),
        requestHash: hash,
      },
      now,
    );
    return ok(after);
  });

/** Somebody has to be left who can decide and add others: an editor who can sign in. */
export async function checkEditorRemains(
  store: Store,
  projectId: string,
  leaving: MemberView,
): Promise<Outcome<null>> {
  if (leaving.role !== 'editor') return ok(null);
  const others = await store.member.count({
    where: {
      projectId,
      role: 'editor',
      personId: { not: leaving.personId },
      person: { deactivatedAt: null },
    },
  });
  return others > 0
    ? ok(null)
    : failure('wrong-status', `${leaving.name} is the only editor; make somebody else an editor first.`);
}
