import { join } from './fixtures/articles';
import { DESK } from './fixtures/environment';
import { marksOn } from './fixtures/marks';
import { makeAccount } from './fixtures/people';
import { expect, test } from './fixtures/test';
import { cutWrites, sendersAmong } from './fixtures/writes';
import { ArticlesPage } from './pages/articles-page';
import { DeskPage } from './pages/desk-page';
import { SignInPage } from './pages/sign-in-page';
import { readCsv } from './reading/read-csv';

test.describe('on plain http, under a name of the local network', () => {
  test('nobody is let in as a person of the demo', async ({ page, watched }) => {
    const door = new SignInPage(page);
    await door.open(DESK.plainUrl);
    expect(await page.evaluate(() => window.isSecureContext)).toBe(false);
    await expect(door.email).toBeVisible();
    await expect(door.demo).toHaveCount(0);

    watched.expectComplaint(/status of 403/);
    const status = await page.evaluate(
      async () =>
        (
          await fetch('/api/demo-sign-in', {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify({ as: 'editor' }),
          })
        ).status,
    );
    expect(status).toBe(403);
  });

  test('mark, accept and report', async ({ page, browser, staff, project, article }) => {
    const reviewer = await makeAccount({ name: 'Petra Lindt' });
    const editor = await makeAccount({ name: 'Paul Ostrow' });
    await join(staff.editor.api, project, reviewer.email, 'reviewer');
    await join(staff.editor.api, project, editor.email, 'editor');
    const door = new SignInPage(page);
    await door.open(DESK.plainUrl);
    await door.signIn(reviewer.email);
    // Whoever works in one project alone comes straight into it.
    const desk = await new ArticlesPage(page).openArticle(article.view.title);
    expect(await page.evaluate(() => window.isSecureContext)).toBe(false);
    await desk.mark('Soyug-FG', 'name misspelled: Soyug-FG => Soyuz-FG');
    await desk.openCard().addEvidence('https://rockets.example/soyuz-fg');
    await desk.openCard().choose('Copy a link to the mark');
    await desk.expectSaved();
    const [mark] = await marksOn(staff.editor.api, article);
    expect(mark).toMatchObject({ exact: 'Soyug-FG', correction: 'Soyuz-FG', status: 'open' });

    const context = await browser.newContext();
    const editorPage = await context.newPage();
    const editorDoor = new SignInPage(editorPage);
    await editorDoor.open(DESK.plainUrl);
    await editorDoor.signIn(editor.email);
    const editing = await new ArticlesPage(editorPage).openArticle(article.view.title);
    await editing.card('name misspelled: Soyug-FG').open();
    await editing.openCard().decide('Accept');
    await editing.openCard().expectStatus('accepted');
    await editing.expectSaved();
    const { bytes } = await editing.download('Corrections as a spreadsheet');
    expect(readCsv(bytes)).toMatchObject([{ 'As printed': 'Soyug-FG', 'Should read': 'Soyuz-FG' }]);
    await context.close();
  });

  test('two windows share one sender without the locks of a secure page', async ({
    page,
    watched,
    staff,
    project,
    article,
  }) => {
    const reviewer = await makeAccount({ name: 'Pia Norden' });
    await join(staff.editor.api, project, reviewer.email, 'reviewer');
    const door = new SignInPage(page);
    await door.open(DESK.plainUrl);
    await door.signIn(reviewer.email);
    const first = await new ArticlesPage(page).openArticle(article.view.title);
    expect(await page.evaluate(() => 'locks' in navigator)).toBe(false);
    const other = await page.context().newPage();
    await other.goto(page.url());
    const second = await new DeskPage(other).arrive();

    watched.expectComplaint(/ERR_FAILED/);
    const restore = await cutWrites(page);
    const senders = sendersAmong([page, other]);
    await first.mark('Soyug-FG', 'name misspelled: Soyug-FG => Soyuz-FG');
    await second.text.expectMarked('Soyug-FG');
    await second.mark('June 6, 2018', 'query: to writer');
    await first.text.expectMarked('June 6, 2018');
    restore();
    await second.tryNow();
    await second.expectStored(staff.editor.api, article, [{ exact: 'June 6, 2018' }, { exact: 'Soyug-FG' }]);
    await first.expectSaved();
    expect(senders.size).toBe(1);
  });
});
