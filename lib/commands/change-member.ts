import type { Outcome } from '@/lib/contract/failure';
import type { MemberChange, MemberView } from '@/lib/contract/project';
import type { Actor } from '@/lib/policy/actor';
import { ok } from '@/lib/result';
import { findMember } from '@/lib/store/members';
import { notFound } from '@/lib/store/not-found';
import { changeMembers, checkEditorRemains } from './change-members';
import type { WriteContext } from './write-context';

/** Gives a member another role. 409 `wrong-status` for the last editor. */
export const changeMember = (
  actor: Actor,
  projectId: string,
  personId: string,
  { role }: MemberChange,
  context: WriteContext,
): Promise<Outcome<MemberView>> =>
  changeMembers(
    actor,
    projectId,
    { kind: 'member.changed', request: { personId, role } },
    context,
    async (store) => {
      const before = await findMember(store, projectId, personId);
      if (before === null) return notFound('member');
      if (role !== 'editor') {
        const remains = await checkEditorRemains(store, projectId, before);
        if (!remains.ok) return remains;
      }
      await store.member.update({ where: { projectId_personId: { projectId, personId } }, data: { role } });
      return ok({ personId, before });
    },
  );
