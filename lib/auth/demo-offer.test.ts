import { describe, expect, it } from 'vitest';
import { findDemoObstacle } from './demo-offer';

const LOCAL = { demo: true, origin: 'http://127.0.0.1:3000' };

const OFFERED: Record<string, Record<string, string>> = {
  localhost: { host: 'localhost' },
  'localhost with a port': { host: 'localhost:3000' },
  'other case': { host: 'LOCALHOST:3000' },
  '127.0.0.1': { host: '127.0.0.1' },
  '127.0.0.1 with a port': { host: '127.0.0.1:65535' },
  '[::1]': { host: '[::1]' },
  '[::1] with a port': { host: '[::1]:8080' },
  'headers every browser sends': {
    host: 'localhost:3000',
    origin: 'http://localhost:3000',
    'sec-fetch-site': 'same-origin',
    cookie: 'a=b',
    connection: 'keep-alive',
  },
};

const HOSTS_REFUSED = [
  'desk.example',
  'localhost.evil.example',
  'evil.localhost',
  'notlocalhost',
  'localhost:3000@evil.example',
  'localhost:',
  'localhost:123456',
  'localhost:80:80',
  'localhost, desk.example',
  'localhost.',
  '127.0.0.2',
  '127.0.0.1.nip.example',
  '127.1',
  '2130706433',
  '0.0.0.0:3000',
  '::1',
  '[::1]evil',
  '[::ffff:127.0.0.1]:3000',
  '192.168.1.20:3000',
  '',
];

const FORWARDED = [
  ['forwarded', 'for=203.0.113.7'],
  ['forwarded', 'for=127.0.0.1;host=localhost'],
  ['x-forwarded-for', '203.0.113.7'],
  ['x-forwarded-for', '127.0.0.1'],
  ['x-forwarded-for', ''],
  ['x-forwarded-host', 'localhost:3000'],
  ['x-forwarded-proto', 'http'],
  ['x-forwarded-port', '3000'],
  ['x-forwarded-server', 'p'],
  ['x-real-ip', '127.0.0.1'],
  ['via', '1.1 proxy'],
  ['true-client-ip', '127.0.0.1'],
  ['cf-connecting-ip', '127.0.0.1'],
] as const;

const HOSTS = ['localhost:3000', '127.0.0.1:3000', '[::1]:3000'];

describe('the demo is offered to', () => {
  it.each(Object.entries(OFFERED))('%s', (_, headers) => {
    expect(findDemoObstacle(new Headers(headers), LOCAL)).toBeNull();
  });
});

describe('the demo is not offered', () => {
  it.each(HOSTS_REFUSED)('at the host %j', (host) => {
    expect(findDemoObstacle(new Headers({ host }), LOCAL)).toMatch(/on the machine/);
  });

  it('without a host', () => {
    expect(findDemoObstacle(new Headers(), LOCAL)).toMatch(/on the machine/);
  });

  it.each(HOSTS.flatMap((host) => FORWARDED.map(([name, value]) => ({ host, name, value }))))(
    'at $host with $name: $value',
    ({ host, name, value }) => {
      expect(findDemoObstacle(new Headers({ host, [name]: value }), LOCAL)).toMatch(/on the machine/);
    },
  );

  it.each([
    ['a desk without a demo', { demo: false, origin: 'http://127.0.0.1:3000' }, /no demo/],
    ['a desk with a public name', { demo: true, origin: 'https://desk.example' }, /public address/],
    ['a desk with a local network name', { demo: true, origin: 'http://newsroom:3000' }, /public address/],
  ])('by %s', (_, settings, says) => {
    expect(findDemoObstacle(new Headers({ host: 'localhost:3000' }), settings)).toMatch(says);
  });
});
