import { beforeAll, describe, expect, it } from 'vitest';
import { buildPerson } from '@/prisma/builders/person';
import { TestBrowser, type Received } from '@/prisma/test-browser';
import { withTestDatabase } from '@/prisma/with-test-database';
import { watchConnections } from '@/lib/auth/connection';
import { demoOffered, demoPeople } from '@/lib/auth/demo';
import { actorOf } from '@/lib/auth/session';
import type { Problem } from '@/lib/contract/problem';
import { DEMO_EMAILS } from '@/lib/policy/demo-people';
import { db } from '@/lib/store/client';
import { GET, POST } from './route';

withTestDatabase();

watchConnections();
const key = (globalThis as unknown as Record<symbol, string>)[Symbol.for('galley.connection-key')]!;

/** What is noted at the socket; and what the framework then adds, which must not matter. */
const noted = (peer: string, how: 'direct' | 'forwarded') => ({
  'x-galley-connection': `${key} ${peer} ${how}`,
  'x-forwarded-for': peer,
  'x-forwarded-host': 'localhost:3000',
  'x-forwarded-proto': 'http',
  'x-forwarded-port': '3000',
});
const DIRECT = noted('127.0.0.1', 'direct');

beforeAll(async () => {
  await buildPerson({ name: 'R. Vega', email: DEMO_EMAILS.reviewer });
  await buildPerson({ name: 'E. Marsh', email: DEMO_EMAILS.editor });
});

const ask = (
  as: unknown,
  headers: Record<string, string | null> = DIRECT,
  browser = new TestBrowser(),
): Promise<Received> => browser.send(POST, { path: '/api/demo-sign-in', body: { as }, headers });

const said = ({ status, body, headers }: Received) => [
  status,
  (body as Problem | null)?.code,
  headers.getSetCookie().length,
];

describe('the demo signs in', () => {
  it.each(['reviewer', 'editor'] as const)('as its %s', async (as) => {
    const browser = new TestBrowser();
    expect((await ask(as, DIRECT, browser)).status).toBe(204);
    const cookie = [...browser.cookies].map((pair) => pair.join('=')).join('; ');
    expect(await actorOf(new Headers({ cookie }))).toMatchObject({ email: DEMO_EMAILS[as], admin: false });
  });

  it.each(['http://localhost:3000', 'http://localhost', 'http://127.0.0.1:8080', 'http://[::1]:3000'])(
    'at %s',
    async (origin) => {
      expect((await ask('reviewer', DIRECT, new TestBrowser(origin))).status).toBe(204);
    },
  );

  it('from the other loopback address', async () => {
    expect((await ask('reviewer', noted('::1', 'direct'))).status).toBe(204);
    expect((await ask('reviewer', noted('::ffff:127.0.0.1', 'direct'))).status).toBe(204);
  });

  it('and the sign-in page knows whom to offer', async () => {
    const headers = new Headers({ host: 'localhost:3000', ...DIRECT });
    expect(demoOffered(headers)).toBe(true);
    expect(await demoPeople(headers)).toEqual([
      { as: 'reviewer', name: 'R. Vega', email: DEMO_EMAILS.reviewer },
      { as: 'editor', name: 'E. Marsh', email: DEMO_EMAILS.editor },
    ]);
    expect(await demoPeople(new Headers({ host: 'newsroom:3000', ...DIRECT }))).toEqual([]);
  });
});

const REFUSED: Record<string, { headers: Record<string, string | null>; origin?: string; code?: string }> = {
  'under a name of the network': { headers: DIRECT, origin: 'http://newsroom:3000' },
  'under an address of the network': { headers: DIRECT, origin: 'http://192.168.1.20:3000' },
  'under a name that begins like ours': { headers: DIRECT, origin: 'http://localhost.evil.example' },
  'through a proxy on this machine': { headers: noted('127.0.0.1', 'forwarded') },
  'from another machine that says it meant localhost': { headers: noted('192.168.1.30', 'direct') },
  'when the note is forged': { headers: { ...DIRECT, 'x-galley-connection': 'guess 127.0.0.1 direct' } },
  'when the note is missing and the framework has added lines': {
    headers: { ...DIRECT, 'x-galley-connection': null },
  },
  'when the host is missing': { headers: { ...DIRECT, host: null }, code: 'foreign-origin' },
  'from a page of another site': {
    headers: { ...DIRECT, origin: 'https://elsewhere.example' },
    code: 'foreign-origin',
  },
  'from a page at another port': {
    headers: { ...DIRECT, origin: 'http://localhost:4000' },
    code: 'foreign-origin',
  },
  'from no page': { headers: { ...DIRECT, origin: null }, code: 'foreign-origin' },
};

describe('the demo signs nobody in', () => {
  it.each(Object.entries(REFUSED))('%s', async (_, { headers, origin, code = 'forbidden' }) => {
    const browser = new TestBrowser(origin);
    for (const as of ['reviewer', 'editor']) {
      expect(said(await ask(as, headers, browser))).toEqual([403, code, 0]);
    }
  });

  it.each(['admin', 'Reviewer', '', null, 'reviewer@demo.local', ['reviewer']])('as %j', async (as) => {
    expect(said(await ask(as))).toEqual([422, 'invalid-input', 0]);
  });

  it('who administers the desk', async () => {
    const where = { email: DEMO_EMAILS.editor };
    await db().person.update({ where, data: { admin: true } });
    expect(said(await ask('editor'))).toEqual([404, 'not-found', 0]);
    expect(await demoPeople(new Headers({ host: 'localhost', ...DIRECT }))).toHaveLength(1);
    await db().person.update({ where, data: { admin: false } });
  });

  it('who is deactivated', async () => {
    const where = { email: DEMO_EMAILS.reviewer };
    await db().person.update({ where, data: { deactivatedAt: new Date() } });
    expect(said(await ask('reviewer'))).toEqual([404, 'not-found', 0]);
    await db().person.update({ where, data: { deactivatedAt: null } });
  });

  it('who asks by GET', async () => {
    expect((await new TestBrowser().send(GET, { method: 'GET', headers: DIRECT })).status).toBe(405);
  });
});
