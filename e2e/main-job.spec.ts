import { join } from './fixtures/articles';
import { marksOn, textBetween } from './fixtures/marks';
import { DEMO } from './fixtures/people';
import { expect, test } from './fixtures/test';
import { ProjectsPage } from './pages/projects-page';
import { SignInPage } from './pages/sign-in-page';
import { readCsv } from './reading/read-csv';
import { readDocx } from './reading/read-docx';

const EVIDENCE = 'https://rockets.example/soyuz-fg';
const STATEMENT = {
  first: '"In the course of their discussions',
  last: 'Alexy Ovchinin.',
} as const;

// The whole statement has to be in view at once to be dragged over.
test.use({ viewport: { width: 1280, height: 1400 } });

test('mark, accept and report with the mouse', async ({ page, browser, staff, project, article }) => {
  // Two people's work from their doors to their reports.
  test.slow();
  await join(staff.editor.api, project, DEMO.reviewer, 'reviewer');
  await join(staff.editor.api, project, DEMO.editor, 'editor');

  await test.step('the reviewer signs in and opens the article', async () => {
    const door = new SignInPage(page);
    await door.open();
    await door.demoButton('reviewer').click();
  });
  const desk = await new ProjectsPage(page).walkTo(project.name, article.view.title);

  await test.step('marks the name and adds a link as evidence', async () => {
    await desk.text.drag('Soyug-FG');
    await desk.tagLine.save('name misspelled: Soyug-FG => Soyuz-FG');
    const card = desk.card('name misspelled: Soyug-FG');
    await card.expectOpen();
    await card.addEvidence(EVIDENCE);
    await expect(card.frame.getByRole('link', { name: /^rockets\.example\/soyuz-fg/ })).toBeVisible();
    await desk.text.expectMarked('Soyug-FG');
  });

  await test.step('marks the paragraphs of the statement', async () => {
    await desk.text.dragAcross(STATEMENT.first, STATEMENT.last);
    await desk.tagLine.save('quote: NASA and Roscosmos statement');
    await desk.text.expectMarked('The Administrator and the Director General');
    await desk.expectSaved();
  });

  const [name, quote, ...others] = await marksOn(staff.editor.api, article);
  expect(others).toEqual([]);
  expect(name).toMatchObject({
    exact: 'Soyug-FG',
    tag: 'name',
    value: 'Soyug-FG',
    correction: 'Soyuz-FG',
    status: 'open',
    evidence: [{ url: EVIDENCE }],
  });
  expect(quote).toMatchObject({
    exact: textBetween(article.text, STATEMENT.first, STATEMENT.last),
    tag: 'quote',
    value: 'NASA and Roscosmos statement',
    state: 'unchecked',
  });

  const context = await browser.newContext();
  const editorPage = await context.newPage();
  await test.step('the editor signs in and accepts', async () => {
    const door = new SignInPage(editorPage);
    await door.open();
    await door.demoButton('editor').click();
  });
  const editing = await new ProjectsPage(editorPage).walkTo(project.name, article.view.title);
  for (const title of ['name misspelled: Soyug-FG', 'quote: NASA and Roscosmos statement']) {
    const card = editing.card(title);
    await card.open();
    await card.decide('Accept');
    await card.expectStatus('accepted');
  }
  await editing.expectSaved();

  await test.step('and opens what goes out: Word', async () => {
    const { name: file, bytes } = await editing.download('Word, with tracked changes');
    expect(file).toMatch(/^The-leak-on-the-station.*\.docx$/);
    const docx = await readDocx(bytes);
    expect(docx.deleted).toEqual(['Soyug-FG']);
    expect(docx.inserted).toEqual(['Soyuz-FG']);
    const comment = docx.comments.find(({ on }) => on === 'Soyug-FG');
    expect(comment?.author).toBe(name?.author.name);
    expect(comment?.text).toContain('name misspelled: Soyug-FG');
    expect(comment?.text).toContain('Should read: Soyuz-FG');
    expect(comment?.text).toContain(EVIDENCE);
    expect(comment?.text).toMatch(/Accepted by .+/);
    expect(docx.html).toContain('Soyuz-FG');
    expect(docx.html).not.toContain('Soyug-FG');
  });

  await test.step('a spreadsheet', async () => {
    const { name: file, bytes } = await editing.download('Corrections as a spreadsheet');
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
      Reviewer: name?.author.name,
    });
  });

  await test.step('and a page for a browser, which runs nothing', async () => {
    const { name: file, bytes } = await editing.download('Report as a web page');
    expect(file).toMatch(/\.html$/);
    const report = await context.newPage();
    await report.setContent(bytes.toString('utf8'));
    await expect(report.getByRole('heading', { level: 1, name: article.view.title })).toBeVisible();
    const row = report.getByRole('row').filter({ hasText: 'name misspelled: Soyug-FG' });
    await expect(row.getByRole('insertion').first()).toHaveText('Soyuz-FG');
    await expect(row.getByRole('deletion').first()).toHaveText('Soyug-FG');
    await expect(report.getByRole('link', { name: EVIDENCE })).toBeVisible();
    expect(await report.locator('script:not([type="application/ld+json"])').count()).toBe(0);
  });
  await context.close();
});
