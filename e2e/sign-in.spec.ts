import { hire, makeAccount, PASSWORD } from './fixtures/people';
import { takePicture } from './fixtures/pictures';
import { expect, test } from './fixtures/test';
import { pressFirst } from './pages/awake';
import { DeskPage } from './pages/desk-page';
import { SignInPage } from './pages/sign-in-page';

test('the demo is one press away and shows a desk with marks on it', async ({ page }, info) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  const door = new SignInPage(page);
  await door.open();
  await expect(door.demo.getByRole('button')).toHaveCount(2);
  await door.demoButton('reviewer').click();
  await expect(page.getByRole('button', { name: /, your menu$/ })).toBeVisible();
  await page.goto('/projects');
  await page.getByRole('link', { name: 'Demo desk' }).click();
  await page.getByRole('link', { name: /^Soyuz MS-09/ }).click();
  const desk = await new DeskPage(page).arrive();
  await desk.text.expectMarked('international space station');
  await desk.card('capitalisation: international space station').open();
  await takePicture(page, 'desk', info);
  await page.getByRole('button', { name: /, your menu$/ }).click();
  await expect(page.getByRole('menuitem', { name: 'Profile' })).toBeVisible();
  await expect(page.getByRole('menuitem', { name: 'People' })).toHaveCount(0);
});

test('the article can be read before any script has run', async ({ visit, staff, article }) => {
  const { page } = await visit(staff.reviewer, { javaScriptEnabled: false });
  await page.goto(`/articles/${article.view.id}`);
  await expect(page.getByRole('region', { name: 'Article text' })).toContainText('on a Soyug-FG rocket.');
});

test('whoever asks for a screen comes back to it after signing in', async ({
  page,
  watched,
  article,
  project,
  staff,
}) => {
  await page.goto(`/articles/${article.view.id}`);
  const door = new SignInPage(page);
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  watched.expectComplaint(/status of 401/);
  await pressFirst(door.email);
  await door.signIn(staff.reviewer.email, `${PASSWORD}, not`);
  await expect(page.getByRole('alert').filter({ hasText: 'do not belong together' })).toBeVisible();
  await door.signIn(staff.reviewer.email);
  await new DeskPage(page).arrive();
  await expect(page.getByRole('link', { name: project.name })).toBeVisible();
});

test('signing out closes every screen', async ({ page, context }) => {
  const { email } = await makeAccount({ name: 'Olga Brandt' });
  const door = new SignInPage(page);
  await door.open();
  await door.signIn(email);
  await expect(page.getByRole('heading', { name: 'You are in no project yet' })).toBeVisible();
  const other = await context.newPage();
  await other.goto('/profile');
  await pressFirst(page.getByRole('button', { name: 'Olga Brandt, your menu' }));
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await other.reload();
  await expect(other.getByRole('heading', { name: 'Sign in' })).toBeVisible();
});

test('what is missing and what is not for one’s eyes look the same', async ({
  visit,
  article,
  project,
  admin,
}) => {
  const stranger = await visit(await hire(admin.api, 'Sven Fremd'));
  stranger.expectComplaint(/status of 404/);
  const nowhere = '01900000-0000-7000-8000-000000000000';
  for (const path of [
    `/projects/${project.id}`,
    `/projects/${project.id}/schema`,
    `/articles/${article.view.id}`,
    `/articles/${nowhere}`,
    '/articles/nonsense',
    '/people',
    '/no-such-screen',
  ]) {
    await stranger.page.goto(path);
    await expect(
      stranger.page.getByRole('heading', { name: 'There is nothing here for you' }),
      path,
    ).toBeVisible();
  }
  admin.expectComplaint(/status of 404/);
  await admin.page.goto(`/articles/${article.view.id}`);
  await expect(admin.page.getByRole('heading', { name: 'There is nothing here for you' })).toBeVisible();
});
