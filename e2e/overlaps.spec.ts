import { addText } from './fixtures/articles';
import { decideOn, makeMark } from './fixtures/marks';
import { expect, test as base } from './fixtures/test';
import { HARBOUR } from './fixtures/texts';
import { boxOf } from './pages/box-of';
import { DeskPage } from './pages/desk-page';

const OUTER = { on: 'The harbour bridge opened in May', name: 'quote: press release' } as const;
const NESTED = { on: 'harbour', name: 'capitalisation: harbour' } as const;
const CROSSING = { on: 'opened in May, said the harbour master', name: 'claim: somebody said so' } as const;
const TWIN = { on: 'ferrymen', name: 'wrong word: ferrymen' } as const;
const OTHER_TWIN = { on: 'ferrymen', name: 'unclear or misleading: which ones' } as const;
const ALL = [OUTER, NESTED, CROSSING, TWIN, OTHER_TWIN];

interface Desks {
  /** With nested, crossing and identical marks on it. */
  readonly desk: DeskPage;
  /** Opens one with so many marks over the same word. */
  readonly crowd: (count: number) => Promise<DeskPage>;
}

const test = base.extend<Desks>({
  desk: async ({ staff, project, reviewer }, use) => {
    const article = await addText(staff.editor.api, project, { text: HARBOUR });
    const { api } = reviewer;
    await makeMark(api, article, OUTER.on, { tag: 'quote', value: 'press release' });
    await makeMark(api, article, NESTED.on, { tag: 'case', value: 'harbour' });
    await makeMark(api, article, CROSSING.on, { tag: 'claim', value: 'somebody said so' });
    await makeMark(api, article, TWIN.on, { tag: 'term', value: 'ferrymen' });
    await makeMark(api, article, OTHER_TWIN.on, { tag: 'unclear', value: 'which ones' });
    await use(await new DeskPage(reviewer.page).open(article));
  },
  crowd: async ({ staff, project, reviewer }, use) => {
    const article = await addText(staff.editor.api, project, { text: HARBOUR });
    await use(async (count) => {
      for (let nth = 1; nth <= count; nth += 1)
        await makeMark(reviewer.api, article, TWIN.on, { tag: 'unclear', value: `reading ${nth}` });
      return new DeskPage(reviewer.page).open(article);
    });
  },
});

test('every mark is painted, in a look of its own', async ({ desk }) => {
  const levelsOver = async (quotation: string): Promise<readonly string[]> =>
    (await desk.text.looksOver(quotation)).filter((name) => /-\d$/.test(name)).toSorted();
  await desk.text.expectMarked(OUTER.on);
  expect(await levelsOver('The')).toHaveLength(1);
  expect(await levelsOver(NESTED.on)).toHaveLength(2);
  expect(await levelsOver('opened in May')).toHaveLength(2);
  expect(await levelsOver(', said')).toHaveLength(1);
  expect(await levelsOver('crossed')).toHaveLength(0);
  const twins = await levelsOver(TWIN.on);
  expect(twins.map((name) => name.at(-1)).toSorted()).toEqual(['0', '1']);
});

test('a card stands in the margin for every mark, and none hides another', async ({ desk }) => {
  await expect(desk.cards).toHaveCount(ALL.length);
  const hidden = async (): Promise<readonly string[]> => {
    const cards = await Promise.all(
      ALL.map(async ({ name }) => ({ name, ...(await boxOf(desk.card(name).frame)) })),
    );
    return cards
      .toSorted((a, b) => a.y - b.y)
      .filter(
        ({ y, height }, index, placed) => height === 0 || y + height > (placed[index + 1]?.y ?? Infinity),
      )
      .map(({ name }) => name);
  };
  await expect.poll(hidden).toEqual([]);
});

test('a click offers all the marks under it', async ({ desk }) => {
  await desk.text.click(NESTED.on);
  await desk.card(NESTED.name).expectOpen();
  const here = desk.page.getByRole('group', { name: '2 marks here' });
  await expect(here.getByRole('button')).toHaveCount(2);
  await here.getByRole('button', { name: OUTER.name }).click();
  await desk.card(OUTER.name).expectOpen();
  await expect(here).toHaveCount(0);

  await desk.text.click(TWIN.on);
  const twins = desk.page.getByRole('group', { name: '2 marks here' });
  await twins.getByRole('button', { name: TWIN.name }).click();
  await desk.card(TWIN.name).expectOpen();

  await desk.text.click('crossed the river');
  await expect(desk.openCard().frame).toHaveCount(0);
});

test('a key walks through the marks over the same text', async ({ desk }) => {
  const { keyboard } = desk.page;
  await desk.text.click('Nobody');
  await keyboard.press('j');
  await desk.expectSaid(/^quote: press release/);
  await keyboard.press('m');
  const seen = new Set<string | null>();
  for (let step = 0; step < 3; step += 1) {
    seen.add(await desk.openCard().frame.getAttribute('aria-label'));
    await keyboard.press('m');
  }
  expect(seen).toEqual(new Set([OUTER.name, NESTED.name, CROSSING.name]));

  await keyboard.press('Escape');
  await desk.card(TWIN.name).open();
  await keyboard.press('m');
  await desk.card(OTHER_TWIN.name).expectOpen();
  await keyboard.press('m');
  await desk.card(TWIN.name).expectOpen();
});

test('text and card light each other up', async ({ desk }) => {
  await desk.text.hover('bridge opened');
  await desk.card(OUTER.name).expectLit();
  await desk.card(NESTED.name).expectLit(false);
  await desk.text.hover('Nobody');
  await desk.card(OUTER.name).expectLit(false);

  await desk.card(CROSSING.name).frame.hover();
  await expect.poll(() => desk.text.looksOver(CROSSING.on)).toContain('mark-hover');
  expect(await desk.text.looksOver('The harbour')).not.toContain('mark-hover');

  await desk.card(TWIN.name).title.focus();
  await expect.poll(() => desk.text.looksOver(TWIN.on)).toContain('mark-hover');
  await expect.poll(() => desk.text.looksOver(CROSSING.on)).not.toContain('mark-hover');
});

test('more marks than can be told apart are counted, and each is reached', async ({ crowd }) => {
  const desk = await crowd(5);
  const { page } = desk;
  const paragraph = desk.text.region.locator('p').nth(2);
  await expect(paragraph).toHaveAttribute('data-more', '+2');
  const looks = await desk.text.looksOver('ferrymen');
  expect(looks.flatMap((name) => /-(\d)$/.exec(name)?.[1] ?? []).toSorted()).toEqual(['0', '1', '2']);
  expect(looks).toContain('mark-more');

  await desk.text.click('ferrymen');
  const here = desk.page.getByRole('group', { name: '5 marks here' });
  await here.getByRole('button', { name: 'unclear or misleading: reading 2' }).click();
  await desk.card('unclear or misleading: reading 2').expectOpen();
  await page.keyboard.press('Delete');
  await expect(paragraph).toHaveAttribute('data-more', '+1');
  await expect(paragraph).toHaveText(HARBOUR.split('\n\n')[2]!);
});

test('marks that find no room in the margin are listed in the window, and reached by keys', async ({
  crowd,
}) => {
  const desk = await crowd(40);
  const { page } = desk;
  const more = desk.margin.getByRole('button', { name: /^\+\d+ more here$/ });
  await more.focus();
  await page.keyboard.press('Enter');
  const here = page.getByRole('group', { name: /marks here$/ });
  await expect(here).toBeInViewport({ ratio: 1 });
  await expect(here.getByRole('button').first()).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(here.getByRole('button').nth(1)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(here).toHaveCount(0);
});

test('what was decided shows without colour, and what is filtered out steps back', async ({
  visit,
  staff,
  project,
}) => {
  const article = await addText(staff.editor.api, project, { text: HARBOUR });
  const { api, page } = await visit(staff.editor);
  const term = { tag: 'term', correction: 'x', evidenceNote: 'The house style.' };
  await decideOn(api, await makeMark(api, article, 'longest', term), { verdict: 'accepted' });
  await decideOn(api, await makeMark(api, article, 'north', term), { verdict: 'sic' });
  await decideOn(api, await makeMark(api, article, 'kind', term), { verdict: 'rejected', reason: 'No.' });
  const desk = await new DeskPage(page).open(article);
  await desk.text.expectMarked('longest');
  expect(await desk.text.looksOver('longest')).toContain('mark-accepted');
  expect(await desk.text.looksOver('north')).toContain('mark-sic');
  expect(await desk.text.looksOver('kind')).toEqual(['mark-quiet-0']);

  await desk.text.click('north');
  await expect(desk.openCard().frame).toHaveCount(1);
  await page
    .getByRole('navigation', { name: 'Filters' })
    .getByRole('button', { name: /^accepted/ })
    .click();
  await expect.poll(() => desk.text.looksOver('north')).toEqual(['mark-out']);
  await expect(desk.openCard().frame).toHaveCount(0);
  await desk.text.expectMarked('longest');
  await desk.text.click('north');
  await expect(desk.openCard().frame).toHaveCount(0);
});
