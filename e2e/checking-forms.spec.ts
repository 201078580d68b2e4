import type { Page } from 'playwright/test';
import { listSources } from '@/lib/contract/endpoints/sources';
import { addText, type ArticleAtHand } from './fixtures/articles';
import { marksOn } from './fixtures/marks';
import { expect, test } from './fixtures/test';
import { IN_SANDBOX } from './fixtures/watch-browser';
import { CheckingPane } from './pages/checking-pane';
import { DeskPage } from './pages/desk-page';

let article: ArticleAtHand;
test.beforeEach(async ({ staff, project }) => {
  const text = 'The bridge stays open, Anna Harmsen said on the the pier.';
  article = await addText(staff.editor.api, project, { title: 'The bridge', text });
});

/** Keeps what is asked of an address from the server until it is released; `asked` is when there is something. */
async function holdBack(page: Page, address: string, method: 'GET' | 'POST' = 'POST') {
  let release = (): void => undefined;
  let ask = (): void => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  const asked = new Promise<void>((resolve) => (ask = resolve));
  await page.route(address, async (route) => {
    if (route.request().method() !== method) return route.fallback();
    ask();
    await held;
    await route.continue();
  });
  return { release, asked };
}

test('a source that is being written waits, and the browser asks before the page is left', async ({
  reviewer,
  project,
}) => {
  const { page } = reviewer;
  const desk = await new DeskPage(page).open(article);
  const pane = new CheckingPane(page);
  const words = pane.region.getByLabel('Text of the source');
  await page.keyboard.press('o');
  await pane.region.getByRole('button', { name: 'Add the first source' }).click();
  await words.fill('The minutes, half of them');
  await test.step('over a look at another screen', async () => {
    await page.getByRole('link', { name: project.name }).click();
    await page.getByRole('link', { name: 'The bridge' }).first().click();
    await desk.arrive();
    await page.keyboard.press('o');
    await expect(words).toHaveValue('The minutes, half of them');
  });
  const isAskedAbout = async (): Promise<void> => {
    const asked = page.waitForEvent('dialog');
    await page.close({ runBeforeUnload: true });
    const dialog = await asked;
    expect(dialog.type()).toBe('beforeunload');
    await dialog.dismiss();
  };
  await test.step('and is not lost without a word where the page is left', async () => {
    await isAskedAbout();
    await expect(words).toHaveValue('The minutes, half of them');
  });
  await test.step('nor where something else was being written beside it', async () => {
    await desk.text.drag('Anna Harmsen');
    await desk.tagLine.input.fill('role: mayor');
    await page.keyboard.press('Escape');
    await expect(desk.tagLine.frame).toHaveCount(0);
    await isAskedAbout();
    await expect(words).toHaveValue('The minutes, half of them');
  });
  await test.step('nor where another screen is left', async () => {
    await page.getByRole('link', { name: project.name }).click();
    await expect(page.getByRole('link', { name: 'The bridge' }).first()).toBeVisible();
    await isAskedAbout();
    await page.getByRole('link', { name: 'The bridge' }).first().click();
    await desk.arrive();
    await page.keyboard.press('o');
    await expect(words).toHaveValue('The minutes, half of them');
  });
  await test.step('until it is taken away', async () => {
    await pane.region.getByRole('button', { name: 'Cancel' }).click();
    await expect(words).toHaveCount(0);
    await page.reload();
    await desk.arrive();
  });
});

test('a document is read on while its pane is closed', async ({ reviewer }) => {
  const { page } = reviewer;
  const desk = await new DeskPage(page).open(article);
  const pane = new CheckingPane(page);
  const { release } = await holdBack(page, '**/readings');
  await pane.chooseFile('minutes.html', '<title>Minutes</title><p>It stays.');
  await expect(pane.region.getByRole('status').filter({ hasText: 'Reading minutes.html…' })).toBeVisible();
  await pane.region.getByRole('button', { name: 'Close the pane' }).click();
  await expect(pane.region).toHaveCount(0);
  release();
  await expect(desk.message(/^Read minutes\.html\. It waits among the sources/)).toBeVisible();
  await page.keyboard.press('o');
  await expect(pane.region.getByLabel('Text of the source')).toHaveValue('It stays.');
  await pane.region.getByRole('button', { name: 'Add the source' }).click();
  await expect(pane.region.getByRole('button', { name: 'Read source 1: Minutes' })).toBeVisible();
});

test('a document is read on, and a source added, over a look at another screen', async ({
  reviewer,
  project,
}) => {
  const { page } = reviewer;
  const desk = await new DeskPage(page).open(article);
  const pane = new CheckingPane(page);
  const words = pane.region.getByLabel('Text of the source');
  const lookElsewhere = async (): Promise<void> => {
    await page.getByRole('link', { name: project.name }).click();
    await expect(page.getByRole('link', { name: 'The bridge' }).first()).toBeVisible();
  };
  const comeBack = async (): Promise<void> => {
    await page.getByRole('link', { name: 'The bridge' }).first().click();
    await desk.arrive();
    await page.keyboard.press('o');
    await expect(pane.region).toBeVisible();
  };
  const reading = await holdBack(page, '**/readings');
  await pane.chooseFile('minutes.html', '<title>Minutes</title><p>It stays.');
  await expect(pane.region.getByRole('status').filter({ hasText: 'Reading minutes.html…' })).toBeVisible();
  await lookElsewhere();
  await comeBack();
  await expect(pane.region.getByRole('status').filter({ hasText: 'Reading minutes.html…' })).toBeVisible();
  reading.release();
  await expect(words).toHaveValue('It stays.');

  const adding = await holdBack(page, '**/sources');
  await pane.region.getByRole('button', { name: 'Add the source' }).click();
  await adding.asked;
  await lookElsewhere();
  await comeBack();
  await expect(pane.region.getByRole('button', { name: 'Add the source' })).toBeDisabled();
  await lookElsewhere();
  adding.release();
  await expect(desk.message('Added source 1.')).toBeVisible();
  await comeBack();
  await expect(pane.region.getByRole('button', { name: 'Read source 1: Minutes' })).toBeVisible();
  await expect(words).toHaveCount(0);
  const { items } = await reviewer.api.ask(listSources, { params: { id: article.view.id } });
  expect(items).toHaveLength(1);
});

test('what begins as a link and is none is no evidence', async ({ reviewer }) => {
  const { page } = reviewer;
  const desk = await new DeskPage(page).open(article);
  const card = await desk.mark('Anna Harmsen', 'role: mayor');
  await card.frame.getByRole('button', { name: 'Add evidence' }).click();
  const form = card.form('Add evidence');
  await form.getByLabel('Link or note').fill('https:// the minutes');
  await form.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(form).toContainText('is no link that can be opened');
  await form.getByLabel('Link or note').fill('https://example.org/minutes page 3');
  await form.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(form).toHaveCount(0);
  await desk.expectSaved();
  expect(await marksOn(reviewer.api, article)).toMatchObject([
    { evidence: [{ url: 'https://example.org/minutes', note: 'page 3' }] },
  ]);
});

test('while an article is checked, the pane says so', async ({ reviewer }) => {
  const { page } = reviewer;
  await new DeskPage(page).open(article);
  const pane = new CheckingPane(page);
  const { release } = await holdBack(page, '**/suggestions', 'GET');
  await page.keyboard.press('p');
  await expect(pane.region.getByRole('status').filter({ hasText: /^Checking the text…/ })).toBeVisible();
  release();
  await expect(pane.suggestions.first()).toBeVisible();
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('the panes and the report are at the thumb', async ({ reviewer }) => {
    const { page } = reviewer;
    await new DeskPage(page).open(article);
    const pane = new CheckingPane(page);
    for (const name of ['Suggestions', 'Quotations', 'Sources', 'Checked']) {
      await page.getByRole('navigation', { name: 'Desk' }).getByRole('button', { name: 'Check' }).click();
      await page.getByRole('menuitem', { name }).click();
      await expect(pane.region.getByRole('heading', { name, exact: true })).toBeVisible();
      await pane.region.getByRole('button', { name: 'Close the pane' }).click();
      await expect(pane.region).toHaveCount(0);
    }
    reviewer.expectComplaint(IN_SANDBOX);
    await page.getByRole('link', { name: 'Report', exact: true }).click();
    await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
    await expect(page).toHaveURL(/\/report/);
  });
});
