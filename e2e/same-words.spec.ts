import { addText } from './fixtures/articles';
import { makeMark, marksOn } from './fixtures/marks';
import { expect, test } from './fixtures/test';
import { DeskPage } from './pages/desk-page';

const TEXT = [
  'Harbour of Odesa 👩🏽‍🚀',
  'The Odesa harbour is in Odesa. Odesans call it Odesa, too.',
  'Nobody in Odesa asked.',
].join('\n\n');

test('one mark is made everywhere its words stand, and one undo takes it back', async ({
  reviewer,
  editor,
  project,
}) => {
  const article = await addText(editor.api, project, { title: 'The harbour', text: TEXT });
  await makeMark(editor.api, article, 'Odesa', { tag: 'spelling', correction: 'Odessa', nth: 5 });
  const desk = await new DeskPage(reviewer.page).open(article);
  await desk.mark('Odesa', 'spelling: Odesa => Odessa // house style');
  await desk.openCard().frame.getByRole('button', { name: 'Apply to the other 3 places' }).click();
  const window = desk.dialog('Apply to the same words');
  await expect(window.getByRole('listitem')).toHaveCount(3);
  await expect(window.getByRole('listitem').first()).toContainText('The Odesa harbour');
  await window.getByRole('switch', { name: 'Whole words only' }).click();
  await expect(window.getByRole('listitem')).toHaveCount(4);
  await window.getByRole('switch', { name: 'Whole words only' }).click();
  await window.getByRole('checkbox', { name: 'Place 2, paragraph 2' }).click();
  await window.getByRole('button', { name: 'Mark 2 places' }).click();
  await expect(desk.message('Marked “Odesa” at 2 more places.')).toBeVisible();
  const body = { tag: 'spelling', value: 'Odesa', correction: 'Odessa', note: 'house style' };
  await desk.expectStored(reviewer.api, article, [body, body, body, { tag: 'spelling', note: null }]);
  await desk.undo();
  await desk.expectSaved();
  expect(await marksOn(reviewer.api, article)).toHaveLength(2);
  await desk.redo();
  await desk.expectSaved();
  expect(await marksOn(reviewer.api, article)).toHaveLength(4);
});

test('the keys alone do it, and a mark whose words stand once offers nothing', async ({
  reviewer,
  article,
}) => {
  const mark = await makeMark(reviewer.api, article, 'cosmonaut', { tag: 'unclear' });
  const lone = await makeMark(reviewer.api, article, 'Soyug-FG', { tag: 'unclear' });
  const desk = await new DeskPage(reviewer.page).open(article, lone.id);
  await expect(desk.openCard().frame).toContainText('Soyug-FG');
  await expect(desk.openCard().frame.getByRole('button', { name: /^Apply to/ })).toHaveCount(0);
  await desk.open(article, mark.id);
  const others = article.text.split(/\bcosmonaut\b/).length - 2;
  expect(others).toBeGreaterThan(0);
  await desk.text.region.focus();
  await reviewer.page.keyboard.press('w');
  const window = desk.dialog('Apply to the same words');
  await expect(window.getByRole('listitem')).toHaveCount(others);
  await window.getByRole('checkbox').first().focus();
  await reviewer.page.keyboard.press('Enter');
  await expect(window).toHaveCount(0);
  await desk.expectSaved();
  expect(await marksOn(reviewer.api, article)).toHaveLength(2 + others);
});
