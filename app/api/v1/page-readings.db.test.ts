import { beforeAll, describe, expect, test, vi } from 'vitest';
import { asProblem, buildDesk, said, type BuiltDesk } from '@/prisma/builders/desk';
import { withTestDatabase } from '@/prisma/with-test-database';
import { addReading } from '@/lib/contract/endpoints/sources';

// Settings are read once a process, so before anything asks for them.
vi.hoisted(() => vi.stubEnv('GALLEY_FETCH_SOURCES', '1'));

withTestDatabase();

let desk: BuiltDesk;
beforeAll(async () => {
  desk = await buildDesk({ text: 'A Soyug-FG rocket.' });
});

const ask = (who: Exclude<keyof BuiltDesk, 'article'>, url: string, more: object = {}) =>
  desk[who].call(addReading, { params: { id: desk.article.id }, body: { url, ...more } });

describe('a page, on a desk that fetches', () => {
  test.each(['http://127.0.0.1/', 'http://[::1]/', 'http://169.254.169.254/', 'http://localhost/'])(
    'in a private network is refused: %s',
    async (url) => {
      for (const who of ['reviewer', 'editor'] as const) {
        const answer = await ask(who, url);
        expect(said(answer)).toBe('422 invalid-input');
        expect(asProblem(answer)).toMatchObject({
          detail: expect.stringContaining('private network') as string,
          errors: [{ field: 'url' }],
        });
      }
    },
  );

  test.each(['javascript:alert(1)', 'file:///etc/passwd', 'http://a:b@news.example/', 'news.example'])(
    'is no link: %s',
    async (url) => {
      expect(asProblem(await ask('reviewer', url))).toMatchObject({ errors: [{ field: 'url' }] });
    },
  );

  test('comes alone', async () => {
    const file = { name: 'a.txt', base64: 'QQ==' };
    expect(said(await ask('reviewer', 'http://127.0.0.1/', { file }))).toBe('422 invalid-input');
  });

  test('is fetched for nobody else', async () => {
    expect(said(await ask('nobody', 'http://127.0.0.1/'))).toBe('401 unauthenticated');
    expect(said(await ask('stranger', 'http://127.0.0.1/'))).toBe('404 not-found');
    expect(said(await ask('admin', 'http://127.0.0.1/'))).toBe('404 not-found');
    expect(said(await ask('reader', 'http://127.0.0.1/'))).toBe('403 forbidden');
  });
});
