import { failure, type Outcome } from '@/lib/contract/failure';
import { newId } from '@/lib/ids';
import { isDemoEmail } from '@/lib/policy/demo-people';
import { ok } from '@/lib/result';
import { findMember } from '@/lib/store/members';
import { findOpenLink, holdOpenLink, type LinkRow } from '@/lib/store/one-time-links';
import { countAdministrators, lockAdministrators } from '@/lib/store/people';
import { transaction, type Store } from '@/lib/store/transaction';
import { DEMO_PEOPLE_ADMINISTER_NOTHING, findTaken } from './invite-person';
import { recordProjectEvent } from './record-events';
import { requestHash } from './request-hash';

/** What a link's holder proves and chooses. */
export interface LinkAcceptance {
  readonly secret: string;
  readonly email: string;
  readonly name: string;
  readonly passwordHash: string;
}

export const LINK_GONE = failure(
  'link-used',
  'This link opens nothing any more: it was used, taken back, or is too old. Ask for a new one.',
);

/**
 * Does what a one-time link is for, once: the first administrator is made, an invited person gets an account (and is made a member
 * where the invitation says so), or a password changes and every session of that person ends. Of two who come at once, one
 * gets 410 `link-used`. A refusal leaves the link as it was.
 */
export async function acceptLink(
  acceptance: LinkAcceptance,
  { now }: { readonly now: Date },
): Promise<Outcome<{ readonly personId: string }>> {
  return transaction(async (store) => {
    const link = await findOpenLink(store, acceptance.secret, now);
    if (link === null) return LINK_GONE;
    if (link.purpose === 'set_up') await lockAdministrators(store);
    // Whoever comes second waits here for the first to finish, and then finds it used.
    if (!(await holdOpenLink(store, link.id, now))) return LINK_GONE;
    const obstacle = await findObstacle(store, link, acceptance);
    if (obstacle !== null) return obstacle;
    await store.oneTimeLink.update({ where: { id: link.id }, data: { usedAt: now } });
    if (link.personId !== null) {
      await changePassword(store, link.personId, acceptance.passwordHash);
      return ok({ personId: link.personId });
    }
    return ok({ personId: await addPerson(store, link, acceptance, now) });
  });
}

async function findObstacle(
  store: Store,
  link: LinkRow,
  { email }: LinkAcceptance,
): Promise<Outcome<never> | null> {
  if (link.purpose === 'password_reset') return null;
  if (link.purpose === 'set_up') {
    if ((await countAdministrators(store)) > 0) return LINK_GONE;
    if (isDemoEmail(email)) return DEMO_PEOPLE_ADMINISTER_NOTHING;
  }
  return findTaken(store, email);
}

async function addPerson(
  store: Store,
  link: LinkRow,
  { email, name, passwordHash }: LinkAcceptance,
  now: Date,
): Promise<string> {
  const id = newId();
  await store.person.create({
    data: {
      id,
      email,
      name,
      admin: link.admin || link.purpose === 'set_up',
      createdAt: now,
      accounts: { create: passwordAccount(id, passwordHash) },
    },
  });
  await addToProject(store, link, id, now);
  return id;
}

/** Where the invitation says so; whoever wrote it is who did it. */
async function addToProject(
  store: Store,
  { projectId, role, madeBy }: LinkRow,
  personId: string,
  now: Date,
): Promise<void> {
  if (projectId === null || role === null || madeBy === null) return;
  await store.member.create({ data: { projectId, personId, role, createdAt: now } });
  const happening = {
    kind: 'member.added',
    subjectId: personId,
    before: null,
    after: await findMember(store, projectId, personId),
    operationId: newId(),
    requestHash: requestHash('member.added', personId, { role }),
  } as const;
  await recordProjectEvent(store, { ...madeBy, scope: 'admin' }, projectId, happening, now);
}

async function changePassword(store: Store, personId: string, passwordHash: string): Promise<void> {
  const { providerId, accountId, id } = passwordAccount(personId, passwordHash);
  await store.account.upsert({
    where: { providerId_accountId: { providerId, accountId } },
    update: { password: passwordHash },
    create: { id, providerId, accountId, personId, password: passwordHash },
  });
  await store.session.deleteMany({ where: { personId } });
}

/** As the sign-in library keeps a password: an account of the provider `credential`, under the person's own id. */
const passwordAccount = (personId: string, password: string) => ({
  id: newId(),
  providerId: 'credential',
  accountId: personId,
  password,
});
