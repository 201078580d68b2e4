import { afterEach, expect, test, vi } from 'vitest';
import { renderPdf } from './render-pdf';

afterEach(() => vi.unstubAllEnvs());

test('where there is no Chromium, it says what to do instead', async () => {
  vi.stubEnv('CHROMIUM_PATH', '/nowhere/chromium');
  const printed = await renderPdf('<p>Text</p>', '2018-09-14T16:02:11.000Z');
  expect(printed).toMatchObject({ ok: false, failure: { code: 'format-unavailable' } });
});
