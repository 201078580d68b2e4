import { addText } from './fixtures/articles';
import { takePicture } from './fixtures/pictures';
import { expect, test } from './fixtures/test';
import { CheckingPane } from './pages/checking-pane';
import { DeskPage } from './pages/desk-page';

const TEXT = `The bridge stays open

The harbour board met on Monday. “We will close the old bridge at last, and everybody has been told of it,” Anna Harmsen said on the the pier.

“Nobody has asked the harbour master,” said Piotr Vale. Later the the board left. Anna Harmsen and Pjotr Vale met again on 31 June, and Mr Vale said that the cost had risen from 200 to 300 crowns, or by 40 per cent.

The old bridge was built in 1911. It carries 1,200 carts a day , most of them in summer.`;

const MINUTES = `Minutes of the harbour board

Anna Harmsen: We will not close the old bridge at last, and everybody was told of it.

Piotr Vale: Nobody has asked the harbour master.`;

test('the panes have their pictures taken', async ({ editor, staff, project }, info) => {
  const { page } = editor;
  const article = await addText(staff.editor.api, project, { title: 'The bridge', text: TEXT });
  const desk = await new DeskPage(page).open(article);
  const pane = new CheckingPane(page);
  await desk.mark('Piotr Vale', 'role: harbour master');
  await pane.addSource(MINUTES);
  await desk.expectSaved();

  const take = async (shot: string): Promise<void> => {
    // Under the pointer things look otherwise.
    await page.mouse.move(700, 890);
    await takePicture(page, shot, info);
  };

  await test.step('a source, a passage of which is about to be tied', async () => {
    await pane.region.getByRole('button', { name: /^Read source 1/ }).click();
    await pane.region.getByLabel('Passage').fill('Nobody has asked the harbour master');
    await pane.region.getByLabel('contradicts the text as it stands').check();
    await take('source');
    await page.keyboard.press('Escape');
    await expect(pane.region).toHaveCount(0);
    await page.keyboard.press('Escape');
  });
  await test.step('quotations', async () => {
    await page.keyboard.press('t');
    await expect(pane.quotes.first()).toContainText('altered');
    await take('quotations');
    await page.keyboard.press('Escape');
  });
  await test.step('suggestions', async () => {
    await page.keyboard.press('p');
    await expect(pane.suggestions.first()).toBeVisible();
    await pane.suggestions.nth(2).focus();
    await take('suggestions');
    await page.keyboard.press('Escape');
  });
});
