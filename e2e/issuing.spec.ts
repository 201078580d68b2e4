import { getExport } from '@/lib/contract/endpoints/exports';
import { getMe } from '@/lib/contract/endpoints/me';
import { buildExport } from '@/prisma/builders/export';
import { decideOn, makeMark } from './fixtures/marks';
import { expect, test } from './fixtures/test';
import { IN_SANDBOX } from './fixtures/watch-browser';
import { awake } from './pages/awake';
import { expectNoBarriers } from './reading/find-barriers';

const NAME = {
  tag: 'name',
  value: 'Soyug-FG',
  correction: 'Soyuz-FG',
  note: 'The rocket, not the ship.',
  evidenceUrl: 'https://archive.example/launch',
} as const;

test('a report is issued, superseded, made public and taken back', async ({
  editor,
  reviewer,
  article,
  page,
  watched,
}) => {
  // It makes every format twice.
  test.slow();
  const mark = await makeMark(reviewer.api, article, 'Soyug-FG', NAME);
  await decideOn(editor.api, mark, { verdict: 'accepted' });
  const desk = editor.page;
  editor.expectComplaint(IN_SANDBOX);
  await desk.goto(`/articles/${article.view.id}/report`);

  const issue = desk.getByRole('button', { name: /^Issue report/ });
  await awake(issue);
  const notice = desk.getByRole('textbox', { name: 'Correction' });
  await expect(notice).toHaveValue(/misspelled a name: it is “Soyuz-FG”, not “Soyug-FG”/);
  await notice.fill('The rocket is called Soyuz-FG.');
  await desk.reload();
  await awake(issue);
  await expect(notice).toHaveValue('The rocket is called Soyuz-FG.');
  await desk.getByRole('textbox', { name: 'Prepared by' }).fill('The checking desk');
  await issue.click();
  await desk.getByRole('alertdialog').getByRole('button', { name: 'Issue' }).click();
  const issued = desk.getByRole('region', { name: 'Issued reports' });
  await expect(desk.getByText('Report 1 is issued')).toBeVisible({ timeout: 60_000 });
  await expect(issued).toContainText('Report 1');
  await expect(issued).toContainText('prepared by The checking desk');

  await issued.getByRole('button', { name: 'Make report 1 public' }).click();
  const address = issued.getByRole('textbox', { name: 'Public address of report 1' });
  const url = new URL(await address.inputValue());
  await page.goto(url.pathname);
  await expect(page.getByRole('heading', { level: 1, name: article.view.title })).toBeVisible();
  await expect(page.getByText('was superseded')).toHaveCount(0);

  await desk.getByRole('button', { name: 'Issue report 2' }).click();
  await expect(desk.getByRole('alertdialog')).toContainText(
    'The public address of report 1 stays and will say that it is superseded.',
  );
  await desk.getByRole('alertdialog').getByRole('button', { name: 'Issue' }).click();
  await expect(issued).toContainText('Report 2 took its place', { timeout: 60_000 });

  const [download] = await Promise.all([
    desk.waitForEvent('download'),
    issued.getByRole('link', { name: 'Report 1: spreadsheet' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/-corrections\.csv$/);

  await expectNoBarriers(desk, 'the report with an issued one');

  await page.goto(url.pathname);
  await expect(page.getByRole('heading', { level: 1, name: article.view.title })).toBeVisible();
  await expect(page.getByText('The rocket is called Soyuz-FG.')).toBeVisible();
  await expect(page.getByText('The rocket, not the ship.')).toHaveCount(0);
  const superseded = page.getByRole('complementary', { name: 'Superseded' });
  await expect(superseded).toContainText('This report was superseded by report 2 on');
  await expect(superseded.getByRole('link')).toHaveCount(0);
  await issued.getByRole('button', { name: 'Make report 2 public' }).click();
  await expect(issued.getByRole('textbox', { name: 'Public address of report 2' })).toBeVisible();
  await page.reload();
  await superseded.getByRole('link', { name: 'report 2' }).click();
  await expect(page.getByText('it takes the place of report 1')).toBeVisible();
  await expect(superseded).toHaveCount(0);
  await page.goBack();
  await expect(superseded).toBeVisible();
  const issuedPage = await (await page.request.get(url.pathname)).text();
  // Where it is served nothing may run, not even what looks for barriers.
  await page.goto('about:blank');
  await page.setContent(issuedPage);
  await expectNoBarriers(page, 'the public page');

  await desk.goto(`/projects/${article.view.projectId}/corrections`);
  await expect(desk.getByRole('heading', { level: 2, name: article.view.title })).toBeVisible();
  await expect(desk.getByText('Report 2, issued')).toBeVisible();
  await expect(desk.getByText('Soyuz-FG')).toBeVisible();
  await expectNoBarriers(desk, 'the corrections log');
  await desk.getByLabel('Issued from').fill('2999-01-01');
  await desk.getByRole('button', { name: 'Show' }).click();
  await expect(desk.getByText('No correction fits')).toBeVisible();
  await desk.goto(`/articles/${article.view.id}/report`);
  await awake(issue);

  await issued.getByRole('button', { name: 'Revoke the address of report 1' }).click();
  await desk.getByRole('alertdialog').getByRole('button', { name: 'Revoke' }).click();
  // An open dialog hides the page behind it, so that what is gone says nothing: what is there does.
  await expect(issued.getByRole('button', { name: 'Make report 1 public' })).toBeVisible();
  await expect(address).toHaveCount(0);
  watched.expectComplaint(IN_SANDBOX);
  watched.expectComplaint(/status of 404/);
  expect((await page.goto(url.pathname))?.status()).toBe(404);
  const gone = page.getByRole('heading', { level: 1, name: 'There is no report here' });
  const ground = (): Promise<string> => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  for (const [colorScheme, color] of [
    ['light', 'rgb(247, 242, 232)'],
    ['dark', 'rgb(21, 20, 18)'],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    await expect(gone).toBeVisible();
    await expect.poll(ground).toBe(color);
    await expectNoBarriers(page, `an address without a report, ${colorScheme}`);
  }
});

test('a report on its way out is shown by every page, and called off from it', async ({
  editor,
  article,
}) => {
  const { id: personId } = await editor.api.ask(getMe);
  const id = await buildExport({
    ...{ articleId: article.view.id, personId },
    ...{ formats: ['csv', 'pdf'], state: 'held', issues: true },
  });
  const desk = editor.page;
  editor.expectComplaint(IN_SANDBOX);
  await desk.goto(`/articles/${article.view.id}/report`);
  const issuing = desk.getByRole('group', { name: 'Report being issued' });
  const cancel = issuing.getByRole('button', { name: 'Cancel' });
  await awake(cancel);
  await expect(issuing.getByRole('status')).toContainText('Waiting for other reports');
  await expectNoBarriers(desk, 'a report on its way out');
  await cancel.click();
  await expect(issuing.getByRole('status')).toContainText('Called off');
  const { status, reportId } = await editor.api.ask(getExport, { params: { id } });
  expect([status, reportId]).toEqual(['cancelled', null]);
  await expect(desk.getByRole('button', { name: 'Issue report 1' })).toBeEnabled();
});

test('an issue that failed is told to who did not look on, until it is put away', async ({
  editor,
  article,
}) => {
  const { id: personId } = await editor.api.ask(getMe);
  await buildExport({
    ...{ articleId: article.view.id, personId },
    ...{ formats: ['csv'], state: 'failed', issues: true },
  });
  const desk = editor.page;
  editor.expectComplaint(IN_SANDBOX);
  await desk.goto(`/articles/${article.view.id}/report`);
  const told = desk.getByRole('alert').filter({ hasText: 'The report was not issued' });
  const again = told.getByRole('button', { name: 'Try again' });
  await awake(again);
  await expect(told).toContainText('It broke off.');
  await expectNoBarriers(desk, 'a report that was not issued');
  await again.click();
  await desk
    .getByRole('alertdialog', { name: 'Issue report 1?' })
    .getByRole('button', { name: 'Cancel' })
    .click();
  await expect(again).toBeVisible();
  await told.getByRole('button', { name: 'Put this away' }).click();
  await expect(told).toHaveCount(0);
  await desk.reload();
  await awake(desk.getByRole('button', { name: 'Issue report 1' }));
  await expect(told).toHaveCount(0);
  // The server knows nothing of what was put away, so it does not tell it at all.
  const sent = await (await desk.request.get(`/articles/${article.view.id}/report`)).text();
  expect(sent).toContain('Notices and sign-off');
  expect(sent).not.toContain('The report was not issued');
});

test('what collides and what is undecided is said before a report goes out', async ({
  editor,
  reviewer,
  article,
}) => {
  const style = { tag: 'style', value: 'hyphen' } as const;
  for (const [quotation, correction] of [
    ['a Soyug-FG rocket', 'a Soyuz-FG rocket'],
    ['Soyug-FG', 'Soyuz-FG'],
  ] as const) {
    const mark = await makeMark(reviewer.api, article, quotation, { ...style, correction });
    await decideOn(editor.api, mark, { verdict: 'accepted' });
  }
  const open = [];
  for (const nth of [0, 1, 2, 3, 4, 5, 6, 7, 8]) {
    open.push(await makeMark(reviewer.api, article, 'the ', { ...style, nth }));
  }
  const { id: personId } = await editor.api.ask(getMe);
  await buildExport({
    ...{ articleId: article.view.id, personId },
    ...{ formats: ['csv'], state: 'failed', issues: true },
  });
  const desk = editor.page;
  editor.expectComplaint(IN_SANDBOX);
  await desk.goto(`/articles/${article.view.id}/report`);
  const again = desk.getByRole('button', { name: 'Try again' });
  await expect(again).toBeDisabled();
  await expect(
    desk.getByText(
      'Tracked Word, Corrected text and Patch wait until they are settled, and so does issuing.',
    ),
  ).toBeVisible();
  await expect(desk.getByRole('link', { name: 'and 1 more on the desk' })).toHaveAttribute(
    'href',
    `/articles/${article.view.id}#mark-${open.at(-1)!.id}`,
  );
  const way = desk.getByRole('navigation', { name: 'The way back' });
  await expect(way.getByRole('link', { name: 'Back to the desk' })).toBeVisible();
  await expect(way.getByRole('link').last()).toHaveAttribute('href', `/projects/${article.view.projectId}`);

  const outermost = desk.getByRole('link', { name: 'let the longest win' });
  await awake(outermost);
  await outermost.click();
  const preview = desk.frameLocator('iframe[title="Preview of the report"]');
  await expect(
    preview.getByText('Not made by itself: another correction that it collides with was made'),
  ).toHaveCount(1);
  await expect(desk.getByText('1 correction will not be made')).toBeVisible();
  await expect(again).toBeEnabled();
  await desk.getByRole('button', { name: 'Issue report 1' }).click();
  await expect(desk.getByRole('alertdialog')).toContainText('9 marks are undecided.');
});

test('nobody issues what they have not seen, nor words of marks that have changed', async ({
  editor,
  reviewer,
  article,
}) => {
  const accept = async (quote: string, correction: string): Promise<void> => {
    const mark = await makeMark(reviewer.api, article, quote, { ...NAME, value: quote, correction });
    await decideOn(editor.api, mark, { verdict: 'accepted' });
  };
  await accept('Soyug-FG', 'Soyuz-FG');
  const desk = editor.page;
  editor.expectComplaint(IN_SANDBOX);
  await desk.goto(`/articles/${article.view.id}/report`);
  const issue = desk.getByRole('button', { name: 'Issue report 1' });
  await awake(issue);
  const notice = desk.getByRole('textbox', { name: 'Correction' });
  await notice.fill('The rocket is called Soyuz-FG.');
  const outdated = desk.getByText('The marks have changed since this was worded.');
  await expect(outdated).toHaveCount(0);

  await accept('Alexy Ovchinin', 'Aleksey Ovchinin');
  await issue.click();
  await desk.getByRole('alertdialog').getByRole('button', { name: 'Issue' }).click();
  await expect(desk.getByText('have changed since this report was looked at')).toBeVisible();
  await expect(outdated).toContainText('“Aleksey Ovchinin”');
  await expect(notice).toHaveValue('The rocket is called Soyuz-FG.');
  await desk.getByRole('button', { name: 'Back to the draft' }).click();
  await expect(outdated).toHaveCount(0);
  await expect(notice).toHaveValue(/“Aleksey Ovchinin”/);
});

test('a reviewer sees what was issued and issues nothing', async ({ editor, reviewer, article }) => {
  for (const { expectComplaint } of [editor, reviewer]) expectComplaint(IN_SANDBOX);
  await editor.page.goto(`/articles/${article.view.id}/report`);
  await expect(editor.page.getByRole('button', { name: 'Issue report 1' })).toBeVisible();
  await reviewer.page.goto(`/articles/${article.view.id}/report`);
  await expect(reviewer.page.getByRole('heading', { name: 'Notices and sign-off' })).toBeVisible();
  await expect(reviewer.page.getByRole('button', { name: /^Issue report/ })).toHaveCount(0);
});
