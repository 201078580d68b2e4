import { failure, type Outcome } from '@/lib/contract/failure';
import type { NewInvitation, OneTimeLinkView } from '@/lib/contract/person';
import type { Actor } from '@/lib/policy/actor';
import { can } from '@/lib/policy/can';
import { isDemoEmail } from '@/lib/policy/demo-people';
import { notFound } from '@/lib/store/not-found';
import { ONLY_ADMINISTRATORS } from '@/lib/store/people';
import { transaction, type Store } from '@/lib/store/transaction';
import { makeLink } from './make-link';
import type { WriteContext } from './write-context';

/**
 * Invites somebody who has no account yet; an earlier invitation of the same address no longer counts. The link leads to
 * `origin`. 409 `already-exists` with who has the address.
 */
export async function invitePerson(
  actor: Actor,
  invitation: NewInvitation,
  origin: string,
  context: WriteContext,
): Promise<Outcome<OneTimeLinkView>> {
  if (!can.changePeople(actor)) return ONLY_ADMINISTRATORS;
  const { email, admin, projectId } = invitation;
  if (admin && isDemoEmail(email)) return DEMO_PEOPLE_ADMINISTER_NOTHING;
  return transaction(async (store) => {
    const taken = await findTaken(store, email);
    if (taken !== null) return taken;
    if (projectId !== undefined) {
      const project = await store.project.findUnique({ where: { id: projectId }, select: { id: true } });
      if (project === null) return notFound('project');
    }
    return makeLink(store, { purpose: 'invitation', ...invitation, madeById: actor.id }, origin, context);
  });
}

export const DEMO_PEOPLE_ADMINISTER_NOTHING = failure(
  'wrong-status',
  'Whoever sits at this machine can be signed in as the demo’s people: they cannot be administrators.',
);

/** Why an address cannot be given an account; null when it has none. */
export async function findTaken(store: Store, email: string): Promise<Outcome<never> | null> {
  const person = await store.person.findUnique({
    where: { email },
    select: { id: true, name: true, deactivatedAt: true },
  });
  if (person === null) return null;
  const { id, name, deactivatedAt } = person;
  const advice =
    deactivatedAt === null
      ? 'add them to the project as a member instead'
      : 'it is deactivated; reactivate it under People';
  return failure('already-exists', `${name} already has an account with ${email}: ${advice}.`, {
    errors: [{ field: 'email', message: 'Has an account already.' }],
    current: { id, name },
  });
}
