import { describe, expect, it } from 'vitest';
import { isOwnOrigin } from './origin';

const PUBLIC = 'https://desk.example';

const CASES: Record<string, { origin?: string; host?: string; own: boolean }> = {
  'the public address': { origin: 'https://desk.example', host: 'desk.example', own: true },
  'the public address, although the proxy rewrote the host': {
    origin: 'https://desk.example',
    host: 'localhost:3000',
    own: true,
  },
  'the host it was sent to': { origin: 'http://localhost:3000', host: 'localhost:3000', own: true },
  'a name in the local network': { origin: 'http://newsroom:3000', host: 'newsroom:3000', own: true },
  'an IPv6 address': { origin: 'http://[::1]:3000', host: '[::1]:3000', own: true },
  'a default port, spelled out': { origin: 'http://newsroom', host: 'newsroom:80', own: true },
  'other case': { origin: 'http://newsroom:3000', host: 'Newsroom:3000', own: true },
  'a proxy that ends TLS': { origin: 'https://newsroom', host: 'newsroom', own: true },
  'another site': { origin: 'https://elsewhere.example', host: 'desk.example', own: false },
  'another port': { origin: 'http://localhost:4000', host: 'localhost:3000', own: false },
  'a subdomain': { origin: 'https://evil.desk.example', host: 'desk.example', own: false },
  'a name that begins the same': {
    origin: 'https://desk.example.evil.example',
    host: 'desk.example',
    own: false,
  },
  'the public name over plain http': { origin: 'http://desk.example', host: 'other', own: false },
  none: { host: 'localhost:3000', own: false },
  opaque: { origin: 'null', host: 'localhost:3000', own: false },
  empty: { origin: '', host: 'localhost:3000', own: false },
  'no address': { origin: 'localhost:3000', host: 'localhost:3000', own: false },
  'a file': { origin: 'file://', host: 'localhost:3000', own: false },
  'no host': { origin: 'http://localhost:3000', own: false },
  'a host that hides another': {
    origin: 'http://evil.example',
    host: 'desk.example@evil.example',
    own: false,
  },
  'a host with a path': { origin: 'http://evil.example', host: 'evil.example/@desk.example', own: false },
};

describe('an origin:', () => {
  it.each(Object.entries(CASES))('%s', (_, { origin, host, own }) => {
    const headers = new Headers();
    if (origin !== undefined) headers.set('origin', origin);
    if (host !== undefined) headers.set('host', host);
    expect(isOwnOrigin(headers, PUBLIC)).toBe(own);
  });
});
