import type { Page } from 'playwright/test';
import { addEvidence, deleteAnnotation } from '@/lib/contract/endpoints/annotations';
import { changeArticle } from '@/lib/contract/endpoints/articles';
import { addProject } from '@/lib/contract/endpoints/projects';
import { HOSTILE_LINE as WORDS } from '@/prisma/builders/hostile-line';
import { addText } from './fixtures/articles';
import { decideOn, makeMark } from './fixtures/marks';
import { hire } from './fixtures/people';
import { expect, test } from './fixtures/test';
import { IN_SANDBOX } from './fixtures/watch-browser';
import { CheckingPane } from './pages/checking-pane';
import { DeskPage } from './pages/desk-page';

test('whatever people write is shown as they wrote it, and runs on no screen', async ({ visit, staff }) => {
  // Every screen that shows what people write, one after the other.
  test.slow();
  const writer = await hire(staff.admin.api, WORDS);
  const project = await staff.admin.api.ask(addProject, { body: { name: WORDS, editorEmail: writer.email } });
  const text = `${WORDS}\n\nSoyug-FG and ${WORDS} again`;
  const facts = { title: WORDS, byline: WORDS, text };
  const file = {
    name: `${WORDS}.txt`,
    encoding: 'utf-8' as const,
    base64: Buffer.from(text).toString('base64'),
  };
  const article = await addText(writer.api, project, { ...facts, file });
  const trashed = await addText(writer.api, project, facts);
  await writer.api.ask(changeArticle, { params: { id: trashed.view.id }, body: { trashed: true } });
  const says = { tag: 'name', value: WORDS, note: WORDS, correction: WORDS, evidenceNote: WORDS };
  const rejected = await makeMark(writer.api, article, 'Soyug-FG', says);
  await decideOn(writer.api, rejected, { verdict: 'rejected', reason: WORDS });
  const mark = await makeMark(writer.api, article, WORDS, says);
  const body = { url: 'https://rockets.example/soyuz', note: WORDS, excerpt: WORDS, locator: WORDS };
  await writer.api.ask(addEvidence, { params: { id: mark.id }, revision: mark.revision, body });
  const gone = await makeMark(writer.api, article, 'again', says);
  await writer.api.ask(deleteAnnotation, { params: { id: gone.id }, revision: gone.revision });

  const { page, expectComplaint } = await visit(writer);
  refuseDialogs(page);
  const base = `/projects/${project.id}`;
  for (const [path, least] of [
    ['/projects', 1],
    [base, 3],
    [`${base}?shelf=trash`, 2],
    [`${base}?q=${encodeURIComponent(WORDS)}`, 3],
    [`${base}?q=${encodeURIComponent(`${WORDS}?`)}`, 2],
    [`${base}/schema`, 1],
    [`${base}/members`, 2],
    [`${base}/settings`, 1],
    [`${base}/activity`, 2],
    [`${base}/trash`, 2],
    [`${base}/trash?article=${article.view.id}`, 2],
    [`${base}/corrections`, 1],
    [`/articles/${article.view.id}/history`, 2],
    [`/articles/${article.view.id}/history?at=4`, 2],
    ['/my-marks', 2],
    ['/my-marks?status=rejected', 2],
    ['/profile', 1],
  ] as const) {
    await test.step(path, async () => {
      await page.goto(path);
      await expectWords(page, least);
    });
  }

  await test.step('the desk, its windows and its panes', async () => {
    const desk = await new DeskPage(page).open(article, mark.id);
    await expectWords(page);
    await expect(desk.text.region.getByText(WORDS).first()).toBeVisible();
    await expect(desk.openCard().frame.getByText(WORDS).first()).toBeVisible();
    await desk.text.region.focus();
    for (const [key, name] of [
      ['h', 'Story of the mark'],
      ['g', 'All marks'],
    ] as const) {
      await page.keyboard.press(key);
      await expect(desk.dialog(name).getByText(WORDS).first()).toBeVisible();
      await expectWords(page);
      await page.keyboard.press('Escape');
      await expect(desk.dialog(name)).toHaveCount(0);
    }
    const pane = new CheckingPane(page);
    await pane.addSource(WORDS);
    await pane.region.getByRole('button', { name: /^Read source 1/ }).click();
    await expect(pane.region.getByRole('region', { name: 'Text of the source' })).toContainText(WORDS);
    await expectWords(page);
    await desk.expectSaved();
  });

  await test.step('the report and its preview', async () => {
    expectComplaint(IN_SANDBOX);
    await page.goto(`/articles/${article.view.id}/report?status=open,rejected`);
    await expectWords(page);
    const preview = page.frameLocator('iframe');
    await expect(preview.getByRole('heading', { level: 1 })).toHaveText(WORDS);
    await expect(preview.locator('img, script:not([type="application/ld+json"])')).toHaveCount(0);
  });

  await test.step('the people, for an administrator', async () => {
    const admin = await visit(staff.admin);
    refuseDialogs(admin.page);
    await admin.page.goto(`/people?q=${encodeURIComponent(WORDS)}`);
    await expectWords(admin.page);
  });
});

function refuseDialogs(page: Page): void {
  page.on('dialog', (dialog) => {
    throw new Error(`What somebody wrote has run, and says “${dialog.message()}”.`);
  });
}

/** The words are read on the page or stand in a field, that often at least; and none of them has become an element. */
async function expectWords(page: Page, least = 1): Promise<void> {
  await expect
    .poll(() =>
      page.evaluate((words) => {
        const fields = [...document.querySelectorAll<HTMLInputElement>('input, textarea')];
        const shown = [document.body.innerText, ...fields.map(({ value }) => value)];
        return shown.reduce((times, text) => times + text.split(words).length - 1, 0);
      }, WORDS),
    )
    .toBeGreaterThanOrEqual(least);
  await expect(page.getByRole('status', { name: /^Loading/ })).toHaveCount(0);
  const elements = await page.evaluate(() => ({
    images: document.querySelectorAll('img[onerror], img[src="x"]').length,
    scripts: [...document.scripts].filter((script) => script.text === 'alert(1)').length,
  }));
  expect(elements).toEqual({ images: 0, scripts: 0 });
}
