import { failure, type Outcome } from '@/lib/contract/failure';
import type { OneTimeLinkView } from '@/lib/contract/person';
import type { Actor } from '@/lib/policy/actor';
import { can } from '@/lib/policy/can';
import { notFound } from '@/lib/store/not-found';
import { ONLY_ADMINISTRATORS } from '@/lib/store/people';
import { transaction } from '@/lib/store/transaction';
import { makeLink } from './make-link';
import type { WriteContext } from './write-context';

/** Makes a link with which a person chooses a new password; an earlier one of theirs no longer counts. It leads to `origin`. */
export async function makeResetLink(
  actor: Actor,
  personId: string,
  origin: string,
  context: WriteContext,
): Promise<Outcome<OneTimeLinkView>> {
  if (!can.changePeople(actor)) return ONLY_ADMINISTRATORS;
  return transaction(async (store) => {
    const person = await store.person.findUnique({
      where: { id: personId },
      select: { name: true, deactivatedAt: true },
    });
    if (person === null) return notFound('person');
    if (person.deactivatedAt !== null) {
      return failure('wrong-status', `${person.name} is deactivated: reactivate them first.`);
    }
    return makeLink(store, { purpose: 'password_reset', personId, madeById: actor.id }, origin, context);
  });
}
