import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, onTestFinished, test, vi } from 'vitest';
import { renderPdf } from './render-pdf';

afterEach(() => vi.unstubAllEnvs());

test('where there is no Chromium, it says what to do instead', async () => {
  vi.stubEnv('CHROMIUM_PATH', '/nowhere/chromium');
  const printed = await renderPdf('<p>Text</p>', '2018-09-14T16:02:11.000Z');
  expect(printed).toMatchObject({ ok: false, failure: { code: 'format-unavailable' } });
});

test.each(['exit 3', 'kill -9 $$', 'exec 3<&- 4>&-; exit 1'])(
  'a Chromium that does %s is a fault',
  async (does) => {
    const folder = mkdtempSync(join(tmpdir(), 'galley-no-chromium-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const program = join(folder, 'chromium');
    writeFileSync(program, `#!/bin/sh\n${does}\n`);
    chmodSync(program, 0o755);
    vi.stubEnv('CHROMIUM_PATH', program);
    await expect(renderPdf('<p>Text</p>', '2018-09-14T16:02:11.000Z')).rejects.toThrow('Chromium ended');
  },
);
