import { join } from './fixtures/articles';
import { marksOn, textBetween } from './fixtures/marks';
import { DEMO } from './fixtures/people';
import { expect, test } from './fixtures/test';
import { STATEMENT } from './fixtures/texts';
import { ProjectsPage } from './pages/projects-page';
import { SignInPage } from './pages/sign-in-page';
import { expectReports } from './reading/expect-reports';

const EVIDENCE = 'https://rockets.example/soyuz-fg';

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

  await expectReports({
    title: article.view.title,
    reviewer: name?.author.name ?? '',
    evidence: EVIDENCE,
    download: (entry) => editing.download(entry),
    context,
  });
  await context.close();
});
