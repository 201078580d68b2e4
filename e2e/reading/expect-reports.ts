import { expect, test, type BrowserContext } from 'playwright/test';
import { readCsv } from './read-csv';
import { readDocx } from './read-docx';

interface Expected {
  readonly title: string;
  /** Who marked the rocket’s name, and the link they gave as evidence. */
  readonly reviewer: string;
  readonly evidence: string;
  /** Downloads by the name of an entry of the menu, as whoever is tested does it. */
  readonly download: (entry: string) => Promise<{ readonly name: string; readonly bytes: Buffer }>;
  /** Where the web page is opened. */
  readonly context: BrowserContext;
}

/** Downloads and opens what goes out at the end of the main job: “Soyug-FG” corrected and the statement marked, both accepted. */
export async function expectReports({
  title,
  reviewer,
  evidence,
  download,
  context,
}: Expected): Promise<void> {
  await test.step('what goes out is opened: Word', async () => {
    const { name: file, bytes } = await download('Word, with tracked changes');
    expect(file).toMatch(/^The-leak-on-the-station.*\.docx$/);
    const docx = await readDocx(bytes);
    expect(docx.deleted).toEqual(['Soyug-FG']);
    expect(docx.inserted).toEqual(['Soyuz-FG']);
    const comment = docx.comments.find(({ on }) => on === 'Soyug-FG');
    expect(comment?.author).toBe(reviewer);
    expect(comment?.text).toContain('name misspelled: Soyug-FG');
    expect(comment?.text).toContain('Should read: Soyuz-FG');
    expect(comment?.text).toContain(evidence);
    expect(comment?.text).toMatch(/Accepted by .+/);
    expect(docx.html).toContain('Soyuz-FG');
    expect(docx.html).not.toContain('Soyug-FG');
  });

  await test.step('a spreadsheet', async () => {
    const { name: file, bytes } = await download('Corrections as a spreadsheet');
    expect(file).toMatch(/\.csv$/);
    const rows = readCsv(bytes);
    expect(rows).toHaveLength(2);
    expect(rows.find((row) => row['As printed'] === 'Soyug-FG')).toMatchObject({
      Tag: 'name misspelled',
      Value: 'Soyug-FG',
      'Should read': 'Soyuz-FG',
      Severity: 'major',
      Status: 'accepted',
      Paragraph: '5',
      Reviewer: reviewer,
    });
  });

  await test.step('and a page for a browser, which runs nothing', async () => {
    const { name: file, bytes } = await download('Report as a web page');
    expect(file).toMatch(/\.html$/);
    const report = await context.newPage();
    await report.setContent(bytes.toString('utf8'));
    await expect(report.getByRole('heading', { level: 1, name: title })).toBeVisible();
    const row = report.getByRole('row').filter({ hasText: 'name misspelled: Soyug-FG' });
    await expect(row.getByRole('insertion').first()).toHaveText('Soyuz-FG');
    await expect(row.getByRole('deletion').first()).toHaveText('Soyug-FG');
    await expect(report.getByRole('link', { name: evidence })).toBeVisible();
    expect(await report.locator('script:not([type="application/ld+json"])').count()).toBe(0);
  });
}
