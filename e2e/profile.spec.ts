import { getMe } from '@/lib/contract/endpoints/me';
import { addProject, listProjects } from '@/lib/contract/endpoints/projects';
import { join } from './fixtures/articles';
import { DeskApi } from './fixtures/desk-api';
import { hire, openRequests, PASSWORD } from './fixtures/people';
import { expect, test } from './fixtures/test';
import { awake, pressFirst } from './pages/awake';
import { DeskPage } from './pages/desk-page';
import { messageOn } from './pages/messages';
import { SignInPage } from './pages/sign-in-page';

test('a token made here works with the API, as far as its scope goes, until it is revoked', async ({
  editor,
  project,
}) => {
  const { page } = editor;
  await page.goto('/profile');
  await pressFirst(page.getByRole('button', { name: 'New token' }));
  const form = page.getByRole('dialog', { name: 'New token' });
  const name = `CMS import ${project.name}`;
  await form.getByLabel('Name').fill(name);
  await form.getByRole('radio', { name: /^read/ }).click();
  await form.getByRole('button', { name: 'Make token' }).click();
  const made = page.getByRole('dialog', { name: `The token “${name}”` });
  const token = await made.getByLabel('Token').inputValue();
  await made.getByRole('button', { name: 'Done' }).click();

  const http = await openRequests(token);
  const program = new DeskApi(http);
  expect(await program.ask(getMe)).toMatchObject({ email: editor.email, scope: 'read' });
  const { items } = await program.ask(listProjects);
  expect(items.map(({ id }) => id)).toContain(project.id);
  expect(await program.askInVain(addProject, { body: { name: 'By a token' } })).toMatchObject({
    code: 'forbidden',
  });

  await page
    .getByRole('list', { name: 'Your tokens' })
    .getByRole('button', { name: `Revoke ${name}` })
    .click();
  await expect(messageOn(page, 'no longer works')).toBeVisible();
  expect(await program.askInVain(getMe)).toMatchObject({ code: 'unauthenticated' });
  await http.dispose();
});

test('single keys can be switched off, and then do nothing', async ({ visit, staff, project, article }) => {
  const person = await hire(staff.admin.api, 'Dora Diktat');
  await join(staff.editor.api, project, person.email, 'editor');
  const { page } = await visit(person);
  await page.goto('/profile');
  await pressFirst(page.getByRole('switch', { name: 'Single keys on the desk' }));
  await expect(messageOn(page, 'Single keys are off')).toBeVisible();

  const desk = await new DeskPage(page).open(article);
  await page.keyboard.press('c');
  await page.keyboard.press('g');
  await page.keyboard.press('q');
  await page.keyboard.press('Shift+?');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByTestId('text-caret')).toHaveCount(0);

  await page.keyboard.press('Alt+c');
  await expect(page.getByTestId('text-caret')).toHaveCount(1);
  await page.keyboard.press('Alt+c');
  await page.keyboard.press('Control+k');
  await expect(desk.dialog('All commands')).toBeVisible();
  await page.keyboard.type('keys');
  await page.keyboard.press('Enter');
  await expect(desk.dialog('Keys')).toContainText('Single keys are switched off');
  await page.keyboard.press('Escape');

  await desk.text.drag('Soyug-FG');
  await expect(desk.tagLine.input).toBeFocused();
  await desk.tagLine.save('name misspelled: Soyug-FG => Soyuz-FG');
  await page.keyboard.press('a');
  await desk.openCard().expectStatus('open');
  await desk.expectSaved();
});

test('the question mark shows the keys', async ({ editor, article }) => {
  const desk = await new DeskPage(editor.page).open(article);
  await editor.page.keyboard.press('Shift+?');
  const help = desk.dialog('Keys');
  await expect(help.getByText('Next undecided mark')).toBeVisible();
  await editor.page.keyboard.press('Escape');
  await expect(help).toHaveCount(0);
  await expect(desk.text.region).toBeFocused();
});

test('a name and a password are changed', async ({ visit, staff, page }) => {
  const person = await hire(staff.admin.api, 'Nora Alt');
  const { page: profile } = await visit(person);
  await profile.goto('/profile');
  await awake(profile.getByRole('button', { name: 'Save name' }));
  await profile.getByLabel('Your name').fill('Nora Neu');
  await profile.getByRole('button', { name: 'Save name' }).click();
  await expect(profile.getByRole('button', { name: 'Nora Neu, your menu' })).toBeVisible();

  const changed = 'a hundred ferrymen sing at noon';
  await profile.getByLabel('Current password').fill(PASSWORD);
  await profile.getByLabel('New password').fill(changed);
  await profile.getByRole('button', { name: 'Change password' }).click();
  await expect(messageOn(profile, 'The password is changed')).toBeVisible();

  const door = new SignInPage(page);
  await door.open();
  await door.signIn(person.email, changed);
  await expect(page.getByRole('button', { name: 'Nora Neu, your menu' })).toBeVisible();
});

test('the theme is kept', async ({ reviewer }) => {
  const { page } = reviewer;
  await page.goto('/profile');
  const background = (): Promise<string> =>
    page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const light = await background();
  await pressFirst(page.getByRole('radio', { name: /^Dark/ }));
  await expect.poll(background).not.toBe(light);
  const dark = await background();
  await page.goto('/my-marks');
  expect(await background()).toBe(dark);
});
