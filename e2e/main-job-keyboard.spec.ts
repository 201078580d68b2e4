import type { Locator, Page } from 'playwright/test';
import { join } from './fixtures/articles';
import { marksOn, textBetween } from './fixtures/marks';
import { DEMO } from './fixtures/people';
import { expect, test } from './fixtures/test';
import { STATEMENT } from './fixtures/texts';
import { DeskPage } from './pages/desk-page';
import { Keyboard } from './pages/keyboard';
import { SignInPage } from './pages/sign-in-page';
import { expectReports } from './reading/expect-reports';

const EVIDENCE = 'https://rockets.example/soyuz-fg';

const isFocused = (target: Locator): Promise<boolean> =>
  target.evaluate((element) => element === document.activeElement);

/** From the sign-in screen to the article, by Tab and Enter. */
async function arrive(
  page: Page,
  as: 'reviewer' | 'editor',
  project: string,
  article: string,
): Promise<DeskPage> {
  const keys = new Keyboard(page);
  const door = new SignInPage(page);
  await door.open();
  await keys.follow(door.demoButton(as));
  await keys.follow(page.getByRole('link', { name: project, exact: true }));
  await keys.follow(page.getByRole('link', { name: article, exact: true }));
  return new DeskPage(page).arrive();
}

test('mark, accept and report with the keyboard alone', async ({
  page,
  browser,
  staff,
  project,
  article,
}) => {
  // Two people's work from their doors to their reports.
  test.slow();
  await join(staff.editor.api, project, DEMO.reviewer, 'reviewer');
  await join(staff.editor.api, project, DEMO.editor, 'editor');
  const desk = await arrive(page, 'reviewer', project.name, article.view.title);
  const keys = new Keyboard(page);

  await test.step('the caret goes to the name and selects it', async () => {
    await keys.press('c');
    await desk.expectSaid(/^Caret in the text/);
    await keys.pressUntil('Alt+ArrowDown', () => desk.hasSaid(/“On June 6, 2018/));
    await keys.pressUntil('Alt+ArrowLeft', () => desk.hasSaid(/^Soyug/));
    await keys.press('Shift+Alt+ArrowRight', 'Shift+Alt+ArrowRight');
    await desk.expectSaid('Selected “Soyug-FG”. Type a tag, or press Enter.');
    await expect(desk.text.region).toBeFocused();
  });

  await test.step('letters begin the tag line, Enter saves it', async () => {
    await keys.type('name misspelled: Soyug-FG => Soyuz-FG');
    await expect(desk.tagLine.input).toHaveValue('name misspelled: Soyug-FG => Soyuz-FG');
    await keys.press('Enter');
    await expect(desk.tagLine.frame).toHaveCount(0);
    await desk.card('name misspelled: Soyug-FG').expectOpen();
    await expect(desk.text.region).toBeFocused();
  });

  await test.step('a link is added as evidence', async () => {
    await keys.press('v');
    await expect(desk.openCard().form('Add evidence').getByLabel('Link or note')).toBeFocused();
    await keys.type(EVIDENCE);
    await keys.press('Enter');
    await expect(desk.openCard().frame.getByRole('link', { name: /^rockets\.example/ })).toBeVisible();
  });

  await test.step('the statement is selected across its paragraphs', async () => {
    await keys.press('Escape');
    await keys.pressUntil('Alt+ArrowDown', () => desk.hasSaid(/published by NASA:/));
    await keys.press('ArrowRight');
    await keys.pressUntil('Shift+Alt+ArrowDown', async () =>
      (await desk.text.selected()).endsWith('Ovchinin.'),
    );
    await keys.press('2');
    await expect(desk.tagLine.input).toHaveValue('quote: ');
    await keys.type('NASA and Roscosmos statement');
    await keys.press('Enter');
    await expect(desk.tagLine.frame).toHaveCount(0);
    await desk.expectSaved();
  });

  const [name, quote, ...others] = await marksOn(staff.editor.api, article);
  expect(others).toEqual([]);
  expect(name).toMatchObject({
    exact: 'Soyug-FG',
    tag: 'name',
    correction: 'Soyuz-FG',
    evidence: [{ url: EVIDENCE }],
  });
  expect(quote).toMatchObject({
    exact: textBetween(article.text, STATEMENT.first, STATEMENT.last),
    tag: 'quote',
    value: 'NASA and Roscosmos statement',
  });

  const context = await browser.newContext();
  const editorPage = await context.newPage();
  const editing = await arrive(editorPage, 'editor', project.name, article.view.title);
  const editorKeys = new Keyboard(editorPage);
  await test.step('the editor goes from one undecided mark to the next and accepts', async () => {
    await editorKeys.press('n');
    await editing.card('name misspelled: Soyug-FG').expectOpen();
    await editorKeys.press('a');
    await editing.card('name misspelled: Soyug-FG').expectStatus('accepted');
    await editorKeys.press('n');
    await editing.card('quote: NASA and Roscosmos statement').expectOpen();
    await editorKeys.press('a');
    await editing.card('quote: NASA and Roscosmos statement').expectStatus('accepted');
    await editorKeys.press('n');
    await editing.expectSaid('Every mark is decided.');
    await editing.expectSaved();
  });

  await expectReports({
    title: article.view.title,
    reviewer: name?.author.name ?? '',
    evidence: EVIDENCE,
    download: (entry) =>
      editing.downloadBy(async () => {
        const button = editorPage.getByRole('button', { name: 'Download', exact: true });
        await ((await isFocused(button)) ? editorKeys.press('Enter') : editorKeys.follow(button));
        const wanted = editorPage.getByRole('menuitem', { name: entry });
        await expect(editorPage.getByRole('menuitem').first()).toBeFocused();
        if (!(await isFocused(wanted))) await editorKeys.pressUntil('ArrowDown', () => isFocused(wanted));
        await editorKeys.press('Enter');
      }),
    context,
  });
  await context.close();
});
