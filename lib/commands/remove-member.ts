import type { Outcome } from '@/lib/contract/failure';
import type { MemberView } from '@/lib/contract/project';
import type { Actor } from '@/lib/policy/actor';
import { ok } from '@/lib/result';
import { findMember } from '@/lib/store/members';
import { notFound } from '@/lib/store/not-found';
import { changeMembers, checkEditorRemains } from './change-members';
import type { WriteContext } from './write-context';

/** Ends a membership; marks, decisions and history stay, with the name. 409 `wrong-status` for the last editor. */
export const removeMember = (
  actor: Actor,
  projectId: string,
  personId: string,
  context: WriteContext,
): Promise<Outcome<MemberView>> =>
  changeMembers(
    actor,
    projectId,
    { kind: 'member.removed', request: { personId } },
    context,
    async (store) => {
      const before = await findMember(store, projectId, personId);
      if (before === null) return notFound('member');
      const remains = await checkEditorRemains(store, projectId, before);
      if (!remains.ok) return remains;
      await store.member.delete({ where: { projectId_personId: { projectId, personId } } });
      return ok({ personId, before });
    },
  );
