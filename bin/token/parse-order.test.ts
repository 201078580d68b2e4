import { expect, test } from 'vitest';
import { parseTokenOrder } from './parse-order';

test.each([
  [
    '--as a@b.example',
    { email: 'a@b.example', scope: 'write', name: 'made on the command line', expiresAt: undefined },
  ],
  [
    '--as=a@b.example --scope read --name import --expires 2030-12-31',
    { email: 'a@b.example', scope: 'read', name: 'import', expiresAt: '2030-12-31T23:59:59.999Z' },
  ],
])('%s', (line, value) => {
  expect(parseTokenOrder(line.split(' '))).toEqual({ ok: true, value });
});

test.each([
  ['', /--as wants the e-mail address/],
  ['--as nobody', /--as wants the e-mail address/],
  ['--as a@b.example --scope all', /--scope is one of read, write, admin/],
  ['--as a@b.example --expires tomorrow', /--expires wants a day/],
  ['--as a@b.example --for ever', /^Usage: /],
  ['a@b.example', /^Usage: /],
])('refuses "%s"', (line, sentence) => {
  const order = parseTokenOrder(line === '' ? [] : line.split(' '));
  expect(order.ok ? '' : order.failure).toMatch(sentence);
  expect(order.ok ? '' : order.failure).toContain('Usage: ');
});
