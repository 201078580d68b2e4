import { changeAnnotation } from '@/lib/contract/endpoints/annotations';
import { makeMark, marksOn } from './fixtures/marks';
import { expect, test } from './fixtures/test';
import { DeskPage } from './pages/desk-page';

const NAME = { tag: 'name', value: 'Soyug-FG', correction: 'Soyuz-FG' } as const;
const CARD = 'name misspelled: Soyug-FG';
const LINK = 'https://rockets.example/soyuz-fg';

interface Change {
  readonly make: (desk: DeskPage) => Promise<void>;
  readonly before: object;
  readonly after: object;
}

const CHANGES: Readonly<Record<string, Change>> = {
  'its tag': {
    make: async (desk) => {
      await desk.card(CARD).choose('Edit the mark');
      await desk.tagLine.save('spelling: Soyug-FG => Soyuz-FG');
    },
    before: { tag: 'name', severity: 'major' },
    after: { tag: 'spelling', severity: 'minor' },
  },
  'value, correction and note': {
    make: async (desk) => {
      await desk.card(CARD).frame.getByRole('button', { name: 'Edit', exact: true }).click();
      await desk.tagLine.save('name misspelled: Soyug => Soyuz-FG rocket // see the launch log');
    },
    before: { value: 'Soyug-FG', correction: 'Soyuz-FG', note: null },
    after: { value: 'Soyug', correction: 'Soyuz-FG rocket', note: 'see the launch log' },
  },
  'its correction, to none': {
    make: async (desk) => {
      await desk.card(CARD).choose('Edit the mark');
      await desk.tagLine.save('name misspelled: Soyug-FG');
    },
    before: { correction: 'Soyuz-FG' },
    after: { correction: null },
  },
  'its correction, to a deletion': {
    make: async (desk) => {
      await desk.card(CARD).choose('Edit the mark');
      await desk.tagLine.save('name misspelled: Soyug-FG =>');
    },
    before: { correction: 'Soyuz-FG' },
    after: { correction: '' },
  },
  'its severity': {
    make: async (desk) => {
      await desk.card(CARD).choose('Edit the mark');
      await desk.tagLine.frame.getByRole('combobox', { name: 'Severity' }).click();
      await desk.page.getByRole('option', { name: 'critical' }).click();
      await desk.tagLine.frame.getByRole('button', { name: 'Save changes' }).click();
    },
    before: { severity: 'major' },
    after: { severity: 'critical' },
  },
  'its end, by keys': {
    make: async (desk) => {
      await desk.card(CARD).choose('Move the ends of the mark');
      await expect(desk.text.region).toBeFocused();
      await desk.page.keyboard.press('Alt+ArrowRight');
      await desk.page.keyboard.press('Enter');
    },
    before: { exact: 'Soyug-FG' },
    after: { exact: 'Soyug-FG rocket', value: 'Soyug-FG' },
  },
  'its start, by keys': {
    make: async (desk) => {
      await desk.card(CARD).choose('Move the ends of the mark');
      await expect(desk.text.region).toBeFocused();
      await desk.page.keyboard.press('Shift+Alt+ArrowLeft');
      await desk.page.keyboard.press('Enter');
    },
    before: { exact: 'Soyug-FG' },
    after: { exact: 'a Soyug-FG' },
  },
  'its end, by its handle': {
    make: async (desk) => {
      await desk.card(CARD).choose('Move the ends of the mark');
      await desk.text.dragHandle('end', 'Soyug');
      await desk.page.getByRole('button', { name: 'Save ends' }).click();
    },
    before: { exact: 'Soyug-FG' },
    after: { exact: 'Soyug' },
  },
  'its evidence': {
    make: (desk) => desk.card(CARD).addEvidence(`${LINK} second table`),
    before: { evidence: [] },
    after: { evidence: [{ url: LINK, note: 'second table', relation: 'supports' }] },
  },
};

for (const [what, { make, before, after }] of Object.entries(CHANGES)) {
  test(`a reviewer changes ${what}, undoes it, does it again`, async ({ reviewer, article }) => {
    const { id } = await makeMark(reviewer.api, article, 'Soyug-FG', NAME);
    const desk = await new DeskPage(reviewer.page).open(article);
    await desk.card(CARD).open();
    await make(desk);
    await desk.expectStored(reviewer.api, article, [{ id, ...after }]);
    await desk.undo();
    await desk.expectStored(reviewer.api, article, [{ id, ...before }]);
    await desk.redo();
    await desk.expectStored(reviewer.api, article, [{ id, ...after }]);
  });
}

test('a mark that is made or deleted comes and goes with undo and redo', async ({ reviewer, article }) => {
  const desk = await new DeskPage(reviewer.page).open(article);
  await desk.mark('Soyug-FG', 'name misspelled: Soyug-FG => Soyuz-FG');
  await desk.expectStored(reviewer.api, article, [NAME]);
  await desk.undo();
  await desk.expectStored(reviewer.api, article, []);
  await expect(desk.cards).toHaveCount(0);
  await desk.redo();
  await desk.expectStored(reviewer.api, article, [NAME]);

  await desk.card(CARD).open();
  await desk.card(CARD).choose('Delete the mark');
  await expect(desk.cards).toHaveCount(0);
  await desk.text.expectUnmarked('Soyug-FG');
  await desk.expectStored(reviewer.api, article, []);
  await desk.message(`Deleted ${CARD}.`).getByRole('button', { name: 'Undo' }).click();
  await desk.text.expectMarked('Soyug-FG');
  await desk.expectStored(reviewer.api, article, [NAME]);
});

test('undo and redo go on after a reload, and leave alone what somebody changed in between', async ({
  reviewer,
  editor,
  article,
}) => {
  const { page } = reviewer;
  const desk = await new DeskPage(page).open(article);
  const undoButton = page.getByRole('button', { name: /^Undo/ });
  await desk.mark('Soyug-FG', 'name misspelled: Soyug-FG => Soyuz-FG');
  await desk.expectStored(reviewer.api, article, [NAME]);
  await page.reload();
  await desk.arrive();
  await expect(undoButton).toBeEnabled();
  await desk.undo();
  await desk.expectStored(reviewer.api, article, []);
  await page.reload();
  await desk.arrive();
  await expect(page.getByRole('button', { name: /^Redo/ })).toBeEnabled();
  await desk.redo();
  await desk.expectStored(reviewer.api, article, [NAME]);

  await page.goto('about:blank');
  const [mark] = await marksOn(editor.api, article);
  const { id, revision } = mark ?? { id: '', revision: 0 };
  await editor.api.ask(changeAnnotation, { params: { id }, revision, body: { note: 'theirs' } });
  await desk.open(article);
  await expect(undoButton).toBeEnabled();
  await page.keyboard.press('Control+z');
  await expect(desk.message(new RegExp(`left alone: ${editor.name} changed it since`))).toBeVisible();
  await desk.expectStored(reviewer.api, article, [{ note: 'theirs' }]);
});

test('undo leaves alone what somebody else has changed since', async ({ reviewer, editor, article }) => {
  await makeMark(reviewer.api, article, 'Soyug-FG', NAME);
  const desk = await new DeskPage(reviewer.page).open(article);
  await desk.card(CARD).open();
  await desk.card(CARD).choose('Edit the mark');
  await desk.tagLine.save('name misspelled: Soyug-FG => Soyuz-FG // mine');
  await desk.expectSaved();
  const [mark] = await marksOn(editor.api, article);
  const { id, revision } = mark ?? { id: '', revision: 0 };
  await editor.api.ask(changeAnnotation, { params: { id }, revision, body: { note: 'theirs' } });
  await expect(desk.card(CARD).frame.getByText('theirs')).toBeVisible();
  await desk.page.keyboard.press('Control+z');
  await expect(desk.message(new RegExp(`left alone: ${editor.name} changed it since`))).toBeVisible();
  await desk.expectStored(reviewer.api, article, [{ note: 'theirs' }]);
});

test('one mark is related to another, with the keyboard, and each leads to the other', async ({
  reviewer,
  editor,
  article,
}) => {
  const other = await makeMark(editor.api, article, 'Soyug-FG', NAME);
  const { id } = await makeMark(reviewer.api, article, 'three members', { tag: 'conflict' });
  const desk = await new DeskPage(reviewer.page).open(article, id);
  const card = desk.card('inconsistent within article');
  await card.expectOpen();
  await desk.page.keyboard.press('x');
  const form = card.form('Relate to another mark');
  await expect(form.getByRole('combobox', { name: 'Related to' })).toBeFocused();
  await desk.page.keyboard.type('soyug');
  await expect(form.getByRole('option')).toHaveCount(1);
  await desk.page.keyboard.press('Enter');
  const related = card.frame.getByRole('list', { name: 'Related marks' });
  await expect(related).toContainText('“Soyug-FG”');
  await desk.expectStored(reviewer.api, article, [{ id, relatedId: other.id }, { id: other.id }]);

  await related.getByRole('button', { name: '“Soyug-FG”' }).click();
  await desk.card(CARD).expectOpen();
  await desk.card(CARD).frame.getByRole('button', { name: '“three members”' }).click();
  await card.expectOpen();
  await related.getByRole('button', { name: 'Relate to it no more' }).click();
  await expect(related).toHaveCount(0);
  await desk.expectStored(reviewer.api, article, [{ id, relatedId: null }, { id: other.id }]);
  await desk.undo();
  await desk.expectStored(reviewer.api, article, [{ id, relatedId: other.id }, { id: other.id }]);
});

test('a reviewer sees the marks of others and cannot touch them', async ({ reviewer, editor, article }) => {
  await makeMark(editor.api, article, 'Soyug-FG', NAME);
  const desk = await new DeskPage(reviewer.page).open(article);
  const card = desk.card(CARD);
  await card.open();
  await expect(card.frame.getByRole('button', { name: 'Edit', exact: true })).toHaveCount(0);
  await expect(card.frame.getByRole('button', { name: 'Accept', exact: true })).toHaveCount(0);
  await card.frame.getByRole('button', { name: 'More for this mark' }).click();
  await expect(desk.page.getByRole('menuitem')).toHaveText([
    /^Apply to the same words elsewhere/,
    /^Story of the mark/,
    /^Copy a link to the mark/,
  ]);
});
