import { describe, expect, it } from 'vitest';
import { buildPerson } from '@/prisma/builders/person';
import { valueOf } from '@/prisma/builders/value-of';
import { TestBrowser, type Received } from '@/prisma/test-browser';
import { withTestDatabase } from '@/prisma/with-test-database';
import { actorOf } from '@/lib/auth/session';
import { changePerson } from '@/lib/commands/change-person';
import { invitePerson } from '@/lib/commands/invite-person';
import { makeResetLink } from '@/lib/commands/make-reset-link';
import { revokeInvitation } from '@/lib/commands/revoke-invitation';
import { NewInvitation } from '@/lib/contract/person';
import type { Problem } from '@/lib/contract/problem';
import { newId } from '@/lib/ids';
import type { Actor } from '@/lib/policy/actor';
import { db } from '@/lib/store/client';
import { openLink } from '@/lib/store/one-time-links';
import { signInAs } from '@/lib/auth/sign-in-as';
import { POST as setUp } from '../set-up/route';
import { GET, POST } from './route';

withTestDatabase();

const ORIGIN = 'https://desk.example';
const PASSWORD = 'cobalt lantern drift zebra';
const context = () => ({ operationId: null, now: new Date() });

let count = 0;
const freshEmail = (): string => `new-${(count += 1)}@desk.example`;

const secretOf = (url: string): string => url.split('/').at(-1)!;

async function invite(wish: Partial<NewInvitation> = {}, by?: Actor) {
  const admin = by ?? (await buildPerson({ admin: true }));
  const invitation = NewInvitation.parse({ email: freshEmail(), ...wish });
  const { id, url } = valueOf(await invitePerson(admin, invitation, ORIGIN, context()));
  return { id, url, secret: secretOf(url), email: invitation.email, admin };
}

const accept = (body: unknown, headers = {}, browser = new TestBrowser()): Promise<Received> =>
  browser.send(POST, { path: '/api/accept-link', body, headers });

const whoIs = (browser: TestBrowser): Promise<Actor | null> =>
  actorOf(new Headers({ cookie: [...browser.cookies].map((pair) => pair.join('=')).join('; ') }));

const said = ({ status, body }: Received): [number, string | undefined, string[]] => {
  const problem = body as Problem | null;
  return [status, problem?.code, problem?.errors.map(({ field }) => field) ?? []];
};
const GONE = [410, 'link-used', []];

describe('an invitation', () => {
  it('shows its holder what it is for', async () => {
    const project = await db().project.create({
      data: { id: newId(), name: 'Science desk', madeById: (await buildPerson()).id },
    });
    const { url, secret, email } = await invite({ name: 'R. Vega', projectId: project.id, role: 'reviewer' });
    expect(url).toBe(`${ORIGIN}/join/${secret}`);
    expect(await openLink(secret)).toEqual({
      purpose: 'invitation',
      email,
      name: 'R. Vega',
      admin: false,
      project: { name: 'Science desk', role: 'reviewer' },
      expiresAt: expect.any(String) as string,
    });
  });

  it('makes an account and signs its holder in', async () => {
    const { secret, email, id } = await invite();
    const browser = new TestBrowser();
    const answer = await accept({ secret, name: 'Rosalind Vega', password: PASSWORD }, {}, browser);
    expect(answer.status).toBe(204);
    expect(await whoIs(browser)).toMatchObject({ name: 'Rosalind Vega', email, admin: false });
    expect((await db().oneTimeLink.findUniqueOrThrow({ where: { id } })).usedAt).not.toBeNull();
    const account = await db().account.findFirstOrThrow({ where: { person: { email } } });
    expect(account).toMatchObject({ providerId: 'credential', accountId: account.personId });
    expect(account.password).toMatch(/^\$argon2id\$/);
  });

  it('makes an administrator where it says so, and only there', async () => {
    const browser = new TestBrowser();
    const { secret } = await invite({ admin: true, name: 'Second' });
    await accept({ secret, password: PASSWORD }, {}, browser);
    expect(await whoIs(browser)).toMatchObject({ admin: true, name: 'Second' });
    const answer = await accept({
      secret: (await invite()).secret,
      name: 'x',
      password: PASSWORD,
      admin: true,
    });
    expect(said(answer)).toEqual([422, 'invalid-input', ['admin']]);
  });

  it('makes a member where it says so, which the history of the project tells', async () => {
    const inviter = await buildPerson({ admin: true });
    const project = await db().project.create({ data: { id: newId(), name: 'Desk', madeById: inviter.id } });
    const { secret, email } = await invite({ projectId: project.id, role: 'editor' }, inviter);
    await accept({ secret, name: 'Edda', password: PASSWORD });
    const person = await db().person.findUniqueOrThrow({ where: { email }, include: { memberships: true } });
    expect(person.memberships).toMatchObject([{ projectId: project.id, role: 'editor' }]);
    const [event] = await db().event.findMany({ where: { projectId: project.id } });
    expect(event).toMatchObject({
      kind: 'member.added',
      seq: 1,
      subjectId: person.id,
      actorId: inviter.id,
      before: null,
      after: { personId: person.id, name: 'Edda', role: 'editor' },
    });
  });

  it('works once', async () => {
    const { secret } = await invite();
    const body = { secret, name: 'Once', password: PASSWORD };
    expect((await accept(body)).status).toBe(204);
    const replayed = await accept(body);
    expect(said(replayed)).toEqual(GONE);
    expect(replayed.headers.getSetCookie()).toEqual([]);
    expect(await openLink(secret)).toBeNull();
  });

  it('works once when two come at the same moment', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { secret, email } = await invite();
      const answers = await Promise.all(
        ['One', 'Two', 'Three'].map((name) => accept({ secret, name, password: PASSWORD })),
      );
      expect(answers.map(({ status }) => status).sort()).toEqual([204, 410, 410]);
      expect(await db().person.count({ where: { email } })).toBe(1);
    }
  });

  it.each([
    ['used', { usedAt: new Date() }],
    ['revoked', { revokedAt: new Date() }],
    ['expired', { createdAt: new Date(Date.now() - 10_000), expiresAt: new Date(Date.now() - 1) }],
  ])('does nothing when %s', async (_, data) => {
    const { id, secret, email } = await invite();
    await db().oneTimeLink.update({ where: { id }, data });
    expect(said(await accept({ secret, name: 'Late', password: PASSWORD }))).toEqual(GONE);
    expect(await db().person.count({ where: { email } })).toBe(0);
    expect(await openLink(secret)).toBeNull();
  });

  it('counts for a week', async () => {
    const { secret } = await invite();
    const in6Days = new Date(Date.now() + 6 * 86_400_000);
    const in8Days = new Date(Date.now() + 8 * 86_400_000);
    expect(await openLink(secret, in6Days)).not.toBeNull();
    expect(await openLink(secret, in8Days)).toBeNull();
  });

  it.each([
    ['guessed', 'A'.repeat(43)],
    ['with a character more', (secret: string) => `${secret}A`],
    ['with other case', (secret: string) => secret.toLowerCase()],
  ])('is none when it is %s', async (_, forge) => {
    const { secret } = await invite();
    const forged = typeof forge === 'string' ? forge : forge(secret);
    expect(said(await accept({ secret: forged, name: 'x', password: PASSWORD }))).toEqual(GONE);
  });

  it('is none under its hash', async () => {
    const { id } = await invite();
    const { hash } = await db().oneTimeLink.findUniqueOrThrow({ where: { id } });
    expect(said(await accept({ secret: hash, name: 'x', password: PASSWORD }))).toEqual(GONE);
  });

  it('does not count after a newer one for the same address', async () => {
    const first = await invite();
    const second = await invite({ email: first.email });
    expect(said(await accept({ secret: first.secret, name: 'x', password: PASSWORD }))).toEqual(GONE);
    expect((await accept({ secret: second.secret, name: 'x', password: PASSWORD })).status).toBe(204);
  });

  it('does not count after it was taken back', async () => {
    const { id, secret, admin } = await invite();
    valueOf(await revokeInvitation(admin, id, context()));
    expect(said(await accept({ secret, name: 'x', password: PASSWORD }))).toEqual(GONE);
  });

  it('does not outlast the right of whoever wrote it', async () => {
    const { secret, admin } = await invite({ admin: true });
    const other = await buildPerson({ admin: true });
    valueOf(await changePerson(other, admin.id, { admin: false }, context()));
    expect(said(await accept({ secret, name: 'x', password: PASSWORD }))).toEqual(GONE);
  });

  it('is not spent by a refusal', async () => {
    const { secret, email } = await invite();
    const name = 'Rosalind Vega';
    const refusals: [unknown, string][] = [
      [{ secret, name, password: 'short' }, 'password'],
      [{ secret, name, password: 'Password1234567!' }, 'password'],
      [{ secret, name, password: email }, 'password'],
      [{ secret, name, password: 'Rosalind Vega 2024' }, 'password'],
      [{ secret, password: PASSWORD }, 'name'],
      [{ secret, name: '  ', password: PASSWORD }, 'name'],
      [{ secret, name: 'two\nlines', password: PASSWORD }, 'name'],
      [{ secret, name: 'nul\0', password: PASSWORD }, 'name'],
      [{ secret, name, email: 'somebody@else.example', password: PASSWORD }, 'email'],
      [{ secret, name, password: 1 }, 'password'],
      [{ secret, name, password: PASSWORD, more: 1 }, 'more'],
    ];
    for (const [body, field] of refusals) {
      expect(said(await accept(body))).toEqual([422, 'invalid-input', [field]]);
    }
    expect((await accept({ secret, name, email, password: PASSWORD })).status).toBe(204);
  });

  it('is refused when the address got an account meanwhile, and stays open', async () => {
    const { secret, email } = await invite();
    const person = await buildPerson({ email });
    const answer = await accept({ secret, name: 'x', password: PASSWORD });
    expect(said(answer)).toEqual([409, 'already-exists', ['email']]);
    expect((answer.body as Problem).current).toMatchObject({ id: person.id });
    expect(await openLink(secret)).not.toBeNull();
  });

  it.each([
    ['another site', { origin: 'https://elsewhere.example' }],
    ['nowhere', { origin: null }],
  ])('is refused to a page of %s', async (_, headers) => {
    const { secret } = await invite();
    expect(said(await accept({ secret, name: 'x', password: PASSWORD }, headers))).toEqual([
      403,
      'foreign-origin',
      [],
    ]);
    expect(await openLink(secret)).not.toBeNull();
  });

  it('opens nothing at the door of the first set-up', async () => {
    const { secret } = await invite();
    const answer = await new TestBrowser().send(setUp, { body: { secret, name: 'x', password: PASSWORD } });
    expect(said(answer)).toEqual(GONE);
    expect(await openLink(secret)).not.toBeNull();
  });

  it('is asked for by POST', async () => {
    expect((await new TestBrowser().send(GET, { method: 'GET' })).status).toBe(405);
  });
});

describe('a link for a new password', () => {
  async function reset(details = {}) {
    const admin = await buildPerson({ admin: true });
    const person = await buildPerson({ password: 'kelp sundry mulch orbit', ...details });
    const { url } = valueOf(await makeResetLink(admin, person.id, ORIGIN, context()));
    return { admin, person, url, secret: secretOf(url) };
  }

  it('shows whom it is for', async () => {
    const { url, secret, person } = await reset();
    expect(url).toBe(`${ORIGIN}/reset/${secret}`);
    expect(await openLink(secret)).toMatchObject({
      purpose: 'password-reset',
      email: person.email,
      name: person.name,
      project: null,
    });
  });

  it('changes the password, ends every session and starts one', async () => {
    const { secret, person } = await reset();
    const [old = ''] = valueOf(await signInAs(person.id, new Headers())).getSetCookie();
    const before = await db().account.findFirstOrThrow({ where: { personId: person.id } });
    const browser = new TestBrowser();
    expect((await accept({ secret, password: PASSWORD }, {}, browser)).status).toBe(204);
    expect((await whoIs(browser))?.id).toBe(person.id);
    expect(await actorOf(new Headers({ cookie: old.split(';')[0] ?? '' }))).toBeNull();
    const after = await db().account.findFirstOrThrow({ where: { personId: person.id } });
    expect(after.id).toBe(before.id);
    expect(after.password).not.toBe(before.password);
  });

  it('gives a first password to somebody who has none', async () => {
    const { secret, person } = await reset({ password: undefined });
    expect((await accept({ secret, password: PASSWORD })).status).toBe(204);
    expect(await db().account.count({ where: { personId: person.id } })).toBe(1);
  });

  it('does not rename', async () => {
    const { secret, person } = await reset();
    await accept({ secret, name: 'Another', password: PASSWORD });
    expect((await db().person.findUniqueOrThrow({ where: { id: person.id } })).name).toBe(person.name);
  });

  it('works once, also when two come at the same moment', async () => {
    const { secret } = await reset();
    const answers = await Promise.all([1, 2].map(() => accept({ secret, password: PASSWORD })));
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 410]);
    expect(said(await accept({ secret, password: PASSWORD }))).toEqual(GONE);
  });

  it('counts for a day, and not after a newer one', async () => {
    const { admin, person, secret } = await reset();
    expect(await openLink(secret, new Date(Date.now() + 25 * 3_600_000))).toBeNull();
    valueOf(await makeResetLink(admin, person.id, ORIGIN, context()));
    expect(said(await accept({ secret, password: PASSWORD }))).toEqual(GONE);
  });

  it('does not count once its owner is deactivated', async () => {
    const { admin, person, secret } = await reset();
    valueOf(await changePerson(admin, person.id, { deactivated: true }, context()));
    expect(said(await accept({ secret, password: PASSWORD }))).toEqual(GONE);
  });
});
