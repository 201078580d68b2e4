import { addText, type ArticleAtHand } from './fixtures/articles';
import { makeMark, textBetween } from './fixtures/marks';
import { expect, test as base } from './fixtures/test';
import { AWKWARD } from './fixtures/texts';
import { DeskPage } from './pages/desk-page';

const test = base.extend<{ readonly awkward: ArticleAtHand }>({
  awkward: async ({ staff, project }, use) =>
    use(await addText(staff.editor.api, project, { title: 'Many scripts', text: AWKWARD })),
});

/** Each is selected with the mouse and stored exactly as it was selected. */
const PASSAGES: Readonly<Record<string, string>> = {
  'a word behind emoji': 'Harbour Bridge',
  'a family that is one character': '👩‍👩‍👧‍👦',
  flags: '🏳️‍🌈 and 🇺🇦',
  'Hebrew, right to left': 'הגשר ייפתח במאי',
  'Arabic, right to left': 'سيفتح الجسر',
  'letters with combining marks': 'cafe\u0301 on the quay, a nai\u0308ve',
  Devanagari: 'क्षत्रिय पुल',
};

for (const [name, passage] of Object.entries(PASSAGES)) {
  test(`the mouse selects exactly ${name}`, async ({ reviewer, awkward }) => {
    const desk = await new DeskPage(reviewer.page).open(awkward);
    await desk.mark(passage, 'unclear or misleading: why');
    await desk.text.expectMarked(passage);
    await desk.expectStored(reviewer.api, awkward, [{ exact: passage }]);
  });
}

test('a mark in a right-to-left paragraph is hit at its letters, and nowhere beside', async ({
  reviewer,
  awkward,
}) => {
  await makeMark(reviewer.api, awkward, 'הגשר ייפתח', { tag: 'unclear', value: 'why' });
  const desk = await new DeskPage(reviewer.page).open(awkward);
  await desk.text.expectMarked('הגשר ייפתח');
  await desk.text.click('ייפתח');
  await desk.card('unclear or misleading: why').expectOpen();
  await desk.text.click('במאי');
  await expect(desk.openCard().frame).toHaveCount(0);
});

test('a handle takes the end of a mark over the end of a paragraph, seen as it goes', async ({
  reviewer,
  awkward,
}) => {
  await makeMark(reviewer.api, awkward, 'waving', { tag: 'unclear', value: 'why' });
  const desk = await new DeskPage(reviewer.page).open(awkward);
  await desk.card('unclear or misleading: why').open();
  await reviewer.page.keyboard.press('b');
  await desk.text.dragHandle('end', 'הנמל');
  await expect.poll(() => desk.text.looksOver('קברניט')).toContain('mark-selection');
  await expect.poll(() => desk.text.looksOver('flags.')).toContain('mark-selection');
  await reviewer.page.keyboard.press('Enter');
  await desk.expectStored(reviewer.api, awkward, [{ exact: textBetween(AWKWARD, 'waving', 'הנמל') }]);
});

test('a double click selects a word, a triple click a paragraph', async ({ reviewer, article }) => {
  const desk = await new DeskPage(reviewer.page).open(article);
  await desk.text.click('Rogozin', 2);
  await desk.tagLine.save('query: to writer');
  await desk.text.click('The following is a part', 3);
  await desk.tagLine.save('structure: missing text');
  await desk.expectStored(reviewer.api, article, [
    { exact: 'Rogozin' },
    { exact: 'The following is a part of the statement published by NASA:' },
  ]);
});

test.describe('in a low window', () => {
  test.use({ viewport: { width: 1200, height: 560 } });

  test('a passage that fills it has its tag line in sight', async ({ reviewer, article }) => {
    const desk = await new DeskPage(reviewer.page).open(article);
    await desk.text.dragAcross('The conversation took place', 'sealed the hole.');
    await expect(desk.tagLine.frame).toBeInViewport({ ratio: 1 });
    await desk.tagLine.save('query: to writer');
    await desk.expectStored(reviewer.api, article, [{ tag: 'query' }]);
  });
});

test('white space at the edges of a selection is no part of the mark', async ({ reviewer, article }) => {
  const desk = await new DeskPage(reviewer.page).open(article);
  await desk.mark(' Soyug-FG ', 'query: to writer');
  await desk.expectStored(reviewer.api, article, [{ exact: 'Soyug-FG' }]);
});

test('Escape leaves nothing behind', async ({ reviewer, article }) => {
  const desk = await new DeskPage(reviewer.page).open(article);
  await desk.text.drag('Soyug-FG');
  await expect(desk.tagLine.frame).toBeVisible();
  await reviewer.page.keyboard.press('Escape');
  await expect(desk.tagLine.frame).toHaveCount(0);
  expect(await desk.text.selected()).toBe('');
  await desk.expectStored(reviewer.api, article, []);
});

test('a quotation that is typed is found and marked, however its quotation marks are written', async ({
  reviewer,
  awkward,
}) => {
  const { page } = reviewer;
  const desk = await new DeskPage(page).open(awkward);
  await page.keyboard.press('q');
  const dialog = desk.dialog('Mark by quote');
  await page.keyboard.type('harbour BRIDGE');
  await expect(dialog.getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(desk.tagLine.frame).toContainText('“Harbour Bridge”');
  await page.keyboard.type('query: to writer');
  await page.keyboard.press('Enter');
  await desk.expectStored(reviewer.api, awkward, [{ exact: 'Harbour Bridge' }]);

  await page.keyboard.press('q');
  await page.keyboard.type('no such words anywhere in it');
  await expect(dialog.getByRole('status')).toHaveText('That stands nowhere in the article.');
});

test('a copy holds no paragraph numbers', async ({ reviewer, article }) => {
  const desk = await new DeskPage(reviewer.page).open(article);
  await desk.text.dragAcross('The conversation took place', 'sealed the hole.');
  const copied = await desk.text.selected();
  expect(copied.replaceAll(/\s+/g, ' ')).toBe(
    article.text
      .slice(article.text.indexOf('The conversation'), article.text.indexOf('sealed the hole.') + 16)
      .replaceAll(/\s+/g, ' '),
  );
});

test('a finger selects too', async ({ visit, staff, article }) => {
  const { page, api } = await visit(staff.reviewer, {
    hasTouch: true,
    viewport: { width: 820, height: 1180 },
  });
  const desk = await new DeskPage(page).open(article);
  // A tap tells the page that a finger is at work; the selection itself is the system's, made by its handles.
  await desk.text.tap('Officials');
  await desk.text.selectAsSystem('Soyug-FG');
  await expect(desk.tagLine.frame).toContainText('“Soyug-FG”');
  await desk.tagLine.input.tap();
  await desk.tagLine.input.fill('name misspelled: Soyug-FG => Soyuz-FG');
  await desk.tagLine.frame.getByRole('button', { name: 'Save', exact: true }).tap();
  await desk.expectStored(api, article, [{ exact: 'Soyug-FG', correction: 'Soyuz-FG' }]);
  await desk.text.tap('Soyug-FG');
  await expect(desk.openCard().frame).toBeVisible();
});

test('a finger moves the end of a mark by its handle', async ({ visit, staff, article }) => {
  const { page, api } = await visit(staff.reviewer, {
    hasTouch: true,
    viewport: { width: 1100, height: 900 },
  });
  await makeMark(api, article, 'Soyug-FG', { tag: 'unclear', value: 'why' });
  const desk = await new DeskPage(page).open(article);
  await desk.text.expectMarked('Soyug-FG');
  await desk.text.tap('Soyug-FG');
  await desk.openCard().choose('Move the ends of the mark');
  await desk.text.dragHandleByTouch('end', 'Soyug-FG rocket');
  await expect.poll(() => desk.text.looksOver('rocket')).toContain('mark-selection');
  // The browser takes a tap that comes right behind a fast drag for the end of it, and clicks nothing.
  const save = page.getByRole('button', { name: 'Save ends' });
  await expect(async () => {
    if ((await save.count()) > 0) await save.tap({ timeout: 1_000 });
    await expect(save).toHaveCount(0, { timeout: 1_000 });
  }).toPass();
  await desk.expectStored(api, article, [{ exact: 'Soyug-FG rocket' }]);
});
