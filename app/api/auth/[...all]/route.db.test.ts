import { describe, expect, it } from 'vitest';
import { buildPerson, type PersonDetails } from '@/prisma/builders/person';
import { TestBrowser, type Received } from '@/prisma/test-browser';
import { withTestDatabase } from '@/prisma/with-test-database';
import { watchConnections } from '@/lib/auth/connection';
import { actorOf } from '@/lib/auth/session';
import type { Problem } from '@/lib/contract/problem';
import type { Actor } from '@/lib/policy/actor';
import { db } from '@/lib/store/client';
import * as route from './route';

withTestDatabase();

const PASSWORD = 'cobalt lantern drift zebra';
const ANOTHER = 'wharf onion plaid gravel';

watchConnections();
const key = (globalThis as unknown as Record<symbol, string>)[Symbol.for('galley.connection-key')]!;

/** What is noted about a direct connection from there. */
const from = (address: string) => ({ 'x-galley-connection': `${key} ${address} direct` });

let count = 0;

/** Sends to one of the sign-in routes as a page of ours does; each time from another address unless told otherwise. */
function post(
  browser: TestBrowser,
  path: string,
  body: unknown,
  headers: Record<string, string | null> = {},
): Promise<Received> {
  count += 1;
  return browser.send(route.POST, {
    path: `/api/auth/${path}`,
    params: { all: path.split('/') },
    body,
    headers: { ...from(`198.18.0.${count}`), ...headers },
  });
}

const signIn = (browser: TestBrowser, email: string, password = PASSWORD, headers = {}) =>
  post(browser, 'sign-in/email', { email, password }, headers);

const whoIs = (browser: TestBrowser): Promise<Actor | null> =>
  actorOf(new Headers({ cookie: [...browser.cookies].map((pair) => pair.join('=')).join('; ') }));

async function signedIn(details: PersonDetails = {}): Promise<{ browser: TestBrowser; person: Actor }> {
  const person = await buildPerson({ password: PASSWORD, ...details });
  const browser = new TestBrowser();
  expect((await signIn(browser, person.email)).status).toBe(204);
  return { browser, person };
}

const code = ({ body }: Received): unknown => (body as { code?: unknown } | null)?.code;
const fields = ({ body }: Received): string[] => (body as Problem).errors.map(({ field }) => field);

describe('signing in', () => {
  it('starts a session of thirty days, whose cookie scripts cannot read', async () => {
    const person = await buildPerson({ password: PASSWORD });
    const browser = new TestBrowser();
    const answer = await signIn(browser, person.email);
    expect(answer.status).toBe(204);
    expect(answer.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^galley\.session_token=\S+; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/),
    ]);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect((await whoIs(browser))?.id).toBe(person.id);
  });

  it('takes the address in other case and with blanks round it', async () => {
    const person = await buildPerson({ password: PASSWORD });
    expect((await signIn(new TestBrowser(), ` ${person.email.toUpperCase()} `)).status).toBe(204);
  });

  it('tells nobody whether an address has an account', async () => {
    const person = await buildPerson({ password: PASSWORD });
    const without = await buildPerson();
    const answers = await Promise.all([
      signIn(new TestBrowser(), person.email, 'cobalt lantern drift zebrA'),
      signIn(new TestBrowser(), 'nobody@desk.example'),
      signIn(new TestBrowser(), without.email),
      signIn(new TestBrowser(), person.email, ''),
    ]);
    for (const answer of answers) {
      expect(answer).toMatchObject({ status: 401, body: { code: 'wrong-credentials' } });
      expect(answer.body).toEqual(answers[0].body);
      expect(answer.headers.getSetCookie()).toEqual([]);
    }
  });

  it('is refused to whoever is deactivated, who learns it only with the right password', async () => {
    const person = await buildPerson({ password: PASSWORD, deactivatedAt: new Date() });
    const browser = new TestBrowser();
    expect(await signIn(browser, person.email)).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    expect((await signIn(browser, person.email, ANOTHER)).status).toBe(401);
    expect(browser.cookies.size).toBe(0);
    expect(await db().session.count({ where: { personId: person.id } })).toBe(0);
  });

  it.each([
    ['another site', 'https://elsewhere.example'],
    ['another port', 'http://localhost:4000'],
    ['an opaque origin', 'null'],
    ['no origin', null],
  ])('is refused to a page of %s', async (_, origin) => {
    const person = await buildPerson({ password: PASSWORD });
    const browser = new TestBrowser();
    const answer = await signIn(browser, person.email, PASSWORD, { origin });
    expect(answer).toMatchObject({ status: 403, body: { code: 'foreign-origin' } });
    expect(browser.cookies.size).toBe(0);
  });

  it('works under any name that the desk is reached by', async () => {
    const person = await buildPerson({ password: PASSWORD });
    expect((await signIn(new TestBrowser('http://newsroom:3000'), person.email)).status).toBe(204);
  });

  const MALFORMED: Record<
    string,
    { body: unknown; headers?: Record<string, string>; expected: [number, string] }
  > = {
    'no JSON': { body: '{"email":', expected: [400, 'malformed-request'] },
    empty: { body: '', expected: [400, 'malformed-request'] },
    'a list': { body: [], expected: [422, 'invalid-input'] },
    'wrong types': { body: { email: 1, password: true }, expected: [422, 'invalid-input'] },
    'no address': { body: { email: 'nobody', password: PASSWORD }, expected: [422, 'invalid-input'] },
    'something unknown': {
      body: { email: 'a@desk.example', password: PASSWORD, callbackURL: 'https://elsewhere.example' },
      expected: [422, 'invalid-input'],
    },
    'a NUL in the address': {
      body: { email: 'a\0@desk.example', password: PASSWORD },
      expected: [422, 'invalid-input'],
    },
    'a NUL in the password': {
      body: { email: 'a@desk.example', password: 'a\0b' },
      expected: [401, 'wrong-credentials'],
    },
    'half a surrogate pair': {
      body: { email: 'a@desk.example', password: '\ud800' },
      expected: [401, 'wrong-credentials'],
    },
    'a huge password': {
      body: { email: 'a@desk.example', password: 'x'.repeat(3_000) },
      expected: [422, 'invalid-input'],
    },
    'a huge body': { body: { email: 'x'.repeat(50_000), password: '' }, expected: [413, 'too-large'] },
    'deep JSON': { body: '['.repeat(5_000), expected: [400, 'malformed-request'] },
    'a form': {
      body: 'email=a&password=b',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      expected: [415, 'unsupported-media-type'],
    },
  };

  it.each(Object.entries(MALFORMED))(
    'refuses what is wrong: %s',
    async (_, { body, headers = {}, expected }) => {
      const answer = await post(new TestBrowser(), 'sign-in/email', body, headers);
      expect([answer.status, code(answer)]).toEqual(expected);
      expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    },
  );
});

describe('too many attempts', () => {
  it('have to wait, as the answer says, while others do not', async () => {
    const person = await buildPerson({ password: PASSWORD });
    const statuses: number[] = [];
    let last: Received | undefined;
    for (let attempt = 0; attempt < 31; attempt += 1) {
      last = await signIn(new TestBrowser(), 'nobody@desk.example', PASSWORD, from('203.0.113.7'));
      statuses.push(last.status);
    }
    expect(statuses).toEqual([...Array<number>(30).fill(401), 429]);
    expect(code(last!)).toBe('too-many-requests');
    expect(Number(last!.headers.get('retry-after'))).toBeGreaterThan(50);
    expect(Number(last!.headers.get('retry-after'))).toBeLessThanOrEqual(60);

    const rightButLate = await signIn(new TestBrowser(), person.email, PASSWORD, from('203.0.113.7'));
    expect(rightButLate.status).toBe(429);
    const forged = {
      ...from('203.0.113.7'),
      'x-forwarded-for': '198.51.100.1',
      'x-galley-client': '198.51.100.1',
    };
    expect((await signIn(new TestBrowser(), person.email, PASSWORD, forged)).status).toBe(429);
    expect((await signIn(new TestBrowser(), person.email, PASSWORD, from('203.0.113.8'))).status).toBe(204);

    await db().rateLimit.updateMany({ data: { lastRequest: Date.now() - 61_000 } });
    expect((await signIn(new TestBrowser(), person.email, PASSWORD, from('203.0.113.7'))).status).toBe(204);
  });

  it('are counted together where nothing is known of the connection, whatever address they claim', async () => {
    const statuses: number[] = [];
    for (let attempt = 0; attempt < 31; attempt += 1) {
      const claim = { 'x-galley-connection': null, 'x-galley-client': `203.0.113.${attempt}` };
      const answer = await signIn(new TestBrowser(), 'nobody@desk.example', PASSWORD, claim);
      statuses.push(answer.status);
    }
    expect(statuses.at(-1)).toBe(429);
  });

  it('are counted when they come all at once, too', async () => {
    const answers = await Promise.all(
      Array.from({ length: 40 }, () =>
        signIn(new TestBrowser(), 'nobody@desk.example', PASSWORD, from('203.0.113.9')),
      ),
    );
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(30);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(10);
  });
});

describe('changing the password', () => {
  const change = (browser: TestBrowser, currentPassword: string, newPassword: string) =>
    post(browser, 'change-password', { currentPassword, newPassword });

  it('makes the new one count, and ends every other session', async () => {
    const { browser, person } = await signedIn();
    const elsewhere = new TestBrowser();
    await signIn(elsewhere, person.email);
    expect((await change(browser, PASSWORD, ANOTHER)).status).toBe(204);
    expect((await whoIs(browser))?.id).toBe(person.id);
    expect(await whoIs(elsewhere)).toBeNull();
    expect((await signIn(new TestBrowser(), person.email)).status).toBe(401);
    expect((await signIn(new TestBrowser(), person.email, ANOTHER)).status).toBe(204);
  });

  it('needs the current one', async () => {
    const { browser, person } = await signedIn();
    const answer = await change(browser, ANOTHER, 'kelp sundry mulch orbit');
    expect([answer.status, fields(answer)]).toEqual([422, ['currentPassword']]);
    expect((await signIn(new TestBrowser(), person.email)).status).toBe(204);
  });

  it.each([
    ['short', () => 'zebra lantern', /13 characters/],
    ['common', () => 'Password1234567!', /common/],
    ['their own address', ({ email }: Actor) => email, /e-mail address/],
  ])('refuses a new one that is %s, and says why', async (_, choose, says) => {
    const { browser, person } = await signedIn();
    const answer = await change(browser, PASSWORD, choose(person));
    expect([answer.status, fields(answer)]).toEqual([422, ['newPassword']]);
    expect((answer.body as Problem).detail).toMatch(says);
  });

  it('takes sixty-four characters and more', async () => {
    const { browser, person } = await signedIn();
    const long = 'wharf onion plaid gravel tuning verse mulch orbit kelp sundry azure '.repeat(10);
    expect((await change(browser, PASSWORD, long)).status).toBe(204);
    expect((await signIn(new TestBrowser(), person.email, long)).status).toBe(204);
    expect((await signIn(new TestBrowser(), person.email, long.slice(0, -1))).status).toBe(401);
  });

  it('is not for strangers', async () => {
    expect((await change(new TestBrowser(), PASSWORD, ANOTHER)).status).toBe(401);
  });

  it('is not for somebody who was deactivated but kept a session', async () => {
    const { browser, person } = await signedIn();
    await db().person.update({ where: { id: person.id }, data: { deactivatedAt: new Date() } });
    expect((await change(browser, PASSWORD, ANOTHER)).status).toBe(401);
    expect((await post(browser, 'revoke-sessions', {})).status).toBe(401);
  });

  it('is refused to a page of another site', async () => {
    const { browser } = await signedIn();
    const body = { currentPassword: PASSWORD, newPassword: ANOTHER };
    const answer = await post(browser, 'change-password', body, { origin: 'https://elsewhere.example' });
    expect([answer.status, code(answer)]).toEqual([403, 'foreign-origin']);
  });
});

describe('signing out', () => {
  it('ends this session and no other', async () => {
    const { browser, person } = await signedIn();
    const elsewhere = new TestBrowser();
    await signIn(elsewhere, person.email);
    const kept = new Map(browser.cookies);
    expect((await post(browser, 'sign-out', {})).status).toBe(204);
    expect(browser.cookies.size).toBe(0);
    for (const [name, value] of kept) browser.cookies.set(name, value);
    expect(await whoIs(browser)).toBeNull();
    expect((await whoIs(elsewhere))?.id).toBe(person.id);
  });

  it('ends every session when asked to', async () => {
    const { browser, person } = await signedIn();
    const elsewhere = new TestBrowser();
    await signIn(elsewhere, person.email);
    expect((await post(browser, 'revoke-sessions', {})).status).toBe(204);
    expect(await whoIs(browser)).toBeNull();
    expect(await whoIs(elsewhere)).toBeNull();
    expect(await db().session.count({ where: { personId: person.id } })).toBe(0);
  });

  it('is refused to a page of another site', async () => {
    const { browser } = await signedIn();
    const answer = await post(browser, 'sign-out', {}, { origin: 'https://elsewhere.example' });
    expect(answer.status).toBe(403);
    expect(await whoIs(browser)).not.toBeNull();
  });
});

describe("the sign-in library's other routes", () => {
  it.each([
    'sign-up/email',
    'sign-in/social',
    'start-session',
    'update-user',
    'update-session',
    'delete-user',
    'change-email',
    'set-password',
    'reset-password',
    'request-password-reset',
    'link-social',
    'revoke-session',
    'revoke-other-sessions',
    'ok',
    'error',
    '__proto__',
    'constructor',
    'sign-in',
    '',
  ])('%j does not exist', async (path) => {
    const { browser } = await signedIn({ admin: true });
    expect((await post(browser, path, {})).status).toBe(404);
    const got = await browser.send(route.GET, {
      method: 'GET',
      path: `/api/auth/${path}`,
      params: { all: path.split('/') },
    });
    expect(got.status).toBe(404);
  });

  it.each([
    ['GET', 'sign-in/email', 'POST'],
    ['POST', 'get-session', 'GET'],
  ] as const)('%s %s is not how it is asked', async (method, path, allowed) => {
    const answer = await new TestBrowser().send(route[method], {
      method,
      path: `/api/auth/${path}`,
      params: { all: path.split('/') },
    });
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, allowed]);
  });

  it.each(['PUT', 'PATCH', 'DELETE'] as const)('%s is refused', async (method) => {
    expect((await new TestBrowser().send(route[method], { method })).status).toBe(405);
  });

  it('prolonging without a session does nothing', async () => {
    const answer = await new TestBrowser().send(route.GET, {
      method: 'GET',
      path: '/api/auth/get-session',
      params: { all: ['get-session'] },
    });
    expect(answer.status).toBe(204);
  });
});
