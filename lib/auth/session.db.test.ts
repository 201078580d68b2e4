import { describe, expect, it } from 'vitest';
import { buildPerson, type PersonDetails } from '@/prisma/builders/person';
import { withTestDatabase } from '@/prisma/with-test-database';
import { makeToken } from '@/lib/commands/make-token';
import type { TokenScope } from '@/lib/contract/person';
import type { Actor } from '@/lib/policy/actor';
import { db } from '@/lib/store/client';
import { createAuth } from './auth';
import { prolongSession } from './library-routes';
import { actorOf } from './session';
import { signInAs } from './sign-in-as';

withTestDatabase();

const DAY = 86_400_000;

async function signIn(details: PersonDetails = {}): Promise<{ person: Actor; cookie: string }> {
  const person = await buildPerson(details);
  const started = await signInAs(person.id, new Headers());
  const [cookie = ''] = started.ok ? started.value.getSetCookie() : [];
  return { person, cookie: cookie.split(';')[0] ?? '' };
}

const withCookie = (cookie: string): Headers => new Headers({ cookie });
const withToken = (token: string): Headers => new Headers({ authorization: `Bearer ${token}` });

async function tokenFor(person: Actor, scope: TokenScope = 'write', expiresAt: string | null = null) {
  const made = await makeToken(
    person,
    { name: 'a script', scope, expiresAt },
    { operationId: null, now: new Date() },
  );
  if (!made.ok) throw new Error(made.failure.detail);
  return made.value;
}

describe("a session's cookie", () => {
  it('tells who asks', async () => {
    const { person, cookie } = await signIn({ admin: true });
    expect(await actorOf(withCookie(cookie))).toEqual({ ...person, scope: 'admin' });
  });

  it('is found among other cookies', async () => {
    const { person, cookie } = await signIn();
    expect((await actorOf(withCookie(`theme=dark; ${cookie}; x=y`)))?.id).toBe(person.id);
  });

  const FORGED: Record<string, (cookie: string) => string> = {
    none: () => '',
    'of another name': (cookie) => cookie.replace('galley.session_token', 'session_token'),
    empty: (cookie) => cookie.replace(/=.*/, '='),
    'without a signature': (cookie) => cookie.replace(/\.[^.]+$/, ''),
    'with another signature': (cookie) => cookie.replace(/\.[^.]{10}([^.]*)$/, '.AAAAAAAAAA$1'),
    'with another token under its signature': (cookie) => cookie.replace(/=.{6}/, '=AAAAAA'),
    'with the signature cut short': (cookie) => cookie.slice(0, -8),
    'of nonsense': () => 'galley.session_token=%00%ff%zz',
    'of SQL': () => `galley.session_token=${encodeURIComponent("' OR 1=1 --.x")}`,
  };

  it.each(Object.entries(FORGED))('is refused: %s', async (_, forge) => {
    const { cookie } = await signIn();
    expect(await actorOf(withCookie(forge(cookie)))).toBeNull();
  });

  it('is refused when another desk signed it', async () => {
    const { person } = await signIn();
    const elsewhere = createAuth(db(), {
      secret: 'another secret that is long enough too',
      origin: 'http://localhost',
    });
    const { headers } = await elsewhere.api.startSession({
      body: { personId: person.id },
      headers: new Headers(),
      returnHeaders: true,
    });
    const [cookie = ''] = headers.getSetCookie();
    expect(await actorOf(withCookie(cookie.split(';')[0] ?? ''))).toBeNull();
  });

  it('is refused when it has expired', async () => {
    const { person, cookie } = await signIn();
    await db().session.updateMany({
      where: { personId: person.id },
      data: { expiresAt: new Date(Date.now() - 1) },
    });
    expect(await actorOf(withCookie(cookie))).toBeNull();
  });

  it('is refused at once when its owner is deactivated, even where the session was left behind', async () => {
    const { person, cookie } = await signIn();
    await db().person.update({ where: { id: person.id }, data: { deactivatedAt: new Date() } });
    expect(await db().session.count({ where: { personId: person.id } })).toBe(1);
    expect(await actorOf(withCookie(cookie))).toBeNull();
  });

  it('tells what changed since, for nothing is kept in it', async () => {
    const { person, cookie } = await signIn();
    await db().person.update({ where: { id: person.id }, data: { admin: true, name: 'Renamed' } });
    expect(await actorOf(withCookie(cookie))).toMatchObject({ admin: true, name: 'Renamed' });
  });

  it('cannot be started for somebody who is deactivated', async () => {
    const person = await buildPerson({ deactivatedAt: new Date() });
    expect(await signInAs(person.id, new Headers())).toMatchObject({ failure: { code: 'forbidden' } });
    expect(await db().session.count({ where: { personId: person.id } })).toBe(0);
  });
});

describe('the cookie of a desk at an https address', () => {
  it('never travels without encryption', async () => {
    const person = await buildPerson();
    const secure = createAuth(db(), {
      secret: 'a secret of a desk that has a public address',
      origin: 'https://desk.example',
    });
    const { headers } = await secure.api.startSession({
      body: { personId: person.id },
      headers: new Headers(),
      returnHeaders: true,
    });
    expect(headers.getSetCookie()).toEqual([
      expect.stringMatching(
        /^__Secure-galley\.session_token=\S+; Max-Age=2592000; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
      ),
    ]);
  });
});

describe('a session in use', () => {
  async function ofAge(days: number) {
    const { person, cookie } = await signIn();
    const expiresAt = new Date(Date.now() + (30 - days) * DAY);
    await db().session.updateMany({ where: { personId: person.id }, data: { expiresAt } });
    const left = async () => {
      const session = await db().session.findFirstOrThrow({ where: { personId: person.id } });
      return Math.round((session.expiresAt.getTime() - Date.now()) / DAY);
    };
    return { cookie, left };
  }

  it('is not prolonged by asking who it is', async () => {
    const { cookie, left } = await ofAge(20);
    expect(await actorOf(withCookie(cookie))).not.toBeNull();
    expect(await left()).toBe(10);
  });

  it('gets its thirty days again after a day, and the cookie with it', async () => {
    const { cookie, left } = await ofAge(20);
    const done = await prolongSession(withCookie(cookie));
    expect(done.ok && done.value.getSetCookie()[0]).toMatch(/^galley\.session_token=.*Max-Age=2592000/);
    expect(await left()).toBe(30);
  });

  it('is cleared away, once it has expired, when its owner signs in again', async () => {
    const { person } = await signIn();
    const where = { personId: person.id };
    await db().session.updateMany({ where, data: { expiresAt: new Date(Date.now() - 1) } });
    await signInAs(person.id, new Headers());
    expect(await db().session.count({ where })).toBe(1);
  });

  it('is left alone within the first day', async () => {
    const { cookie } = await ofAge(0.5);
    const done = await prolongSession(withCookie(cookie));
    expect(done.ok && done.value.getSetCookie()).toEqual([]);
  });
});

describe('a bearer token', () => {
  it.each(['read', 'write', 'admin'] as const)('tells who asks, with the scope %s', async (scope) => {
    const person = await buildPerson({ admin: true });
    const { token } = await tokenFor(person, scope);
    expect(await actorOf(withToken(token))).toEqual({ ...person, scope });
  });

  it('takes the scheme in any case', async () => {
    const person = await buildPerson();
    const { token } = await tokenFor(person);
    expect(await actorOf(new Headers({ authorization: `bearer ${token}` }))).not.toBeNull();
  });

  it('is kept as its hash only', async () => {
    const person = await buildPerson();
    const { id, token, prefix } = await tokenFor(person);
    const row = await db().apiToken.findUniqueOrThrow({ where: { id } });
    expect(token).toMatch(/^galley_[A-Za-z0-9_-]{43}$/);
    expect(token.startsWith(prefix)).toBe(true);
    expect(JSON.stringify(row)).not.toContain(token.slice(prefix.length));
    expect(row.hash).toMatch(/^[0-9a-f]{64}$/);
  });

  const REFUSED: Record<string, (token: string) => string> = {
    none: () => '',
    'nothing after the scheme': () => 'Bearer ',
    'another scheme': (token) => `Basic ${token}`,
    'no scheme': (token) => token,
    'two tokens': (token) => `Bearer ${token} ${token}`,
    'the last character missing': (token) => `Bearer ${token.slice(0, -1)}`,
    'without its mark': (token) => `Bearer ${token.replace('galley_', '')}`,
    'other case': (token) => `Bearer ${token.toUpperCase()}`,
    'only what its owner is shown': (token) => `Bearer ${token.slice(0, 12)}`,
    'one never made': () => `Bearer galley_${'A'.repeat(43)}`,
  };

  it.each(Object.entries(REFUSED))('is refused: %s', async (_, write) => {
    const { token } = await tokenFor(await buildPerson());
    expect(await actorOf(new Headers({ authorization: write(token) }))).toBeNull();
  });

  it('is refused: its hash', async () => {
    const { id } = await tokenFor(await buildPerson());
    const { hash } = await db().apiToken.findUniqueOrThrow({ where: { id } });
    expect(await actorOf(withToken(hash))).toBeNull();
  });

  it('is refused once it has expired', async () => {
    const { id, token } = await tokenFor(
      await buildPerson(),
      'write',
      new Date(Date.now() + DAY).toISOString(),
    );
    expect(await actorOf(withToken(token))).not.toBeNull();
    await db().apiToken.update({ where: { id }, data: { expiresAt: new Date(Date.now() - 1) } });
    expect(await actorOf(withToken(token))).toBeNull();
  });

  it.each([
    ['revoked', { revokedAt: new Date() }, {}],
    ['of somebody deactivated', {}, { deactivatedAt: new Date() }],
  ])('is refused when %s', async (_, token, owner) => {
    const person = await buildPerson();
    const made = await tokenFor(person);
    await db().apiToken.update({ where: { id: made.id }, data: token });
    await db().person.update({ where: { id: person.id }, data: owner });
    expect(await actorOf(withToken(made.token))).toBeNull();
  });

  it('is judged alone, whatever cookie comes along', async () => {
    const { cookie } = await signIn();
    expect(await actorOf(new Headers({ cookie, authorization: 'Bearer galley_wrong' }))).toBeNull();
    const other = await buildPerson();
    const { token } = await tokenFor(other, 'read');
    const both = new Headers({ cookie, authorization: `Bearer ${token}` });
    expect(await actorOf(both)).toMatchObject({ id: other.id, scope: 'read' });
  });

  it('notes its use, but not every time', async () => {
    const { id, token } = await tokenFor(await buildPerson());
    const lastUsed = async () => (await db().apiToken.findUniqueOrThrow({ where: { id } })).lastUsedAt;
    expect(await lastUsed()).toBeNull();
    await actorOf(withToken(token));
    const first = await lastUsed();
    expect(first).not.toBeNull();
    await actorOf(withToken(token));
    expect(await lastUsed()).toEqual(first);
    const earlier = new Date(Date.now() - 6 * 60_000);
    await db().apiToken.update({ where: { id }, data: { lastUsedAt: earlier } });
    await actorOf(withToken(token));
    expect((await lastUsed())!.getTime()).toBeGreaterThan(earlier.getTime());
  });
});

it('nobody asks without cookie and token', async () => {
  expect(await actorOf(new Headers())).toBeNull();
});
