import { expect, test } from './fixtures/test';
import { DeskPage } from './pages/desk-page';

test('a button says what it does under the mouse and at the focus of the keyboard', async ({
  reviewer,
  article,
}) => {
  const { page } = reviewer;
  await new DeskPage(page).open(article);
  const commands = page.getByRole('button', { name: 'All commands' });
  const tip = page.getByText(/^All commands/);
  await expect(tip).toHaveCount(0);

  // The first move of all has the words fetched; a mouse that comes goes on moving.
  await expect(async () => {
    await commands.hover({ position: { x: 10, y: 10 } });
    await commands.hover({ position: { x: 12, y: 12 } });
    await expect(tip).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await page.mouse.move(400, 500);
  await expect(tip).toHaveCount(0);

  await page.getByRole('button', { name: 'Download', exact: true }).focus();
  await page.keyboard.press('Shift+Tab');
  await expect(commands).toBeFocused();
  await expect(tip).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(tip).toHaveCount(0);
});
