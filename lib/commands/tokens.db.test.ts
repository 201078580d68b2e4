import { describe, expect, it } from 'vitest';
import { buildPerson } from '@/prisma/builders/person';
import { valueOf } from '@/prisma/builders/value-of';
import { withTestDatabase } from '@/prisma/with-test-database';
import { issueToken } from '@/lib/auth/api-tokens';
import { actorOf } from '@/lib/auth/session';
import type { Outcome } from '@/lib/contract/failure';
import type { NewToken } from '@/lib/contract/person';
import { newId } from '@/lib/ids';
import { db } from '@/lib/store/client';
import { tokensOf, TOKENS_MAX } from '@/lib/store/tokens';
import { changeMe } from './change-me';
import { makeToken } from './make-token';
import { revokeToken } from './revoke-token';

withTestDatabase();

const at = (operationId: string | null = null) => ({ operationId, now: new Date() });
const WISH: NewToken = { name: 'a script', scope: 'write', expiresAt: null };
const codeOf = (outcome: Outcome<unknown>): string => (outcome.ok ? 'ok' : outcome.failure.code);
const askWith = (token: string) => actorOf(new Headers({ authorization: `Bearer ${token}` }));

describe('what a scope allows', () => {
  it.each([
    ['admin', 'ok', 'ok'],
    ['write', 'forbidden', 'ok'],
    ['read', 'forbidden', 'forbidden'],
  ] as const)('%s: tokens %s, oneself %s', async (scope, tokens, me) => {
    const person = await buildPerson({ scope });
    const own = valueOf(await makeToken({ ...person, scope: 'admin' }, WISH, at()));
    expect(codeOf(await makeToken(person, WISH, at()))).toBe(tokens);
    expect(codeOf(await makeToken(person, { ...WISH, scope: 'read' }, at()))).toBe(tokens);
    expect(codeOf(await revokeToken(person, own.id, at()))).toBe(tokens);
    expect(codeOf(await changeMe(person, { name: 'Renamed' }))).toBe(me);
    expect(codeOf(await tokensOf(person))).toBe('ok');
  });
});

describe('a token', () => {
  it('is shown once, and listed without itself', async () => {
    const person = await buildPerson();
    const { token, ...view } = valueOf(await makeToken(person, WISH, at()));
    const { items } = valueOf(await tokensOf(person));
    expect(items).toEqual([view]);
    expect(view).toMatchObject({ name: 'a script', scope: 'write', lastUsedAt: null });
    expect(token.startsWith(view.prefix)).toBe(true);
  });

  it('is its owner’s alone', async () => {
    const [person, stranger] = await Promise.all([buildPerson(), buildPerson({ admin: true })]);
    const { id, token } = valueOf(await makeToken(person, WISH, at()));
    expect(valueOf(await tokensOf(stranger)).items).toEqual([]);
    expect(codeOf(await revokeToken(stranger, id, at()))).toBe('not-found');
    expect(await askWith(token)).not.toBeNull();
  });

  it('counts for nothing once revoked, is listed no more, and revoking again is the same', async () => {
    const person = await buildPerson();
    const { id, token } = valueOf(await makeToken(person, WISH, at()));
    expect(codeOf(await revokeToken(person, id, at()))).toBe('ok');
    expect(await askWith(token)).toBeNull();
    expect(valueOf(await tokensOf(person)).items).toEqual([]);
    expect(codeOf(await revokeToken(person, id, at()))).toBe('ok');
    expect(codeOf(await revokeToken(person, newId(), at()))).toBe('not-found');
  });

  it('cannot have expired before it is made', async () => {
    const outcome = await makeToken(
      await buildPerson(),
      { ...WISH, expiresAt: '2020-01-01T00:00:00Z' },
      at(),
    );
    expect(outcome).toMatchObject({ failure: { code: 'invalid-input', errors: [{ field: 'expiresAt' }] } });
  });

  it('keeps the time it ends, whatever the time zone it was told in', async () => {
    const { expiresAt } = valueOf(
      await makeToken(await buildPerson(), { ...WISH, expiresAt: '2999-01-01T01:00:00+01:00' }, at()),
    );
    expect(expiresAt).toBe('2999-01-01T00:00:00.000Z');
  });

  it('repeated as the same operation is one token, and the newest answer counts', async () => {
    const person = await buildPerson();
    const operation = newId();
    const first = valueOf(await makeToken(person, WISH, at(operation)));
    const again = valueOf(await makeToken(person, WISH, at(operation)));
    expect(again.id).toBe(first.id);
    expect(await askWith(first.token)).toBeNull();
    expect((await askWith(again.token))?.id).toBe(person.id);
    expect(valueOf(await tokensOf(person)).items).toHaveLength(1);
  });

  it('is not made under the id of another operation', async () => {
    const [person, stranger] = await Promise.all([buildPerson(), buildPerson()]);
    const operation = newId();
    const { token } = valueOf(await makeToken(person, WISH, at(operation)));
    expect(codeOf(await makeToken(person, { ...WISH, scope: 'read' }, at(operation)))).toBe(
      'operation-reused',
    );
    expect(codeOf(await makeToken(stranger, WISH, at(operation)))).toBe('operation-reused');
    expect(await askWith(token)).not.toBeNull();
    // In use by now, so its owner has it: nobody needs another.
    expect(codeOf(await makeToken(person, WISH, at(operation)))).toBe('operation-reused');
  });

  it('is one of a hundred at most, also when the last two are asked for at once', async () => {
    const person = await buildPerson();
    await db().apiToken.createMany({
      data: Array.from({ length: TOKENS_MAX - 1 }, () => ({
        id: newId(),
        personId: person.id,
        name: 't',
        prefix: 'galley_x',
        hash: newId(),
        scope: 'read' as const,
      })),
    });
    const outcomes = await Promise.all([1, 2, 3].map(() => makeToken(person, WISH, at())));
    expect(outcomes.map(codeOf).sort()).toEqual(['ok', 'wrong-status', 'wrong-status']);
    expect(valueOf(await tokensOf(person)).items).toHaveLength(TOKENS_MAX);
  });
});

describe('a token from the command line', () => {
  it('is made for whoever has the address', async () => {
    const person = await buildPerson();
    const made = valueOf(
      await issueToken({ email: ` ${person.email.toUpperCase()}`, scope: 'read', name: 'cli' }),
    );
    expect(await askWith(made.token)).toMatchObject({ id: person.id, scope: 'read' });
  });

  it.each([
    ['nobody', {}, 'nobody@desk.example', 'not-found'],
    ['somebody deactivated', { deactivatedAt: new Date() }, undefined, 'wrong-status'],
  ])('is refused for %s', async (_, details, email, code) => {
    const person = await buildPerson(details);
    expect(codeOf(await issueToken({ email: email ?? person.email, scope: 'read', name: 'cli' }))).toBe(code);
  });

  it('takes a time at which it ends', async () => {
    const { email } = await buildPerson();
    const order = { email, scope: 'read', name: 'cli' } as const;
    expect(codeOf(await issueToken({ ...order, expiresAt: '2999-01-01T00:00:00Z' }))).toBe('ok');
    expect(codeOf(await issueToken({ ...order, expiresAt: '1999-01-01T00:00:00Z' }))).toBe('invalid-input');
  });
});

describe('changing oneself', () => {
  it('changes what is named and leaves the rest', async () => {
    const person = await buildPerson({ name: 'Before' });
    expect(valueOf(await changeMe(person, { singleKeys: false }))).toMatchObject({
      name: 'Before',
      singleKeys: false,
    });
    const now = { ...person, singleKeys: false };
    expect(valueOf(await changeMe(now, { name: 'After' }))).toMatchObject({
      name: 'After',
      singleKeys: false,
    });
    expect(await db().person.findUniqueOrThrow({ where: { id: person.id } })).toMatchObject({
      name: 'After',
      singleKeys: false,
      email: person.email,
    });
  });
});
