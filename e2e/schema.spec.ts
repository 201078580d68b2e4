import { changeSchema, getSchema } from '@/lib/contract/endpoints/projects';
import { makeMark } from './fixtures/marks';
import { expect, test } from './fixtures/test';
import { DeskPage } from './pages/desk-page';
import { SchemaPage } from './pages/schema-page';

test('an editor adds a tag, which can be used at once', async ({ editor, project, article }) => {
  const schema = await new SchemaPage(editor.page).open(project);
  await schema.addButton.click();
  const dialog = editor.page.getByRole('dialog', { name: 'Add tag' });
  await dialog.getByLabel('Label').fill('tone');
  await expect(dialog.getByLabel('Key')).toHaveValue('tone');
  await dialog.getByRole('button', { name: 'Add to the draft' }).click();
  await expect(dialog.getByRole('alert').filter({ hasText: /./ }).first()).toBeVisible();
  await dialog.getByLabel('Definition').fill('The wording takes sides.');
  await dialog.getByRole('radio', { name: 'pink' }).click();
  await dialog.getByRole('combobox', { name: 'Digit' }).click();
  await editor.page.getByRole('option', { name: /^1/ }).click();
  await expect(dialog.getByText('“name misspelled” gives it up.')).toBeVisible();
  await schema.apply(dialog);
  await expect(schema.changes).toContainText('2 unsaved changes');
  await schema.save();

  const stored = await editor.api.ask(getSchema, { params: { id: project.id } });
  expect(stored.version).toBe(2);
  expect(stored.tags.find(({ key }) => key === 'tone')).toMatchObject({ colour: 'pink', digit: '1' });
  expect(stored.tags.find(({ key }) => key === 'name')).toMatchObject({ digit: null });

  const desk = await new DeskPage(editor.page).open(article);
  await desk.text.drag('Soyug-FG');
  await editor.page.keyboard.press('1');
  await expect(desk.tagLine.input).toHaveValue('tone');
  await editor.page.keyboard.press('Enter');
  await desk.expectStored(editor.api, article, [{ tag: 'tone', exact: 'Soyug-FG' }]);
});

test('a change says how many marks it touches', async ({ editor, project, article }) => {
  await makeMark(editor.api, article, 'Soyug-FG', { tag: 'name' });
  await makeMark(editor.api, article, 'Alexy', { tag: 'name' });
  const schema = await new SchemaPage(editor.page).open(project);
  await expect(schema.tag('name misspelled')).toContainText('2 marks');
  const dialog = await schema.edit('name misspelled');
  await expect(dialog).toContainText('2 marks carry this tag');
  await dialog.getByLabel('Label').fill('wrong name');
  await dialog.getByRole('radio', { name: 'green' }).click();
  await schema.apply(dialog);
  await expect(schema.changes).toContainText('2 unsaved changes');
  await expect(schema.changes).toContainText('2 marks affected');
  await schema.save();

  const desk = await new DeskPage(editor.page).open(article);
  await expect(desk.card('wrong name').frame).toBeVisible();
  await expect.poll(() => desk.text.looksOver('Soyug-FG')).toContain('mark-green-0');
});

test('tags are put in order with the keyboard', async ({ editor, project }) => {
  const schema = await new SchemaPage(editor.page).open(project);
  const [first, second, third] = await schema.labels();
  await editor.page
    .getByRole('button', { name: 'Move name misspelled: arrow up, arrow down, or drag' })
    .focus();
  await editor.page.keyboard.press('ArrowDown');
  await editor.page.keyboard.press('ArrowDown');
  await expect(editor.page.getByText('“name misspelled” is now 3 of 19.')).toBeAttached();
  expect((await schema.labels()).slice(0, 3)).toEqual([second, third, first]);
  await expect(schema.changes).toContainText('1 unsaved change');
  await schema.changes.getByRole('button', { name: 'Discard' }).click();
  await expect(schema.changes).toHaveCount(0);
  expect((await schema.labels()).slice(0, 3)).toEqual([first, second, third]);
});

test('a tag in use is retired, not deleted; two tags stay for ever', async ({ editor, project, article }) => {
  await makeMark(editor.api, article, 'discussions', { tag: 'spelling', correction: 'talks' });
  const schema = await new SchemaPage(editor.page).open(project);
  await schema.choose('spelling', 'Retire');
  await schema.save();
  await expect(editor.page.getByRole('heading', { name: 'Retired' })).toBeVisible();
  await schema.tag('quote').getByRole('button', { name: 'More for quote' }).click();
  await expect(editor.page.getByRole('menuitem', { name: 'Cannot be retired' })).toBeDisabled();
  await editor.page.keyboard.press('Escape');

  const desk = await new DeskPage(editor.page).open(article);
  await expect(desk.card('spelling').frame).toBeVisible();
  await desk.text.drag('Soyug-FG');
  await desk.tagLine.input.fill('spelling => x');
  await desk.page.keyboard.press('Enter');
  await expect(desk.tagLine.frame.getByRole('alert')).toContainText(/spelling/);
  await expect(desk.tagLine.frame).toBeVisible();
});

test('what somebody else saved meanwhile is shown, and one’s own put on top', async ({ editor, project }) => {
  const schema = await new SchemaPage(editor.page).open(project);
  await editor.api.ask(changeSchema, {
    params: { id: project.id },
    body: { version: 1, changes: [{ kind: 'relabel', key: 'quote', label: 'quotation' }] },
  });
  await schema.choose('spelling', 'Retire');
  editor.expectComplaint(/status of 409/);
  await schema.changes.getByRole('button', { name: 'Save schema' }).click();
  const conflict = editor.page.getByRole('dialog', { name: 'The schema has changed meanwhile' });
  await expect(conflict).toContainText('“quote” becomes “quotation”');
  await conflict.getByRole('button', { name: 'Put mine on top' }).click();
  await schema.save();
  const stored = await editor.api.ask(getSchema, { params: { id: project.id } });
  expect(stored.tags.find(({ key }) => key === 'quote')?.label).toBe('quotation');
  expect(stored.tags.find(({ key }) => key === 'spelling')?.retired).toBe(true);
});

test('a reviewer reads the schema and cannot change it', async ({ reviewer, project }) => {
  const { page } = reviewer;
  await page.goto(`/projects/${project.id}/schema`);
  await expect(page.getByRole('heading', { level: 3 })).toHaveCount(19);
  await expect(page.getByRole('button', { name: /^(Add tag|More for|Move )/ })).toHaveCount(0);
});
