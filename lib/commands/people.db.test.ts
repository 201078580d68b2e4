import { describe, expect, it } from 'vitest';
import { buildPerson } from '@/prisma/builders/person';
import { valueOf } from '@/prisma/builders/value-of';
import { withTestDatabase } from '@/prisma/with-test-database';
import type { Outcome } from '@/lib/contract/failure';
import { NewInvitation, type PersonChange } from '@/lib/contract/person';
import { newId } from '@/lib/ids';
import type { Actor } from '@/lib/policy/actor';
import { DEMO_EMAILS } from '@/lib/policy/demo-people';
import { db } from '@/lib/store/client';
import { invitationsOf } from '@/lib/store/invitations';
import { peopleOf } from '@/lib/store/people';
import { changePerson } from './change-person';
import { invitePerson } from './invite-person';
import { makeResetLink } from './make-reset-link';
import { makeToken } from './make-token';
import { revokeInvitation } from './revoke-invitation';

withTestDatabase();

const ORIGIN = 'https://desk.example';
const at = (operationId: string | null = null) => ({ operationId, now: new Date() });
const FIRST_PAGE = { limit: 100 };

const buildAdmin = () => buildPerson({ admin: true });
const invitation = (wish: Partial<NewInvitation> & { email: string }) => NewInvitation.parse(wish);
const codeOf = (outcome: Outcome<unknown>): string => (outcome.ok ? 'ok' : outcome.failure.code);

const change = (actor: Actor, person: Actor, wish: PersonChange) =>
  changePerson(actor, person.id, wish, at());

let count = 0;
const freshEmail = (): string => `invited-${(count += 1)}@desk.example`;

/** Whoever may do nothing here, and the one who may. */
const ASKERS: Record<string, { ask: () => Promise<Actor>; allowed: boolean }> = {
  'an administrator': { ask: buildAdmin, allowed: true },
  'an administrator’s write token': {
    ask: () => buildPerson({ admin: true, scope: 'write' }),
    allowed: false,
  },
  'an administrator’s read token': { ask: () => buildPerson({ admin: true, scope: 'read' }), allowed: false },
  'somebody else': { ask: () => buildPerson(), allowed: false },
  'somebody else’s admin token': { ask: () => buildPerson({ scope: 'admin' }), allowed: false },
};

const RIGHTS: Record<string, (actor: Actor) => Promise<Outcome<unknown>>> = {
  'list people': (actor) => peopleOf(actor, FIRST_PAGE),
  'list invitations': (actor) => invitationsOf(actor, FIRST_PAGE, new Date()),
  invite: (actor) => invitePerson(actor, invitation({ email: freshEmail() }), ORIGIN, at()),
  'take back an invitation': async (actor) => {
    const { id } = valueOf(
      await invitePerson(await buildAdmin(), invitation({ email: freshEmail() }), ORIGIN, at()),
    );
    return revokeInvitation(actor, id, at());
  },
  'rename somebody': async (actor) => change(actor, await buildPerson(), { name: 'Renamed' }),
  'make an administrator': async (actor) => change(actor, await buildPerson(), { admin: true }),
  'make oneself one': (actor) => change(actor, actor, { admin: true }),
  'deactivate somebody': async (actor) => change(actor, await buildPerson(), { deactivated: true }),
  'make a link for a new password': async (actor) =>
    makeResetLink(actor, (await buildPerson()).id, ORIGIN, at()),
};

describe.each(Object.entries(RIGHTS))('to %s', (_, attempt) => {
  it.each(Object.entries(ASKERS))('%s', async (_name, { ask, allowed }) => {
    expect(codeOf(await attempt(await ask()))).toBe(allowed ? 'ok' : 'forbidden');
  });
});

describe('an administrator', () => {
  it('who was unmade a moment ago changes nobody any more', async () => {
    const [admin, other, person] = await Promise.all([buildAdmin(), buildAdmin(), buildPerson()]);
    valueOf(await change(other, admin, { admin: false }));
    expect(codeOf(await change(admin, person, { name: 'Renamed' }))).toBe('forbidden');
    expect(codeOf(await change(admin, other, { deactivated: true }))).toBe('forbidden');
  });

  it('finds no such person', async () => {
    const admin = await buildAdmin();
    expect(codeOf(await changePerson(admin, newId(), { name: 'x' }, at()))).toBe('not-found');
    expect(codeOf(await makeResetLink(admin, newId(), ORIGIN, at()))).toBe('not-found');
    expect(codeOf(await revokeInvitation(admin, newId(), at()))).toBe('not-found');
  });

  it('cannot be one of the demo’s people', async () => {
    const admin = await buildAdmin();
    const demo = await buildPerson({ email: DEMO_EMAILS.reviewer });
    expect(codeOf(await change(admin, demo, { admin: true }))).toBe('wrong-status');
    expect(codeOf(await change(admin, demo, { name: 'Somebody' }))).toBe('ok');
    const wish = invitation({ email: DEMO_EMAILS.editor, admin: true });
    expect(codeOf(await invitePerson(admin, wish, ORIGIN, at()))).toBe('wrong-status');
  });
});

describe('the last administrator', () => {
  /** A desk with just these administrators. */
  async function onlyAdmins(number: number): Promise<Actor[]> {
    await db().person.updateMany({ data: { admin: false } });
    return Promise.all(Array.from({ length: number }, buildAdmin));
  }

  it.each([
    ['be deactivated', { deactivated: true }],
    ['be unmade', { admin: false }],
    ['be both', { admin: false, deactivated: true }],
  ])('cannot %s', async (_, wish) => {
    const [admin] = await onlyAdmins(1);
    expect(codeOf(await change(admin!, admin!, wish))).toBe('last-admin');
    expect(await db().person.findUniqueOrThrow({ where: { id: admin!.id } })).toMatchObject({
      admin: true,
      deactivatedAt: null,
    });
  });

  it('can be renamed, and told again what they are', async () => {
    const [admin] = await onlyAdmins(1);
    expect(codeOf(await change(admin!, admin!, { name: 'Renamed', admin: true, deactivated: false }))).toBe(
      'ok',
    );
  });

  it('is the last although others are deactivated', async () => {
    const [admin, other] = await onlyAdmins(2);
    valueOf(await change(admin!, other!, { deactivated: true }));
    expect(codeOf(await change(admin!, admin!, { admin: false }))).toBe('last-admin');
  });

  it('may go once there is another', async () => {
    const [admin, other] = await onlyAdmins(2);
    expect(codeOf(await change(admin!, admin!, { deactivated: true }))).toBe('ok');
    expect(codeOf(await change(other!, other!, { deactivated: true }))).toBe('last-admin');
  });

  it('is left whoever goes first when all go at the same moment', async () => {
    for (let round = 0; round < 5; round += 1) {
      const admins = await onlyAdmins(4);
      const outcomes = await Promise.all(
        admins.map((admin, index) =>
          change(admin, admin, index % 2 ? { admin: false } : { deactivated: true }),
        ),
      );
      expect(outcomes.map(codeOf).sort()).toEqual(['last-admin', 'ok', 'ok', 'ok']);
      expect(await db().person.count({ where: { admin: true, deactivatedAt: null } })).toBe(1);
    }
  });

  it('is left when they remove each other at the same moment', async () => {
    for (let round = 0; round < 5; round += 1) {
      const [one, two] = await onlyAdmins(2);
      const outcomes = await Promise.all([
        change(one!, two!, { deactivated: true }),
        change(two!, one!, { deactivated: true }),
      ]);
      expect(outcomes.map(codeOf).sort()).toEqual(['forbidden', 'ok']);
      expect(await db().person.count({ where: { admin: true, deactivatedAt: null } })).toBe(1);
    }
  });
});

describe('somebody deactivated', () => {
  it('loses sessions, tokens and open links in one go, and keeps the name on what they did', async () => {
    const [admin, person] = await Promise.all([
      buildAdmin(),
      buildPerson({ password: 'kelp sundry mulch orbit' }),
    ]);
    await db().session.create({
      data: { id: newId(), token: newId(), personId: person.id, expiresAt: new Date(Date.now() + 1_000_000) },
    });
    valueOf(await makeToken(person, { name: 't', scope: 'write', expiresAt: null }, at()));
    valueOf(await makeResetLink(admin, person.id, ORIGIN, at()));
    const view = valueOf(await change(admin, person, { deactivated: true }));
    expect(view).toMatchObject({ id: person.id, name: person.name, deactivated: true });
    const where = { personId: person.id };
    expect(await db().session.count({ where })).toBe(0);
    expect(await db().apiToken.count({ where: { ...where, revokedAt: null } })).toBe(0);
    expect(await db().oneTimeLink.count({ where: { ...where, revokedAt: null } })).toBe(0);
    expect(codeOf(await makeResetLink(admin, person.id, ORIGIN, at()))).toBe('wrong-status');
  });

  it('comes back with the password, but with no token or session of before', async () => {
    const [admin, person] = await Promise.all([
      buildAdmin(),
      buildPerson({ password: 'kelp sundry mulch orbit' }),
    ]);
    valueOf(await makeToken(person, { name: 't', scope: 'write', expiresAt: null }, at()));
    valueOf(await change(admin, person, { deactivated: true }));
    // What a sign-in that ran beside the deactivation may leave behind.
    await db().session.create({
      data: { id: newId(), token: newId(), personId: person.id, expiresAt: new Date(Date.now() + 1_000_000) },
    });
    expect(valueOf(await change(admin, person, { deactivated: false })).deactivated).toBe(false);
    expect(await db().session.count({ where: { personId: person.id } })).toBe(0);
    expect(await db().apiToken.count({ where: { personId: person.id, revokedAt: null } })).toBe(0);
    expect(await db().account.count({ where: { personId: person.id } })).toBe(1);
  });

  it('stays deactivated since the first time', async () => {
    const [admin, person] = await Promise.all([buildAdmin(), buildPerson()]);
    valueOf(await change(admin, person, { deactivated: true }));
    const { deactivatedAt } = await db().person.findUniqueOrThrow({ where: { id: person.id } });
    valueOf(await change(admin, person, { deactivated: true, name: 'Gone' }));
    expect(await db().person.findUniqueOrThrow({ where: { id: person.id } })).toMatchObject({
      deactivatedAt,
      name: 'Gone',
    });
  });

  it('is not reactivated by a change of name', async () => {
    const [admin, person] = await Promise.all([buildAdmin(), buildPerson({ deactivatedAt: new Date() })]);
    expect(valueOf(await change(admin, person, { name: 'Renamed' })).deactivated).toBe(true);
  });
});

describe('an invitation', () => {
  it('is refused for an address that has an account, with the advice what to do instead', async () => {
    const [admin, person, gone] = await Promise.all([
      buildAdmin(),
      buildPerson(),
      buildPerson({ deactivatedAt: new Date() }),
    ]);
    expect(
      await invitePerson(admin, invitation({ email: person.email.toUpperCase() }), ORIGIN, at()),
    ).toMatchObject({
      failure: {
        code: 'already-exists',
        detail: expect.stringContaining('as a member instead') as string,
        current: { id: person.id, name: person.name },
      },
    });
    expect(await invitePerson(admin, invitation({ email: gone.email }), ORIGIN, at())).toMatchObject({
      failure: { code: 'already-exists', detail: expect.stringContaining('reactivate') as string },
    });
  });

  it('is refused into a project that is none', async () => {
    const wish = invitation({ email: freshEmail(), projectId: newId(), role: 'editor' });
    expect(codeOf(await invitePerson(await buildAdmin(), wish, ORIGIN, at()))).toBe('not-found');
  });

  it('taken back twice is taken back; accepted, it cannot be', async () => {
    const admin = await buildAdmin();
    const { id } = valueOf(await invitePerson(admin, invitation({ email: freshEmail() }), ORIGIN, at()));
    expect(codeOf(await revokeInvitation(admin, id, at()))).toBe('ok');
    expect(codeOf(await revokeInvitation(admin, id, at()))).toBe('ok');
    const other = valueOf(await invitePerson(admin, invitation({ email: freshEmail() }), ORIGIN, at()));
    await db().oneTimeLink.update({ where: { id: other.id }, data: { usedAt: new Date() } });
    expect(codeOf(await revokeInvitation(admin, other.id, at()))).toBe('wrong-status');
  });

  it('is not what a link for a new password is', async () => {
    const [admin, person] = await Promise.all([buildAdmin(), buildPerson()]);
    const { id } = valueOf(await makeResetLink(admin, person.id, ORIGIN, at()));
    expect(codeOf(await revokeInvitation(admin, id, at()))).toBe('not-found');
  });

  it('repeated as the same operation is one invitation, whose newest link counts', async () => {
    const admin = await buildAdmin();
    const operation = newId();
    const wish = invitation({ email: freshEmail(), name: 'Once' });
    const first = valueOf(await invitePerson(admin, wish, ORIGIN, at(operation)));
    const again = valueOf(await invitePerson(admin, wish, ORIGIN, at(operation)));
    expect(again.id).toBe(first.id);
    expect(again.url).not.toBe(first.url);
    expect(await db().oneTimeLink.count({ where: { email: wish.email } })).toBe(1);
    const otherWish = invitation({ email: freshEmail(), name: 'Once' });
    expect(codeOf(await invitePerson(admin, otherWish, ORIGIN, at(operation)))).toBe('operation-reused');
    expect(codeOf(await invitePerson(await buildAdmin(), wish, ORIGIN, at(operation)))).toBe(
      'operation-reused',
    );
  });
});

describe('the list of invitations', () => {
  it('has the open ones, newest first, page by page', async () => {
    const admin = await buildAdmin();
    await db().oneTimeLink.updateMany({ data: { revokedAt: new Date() } });
    const made: string[] = [];
    for (let index = 0; index < 5; index += 1) {
      const now = new Date(Date.now() + index);
      const outcome = await invitePerson(admin, invitation({ email: freshEmail() }), ORIGIN, {
        operationId: null,
        now,
      });
      made.unshift(valueOf(outcome).id);
    }
    valueOf(await revokeInvitation(admin, made[2]!, at()));
    const first = valueOf(await invitationsOf(admin, { limit: 3 }, new Date()));
    const rest = valueOf(await invitationsOf(admin, { limit: 3, cursor: first.next! }, new Date()));
    expect([...first.items, ...rest.items].map(({ id }) => id)).toEqual(
      made.filter((_, index) => index !== 2),
    );
    expect(rest.next).toBeNull();
    expect(JSON.stringify(first)).not.toContain('hash');
    expect(codeOf(await invitationsOf(admin, { limit: 3, cursor: 'nonsense' }, new Date()))).toBe(
      'invalid-input',
    );
    const nextWeek = new Date(Date.now() + 8 * 86_400_000);
    expect(valueOf(await invitationsOf(admin, FIRST_PAGE, nextWeek)).items).toEqual([]);
  });
});

describe('the list of people', () => {
  it('is by name whatever the case, page by page', async () => {
    const admin = await buildAdmin();
    const names = ['ZZ zoë', 'zz Ada', 'zz ada', 'ZZ Bo', 'zz éva'];
    for (const name of names) await buildPerson({ name });
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = valueOf(
        await peopleOf(admin, { limit: 2, q: 'zz ', ...(cursor === undefined ? {} : { cursor }) }),
      );
      expect(page.items.length).toBeLessThanOrEqual(2);
      seen.push(...page.items.map(({ name }) => name));
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
    expect([...seen].sort()).toEqual([...names].sort());
    expect(seen.slice(0, 3).map((name) => name.toLowerCase())).toEqual(['zz ada', 'zz ada', 'zz bo']);
  });

  it.each([
    ['a part of the name', 'osalind V'],
    ['other case', 'ROSALIND'],
    ['the address', 'r.vega_50%@'],
  ])('finds by %s', async (_, q) => {
    const admin = await buildAdmin();
    const email = 'r.vega_50%@desk.example';
    if ((await db().person.count({ where: { email } })) === 0) {
      await buildPerson({ name: 'Rosalind Vega', email });
    }
    expect(valueOf(await peopleOf(admin, { limit: 100, q })).items.map((person) => person.email)).toEqual([
      email,
    ]);
  });

  it.each(['%', '_', "'", '\\', 'nobody at all'])('takes %j as it is', async (q) => {
    const admin = await buildAdmin();
    const { items } = valueOf(await peopleOf(admin, { limit: 500, q }));
    expect(items.every(({ name, email }) => `${name} ${email}`.includes(q))).toBe(true);
  });

  it('tells the projects, and when somebody was last seen', async () => {
    const [admin, person] = await Promise.all([buildAdmin(), buildPerson()]);
    const project = await db().project.create({ data: { id: newId(), name: 'Desk', madeById: admin.id } });
    await db().member.create({ data: { projectId: project.id, personId: person.id, role: 'reviewer' } });
    const find = async () => valueOf(await peopleOf(admin, { limit: 1, q: person.email })).items[0];
    expect(await find()).toMatchObject({
      id: person.id,
      lastSeenAt: null,
      projects: [{ id: project.id, name: 'Desk', role: 'reviewer' }],
    });
    const { id } = valueOf(await makeToken(person, { name: 't', scope: 'read', expiresAt: null }, at()));
    const seen = new Date('2026-05-01T10:00:00Z');
    await db().apiToken.update({ where: { id }, data: { lastUsedAt: seen } });
    expect((await find())?.lastSeenAt).toBe(seen.toISOString());
  });

  const CURSORS = {
    nonsense: 'x',
    empty: '',
    'too little': write(['a']),
    'no id': write(['a', 'b']),
    'a NUL': write(['a\0', newId()]),
    'half a surrogate pair': write(['\ud800', newId()]),
    'a number': write([1, newId()]),
  };

  it.each(Object.entries(CURSORS))('refuses a cursor that is none: %s', async (_, cursor) => {
    const admin = await buildAdmin();
    expect(codeOf(await peopleOf(admin, { limit: 1, cursor }))).toBe('invalid-input');
    expect(codeOf(await invitationsOf(admin, { limit: 1, cursor }, new Date()))).toBe('invalid-input');
  });

  it.each(['0000-01-01T00:00:00Z', '-000001-01-01T00:00:00Z', '+275760-09-13T00:00:00Z', 'yesterday'])(
    'refuses the time %s in a cursor',
    async (time) => {
      const cursor = write([time, newId()]);
      const outcome = await invitationsOf(await buildAdmin(), { limit: 1, cursor }, new Date());
      expect(codeOf(outcome)).toBe('invalid-input');
    },
  );
});

function write(key: unknown): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}
