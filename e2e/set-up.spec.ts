import { DESK } from './fixtures/environment';
import { ADMIN, PASSWORD } from './fixtures/people';
import { expect, test } from './fixtures/test';
import { awake, pressFirst } from './pages/awake';

test('whoever has the set-up link becomes the first administrator, once', async ({ page }) => {
  await page.goto(DESK.setUpLink);
  await expect(page.getByRole('heading', { name: 'Set up this desk' })).toBeVisible();
  const submit = page.getByRole('button', { name: 'Set up and sign in' });
  await awake(submit);
  await page.getByLabel('E-mail address').fill(ADMIN.email);
  await page.getByLabel('Your name').fill(ADMIN.name);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await submit.click();

  await expect(page.getByRole('heading', { name: 'Projects', exact: true })).toBeVisible();
  await pressFirst(page.getByRole('button', { name: `${ADMIN.name}, your menu` }));
  await expect(page.getByRole('menuitem', { name: 'People' })).toBeVisible();

  await page.goto(DESK.setUpLink);
  await expect(page.getByRole('heading', { name: 'Set up this desk' })).toHaveCount(0);
  await expect(page.getByText('Once there is an administrator')).toBeVisible();
});
