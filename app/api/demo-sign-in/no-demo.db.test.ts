import { expect, it } from 'vitest';
import { buildPerson } from '@/prisma/builders/person';
import { TestBrowser } from '@/prisma/test-browser';
import { withTestDatabase } from '@/prisma/with-test-database';
import { DEMO_EMAILS } from '@/lib/policy/demo-people';
import { POST } from './route';

withTestDatabase();

it('a desk without a demo signs nobody in by one click', async () => {
  process.env['GALLEY_DEMO'] = '0';
  await buildPerson({ email: DEMO_EMAILS.reviewer });
  const answer = await new TestBrowser().send(POST, { body: { as: 'reviewer' } });
  expect(answer).toMatchObject({ status: 403, body: { detail: 'This desk has no demo.' } });
  expect(answer.headers.getSetCookie()).toEqual([]);
});
