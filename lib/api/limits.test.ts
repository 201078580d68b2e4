import { expect, test } from 'vitest';
import { createLimit } from './limits';

test('refuses a person who asks for more, and nobody else', async () => {
  const limit = createLimit('reports', 2, 30);
  expect((await limit('a')).ok && (await limit('a')).ok).toBe(true);
  const refused = await limit('a');
  expect(refused).toMatchObject({ ok: false, failure: { code: 'too-many-requests' } });
  expect(!refused.ok && refused.failure.retryAfter).toBeGreaterThan(25);
  expect((await limit('b')).ok).toBe(true);
});
