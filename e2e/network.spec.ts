import { deleteAnnotation } from '@/lib/contract/endpoints/annotations';
import { changeSchema } from '@/lib/contract/endpoints/projects';
import { makeMark, marksOn } from './fixtures/marks';
import { expect, test } from './fixtures/test';
import { DeskPage } from './pages/desk-page';

const CARD = 'name misspelled: Soyug-FG';

test('what is done without a line waits, says so, and is saved when the line is back', async ({
  reviewer,
  article,
}) => {
  const { page } = reviewer;
  const desk = await new DeskPage(page).open(article);
  reviewer.expectComplaint(/ERR_INTERNET_DISCONNECTED/);
  await page.context().setOffline(true);
  await desk.mark('Soyug-FG', 'name misspelled: Soyug-FG => Soyuz-FG');
  await expect(desk.savingState).toHaveAccessibleName('offline, 1 waiting, details');
  await desk.text.expectMarked('Soyug-FG');
  await desk.mark('Alexy', 'name misspelled: Alexy => Aleksey');
  await expect(desk.savingState).toHaveAccessibleName('offline, 2 waiting, details');
  expect(await marksOn(reviewer.api, article)).toEqual([]);

  await page.context().setOffline(false);
  await desk.expectStored(reviewer.api, article, [{ exact: 'Soyug-FG' }, { exact: 'Alexy' }]);
});

test('an answer that never arrived is asked for again, and nothing is done twice', async ({
  reviewer,
  article,
}) => {
  const { page } = reviewer;
  const desk = await new DeskPage(page).open(article);
  reviewer.expectComplaint(/ERR_FAILED/);
  await page.route(
    '**/operations',
    async (route) => {
      await route.fetch();
      await route.abort();
    },
    { times: 1 },
  );
  await desk.mark('Soyug-FG', 'name misspelled: Soyug-FG => Soyuz-FG');
  await desk.expectStored(reviewer.api, article, [{ exact: 'Soyug-FG', revision: 1 }]);
});

test('what the server refuses needs the person, who finds everything as typed', async ({
  editor,
  project,
  article,
}) => {
  const { page } = editor;
  // The desk does not hear of the new schema.
  await page.route(/\/events\?/, (route) => route.fulfill({ status: 503, json: {} }));
  editor.expectComplaint(/status of 503/);
  const desk = await new DeskPage(page).open(article);
  await editor.api.ask(changeSchema, {
    params: { id: project.id },
    body: { version: 1, changes: [{ kind: 'retire', key: 'spelling' }] },
  });
  await desk.text.drag('Soyug-FG');
  await desk.tagLine.save('spelling: Soyug-FG => Soyuz-FG // see the log');
  await expect(desk.savingState).toHaveAccessibleName('needs you, details');
  await desk.text.expectUnmarked('Soyug-FG');
  await desk.savingState.click();
  const needs = desk.dialog('Something needs you');
  await expect(needs).toContainText('The new mark on “Soyug-FG”');
  await expect(needs).toContainText('spelling: Soyug-FG => Soyuz-FG // see the log');
  await needs.getByRole('button', { name: 'Look at it again' }).click();
  await expect(desk.tagLine.input).toHaveValue('spelling: Soyug-FG => Soyuz-FG // see the log');
  await desk.tagLine.save('name misspelled: Soyug-FG => Soyuz-FG // see the log');
  await desk.expectStored(editor.api, article, [{ tag: 'name', note: 'see the log' }]);
});

test('a change to what somebody else has just deleted needs the person too', async ({
  reviewer,
  editor,
  article,
}) => {
  const { id, revision } = await makeMark(reviewer.api, article, 'Soyug-FG', {
    tag: 'name',
    value: 'Soyug-FG',
  });
  const { page } = reviewer;
  const desk = await new DeskPage(page).open(article);
  await desk.card(CARD).open();
  reviewer.expectComplaint(/ERR_INTERNET_DISCONNECTED/);
  await desk.card(CARD).choose('Edit the mark');
  await page.context().setOffline(true);
  await desk.tagLine.save('name misspelled: Soyug-FG => Soyuz-FG // what I typed');
  await editor.api.ask(deleteAnnotation, { params: { id }, revision });
  await page.context().setOffline(false);
  await expect(desk.savingState).toHaveAccessibleName('needs you, details');
  await desk.savingState.click();
  await expect(desk.dialog('Something needs you')).toContainText('what I typed');
});
