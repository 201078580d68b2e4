import { describe, expect, it } from 'vitest';
import { hashPassword, verifyPassword } from './password-hash';

describe('a password hash', () => {
  it('is argon2id with its settings and its own salt', async () => {
    const [one, two] = await Promise.all([hashPassword('cobalt lantern'), hashPassword('cobalt lantern')]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(two);
  });

  it.each([
    ['the same', 'cobalt lantern', 'cobalt lantern', true],
    ['another', 'cobalt lantern', 'cobalt lanterns', false],
    ['other case', 'cobalt lantern', 'Cobalt lantern', false],
    ['empty', 'cobalt lantern', '', false],
    ['the same letters, composed differently', 'caf\u00e9 lantern', 'cafe\u0301 lantern', true],
    ['all of a thousand characters count', 'x'.repeat(999) + 'a', 'x'.repeat(999) + 'b', false],
  ])('%s', async (_, stored, typed, expected) => {
    expect(await verifyPassword({ hash: await hashPassword(stored), password: typed })).toBe(expected);
  });
});
