import { addText } from './fixtures/articles';
import { makeMark } from './fixtures/marks';
import { expect, test } from './fixtures/test';
import { HARBOUR } from './fixtures/texts';
import { ArticlesPage } from './pages/articles-page';
import { DeskPage } from './pages/desk-page';

const WORDS = 'Keepers write down the wind, the tide and the hour, as they do. ';
const FIRST = 'The ferry left quay 3 with ten passengers.';

/** Texts that nobody would write and somebody will bring in; each begins with the same sentence. */
const SHAPES: Readonly<Record<string, string>> = {
  'one paragraph of fifty thousand characters': `${FIRST} ${WORDS.repeat(1_000)}`.slice(0, 50_000),
  'twenty thousand paragraphs of one letter': `${FIRST}\n${'abcdefghij'.repeat(1_999).split('').join('\n')}`,
  'two marks on each of a hundred thousand letters': `${FIRST}\n${`${'a\u0302\u0301'.repeat(400)}\n`.repeat(250)}`,
};

for (const [name, text] of Object.entries(SHAPES)) {
  test(`${name}: read, marked, filtered`, async ({ reviewer, staff, project }) => {
    const article = await addText(staff.editor.api, project, { title: name, text });
    await makeMark(reviewer.api, article, 'passengers', { tag: 'unclear', value: 'which ones' });
    const desk = await new DeskPage(reviewer.page).open(article);
    await desk.text.expectMarked('passengers');
    await desk.mark('quay 3', 'query: to writer');
    await desk.text.expectMarked('quay 3');
    const unclear = reviewer.page
      .getByRole('navigation', { name: 'Filters' })
      .getByRole('button', { name: /^unclear/ });
    await unclear.click();
    await expect(unclear).toHaveAttribute('aria-pressed', 'true');
    await desk.text.expectUnmarked('quay 3');
    await unclear.click();
    await desk.text.expectMarked('quay 3');
  });
}

test('a paragraph that no page could show is refused with a sentence', async ({ editor, project }) => {
  const articles = await new ArticlesPage(editor.page).open(project);
  const dialog = await articles.startAdding();
  await dialog.pickFile('long.txt', Buffer.from(`One line.\n${'word '.repeat(200_000)}`, 'utf8'));
  await expect(dialog.problem).toContainText('Line 2 has 1000000 characters; at most 50000');
  await expect(dialog.add).toBeDisabled();
});

const CROWDED = HARBOUR.split('\n\n')[2]!;
/** Marks on and across its words, never more than three over one place. */
const CLOSE = [
  ...['Nobody', 'asked', 'ferrymen', 'who', 'crossed', 'river', 'two', 'hundred', 'years'],
  ...[
    'Nobody asked',
    'asked the',
    'the ferrymen',
    'ferrymen, who',
    'who crossed',
    'crossed the',
    'the river',
  ],
  ...['river for', 'for two', 'two hundred', 'hundred years'],
];

test('where marks stand close they are elements, and the words stay as they are', async ({
  reviewer,
  staff,
  project,
}) => {
  const article = await addText(staff.editor.api, project, { text: HARBOUR });
  await makeMark(reviewer.api, article, 'longest', { tag: 'unclear', value: 'by what' });
  const desk = await new DeskPage(reviewer.page).open(article);
  const paragraph = desk.text.region.locator('p').nth(2);
  await expect(desk.cards).toHaveCount(1);
  const place = (): Promise<readonly number[]> =>
    paragraph.evaluate((element) => {
      const range = document.createRange();
      range.selectNodeContents(element);
      const { left, right, top, bottom } = range.getBoundingClientRect();
      // A browser gives every element whole 64ths of a pixel.
      return [left, right, top, bottom].map(Math.round);
    });
  const before = await place();
  for (const words of CLOSE) await makeMark(reviewer.api, article, words, { tag: 'term', value: words });
  await expect(paragraph.locator('mark').first()).toBeAttached();
  await expect(paragraph).toHaveText(CROWDED);
  expect(await place()).toEqual(before);
  await desk.text.expectMarked('longest');

  await desk.text.clickPiece('river');
  await expect(desk.openCard().frame).toBeVisible();
  await paragraph.locator('mark', { hasText: 'hundred' }).first().dblclick();
  await expect(paragraph).toHaveText(CROWDED);
});
