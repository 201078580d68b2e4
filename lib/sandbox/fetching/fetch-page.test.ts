import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { fetchPage, type FetchLimits } from './fetch-page';
import { isPublicAddress } from './is-public-address';
import { INTERNET, type Network } from './network';

let server: Server;
let port: number;
let answer: (request: IncomingMessage, response: ServerResponse) => void;
const asked: string[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(`${request.headers.host} ${request.url}`);
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  asked.length = 0;
  answer = (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<p>It stays');
});

/** Where names lead to; 127.0.0.1 stands for the internet here, and everything else is what it is. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  'news.example': ['127.0.0.1'],
  'other.example': ['127.0.0.1'],
  'intranet.example': ['10.1.2.3'],
  'both.example': ['127.0.0.1', '192.168.0.7'],
  'loop.example': ['127.0.0.2'],
  'six.example': ['::1'],
  'nobody.example': [],
};
const network = (more: Partial<Network> = {}): Network => ({
  resolve: (host) =>
    NAMES[host]
      ? Promise.resolve(NAMES[host])
      : Promise.reject(Object.assign(new Error(host), { code: 'ENOTFOUND' })),
  admits: (address) => address === '127.0.0.1' || isPublicAddress(address),
  ports: [port],
  ...more,
});
const at = (host: string, path = '/'): string => `http://${host}:${port}${path}`;
const fetchIt = (url: string, limits: Partial<FetchLimits> = {}, more: Partial<Network> = {}) =>
  fetchPage(url, undefined, network(more), { time: 20_000, size: 1_000, redirects: 3, ...limits });
const refused = (says: RegExp) => ({ ok: false, failure: expect.stringMatching(says) as string });
const leadOn = (location: string) => (_: IncomingMessage, response: ServerResponse) =>
  void response.writeHead(302, { location }).end();

describe('a page is fetched', () => {
  test('under its name, with its type', async () => {
    answer = (_, response) =>
      response.writeHead(200, { 'content-type': 'Text/HTML; charset="ISO-8859-1"' }).end('It stays');
    expect(await fetchIt(at('news.example', '/a?b'))).toEqual({
      ok: true,
      value: {
        url: at('news.example', '/a?b'),
        bytes: Buffer.from('It stays'),
        mediaType: 'text/html',
        charset: 'iso-8859-1',
      },
    });
    expect(asked).toEqual([`news.example:${port} /a?b`]);
  });

  test('from where it leads on to, also to another server', async () => {
    const found = answer;
    answer = (request, response) =>
      request.headers.host?.startsWith('news')
        ? leadOn(at('other.example', '/b'))(request, response)
        : found(request, response);
    expect(await fetchIt(at('news.example'))).toMatchObject({
      ok: true,
      value: { url: at('other.example', '/b') },
    });
  });

  test('from the address that was checked, whatever the name leads to afterwards', async () => {
    let count = 0;
    const resolve = () => Promise.resolve((count += 1) === 1 ? ['127.0.0.1'] : ['10.0.0.1']);
    expect(await fetchIt(at('rebinding.example'), {}, { resolve })).toMatchObject({ ok: true });
    expect(count).toBe(1);
  });
});

describe('nothing is fetched', () => {
  test.each(['intranet.example', 'both.example', 'loop.example', 'six.example', 'nobody.example'])(
    'from %s, which leads into a private network',
    async (host) => {
      expect(await fetchIt(at(host))).toEqual(refused(/private network/));
      expect(asked).toEqual([]);
    },
  );

  test.each([
    ...['http://127.0.0.1/', 'http://127.1/', 'http://2130706433/', 'http://0x7f.0.0.1/', 'http://0/'],
    ...['http://[::1]/', 'http://[::ffff:127.0.0.1]/', 'http://169.254.169.254/latest/meta-data/'],
    ...['http://10.0.0.1/', 'http://[fd00::1]/', 'http://100.64.0.1/', 'http://localhost/'],
  ])('from %s', async (url) => {
    expect(await fetchPage(url, undefined, INTERNET)).toEqual(refused(/private network/));
  });

  test.each([
    ['http://intranet.example/', /private network/],
    ['http://169.254.169.254/', /private network/],
    ['http://[::1]/', /private network/],
    ['file:///etc/passwd', /something else/],
    ['http://a:b@other.example/', /password/],
    ['http://other.example:22/', /port 22/],
    ['http://[', /address that is none/],
  ])('where a page leads on to %s', async (location, says) => {
    answer = leadOn(location);
    expect(await fetchIt(at('news.example'))).toEqual(refused(says));
    expect(asked).toHaveLength(1);
  });

  test('where it leads on and on', async () => {
    answer = leadOn('/again');
    expect(await fetchIt(at('news.example'))).toEqual(refused(/more than 3 times/));
    expect(asked).toHaveLength(4);
  });

  test.each<[string, (response: ServerResponse) => void, RegExp]>([
    ['is not there', (response) => response.writeHead(404).end(), /status 404/],
    [
      'says it is too large',
      (response) => response.writeHead(200, { 'content-length': 5_000 }).end('x'.repeat(5_000)),
      /more than 1,000 bytes/,
    ],
    ['is too large and does not say so', (response) => response.end('x'.repeat(500_000)), /more than 1,000/],
    ['is packed', (response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end('x'), /packed/],
    ['breaks off', (response) => void response.write('x', () => response.destroy()), /cannot be reached/],
  ])('that %s', async (_, give, says) => {
    answer = (_request, response) => give(response);
    expect(await fetchIt(at('news.example'))).toEqual(refused(says));
  });

  test('that does not come', async () => {
    answer = () => undefined;
    expect(await fetchIt(at('news.example'), { time: 200 })).toEqual(refused(/did not answer within/));
  });

  test('whose name server does not answer', async () => {
    const resolve = () => new Promise<never>(() => undefined);
    expect(await fetchIt(at('news.example'), { time: 200 }, { resolve })).toEqual(refused(/did not answer/));
  });

  test('from a server that is not known', async () => {
    expect(await fetchIt(at('unknown.example'))).toEqual(refused(/no such server/));
  });

  test('after it was called off', async () => {
    const stop = new AbortController();
    answer = () => stop.abort();
    await expect(fetchPage(at('news.example'), stop.signal, network())).rejects.toThrow(/abort/i);
  });
});
