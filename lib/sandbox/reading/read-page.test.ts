import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readPage } from './read-page';

const PAGES: Readonly<Record<string, readonly [type: string, content: string]>> = {
  '/page': ['text/html; charset=windows-1252', '<title>Caf\xe9</title><p>It \x93stays\x94.'],
  '/text': ['text/plain; charset=utf-8', 'It stays.'],
  '/latin1': ['text/plain; charset=latin1', 'Caf\xe9 \x93stays\x94.'],
  '/iso': ['text/plain; charset="ISO-8859-1"', 'Caf\xe9 \x93stays\x94.'],
  '/ascii': ['text/plain;charset=us-ascii', 'Caf\xe9 \x93stays\x94.'],
  '/russian': ['text/plain; charset=windows-1251', '\xcf'],
  '/paper.pdf': ['application/octet-stream', 'no PDF'],
  '/picture': ['image/png', '\x89PNG'],
};

let server: Server;
let port: number;
beforeAll(async () => {
  server = createServer(({ url = '' }, response) => {
    const [type, content] = PAGES[url] ?? ['text/html', '<p>'];
    response.writeHead(200, { 'content-type': type }).end(Buffer.from(content, 'latin1'));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => server.close());

const now = new Date('2026-01-02T03:04:05Z');
const read = (path: string) =>
  readPage(`http://news.example:${port}${path}`, {
    signal: new AbortController().signal,
    now,
    network: { resolve: () => Promise.resolve(['127.0.0.1']), admits: () => true, ports: [port] },
  });

describe('a page becomes a draft', () => {
  test('with its address and the time', async () => {
    expect(await read('/page')).toMatchObject({
      ok: true,
      value: {
        ...{ kind: 'html', title: 'Café', text: 'It “stays”.' },
        url: `http://news.example:${port}/page`,
        accessedAt: now.toISOString(),
      },
    });
  });

  test('also where it is plain text', async () => {
    expect(await read('/text')).toMatchObject({ value: { kind: 'text', text: 'It stays.' } });
  });

  test.each(['/latin1', '/iso', '/ascii'])('also in what browsers call %s', async (path) => {
    expect(await read(path)).toMatchObject({ value: { kind: 'text', text: 'Café “stays”.' } });
  });

  test.each([
    ['/russian', /Byte 0/],
    ['/paper.pdf', /no PDF/],
    ['/picture', /kind that cannot be read/],
    ['/nothing', /no text/],
  ])('not %s', async (path, says) => {
    expect(await read(path)).toMatchObject({
      failure: {
        code: 'invalid-input',
        errors: [{ field: 'url', message: expect.stringMatching(says) as string }],
      },
    });
  });
});
