import { createServer, request, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clientAddress, connectionOf, isForwardingHeader, isLoopback, watchConnections } from './connection';

const FORWARDING: Record<string, boolean> = {
  Forwarded: true,
  forwarded: true,
  Via: true,
  'X-Forwarded-For': true,
  'X-Forwarded-Host': true,
  'x-forwarded-proto': true,
  'X-Forwarded-Port': true,
  'X-Forwarded-Server': true,
  'X-Real-IP': true,
  'X-Client-IP': true,
  'True-Client-IP': true,
  'CF-Connecting-IP': true,
  'X-Original-Host': true,
  'X-Envoy-External-Address': true,
  Host: false,
  Origin: false,
  Cookie: false,
  Connection: false,
  Accept: false,
  'X-Requested-With': false,
};

describe('a forwarding header', () => {
  it.each(Object.entries(FORWARDING))('%s: %s', (name, expected) => {
    expect(isForwardingHeader(name)).toBe(expected);
  });
});

describe("this machine's own address", () => {
  it.each([
    ['127.0.0.1', true],
    ['127.9.9.9', true],
    ['::1', true],
    ['192.168.1.20', false],
    ['128.0.0.1', false],
    ['::2', false],
    ['unknown', false],
    ['', false],
  ])('%s: %s', (address, expected) => {
    expect(isLoopback(address)).toBe(expected);
  });
});

describe('a real server', () => {
  let server: Server;
  let seen: IncomingHttpHeaders;

  beforeAll(async () => {
    watchConnections();
    watchConnections();
    server = createServer((incoming, answer) => {
      seen = incoming.headers;
      answer.end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => {
    server.close();
  });

  /** What a handler behind the framework would be given: here, too, with the lines the framework adds. */
  async function send(headers: Record<string, string>): Promise<Headers> {
    const { port } = server.address() as AddressInfo;
    await new Promise<void>((resolve, reject) => {
      request({ host: '127.0.0.1', port, headers }, (answer) => answer.resume().on('end', resolve))
        .on('error', reject)
        .end();
    });
    const received = new Headers(seen as Record<string, string>);
    if (!received.has('x-forwarded-for')) received.set('x-forwarded-for', '127.0.0.1');
    if (!received.has('x-forwarded-host')) received.set('x-forwarded-host', received.get('host') ?? '');
    return received;
  }

  it('knows a direct connection although the framework added lines', async () => {
    expect(connectionOf(await send({}))).toEqual({ peer: '127.0.0.1', forwarded: false });
  });

  it.each(['Forwarded', 'X-Forwarded-For', 'x-forwarded-host', 'VIA', 'X-Real-IP'])(
    'knows that %s was sent, even with a value that looks local',
    async (name) => {
      expect(connectionOf(await send({ [name]: '127.0.0.1' }))?.forwarded).toBe(true);
    },
  );

  it('overwrites a note that was sent along', async () => {
    const note = (await send({})).get('x-galley-connection') ?? '';
    const replayed = note.replace('127.0.0.1', '10.0.0.1');
    expect(connectionOf(await send({ 'x-galley-connection': replayed, via: '1.1 p' }))).toEqual({
      peer: '127.0.0.1',
      forwarded: true,
    });
  });

  const BEHIND: Record<string, { sent: Record<string, string>; header: string | null; address: string }> = {
    'no proxy': { sent: {}, header: null, address: '127.0.0.1' },
    'no proxy, and a forged header': {
      sent: { 'x-forwarded-for': '203.0.113.7' },
      header: null,
      address: '127.0.0.1',
    },
    'a proxy': { sent: { 'x-real-ip': '203.0.113.7' }, header: 'x-real-ip', address: '203.0.113.7' },
    'a proxy that appends to what was forged': {
      sent: { 'x-forwarded-for': '198.51.100.1, 203.0.113.7' },
      header: 'x-forwarded-for',
      address: '203.0.113.7',
    },
    IPv6: { sent: { 'x-forwarded-for': '2001:db8::7' }, header: 'x-forwarded-for', address: '2001:db8::7' },
    'IPv4 over IPv6': {
      sent: { 'x-real-ip': '::ffff:203.0.113.7' },
      header: 'x-real-ip',
      address: '203.0.113.7',
    },
    'a proxy that wrote no address': {
      sent: { 'x-real-ip': 'unknown' },
      header: 'x-real-ip',
      address: '127.0.0.1',
    },
    'a proxy that wrote nothing': { sent: {}, header: 'x-real-ip', address: '127.0.0.1' },
  };

  it.each(Object.entries(BEHIND))('finds the address behind %s', async (_, { sent, header, address }) => {
    expect(clientAddress(await send(sent), header)).toBe(address);
  });
});

describe('without a watcher', () => {
  it.each([undefined, '', 'direct', 'undefined 127.0.0.1 direct', 'x 127.0.0.1 direct'])(
    'the note %j says nothing',
    (note) => {
      const headers = new Headers(note === undefined ? {} : { 'x-galley-connection': note });
      expect(connectionOf(headers)).toBeNull();
      expect(clientAddress(headers, null)).toBeNull();
    },
  );
});
