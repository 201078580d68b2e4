import { describe, expect, test } from 'vitest';
import { buildReport } from '@/lib/report/build-report';
import { buildInput, markId } from '@/lib/report/fixtures/build-annotation';
import { REPORT_FORMAT_KEYS } from '@/lib/report/formats';
import { downloadResponse } from './download-response';
import { renderReport } from './render-report';

const colliding = buildInput('a b c', [
  { quote: 'a b', tag: 'style', correction: 'x' },
  { quote: 'b c', tag: 'style', correction: 'y' },
]);

describe('colliding corrections', () => {
  test.each(['txt', 'diff', 'docx-tracked'] as const)('block %s with the pairs', async (format) => {
    const rendered = await renderReport(buildReport(colliding), format);
    expect(rendered).toMatchObject({
      ok: false,
      failure: {
        code: 'corrections-collide',
        errors: [{ field: 'overlap' }],
        current: { collisions: [[markId(1), markId(2)]] },
      },
    });
  });

  test.each(['html', 'docx', 'csv', 'json', 'md', 'schema-org'] as const)(
    'do not block %s',
    async (format) => {
      expect((await renderReport(buildReport(colliding), format)).ok).toBe(true);
    },
  );

  test('give way to the outermost where that is asked for', async () => {
    const report = buildReport({ ...colliding, options: { ...colliding.options, overlap: 'outermost' } });
    expect(await renderReport(report, 'txt')).toEqual({ ok: true, value: 'x c' });
  });
});

describe('the download', () => {
  test.each(REPORT_FORMAT_KEYS)(
    'of %s is neither stored nor guessed at, nor may it do anything',
    (format) => {
      const { headers } = downloadResponse('', { title: 'A "title"\r\n', format, save: false });
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('content-security-policy')).toMatch(/default-src 'none'.*sandbox/);
      expect(headers.get('content-disposition')).toMatch(format === 'html' ? /^inline; / : /^attachment; /);
      expect(headers.get('content-disposition')).toContain('filename="A-title-');
    },
  );

  test('of HTML is saved where that is asked for', () => {
    const { headers } = downloadResponse('', { title: 'A', format: 'html', save: true });
    expect(headers.get('content-disposition')).toBe(
      `attachment; filename="A-corrections.html"; filename*=UTF-8''A-corrections.html`,
    );
  });
});
