import { changeAnnotation, deleteAnnotation } from '@/lib/contract/endpoints/annotations';
import { makeMark, marksOn } from './fixtures/marks';
import { expect, test } from './fixtures/test';
import { DeskPage } from './pages/desk-page';

const NAME = { tag: 'name', value: 'Soyug-FG', correction: 'Soyuz-FG' } as const;

test('a mark tells its story, and an earlier state comes back and can be undone', async ({
  reviewer,
  article,
}) => {
  const mark = await makeMark(reviewer.api, article, 'Soyug-FG', NAME);
  await reviewer.api.ask(changeAnnotation, {
    params: { id: mark.id },
    revision: 1,
    body: { correction: 'Sojus-FG', note: 'see the log' },
  });
  const desk = await new DeskPage(reviewer.page).open(article, mark.id);
  await expect(desk.openCard().frame).toContainText('see the log');
  await desk.text.region.focus();
  await reviewer.page.keyboard.press('h');
  const story = desk.dialog('Story of the mark');
  await expect(story.getByRole('listitem')).toHaveCount(2);
  await expect(story.getByRole('listitem').first()).toContainText('Soyuz-FGSojus-FG');
  await story.getByRole('button', { name: 'Restore this state' }).click();
  await desk.expectStored(reviewer.api, article, [{ correction: 'Soyuz-FG', note: null, revision: 3 }]);
  await desk.undo();
  await desk.expectStored(reviewer.api, article, [{ correction: 'Sojus-FG', note: 'see the log' }]);
});

test('an article is seen as it was, and the way back leads to now', async ({ editor, reviewer, article }) => {
  const mark = await makeMark(reviewer.api, article, 'Soyug-FG', NAME);
  await reviewer.api.ask(deleteAnnotation, { params: { id: mark.id }, revision: 1 });
  const { page } = editor;
  await page.goto(`/articles/${article.view.id}/history`);
  const events = page.getByRole('list', { name: 'Events, the newest first' }).getByRole('listitem');
  await expect(events).toHaveCount(3);
  await expect(events.first()).toContainText('deleted the mark on');
  await events.nth(1).getByRole('link', { name: 'As it was then' }).click();
  const past = page.getByRole('region', { name: 'The article as it was' });
  await expect(past.locator('mark')).toHaveText('Soyug-FG');
  await expect(past).toContainText('1 mark');
  await events.first().getByRole('link', { name: 'As it was then' }).click();
  await expect(past).toContainText('0 marks');
  await page.getByLabel('What').selectOption('article');
  await page.getByRole('button', { name: 'Show' }).click();
  await expect(events).toHaveCount(1);
  await page.getByRole('link', { name: /^Back to the desk/ }).click();
  await expect(page).toHaveURL(new RegExp(`/articles/${article.view.id}$`));
});

test('what is in the trash comes back, and activity tells of all of it', async ({
  editor,
  reviewer,
  project,
  article,
}) => {
  const mark = await makeMark(reviewer.api, article, 'Soyug-FG', NAME);
  await reviewer.api.ask(deleteAnnotation, { params: { id: mark.id }, revision: 1 });
  const { page } = reviewer;
  await page.goto(`/projects/${project.id}/trash?article=${article.view.id}`);
  const row = page.getByRole('list', { name: 'Trash' }).getByRole('listitem');
  await expect(row).toContainText(reviewer.name);
  await row.getByRole('button', { name: 'Restore Soyug-FG' }).click();
  await expect(page.getByRole('heading', { name: 'The trash is empty' })).toBeVisible();
  expect(await marksOn(reviewer.api, article)).toHaveLength(1);

  await page.goto(`/projects/${project.id}/activity`);
  await expect(page.getByText('restored the mark on')).toBeVisible();
  await expect(page.getByRole('link', { name: /^Log as/ })).toHaveCount(0);
  await editor.page.goto(`/projects/${project.id}/activity`);
  await editor.page.getByRole('link', { name: 'My activity' }).click();
  await expect(editor.page.getByText('added the article')).toBeVisible();
  await expect(editor.page.getByText('restored the mark on')).toHaveCount(0);
  const coming = editor.page.waitForEvent('download');
  await editor.page.getByRole('link', { name: 'Log as a spreadsheet' }).click();
  expect((await coming).suggestedFilename()).toMatch(/-audit\.csv$/);
});
