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

const WIDTHS = [1440, 1024, 390] as const;

const LOOKS = [
  { name: 'light', media: { colorScheme: 'light', forcedColors: 'none' } },
  { name: 'dark', media: { colorScheme: 'dark', forcedColors: 'none' } },
  { name: 'forced', media: { colorScheme: 'dark', forcedColors: 'active' } },
] as const;

/** The pictures of the documentation, by what they show. */
const DOCUMENTED: Readonly<Record<string, string>> = {
  source: 'source',
  quotations: 'quotations',
  suggestions: 'suggestions',
};

test('the panes have their pictures taken', async ({ editor, staff, project }, info) => {
  test.slow();
  const { page } = editor;
  const article = await addText(staff.editor.api, project, { title: 'The bridge', text: TEXT });
  const desk = await new DeskPage(page).open(article);
  const pane = new CheckingPane(page);
  await desk.mark('Piotr Vale', 'role: harbour master');
  await pane.addSource(MINUTES);
  await desk.expectSaved();

  const takeAll = async (shot: string): Promise<void> => {
    // Under the pointer things look otherwise.
    await page.mouse.move(700, 890);
    for (const { name, media } of LOOKS) {
      await page.emulateMedia(media);
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: width === 390 ? 844 : 900 });
        await expect(pane.region).toBeVisible();
        const isDocumented = width === 1440 && name === 'light' && shot in DOCUMENTED;
        if (isDocumented) await takePicture(page, DOCUMENTED[shot]!, info);
        else await page.screenshot({ path: info.outputPath(`${shot}-${name}-${width}.png`) });
      }
    }
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.emulateMedia(LOOKS[0].media);
  };

  await test.step('the form of a source', async () => {
    await pane.region.getByRole('button', { name: 'Add a source' }).click();
    await pane.region.getByText('What is known of it').click();
    await takeAll('form');
    await pane.region.getByRole('button', { name: 'Cancel' }).click();
  });
  await test.step('a source, a passage of which is about to be tied', async () => {
    await pane.region.getByRole('button', { name: /^Read source 1/ }).click();
    await pane.region.getByLabel('Passage').fill('Nobody has asked the harbour master');
    await pane.region.getByLabel('contradicts').check();
    await takeAll('source');
    await page.keyboard.press('Escape');
    await expect(pane.region).toHaveCount(0);
    await page.keyboard.press('Escape');
  });
  await test.step('quotations', async () => {
    await page.keyboard.press('t');
    await expect(pane.quotes.first()).toContainText('altered');
    await takeAll('quotations');
    await page.keyboard.press('Escape');
  });
  await test.step('suggestions', async () => {
    await page.keyboard.press('p');
    await expect(pane.suggestions.first()).toBeVisible();
    await page.mouse.move(700, 890);
    await pane.suggestions.nth(2).focus();
    await takeAll('suggestions');
    await page.keyboard.press('Escape');
  });
  await test.step('what has been checked', async () => {
    await page.keyboard.press('y');
    await expect(pane.region.getByRole('group', { name: 'Next unchecked' })).toBeFocused();
    for (const [key, share] of [
      ['1', /^[1-9] %/],
      ['3', /^1\d %/],
    ] as const) {
      await page.keyboard.press(key);
      await expect(pane.region.getByRole('definition').first()).toHaveText(share);
    }
    await takeAll('coverage');
  });
});
