import { failure, type Outcome } from '@/lib/contract/failure';
import type { PersonChange, PersonView } from '@/lib/contract/person';
import type { Actor } from '@/lib/policy/actor';
import { can } from '@/lib/policy/can';
import { isDemoEmail } from '@/lib/policy/demo-people';
import { ok } from '@/lib/result';
import { notFound } from '@/lib/store/not-found';
import { openAt } from '@/lib/store/one-time-links';
import { countAdministrators, findPerson, lockAdministrators, ONLY_ADMINISTRATORS } from '@/lib/store/people';
import { transaction, type Store } from '@/lib/store/transaction';
import { DEMO_PEOPLE_ADMINISTER_NOTHING } from './invite-person';
import type { WriteContext } from './write-context';

/**
 * Renames a person, makes or unmakes an administrator, deactivates or reactivates. Whoever is deactivated is out at once: sessions,
 * tokens and open links go in the same transaction. 409 `last-admin` where nobody would be left to administer the desk.
 */
export async function changePerson(
  actor: Actor,
  id: string,
  change: PersonChange,
  { now }: WriteContext,
): Promise<Outcome<PersonView>> {
  if (!can.changePeople(actor)) return ONLY_ADMINISTRATORS;
  return transaction(async (store) => {
    await lockAdministrators(store);
    // Read again under the lock: whoever asks may have been unmade an administrator a moment ago.
    const asking = await store.person.findUnique({ where: { id: actor.id } });
    if (asking?.admin !== true || asking.deactivatedAt !== null) return ONLY_ADMINISTRATORS;
    const person = await store.person.findUnique({ where: { id } });
    if (person === null) return notFound('person');

    const admin = change.admin ?? person.admin;
    const deactivated = change.deactivated ?? person.deactivatedAt !== null;
    if (change.admin === true && isDemoEmail(person.email)) return DEMO_PEOPLE_ADMINISTER_NOTHING;
    const administers = person.admin && person.deactivatedAt === null;
    const willAdminister = admin && !deactivated;
    if (administers && !willAdminister && (await countAdministrators(store, id)) === 0) {
      return failure('last-admin', `${person.name} is the last administrator: make somebody else one first.`);
    }
    await store.person.update({
      where: { id },
      data: {
        name: change.name ?? person.name,
        admin,
        deactivatedAt: deactivated ? (person.deactivatedAt ?? now) : null,
      },
    });
    if (change.deactivated !== undefined) await endSessions(store, id);
    if (deactivated) await revokeTokens(store, id, now);
    if (administers && !willAdminister) await revokeLinksMadeBy(store, id, now);
    return ok((await findPerson(store, id))!);
  });
}

/** In reactivating, too: a sign-in that ran beside the deactivation may have left one behind. */
const endSessions = (store: Store, personId: string) => store.session.deleteMany({ where: { personId } });

async function revokeTokens(store: Store, personId: string, now: Date): Promise<void> {
  await store.apiToken.updateMany({ where: { personId, revokedAt: null }, data: { revokedAt: now } });
  await store.oneTimeLink.updateMany({ where: { personId, ...openAt(now) }, data: { revokedAt: now } });
}

/** What an administrator handed out and nobody has used yet does not outlast the right to hand it out. */
const revokeLinksMadeBy = (store: Store, madeById: string, now: Date) =>
  store.oneTimeLink.updateMany({ where: { madeById, ...openAt(now) }, data: { revokedAt: now } });
