import { addText, type ArticleAtHand } from './fixtures/articles';
import { makeMark } from './fixtures/marks';
import { expect, test as base } from './fixtures/test';
import { HARBOUR } from './fixtures/texts';
import { DeskPage } from './pages/desk-page';

const OUTER = { on: 'The harbour bridge opened in May', name: 'quote: press release' } as const;
const NESTED = { on: 'harbour', name: 'capitalisation: harbour' } as const;

const test = base.extend<{ readonly harbour: ArticleAtHand; readonly desk: DeskPage }>({
  harbour: async ({ staff, project }, use) =>
    use(await addText(staff.editor.api, project, { text: HARBOUR })),
  desk: async ({ reviewer, harbour }, use) => {
    await makeMark(reviewer.api, harbour, OUTER.on, { tag: 'quote', value: 'press release' });
    await makeMark(reviewer.api, harbour, NESTED.on, { tag: 'case', value: 'harbour' });
    const desk = await new DeskPage(reviewer.page).open(harbour);
    await expect(desk.cards).toHaveCount(2);
    await reviewer.page.keyboard.press('Control+k');
    await reviewer.page.keyboard.type('as elements in it');
    await reviewer.page.keyboard.press('Enter');
    await desk.expectSaid('Marks are elements of the text.');
    await use(desk);
  },
});

test('marks are elements of a text that stays the same', async ({ desk, reviewer, harbour }) => {
  const paragraph = desk.text.region.locator('p').nth(1);
  await expect(paragraph.locator('mark')).toHaveText(['The ', 'harbour', ' bridge opened in May']);
  await expect(paragraph).toHaveText(HARBOUR.split('\n\n')[1]!);

  await desk.text.clickPiece(NESTED.on);
  await desk.card(NESTED.name).expectOpen();
  await expect(desk.page.getByRole('group', { name: '2 marks here' })).toBeVisible();

  await reviewer.page.reload();
  await desk.arrive();
  await expect(paragraph.locator('mark')).toHaveCount(3);
  await desk.expectStored(reviewer.api, harbour, [{ exact: OUTER.on }, { exact: NESTED.on }]);
});

test('a passage over the edge of a mark is selected, marked and undone', async ({ desk }) => {
  const paragraph = desk.text.region.locator('p').nth(1);
  await paragraph
    .locator('mark')
    .nth(2)
    .dblclick({ position: { x: 30, y: 8 } });
  await desk.tagLine.save('query: to writer');
  await desk.openCard().expectStatus('open');
  await expect(paragraph.locator('mark', { hasText: 'bridge' })).toHaveCount(1);
  await desk.undo();
  await expect(paragraph.locator('mark')).toHaveText(['The ', 'harbour', ' bridge opened in May']);
});

test('and back: the paragraph is one piece again', async ({ desk, reviewer }) => {
  await reviewer.page.keyboard.press('Control+k');
  await reviewer.page.keyboard.type('as elements in it');
  await reviewer.page.keyboard.press('Enter');
  await desk.expectSaid('Marks are painted over the text.');
  await expect(desk.text.region.locator('mark')).toHaveCount(0);
  await desk.text.expectMarked(OUTER.on);
});
