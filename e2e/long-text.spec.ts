import { addText, type ArticleAtHand } from './fixtures/articles';
import { makeMark } from './fixtures/marks';
import { expect, test as base } from './fixtures/test';
import { LONG } from './fixtures/texts';
import { DeskPage } from './pages/desk-page';

const test = base.extend<{ readonly long: ArticleAtHand }>({
  long: async ({ staff, project }, use) =>
    use(await addText(staff.editor.api, project, { title: 'The keeper’s log', text: LONG })),
});

const FAR = 'quay 640 with 646 passengers';

test('a link to a mark far down lands on it', async ({ reviewer, long }) => {
  const mark = await makeMark(reviewer.api, long, FAR, { tag: 'fact', value: 'number' });
  const desk = await new DeskPage(reviewer.page).open(long, mark.id);
  await desk.card('factual error: number').expectOpen();
  const { height } = reviewer.page.viewportSize()!;
  await expect.poll(async () => Math.abs((await desk.text.topOf(FAR)) - height * 0.35)).toBeLessThan(40);
  await desk.text.expectMarked(FAR);
});

test('a step to a far mark and back stays exact', async ({ reviewer, long }) => {
  await makeMark(reviewer.api, long, 'quay 3 with', { tag: 'unclear', value: 'near' });
  await makeMark(reviewer.api, long, 'quay 350 with', { tag: 'unclear', value: 'middle' });
  await makeMark(reviewer.api, long, 'quay 699 with', { tag: 'unclear', value: 'far' });
  const desk = await new DeskPage(reviewer.page).open(long);
  await expect(desk.cards).not.toHaveCount(0);
  for (const [name, words] of [
    ['near', 'quay 3 with'],
    ['middle', 'quay 350 with'],
    ['far', 'quay 699 with'],
    ['near', 'quay 3 with'],
  ] as const) {
    await reviewer.page.keyboard.press('j');
    await desk.card(`unclear or misleading: ${name}`).expectOpen();
    await expect(desk.openCard().frame).toBeInViewport();
    await expect.poll(() => desk.text.isInView(words)).toBe(true);
  }
});

test('the browser’s own search finds what was never laid out', async ({ reviewer, long }) => {
  const desk = await new DeskPage(reviewer.page).open(long);
  await expect(desk.text.region.locator('p')).toHaveCount(700);
  // What Ctrl+F does, for scripts: https://developer.mozilla.org/docs/Web/API/Window/find
  const found = await reviewer.page.evaluate(
    (words) => (window as unknown as { find(words: string): boolean }).find(words),
    FAR,
  );
  expect(found).toBe(true);
  expect(await desk.text.selected()).toBe(FAR);
});

test('all of a long text is copied as it is', async ({ visit, staff, long }) => {
  const { page } = await visit(staff.reviewer, { permissions: ['clipboard-read', 'clipboard-write'] });
  const desk = await new DeskPage(page).open(long);
  await desk.text.region.focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+c');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(LONG);
});

test('marks that appear move no text', async ({ reviewer, long }) => {
  const desk = await new DeskPage(reviewer.page).open(long);
  const places = (): Promise<readonly number[]> =>
    desk.text.region
      .locator('p')
      .evaluateAll((all) => all.slice(0, 40).map((each) => each.getBoundingClientRect().top));
  await expect(desk.margin.getByText('Make the first mark')).toBeVisible();
  const before = await places();
  for (const tag of ['unclear', 'term', 'spelling', 'fact', 'case']) {
    await makeMark(reviewer.api, long, 'The ferry left quay 2', {
      tag,
      ...(tag === 'fact' ? { value: 'number' } : {}),
    });
  }
  await expect(desk.cards).toHaveCount(5);
  await expect(desk.text.region.locator('p').nth(1)).toHaveAttribute('data-more', '+2');
  expect(await places()).toEqual(before);
});

test('what is read stays in the window when the window gets another width', async ({ reviewer, long }) => {
  const mark = await makeMark(reviewer.api, long, FAR, { tag: 'fact', value: 'number' });
  const { page } = reviewer;
  const desk = await new DeskPage(page).open(long, mark.id);
  await desk.card('factual error: number').expectOpen();
  await expect.poll(() => desk.text.isInView(FAR)).toBe(true);
  const first = await desk.text.topmost();
  for (const width of [1000, 700, 390, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    await expect.poll(() => desk.text.topmost()).toBe(first);
  }
  expect(await desk.text.isInView(FAR)).toBe(true);
});
