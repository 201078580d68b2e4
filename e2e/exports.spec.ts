import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright/test';
import { getExport } from '@/lib/contract/endpoints/exports';
import { getMe } from '@/lib/contract/endpoints/me';
import { addSource } from '@/lib/contract/endpoints/sources';
import { buildExport } from '@/prisma/builders/export';
import type { ArticleAtHand } from './fixtures/articles';
import { decideOn, makeMark } from './fixtures/marks';
import { expect, test, type Visitor } from './fixtures/test';
import { IN_SANDBOX } from './fixtures/watch-browser';
import { awake } from './pages/awake';
import { expectNoBarriers } from './reading/find-barriers';

/** The report of an article with one correction, which an editor has accepted. */
async function openCorrected({ editor, reviewer, article }: CorrectedArticle): Promise<Page> {
  const mark = await makeMark(reviewer.api, article, 'Soyug-FG', {
    tag: 'name',
    value: 'Soyug-FG',
    correction: 'Soyuz-FG',
    evidenceUrl: 'https://archive.example/launch',
  });
  await decideOn(editor.api, mark, { verdict: 'accepted' });
  editor.expectComplaint(IN_SANDBOX);
  await editor.page.goto(`/articles/${article.view.id}/report`);
  return editor.page;
}

interface CorrectedArticle {
  readonly editor: Visitor;
  readonly reviewer: Visitor;
  readonly article: ArticleAtHand;
}

const WORDED = 'The rocket is called Soyuz-FG.';

/** Words the notice, and waits until the preview has it. */
async function wordNotice(desk: Page): Promise<void> {
  const notice = desk.getByRole('textbox', { name: 'Correction' });
  await awake(notice);
  await notice.fill(WORDED);
  await expect(previewOn(desk).getByText(WORDED)).toBeVisible();
}

const previewOn = (desk: Page) => desk.frameLocator('iframe[title="Preview of the report"]');

test('notices as they are worded are in the preview and in what is downloaded', async ({
  editor,
  reviewer,
  article,
}) => {
  const desk = await openCorrected({ editor, reviewer, article });
  await wordNotice(desk);

  const coming = desk.waitForEvent('download');
  await desk.getByRole('link', { name: 'Markdown', exact: true }).click();
  const file = await coming;
  expect(file.suggestedFilename()).toMatch(/\.md$/);
  expect(await readFile(await file.path(), 'utf8')).toContain(WORDED);
});

test('quotations beside their sources and what happened are in the report when they are asked for', async ({
  editor,
  reviewer,
  article,
}) => {
  await reviewer.api.ask(addSource, {
    params: { id: article.view.id },
    body: {
      title: 'The statement',
      text: 'This was done by one human hand: there are traces of drilling sliding along the surface.',
    },
  });
  const desk = await openCorrected({ editor, reviewer, article });
  const quotes = desk.getByRole('checkbox', { name: 'Quote check' });
  await awake(quotes);
  await quotes.check();
  const preview = previewOn(desk);
  await expect(preview.getByRole('heading', { name: 'Quote check' })).toBeVisible();
  // Beside the quotation, and in the list of sources.
  await expect(preview.getByText('The statement')).toHaveCount(2);
  await desk.getByRole('checkbox', { name: 'History' }).check();
  await expect(preview.getByRole('heading', { name: 'History' })).toBeVisible();
  await expect(preview.getByText(/accepted it/)).toBeVisible();
  await expect(desk).toHaveURL(/sections=quote-check%2Chistory/);
});

test('two files asked for at once both come', async ({ editor, reviewer, article }) => {
  const desk = await openCorrected({ editor, reviewer, article });
  await wordNotice(desk);

  const saved: string[] = [];
  desk.on('download', (file) => saved.push(file.suggestedFilename().replace(/^.*\./, '')));
  await desk.getByRole('link', { name: 'Markdown', exact: true }).click();
  await desk.getByRole('link', { name: 'Spreadsheet', exact: true }).click();
  await expect.poll(() => saved.toSorted(), { timeout: 30_000 }).toEqual(['csv', 'md']);
});

test('everything is made in the background, format by format', async ({ editor, article }) => {
  // It makes every format, with a browser of its own.
  test.slow();
  const desk = editor.page;
  editor.expectComplaint(IN_SANDBOX);
  await desk.goto(`/articles/${article.view.id}/report`);
  const everything = desk.getByRole('link', { name: 'Everything' });
  await awake(everything);
  const coming = desk.waitForEvent('download', { timeout: 60_000 });
  await everything.click();
  const files = desk.getByRole('group', { name: 'Files being made' });
  await expect(files.getByRole('button', { name: 'Cancel' })).toBeVisible();
  expect((await coming).suggestedFilename()).toMatch(/\.zip$/);
  await expect(files.getByRole('status')).toContainText('11 files made');
  await expectNoBarriers(desk, 'the report with files made');

  await desk.reload();
  const [csv] = await Promise.all([
    desk.waitForEvent('download'),
    files.getByRole('link', { name: 'Spreadsheet' }).click(),
  ]);
  expect(csv.suggestedFilename()).toMatch(/\.csv$/);
});

test('an export under way is shown by every page, and called off from it', async ({ editor, article }) => {
  const { id: personId } = await editor.api.ask(getMe);
  const id = await buildExport({
    ...{ articleId: article.view.id, personId },
    ...{ formats: ['docx', 'pdf'], state: 'held' },
  });
  const desk = editor.page;
  editor.expectComplaint(IN_SANDBOX);
  await desk.goto(`/articles/${article.view.id}/report`);
  const files = desk.getByRole('group', { name: 'Files being made' });
  const cancel = files.getByRole('button', { name: 'Cancel' });
  await awake(cancel);
  await expect(files.getByRole('status')).toContainText('Waiting for other reports');
  await expect(files).toContainText('Word report, waiting');
  await expectNoBarriers(desk, 'the report with files on their way');
  await cancel.click();
  await expect(files.getByRole('status')).toContainText('Called off');
  const { status } = await editor.api.ask(getExport, { params: { id } });
  expect(status).toBe('cancelled');
  await files.getByRole('button', { name: 'Put this list away' }).click();
  await expect(files).toHaveCount(0);
});
