import { join } from './fixtures/articles';
import { DESK } from './fixtures/environment';
import { textBetween } from './fixtures/marks';
import { makeAccount } from './fixtures/people';
import { expect, test } from './fixtures/test';
import { STATEMENT } from './fixtures/texts';
import { cutWrites, sendersAmong } from './fixtures/writes';
import { ArticlesPage } from './pages/articles-page';
import { DeskPage } from './pages/desk-page';
import { SignInPage } from './pages/sign-in-page';
import { expectReports } from './reading/expect-reports';

const EVIDENCE = 'https://rockets.example/soyuz-fg';

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
    // Two people's work from their doors to their reports.
    test.slow();
    // The whole statement has to be in view at once to be dragged over.
    await page.setViewportSize({ width: 1280, height: 1400 });
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
    await desk.openCard().addEvidence(EVIDENCE);
    await desk.openCard().choose('Copy a link to the mark');
    await desk.expectSaved();
    await desk.text.dragAcross(STATEMENT.first, STATEMENT.last);
    await desk.tagLine.save('quote: NASA and Roscosmos statement');
    await desk.expectStored(staff.editor.api, article, [
      { exact: 'Soyug-FG', correction: 'Soyuz-FG', status: 'open', evidence: [{ url: EVIDENCE }] },
      {
        exact: textBetween(article.text, STATEMENT.first, STATEMENT.last),
        tag: 'quote',
        value: 'NASA and Roscosmos statement',
      },
    ]);

    const context = await browser.newContext();
    const editorPage = await context.newPage();
    const editorDoor = new SignInPage(editorPage);
    await editorDoor.open(DESK.plainUrl);
    await editorDoor.signIn(editor.email);
    const editing = await new ArticlesPage(editorPage).openArticle(article.view.title);
    for (const title of ['name misspelled: Soyug-FG', 'quote: NASA and Roscosmos statement']) {
      const card = editing.card(title);
      await card.open();
      await card.decide('Accept');
      await card.expectStatus('accepted');
    }
    await editing.expectSaved();
    await expectReports({
      title: article.view.title,
      reviewer: reviewer.name,
      evidence: EVIDENCE,
      download: (entry) => editing.download(entry),
      context,
    });
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
