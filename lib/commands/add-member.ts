import { failure, type Outcome } from '@/lib/contract/failure';
import type { MemberView, NewMember } from '@/lib/contract/project';
import type { Actor } from '@/lib/policy/actor';
import { ok } from '@/lib/result';
import { findMember } from '@/lib/store/members';
import { changeMembers } from './change-members';
import type { WriteContext } from './write-context';

/** Makes somebody who has an account a member. 422 naming `email` when nobody can sign in with it; 409 when they are one. */
export const addMember = (
  actor: Actor,
  projectId: string,
  { email, role }: NewMember,
  context: WriteContext,
): Promise<Outcome<MemberView>> =>
  changeMembers(
    actor,
    projectId,
    { kind: 'member.added', request: { email, role } },
    context,
    async (store) => {
      const person = await store.person.findUnique({
        where: { email },
        select: { id: true, deactivatedAt: true },
      });
      if (person === null || person.deactivatedAt !== null) {
        const message = 'Nobody can sign in with this address; an administrator can invite them.';
        return failure('invalid-input', `email: ${message}`, { errors: [{ field: 'email', message }] });
      }
      const existing = await findMember(store, projectId, person.id);
      if (existing !== null) {
        return failure('already-exists', `${existing.name} is a member already.`, {
          errors: [{ field: 'email', message: 'Is a member already.' }],
          current: existing,
        });
      }
      await store.member.create({ data: { projectId, personId: person.id, role, createdAt: context.now } });
      return ok({ personId: person.id, before: null });
    },
  );
