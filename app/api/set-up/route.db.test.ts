import { afterEach, describe, expect, it } from 'vitest';
import { buildPerson } from '@/prisma/builders/person';
import { TestBrowser, type Received } from '@/prisma/test-browser';
import { withTestDatabase } from '@/prisma/with-test-database';
import { actorOf } from '@/lib/auth/session';
import { ensureSetUpLink } from '@/lib/auth/set-up-link';
import type { Problem } from '@/lib/contract/problem';
import { DEMO_EMAILS } from '@/lib/policy/demo-people';
import { db } from '@/lib/store/client';
import { openLink } from '@/lib/store/one-time-links';
import { hashSecret } from '@/lib/store/secret';
import { POST as acceptLink } from '../accept-link/route';
import { POST } from './route';

withTestDatabase();

const ORIGIN = 'http://127.0.0.1:3000';
const PASSWORD = 'cobalt lantern drift zebra';
const ANSWER = { name: 'Ada', email: 'ada@desk.example', password: PASSWORD };

afterEach(async () => {
  // Nobody is ever deleted, so each test starts from a desk where nobody administers.
  await db().person.updateMany({ data: { admin: false } });
  await db()
    .$executeRaw`UPDATE "person" SET "email" = "id" || '@gone.example' WHERE "email" NOT LIKE '%demo.local'`;
});

const secretOf = (url: string): string => url.split('/').at(-1)!;

async function makeSecret(): Promise<string> {
  const url = await ensureSetUpLink(ORIGIN);
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:3000\/set-up\/[A-Za-z0-9_-]{43}$/);
  return secretOf(url!);
}

const answer = (secret: string, more: object = {}, browser = new TestBrowser()): Promise<Received> =>
  browser.send(POST, { path: '/api/set-up', body: { secret, ...ANSWER, ...more } });

const said = ({ status, body }: Received): [number, string | undefined] => [
  status,
  (body as Problem | null)?.code,
];

describe('the first set-up', () => {
  it('makes its holder the administrator and signs them in', async () => {
    const secret = await makeSecret();
    expect(await openLink(secret)).toMatchObject({ purpose: 'set-up', email: null, name: null, admin: true });
    const browser = new TestBrowser();
    expect((await answer(secret, {}, browser)).status).toBe(204);
    const cookie = [...browser.cookies].map((pair) => pair.join('=')).join('; ');
    expect(await actorOf(new Headers({ cookie }))).toMatchObject({
      name: 'Ada',
      email: 'ada@desk.example',
      admin: true,
    });
  });

  it('is over once there is an administrator', async () => {
    expect((await answer(await makeSecret())).status).toBe(204);
    expect(await ensureSetUpLink(ORIGIN)).toBeNull();
  });

  it('is still to be done where only the demo’s people are', async () => {
    await buildPerson({ email: DEMO_EMAILS.editor });
    expect(await ensureSetUpLink(ORIGIN)).not.toBeNull();
  });

  it('is to be done again where the only administrator is deactivated', async () => {
    await buildPerson({ admin: true, deactivatedAt: new Date() });
    expect(await ensureSetUpLink(ORIGIN)).not.toBeNull();
  });

  it('works with the link that was printed last', async () => {
    const first = await makeSecret();
    const second = await makeSecret();
    expect(said(await answer(first))).toEqual([410, 'link-used']);
    expect((await answer(second)).status).toBe(204);
  });

  it('works once', async () => {
    const secret = await makeSecret();
    expect((await answer(secret)).status).toBe(204);
    expect(said(await answer(secret, { email: 'eve@desk.example' }))).toEqual([410, 'link-used']);
  });

  it('makes one administrator when several come at the same moment', async () => {
    const secret = await makeSecret();
    const answers = await Promise.all(
      ['one', 'two', 'three', 'four'].map((name) => answer(secret, { name, email: `${name}@desk.example` })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 410, 410, 410]);
    expect(await db().person.count({ where: { admin: true } })).toBe(1);
  });

  it('has one open link when several processes print theirs at the same moment', async () => {
    const links = await Promise.all([1, 2, 3, 4].map(() => ensureSetUpLink(ORIGIN)));
    const open = await Promise.all(links.map((url) => openLink(secretOf(url!))));
    expect(open.filter((link) => link !== null)).toHaveLength(1);
  });

  it('makes one administrator even where several links are open', async () => {
    const secrets = [await makeSecret(), await makeSecret(), await makeSecret()];
    await db().oneTimeLink.updateMany({
      where: { hash: { in: secrets.map(hashSecret) } },
      data: { revokedAt: null },
    });
    const answers = await Promise.all(
      secrets.map((secret, index) => answer(secret, { email: `racer-${index}@desk.example` })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 410, 410]);
    expect(await db().person.count({ where: { admin: true } })).toBe(1);
  });

  it('is over for an open link, too, once somebody became administrator in another way', async () => {
    const secret = await makeSecret();
    await buildPerson({ admin: true });
    expect(said(await answer(secret))).toEqual([410, 'link-used']);
  });

  it('ends after a day', async () => {
    const secret = await makeSecret();
    expect(await openLink(secret, new Date(Date.now() + 25 * 3_600_000))).toBeNull();
  });

  it('makes no administrator of the demo’s people', async () => {
    const secret = await makeSecret();
    expect(said(await answer(secret, { email: 'EDITOR@demo.local' }))).toEqual([409, 'wrong-status']);
    expect(await openLink(secret)).not.toBeNull();
  });

  it.each([
    ['no address', { email: undefined }, 'email'],
    ['no name', { name: undefined }, 'name'],
    ['a weak password', { password: 'password password' }, 'password'],
  ])('asks again for %s', async (_, more, field) => {
    const secret = await makeSecret();
    const refused = await answer(secret, more);
    expect(said(refused)).toEqual([422, 'invalid-input']);
    expect((refused.body as Problem).errors[0]?.field).toBe(field);
    expect((await answer(secret)).status).toBe(204);
  });

  it('has a door of its own', async () => {
    const secret = await makeSecret();
    const refused = await new TestBrowser().send(acceptLink, { body: { secret, ...ANSWER } });
    expect(said(refused)).toEqual([410, 'link-used']);
  });
});
