import { describe, expect, test } from 'vitest';
import { buildReport } from '@/lib/report/build-report';
import { buildInput, markId } from '@/lib/report/fixtures/build-annotation';
import { lossesOf } from '@/lib/report/find-losses';
import { REPORT_FORMAT_KEYS } from '@/lib/report/formats';
import { GAVE_WAY_WORDS, OTHER_WON_WORDS } from '@/lib/report/wording';
import { downloadResponse } from './download-response';
import { readDocx } from './fixtures/read-docx';
import { renderReport } from './render-report';

/** All the words of a format, those of a Word document with its comments. */
async function wordsOf(value: string | Uint8Array): Promise<string> {
  if (typeof value === 'string') return value;
  const { accepted, comments } = await readDocx(value);
  return [accepted, ...comments.map(({ text }) => text)].join('\n');
}

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

  test.each(REPORT_FORMAT_KEYS.filter((format) => format !== 'zip' && format !== 'pdf'))(
    'are said to have given way by %s, on the entry or as a loss',
    async (format) => {
      const said = async (overlap: 'outermost' | 'refuse'): Promise<number> => {
        const report = buildReport({ ...colliding, options: { ...colliding.options, overlap } });
        const rendered = await renderReport(report, format);
        if (!rendered.ok) return 0;
        // A spreadsheet has a column for it.
        const words = format === 'csv' ? `,no: ${OTHER_WON_WORDS},` : GAVE_WAY_WORDS;
        const onEntry = (await wordsOf(rendered.value)).split(words).length - 1;
        const isLoss = ['txt', 'diff', 'schema-org'].includes(format);
        if (format === 'json') return (await wordsOf(rendered.value)).split('"gaveWay": true').length - 1;
        return isLoss
          ? lossesOf(report, format).filter((loss) => /^Not made by itself.*: no\. 2\.$/u.test(loss)).length
          : onEntry;
      };
      expect([await said('outermost'), await said('refuse')]).toEqual([1, 0]);
    },
  );
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
