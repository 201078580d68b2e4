import { changeAnnotation, deleteAnnotation } from '@/lib/contract/endpoints/annotations';
import { makeMark, marksOn } from './fixtures/marks';
import { expect, test } from './fixtures/test';
import { DeskPage } from './pages/desk-page';
import { expectNoBarriers } from './reading/find-barriers';

const CARD = 'name misspelled: Soyug-FG';
const WITH = { tag: 'name', value: 'Soyug-FG', correction: 'Soyuz-FG' } as const;

test('two browsers see each other’s marks, and what does not collide is merged without a word', async ({
  reviewer,
  editor,
  article,
}) => {
  const { id } = await makeMark(reviewer.api, article, 'Soyug-FG', WITH);
  const [mine, theirs] = [new DeskPage(reviewer.page), new DeskPage(editor.page)];
  await mine.open(article);
  await theirs.open(article);
  await theirs.mark('June 6, 2018', 'query: to writer');
  await mine.text.expectMarked('June 6, 2018');

  reviewer.expectComplaint(/ERR_INTERNET_DISCONNECTED/);
  await mine.card(CARD).open();
  await mine.card(CARD).choose('Edit the mark');
  await reviewer.page.context().setOffline(true);
  await mine.tagLine.save('name misspelled: Soyug-FG => Soyuz-FG // as on the rocket');
  await theirs.card(CARD).open();
  await theirs.card(CARD).choose('Edit the mark');
  await theirs.tagLine.save('name misspelled: Soyug-FG => Soyuz FG');
  await theirs.expectSaved();
  await reviewer.page.context().setOffline(false);
  await mine.expectSaved();
  const stored = await marksOn(reviewer.api, article);
  expect(stored.find((mark) => mark.id === id)).toMatchObject({
    correction: 'Soyuz FG',
    note: 'as on the rocket',
    revision: 3,
  });
});

test('what collides is for the person to choose, with what it was, theirs and their own', async ({
  reviewer,
  editor,
  article,
}) => {
  const { id, revision } = await makeMark(reviewer.api, article, 'Soyug-FG', WITH);
  const { page } = reviewer;
  const desk = await new DeskPage(page).open(article);
  reviewer.expectComplaint(/ERR_INTERNET_DISCONNECTED/);
  await desk.card(CARD).open();
  await desk.card(CARD).choose('Edit the mark');
  await page.context().setOffline(true);
  await desk.tagLine.save('name misspelled: Soyug-FG => Soyuz FG // mine');
  await editor.api.ask(changeAnnotation, { params: { id }, revision, body: { correction: 'Soyuz-FGM' } });
  await page.context().setOffline(false);
  await expect(desk.savingState).toHaveAccessibleName('needs you, details');
  expect((await marksOn(reviewer.api, article))[0]).toMatchObject({ correction: 'Soyuz-FGM', note: null });

  // It is still there after a reload.
  page.on('dialog', (dialog) => void dialog.accept());
  await page.reload();
  await desk.arrive();
  await expect(desk.savingState).toHaveAccessibleName('needs you, details');
  await desk.savingState.click();
  const dialog = desk.dialog('Something needs you');
  const choice = dialog.getByRole('radiogroup', { name: /^Correction/ });
  await expect(choice).toHaveAccessibleName(/it was: Soyuz-FG$/);
  await expect(choice.getByRole('radio', { name: /Soyuz-FGM/ })).toBeVisible();
  await expect(dialog).toHaveCSS('opacity', '1');
  await expectNoBarriers(page, 'a conflict');
  const save = dialog.getByRole('button', { name: 'Save what was chosen' });
  await expect(save).toBeDisabled();
  await choice.getByRole('radio', { name: /^You/ }).click();
  await save.click();
  await desk.expectStored(reviewer.api, article, [{ correction: 'Soyuz FG', note: 'mine', revision: 3 }]);
});

test('a change to what somebody has deleted meanwhile can restore it', async ({
  reviewer,
  editor,
  article,
}) => {
  const { id, revision } = await makeMark(reviewer.api, article, 'Soyug-FG', WITH);
  const { page } = reviewer;
  const desk = await new DeskPage(page).open(article);
  reviewer.expectComplaint(/ERR_INTERNET_DISCONNECTED/);
  await desk.card(CARD).open();
  await desk.card(CARD).choose('Edit the mark');
  await page.context().setOffline(true);
  await desk.tagLine.save('name misspelled: Soyug-FG => Soyuz FG');
  await editor.api.ask(deleteAnnotation, { params: { id }, revision });
  await page.context().setOffline(false);
  await expect(desk.savingState).toHaveAccessibleName('needs you, details');
  await desk.savingState.click();
  const dialog = desk.dialog('Something needs you');
  await dialog.getByRole('radio', { name: /Restore it, with your change/ }).click();
  await dialog.getByRole('button', { name: 'Save what was chosen' }).click();
  await desk.expectStored(reviewer.api, article, [{ id, correction: 'Soyuz FG', deletedAt: null }]);
});

test('a decision is not carried over to what has been changed meanwhile', async ({
  reviewer,
  editor,
  article,
}) => {
  const { id, revision } = await makeMark(reviewer.api, article, 'Soyug-FG', WITH);
  const { page } = editor;
  const desk = await new DeskPage(page).open(article);
  editor.expectComplaint(/ERR_INTERNET_DISCONNECTED/);
  await desk.card(CARD).open();
  await page.context().setOffline(true);
  await page.keyboard.press('s');
  await reviewer.api.ask(changeAnnotation, { params: { id }, revision, body: { correction: 'Soyuz-FGM' } });
  await page.context().setOffline(false);
  await expect(desk.savingState).toHaveAccessibleName('needs you, details');
  expect((await marksOn(editor.api, article))[0]).toMatchObject({ status: 'open' });
  await desk.savingState.click();
  const dialog = desk.dialog('Something needs you');
  await expect(dialog).toContainText('changed what you decided on');
  await dialog.getByRole('radio', { name: /Leave it undecided/ }).click();
  await dialog.getByRole('button', { name: 'Save what was chosen' }).click();
  await desk.expectStored(editor.api, article, [{ status: 'open', correction: 'Soyuz-FGM', revision: 2 }]);
});
