import { makeMark, marksOn } from './fixtures/marks';
import { takePicture } from './fixtures/pictures';
import { expect, test } from './fixtures/test';
import { cutWrites, sendersAmong, WRITES } from './fixtures/writes';
import { DeskPage } from './pages/desk-page';
import { SignInPage } from './pages/sign-in-page';

const LINE = 'name misspelled: Soyug-FG => Soyuz-FG';

/** Opens a window and closes it: windows are fetched when somebody is there, and have to be before the line goes. */
async function lookAround(desk: DeskPage): Promise<void> {
  await desk.savingState.click();
  await expect(desk.dialog('Everything is saved')).toBeVisible();
  await desk.page.keyboard.press('Escape');
  await expect(desk.dialog('Everything is saved')).toHaveCount(0);
}

test('a reload with a request under way loses nothing and does nothing twice', async ({
  reviewer,
  article,
}) => {
  const { page } = reviewer;
  const desk = await new DeskPage(page).open(article);
  const asked: string[] = [];
  page.on('dialog', (dialog) => {
    asked.push(dialog.type());
    void dialog.accept();
  });
  // The server does it, and the answer never comes.
  await page.route(WRITES, (route) => void route.fetch());
  await desk.mark('Soyug-FG', LINE);
  await expect.poll(async () => (await marksOn(reviewer.api, article)).length).toBe(1);
  await expect(desk.savingState).toHaveAccessibleName('saving 1, details');
  await page.reload();
  expect(asked).toEqual(['beforeunload']);
  await desk.arrive();
  await desk.text.expectMarked('Soyug-FG');
  await page.unroute(WRITES);
  await desk.expectStored(reviewer.api, article, [{ exact: 'Soyug-FG', revision: 1 }]);
});

test('a page that crashes leaves its work on the disk', async ({ reviewer, article }) => {
  const { page } = reviewer;
  const desk = await new DeskPage(page).open(article);
  reviewer.expectComplaint(/ERR_FAILED/);
  const restore = await cutWrites(page);
  await desk.mark('Soyug-FG', LINE);
  await desk.mark('June 6, 2018', 'query: to writer');
  await expect(desk.savingState).toHaveAccessibleName('offline, 2 waiting, details');
  const crashed = page.waitForEvent('crash');
  const session = await page.context().newCDPSession(page);
  session.send('Page.crash').catch(() => undefined);
  await crashed;

  const again = await new DeskPage(await page.context().newPage()).open(article);
  await again.text.expectMarked('Soyug-FG');
  await again.text.expectMarked('June 6, 2018');
  await expect(again.savingState).toHaveAccessibleName('offline, 2 waiting, details');
  expect(await marksOn(reviewer.api, article)).toEqual([]);
  restore();
  await again.tryNow();
  await again.expectStored(reviewer.api, article, [{ exact: 'June 6, 2018' }, { exact: 'Soyug-FG' }]);
});

test('two windows show the same waiting work, and one of them sends it', async ({ reviewer, article }) => {
  const { page } = reviewer;
  const other = await page.context().newPage();
  const [first, second] = [new DeskPage(page), new DeskPage(other)];
  await first.open(article);
  await second.open(article);
  reviewer.expectComplaint(/ERR_FAILED/);
  const restore = await cutWrites(page);
  const senders = sendersAmong([page, other]);
  await first.mark('Soyug-FG', LINE);
  await second.text.expectMarked('Soyug-FG');
  await expect(second.savingState).toHaveAccessibleName('offline, 1 waiting, details');
  await second.mark('June 6, 2018', 'query: to writer');
  await first.text.expectMarked('June 6, 2018');
  await expect(first.savingState).toHaveAccessibleName('offline, 2 waiting, details');
  restore();
  await second.tryNow();
  await second.expectStored(reviewer.api, article, [{ exact: 'June 6, 2018' }, { exact: 'Soyug-FG' }]);
  await first.expectSaved();
  expect(senders.size).toBe(1);
});

test('whoever is signed out in the middle signs in beside it, and goes on', async ({
  visit,
  staff,
  article,
}) => {
  const { page, api, expectComplaint } = await visit(staff.reviewer);
  const desk = await new DeskPage(page).open(article);
  expectComplaint(/status of 401/);
  await page.context().clearCookies();
  await desk.mark('Soyug-FG', LINE);
  await expect(desk.savingState).toHaveAccessibleName('needs you, details');
  await desk.text.expectMarked('Soyug-FG');
  await desk.savingState.click();
  const needs = desk.dialog('Something needs you');
  await expect(needs).toContainText('You are no longer signed in. 1 change will be sent once you are');
  const opened = page.context().waitForEvent('page');
  await needs.getByRole('link', { name: 'Sign in, in a new window' }).click();
  const door = new SignInPage(await opened);
  await door.signIn(staff.reviewer.email);
  await expect(desk.dialog('Everything is saved')).toBeVisible();
  await page.keyboard.press('Escape');
  await desk.expectStored(api, article, [{ exact: 'Soyug-FG' }]);
});

test('nobody sees or sends what somebody else has waiting in the same browser', async ({
  reviewer,
  staff,
  article,
}) => {
  const { page } = reviewer;
  const context = page.context();
  const desk = await new DeskPage(page).open(article);
  reviewer.expectComplaint(/ERR_FAILED|status of 401/);
  const restore = await cutWrites(page);
  await desk.mark('Soyug-FG', LINE);
  await expect(desk.savingState).toHaveAccessibleName('offline, 1 waiting, details');
  await context.clearCookies();
  await context.addCookies(staff.editor.state.cookies);
  restore();
  await desk.open(article);
  await desk.text.expectUnmarked('Soyug-FG');
  await desk.expectSaved();
  await desk.savingState.click();
  await expect(desk.dialog('Everything is saved')).toContainText('1 change of somebody else waits');
  expect(await marksOn(reviewer.api, article)).toEqual([]);

  await context.clearCookies();
  await context.addCookies(staff.reviewer.state.cookies);
  await desk.open(article);
  await desk.text.expectMarked('Soyug-FG');
  await desk.expectStored(reviewer.api, article, [{ exact: 'Soyug-FG', author: { name: reviewer.name } }]);
});

test('a browser that keeps nothing says so, and everything is saved none the less', async ({
  reviewer,
  article,
}, info) => {
  const { page } = reviewer;
  await page.addInitScript(() =>
    Object.defineProperty(window, 'indexedDB', {
      get: () => {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      },
    }),
  );
  const desk = await new DeskPage(page).open(article);
  await lookAround(desk);
  reviewer.expectComplaint(/ERR_INTERNET_DISCONNECTED/);
  await page.context().setOffline(true);
  await desk.mark('Soyug-FG', LINE);
  await expect(desk.savingState).toHaveAccessibleName('offline, 1 waiting, not kept here, details');
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await takePicture(page.getByRole('banner'), `saving-not-kept-${colorScheme}`, info);
  }
  await desk.savingState.click();
  await expect(desk.dialog('On its way')).toContainText('1 change will be lost if this page is closed');
  await page.keyboard.press('Escape');
  const asked = page.waitForEvent('dialog');
  await page.close({ runBeforeUnload: true });
  const dialog = await asked;
  expect(dialog.type()).toBe('beforeunload');
  await dialog.dismiss();
  await page.context().setOffline(false);
  await desk.expectStored(reviewer.api, article, [{ exact: 'Soyug-FG' }]);
});

test('what waits is in sight and sent on every screen, with the way to its article', async ({
  reviewer,
  project,
  article,
}) => {
  const { page } = reviewer;
  const desk = await new DeskPage(page).open(article);
  reviewer.expectComplaint(/ERR_FAILED/);
  const restore = await cutWrites(page);
  await desk.mark('Soyug-FG', LINE);
  await expect(desk.savingState).toHaveAccessibleName('offline, 1 waiting, details');
  await page.goto(`/projects/${project.id}`);
  const badge = page.getByRole('button', { name: 'offline, 1 waiting, details' });
  await badge.click();
  await expect(page.getByRole('menuitem', { name: `${article.view.title} · 1` })).toBeVisible();
  restore();
  await page.getByRole('menuitem', { name: 'Try now' }).click();
  await expect(badge).toHaveCount(0);
  expect(await marksOn(reviewer.api, article)).toMatchObject([{ exact: 'Soyug-FG' }]);
});

test('fifty operations wait without a line, and are saved when it is back', async ({ editor, article }) => {
  const words = [...new Set(article.text.match(/[A-Za-z]{7,}/g))].slice(0, 22);
  for (const word of words) await makeMark(editor.api, article, word, { tag: 'query', value: 'to writer' });
  const { page } = editor;
  const desk = await new DeskPage(page).open(article);
  await lookAround(desk);
  editor.expectComplaint(/ERR_INTERNET_DISCONNECTED/);
  await page.context().setOffline(true);
  await desk.mark('Soyug-FG', LINE);
  await desk.mark('June 6, 2018', 'query: to writer');
  await page.keyboard.press('g');
  const list = desk.dialog('All marks');
  for (const [decision, waiting] of [
    ['Sic', 26],
    ['Reopen', 50],
  ] as const) {
    await list.getByRole('checkbox', { name: '24 marks' }).click();
    await list.getByRole('button', { name: decision }).click();
    await expect(desk.page.getByText(`offline, ${waiting} waiting`).first()).toBeAttached();
  }
  await page.keyboard.press('Escape');
  await expect(desk.savingState).toHaveAccessibleName('offline, 50 waiting, details');
  expect(await marksOn(editor.api, article)).toHaveLength(22);

  await page.context().setOffline(false);
  await desk.expectSaved();
  const stored = await marksOn(editor.api, article);
  expect(stored).toHaveLength(24);
  expect(new Set(stored.map(({ status, decision }) => `${status} ${decision?.verdict}`))).toEqual(
    new Set(['open reopened']),
  );
});
