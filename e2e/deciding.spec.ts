import { makeMark, marksOn } from './fixtures/marks';
import { expect, test } from './fixtures/test';
import { DeskPage } from './pages/desk-page';

const LINK = 'https://rockets.example/soyuz-fg';
const NAME = { tag: 'name', value: 'Soyug-FG', correction: 'Soyuz-FG', evidenceUrl: LINK } as const;
const CARD = 'name misspelled: Soyug-FG';

test('many marks are accepted at once and taken back at once', async ({ reviewer, editor, article }) => {
  await makeMark(reviewer.api, article, 'Soyug-FG', NAME);
  await makeMark(reviewer.api, article, 'micrometreoid', { tag: 'spelling', correction: 'micrometeoroid' });
  await makeMark(reviewer.api, article, 'complete. .', {
    tag: 'punct',
    value: 'full stop',
    correction: 'complete.',
  });
  await makeMark(reviewer.api, article, 'Alexy', { tag: 'name', correction: 'Aleksey' });
  const desk = await new DeskPage(editor.page).open(article);
  await desk.page.keyboard.press('g');
  const list = desk.dialog('All marks');
  await expect(list.getByRole('list', { name: 'Marks' }).getByRole('listitem')).toHaveCount(4);
  await list.getByRole('checkbox', { name: '4 marks' }).click();
  await list
    .getByRole('group', { name: 'With the chosen marks' })
    .getByRole('button', { name: 'Accept' })
    .click();
  await expect(desk.message('Accepted: 3 marks. 1 mark left out')).toBeVisible();
  await desk.page.keyboard.press('Escape');
  await desk.expectStored(editor.api, article, [
    { exact: 'Soyug-FG', status: 'accepted' },
    { exact: 'complete. .', status: 'accepted' },
    { exact: 'Alexy', status: 'open' },
    { exact: 'micrometreoid', status: 'accepted' },
  ]);
  await desk.undo();
  await desk.expectStored(editor.api, article, Array(4).fill({ status: 'open' }));
});

test('the list finds marks by text, tag and status', async ({ reviewer, editor, article }) => {
  await makeMark(reviewer.api, article, 'Soyug-FG', NAME);
  await makeMark(editor.api, article, 'micrometreoid', { tag: 'spelling', correction: 'micrometeoroid' });
  const desk = await new DeskPage(editor.page).open(article);
  await desk.page.keyboard.press('g');
  const list = desk.dialog('All marks');
  const rows = list.getByRole('list', { name: 'Marks' }).getByRole('listitem');
  await list.getByRole('searchbox', { name: 'Text, value, note or person' }).fill('METREO');
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText('micrometreoid');
  await list.getByRole('searchbox').fill('');
  await list.getByRole('combobox', { name: 'Person' }).click();
  await desk.page.getByRole('option', { name: reviewer.name }).click();
  await expect(rows).toContainText(['Soyug-FG']);
  await list.getByRole('combobox', { name: 'Status' }).click();
  await desk.page.getByRole('option', { name: 'accepted' }).click();
  await expect(list.getByText('No mark fits.')).toBeVisible();
  await list.getByRole('combobox', { name: 'Status' }).click();
  await desk.page.getByRole('option', { name: 'Any status' }).click();
  await rows.getByRole('button').click();
  await expect(list).toHaveCount(0);
  await desk.card(CARD).expectOpen();
});

test('a rejected mark tells its author why', async ({ reviewer, editor, article }) => {
  await makeMark(reviewer.api, article, 'Soyug-FG', NAME);
  const desk = await new DeskPage(editor.page).open(article);
  await desk.card(CARD).open();
  await desk.card(CARD).reject('The source spells it so.');
  await desk.card(CARD).expectStatus('rejected');
  await desk.expectSaved();

  await reviewer.page.goto('/my-marks?status=rejected');
  const mine = reviewer.page
    .getByRole('listitem')
    .filter({ has: reviewer.page.locator(`a[href*="${article.view.id}"]`) });
  await expect(mine).toContainText(`Rejected by ${editor.name}`);
  await expect(mine).toContainText('The source spells it so.');
  await mine.getByRole('link').click();
  const reviewing = await new DeskPage(reviewer.page).arrive();
  await reviewing.card(CARD).expectOpen();
  await expect(reviewing.card(CARD).frame.getByText('The source spells it so.')).toBeVisible();
});

test('sic, reopened, accepted with another correction', async ({ reviewer, editor, article }) => {
  await makeMark(reviewer.api, article, 'Soyug-FG', NAME);
  const desk = await new DeskPage(editor.page).open(article);
  const card = desk.card(CARD);
  await card.open();
  await card.decide('Sic');
  await card.expectStatus('sic');
  await card.decide('Reopen');
  await card.expectStatus('open');
  await card.choose('Accept with another correction');
  const form = card.form('Accept with another correction');
  await expect(form.getByLabel('Should read')).toHaveValue('Soyuz-FG');
  await form.getByLabel('Should read').fill('Soyuz FG');
  await form.getByRole('button', { name: 'Accept', exact: true }).click();
  await card.expectStatus('accepted');
  await expect(card.frame.getByText('Proposed was “Soyuz-FG”.')).toBeVisible();
  await desk.expectStored(editor.api, article, [
    { status: 'accepted', correction: 'Soyuz-FG', decision: { verdict: 'accepted', correction: 'Soyuz FG' } },
  ]);
  await desk.undo();
  await desk.expectStored(editor.api, article, [{ status: 'open', correction: 'Soyuz-FG' }]);
});

test('one mark is merged into another', async ({ reviewer, editor, article }) => {
  const kept = await makeMark(reviewer.api, article, 'Soyug-FG', NAME);
  await makeMark(editor.api, article, 'Soyug-FG rocket', { tag: 'fact', value: 'identity' });
  const desk = await new DeskPage(editor.page).open(article);
  const card = desk.card('factual error: identity');
  await card.open();
  await card.choose('Merge into another mark');
  const form = card.form('Merge into another mark');
  await expect(form.getByRole('combobox', { name: 'Merge into' })).toBeFocused();
  await form.getByRole('option', { name: CARD }).click();
  await card.expectStatus('merged');
  await card.frame.getByRole('button', { name: '“Soyug-FG”' }).click();
  await desk.card(CARD).expectOpen();
  await desk.expectSaved();
  const marks = await marksOn(editor.api, article);
  expect(marks.find(({ tag }) => tag === 'fact')).toMatchObject({
    status: 'merged',
    decision: { verdict: 'merged', intoId: kept.id },
  });
});

test('what the schema asks for is said, and the way to it is opened', async ({
  reviewer,
  editor,
  article,
}) => {
  await makeMark(reviewer.api, article, 'Soyug-FG', { tag: 'name', value: 'Soyug-FG' });
  const desk = await new DeskPage(editor.page).open(article);
  const card = desk.card(CARD);
  await card.open();
  await card.decide('Accept');
  const correction = card.form('Accept with another correction');
  await expect(correction.getByRole('alert').first()).toContainText('needs a correction');
  await expect(correction.getByLabel('Should read')).toBeFocused();
  await correction.getByLabel('Should read').fill('Soyuz-FG');
  await desk.page.keyboard.press('Enter');

  const evidence = card.form('Add evidence');
  await expect(evidence.getByRole('alert').first()).toContainText('needs evidence');
  await expect(evidence.getByLabel('Link or note')).toBeFocused();
  await desk.page.keyboard.type(LINK);
  await desk.page.keyboard.press('Enter');
  await card.expectStatus('open');
  await expect(card.frame.getByRole('link', { name: /rockets\.example/ })).toBeVisible();
  await card.choose('Accept with another correction');
  await card.form('Accept with another correction').getByLabel('Should read').fill('Soyuz-FG');
  await desk.page.keyboard.press('Enter');
  await card.expectStatus('accepted');
  await desk.expectStored(editor.api, article, [{ status: 'accepted', evidence: [{ url: LINK }] }]);
});

test('a change after acceptance opens the mark again', async ({ editor, article }) => {
  await makeMark(editor.api, article, 'Soyug-FG', NAME);
  const desk = await new DeskPage(editor.page).open(article);
  const card = desk.card(CARD);
  await card.open();
  await card.decide('Accept');
  await card.expectStatus('accepted');
  await card.choose('Edit the mark');
  await desk.tagLine.save('name misspelled: Soyug-FG => Soyuz FG');
  await card.expectStatus('open');
  await expect(card.frame.getByText('changed since', { exact: true })).toBeVisible();
  await desk.expectStored(editor.api, article, [{ status: 'open', changedSinceDecision: true }]);
});
