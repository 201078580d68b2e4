import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseSettings } from './settings';

const defaults = {
  databaseUrl: null,
  port: 3000,
  host: '127.0.0.1',
  origin: 'http://127.0.0.1:3000',
  dataFolder: resolve('.galley'),
  demo: true,
  logLevel: 'info',
  secret: null,
  databaseUser: 'galley',
  ipHeader: null,
  unsafeDatabase: false,
  fetchSources: false,
};

describe('parseSettings', () => {
  const accepted: Record<
    string,
    { env: Record<string, string>; changed: Partial<typeof defaults> | object }
  > = {
    'nothing set': { env: {}, changed: {} },
    'empty variables': { env: { PORT: '', GALLEY_ORIGIN: '' }, changed: {} },
    'other programs’ variables': { env: { PATH: '/bin', NODE_ENV: 'test' }, changed: {} },
    'variables of our own commands': {
      env: { GALLEY_BUILD_DIR: '.next-test', GALLEY_E2E_URL: 'x' },
      changed: {},
    },
    'a port': { env: { PORT: '8080' }, changed: { port: 8080, origin: 'http://127.0.0.1:8080' } },
    'every interface': {
      env: { HOST: '0.0.0.0' },
      changed: { host: '0.0.0.0', origin: 'http://localhost:3000' },
    },
    'an IPv6 address': { env: { HOST: '::1' }, changed: { host: '::1', origin: 'http://[::1]:3000' } },
    'a public address': {
      env: { GALLEY_ORIGIN: 'https://galley.example.org/' },
      changed: { origin: 'https://galley.example.org' },
    },
    'a folder': { env: { GALLEY_DATA: '/srv/galley' }, changed: { dataFolder: '/srv/galley' } },
    'no demo': { env: { GALLEY_DEMO: '0' }, changed: { demo: false } },
    'a database': {
      env: { DATABASE_URL: 'postgresql://a:b@db:5432/galley' },
      changed: { databaseUrl: 'postgresql://a:b@db:5432/galley' },
    },
    'a database that may forget': { env: { GALLEY_UNSAFE_DATABASE: '1' }, changed: { unsafeDatabase: true } },
    'pages to be fetched': { env: { GALLEY_FETCH_SOURCES: '1' }, changed: { fetchSources: true } },
    'a proxy': { env: { GALLEY_IP_HEADER: 'X-Forwarded-For' }, changed: { ipHeader: 'x-forwarded-for' } },
  };

  test.each(Object.entries(accepted))('%s', (_name, { env, changed }) => {
    expect(parseSettings(env)).toEqual({ ok: true, value: { ...defaults, ...changed } });
  });

  const refused: Record<string, readonly [name: string, value: string]> = {
    'a port in words': ['PORT', 'http'],
    'port 0': ['PORT', '0'],
    'a port beyond the last': ['PORT', '65536'],
    'a negative port': ['PORT', '-1'],
    'a host with a scheme': ['HOST', 'http://localhost'],
    'an origin with a path': ['GALLEY_ORIGIN', 'https://example.org/galley'],
    'an origin without a scheme': ['GALLEY_ORIGIN', 'example.org'],
    'an origin with a user': ['GALLEY_ORIGIN', 'https://me@example.org'],
    'another database': ['DATABASE_URL', 'mysql://db/galley'],
    'a database name alone': ['DATABASE_URL', 'galley'],
    yes: ['GALLEY_DEMO', 'yes'],
    'pages to be fetched from somewhere': ['GALLEY_FETCH_SOURCES', 'example.org'],
    'an unknown log level': ['GALLEY_LOG_LEVEL', 'loud'],
    'a short secret': ['GALLEY_SECRET', 'swordfish'],
    'a mistyped name': ['GALLEY_DAAT', '/srv/galley'],
  };

  test.each(Object.entries(refused))('refuses %s', (_name, [name, value]) => {
    const parsed = parseSettings({ [name]: value });
    expect(parsed.ok).toBe(false);
    if (!parsed.ok) {
      expect(parsed.failure).toHaveLength(1);
      expect(parsed.failure[0]).toMatch(new RegExp(`^${name} .*\\.$`));
    }
  });

  test('reports every wrong one at once', () => {
    const parsed = parseSettings(Object.fromEntries(Object.values(refused)));
    const names = new Set(Object.values(refused).map(([name]) => name));
    expect(parsed.ok ? [] : parsed.failure.map((sentence) => sentence.split(' ')[0]).sort()).toEqual(
      [...names].sort(),
    );
  });
});
