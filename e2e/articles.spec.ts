import { getVersion, listArticles } from '@/lib/contract/endpoints/articles';
import { addText } from './fixtures/articles';
import { expect, test } from './fixtures/test';
import { HARBOUR } from './fixtures/texts';
import { ArticlesPage } from './pages/articles-page';
import { messageOn } from './pages/messages';

test('an editor pastes an article, sees what it will be, and opens it', async ({ editor, project }) => {
  const articles = await new ArticlesPage(editor.page).open(project);
  await expect(editor.page.getByRole('heading', { name: 'No articles yet' })).toBeVisible();
  const dialog = await articles.startAdding();
  await expect(dialog.add).toBeDisabled();
  await dialog.text.fill(HARBOUR);
  await expect(dialog.preview).toContainText('3 paragraphs');
  await expect(dialog.title).toHaveValue('Harbour bridge opens');
  await dialog.frame.getByLabel('Byline').fill('A. Reporter');
  await dialog.addAndOpen.click();
  await expect(editor.page.getByRole('heading', { level: 1, name: 'Harbour bridge opens' })).toBeAttached();
  await expect(editor.page.getByRole('region', { name: 'Article text' })).toContainText(
    'Nobody asked the ferrymen',
  );
  const { items } = await editor.api.ask(listArticles, { params: { id: project.id } });
  expect(items).toMatchObject([{ title: 'Harbour bridge opens', byline: 'A. Reporter' }]);
});

test('a file is read as its bytes say, and kept', async ({ editor, project }) => {
  const articles = await new ArticlesPage(editor.page).open(project);
  const dialog = await articles.startAdding();
  await dialog.pickFile('harbour.txt', Buffer.from(`\ufeff${HARBOUR.replaceAll('\n', '\r\n')}`, 'utf8'));
  await expect(dialog.frame.getByText('harbour.txt')).toBeVisible();
  await expect(dialog.preview).toContainText('3 paragraphs');
  await dialog.title.fill('Harbour, from a file');
  await dialog.add.click();
  await expect(articles.row('Harbour, from a file')).toBeVisible();
  const { items } = await editor.api.ask(listArticles, { params: { id: project.id } });
  const version = items[0]?.currentVersion.id ?? '';
  const stored = await editor.api.ask(getVersion, { params: { id: version } });
  expect(stored).toMatchObject({ text: HARBOUR, fileName: 'harbour.txt' });
});

test('a file dropped on the page opens the window with it, and another one takes its place', async ({
  editor,
  project,
  article,
}) => {
  const articles = await new ArticlesPage(editor.page).open(project);
  await expect(articles.row(article.view.title)).toBeVisible();
  const dialog = await articles.dropFile('first.txt', 'The first file.');
  await expect(dialog.frame.getByText('first.txt')).toBeVisible();
  await expect(dialog.preview).toContainText('The first file.');
  await dialog.frame.getByRole('button', { name: 'Take the file away' }).click();
  await dialog.dropFile('harbour 👩‍🚀.txt', HARBOUR);
  await expect(dialog.frame.getByText('harbour 👩‍🚀.txt')).toBeVisible();
  await expect(dialog.preview).toContainText('3 paragraphs');
  await dialog.title.fill('Dropped');
  await dialog.add.click();
  await expect(articles.row('Dropped')).toBeVisible();
  const { items } = await editor.api.ask(listArticles, { params: { id: project.id } });
  const version = items.find(({ title }) => title === 'Dropped')?.currentVersion.id ?? '';
  const stored = await editor.api.ask(getVersion, { params: { id: version } });
  expect(stored).toMatchObject({ text: HARBOUR, fileName: 'harbour 👩‍🚀.txt' });
});

test('a file that cannot be kept is refused with the place', async ({ editor, project }) => {
  const articles = await new ArticlesPage(editor.page).open(project);
  const dialog = await articles.startAdding();
  await test.step('a NUL', async () => {
    await dialog.pickFile('nul.txt', Buffer.from('First line\nSec\0nd line', 'utf8'));
    await expect(dialog.problem).toContainText('Line 2, column 4');
    await expect(dialog.problem).toContainText('NUL');
    await expect(dialog.add).toBeDisabled();
  });
  await test.step('bytes of another encoding, until it is declared', async () => {
    await dialog.frame.getByRole('button', { name: 'Take the file away' }).click();
    await dialog.pickFile('old.txt', Buffer.from('Le port\nde Sète', 'latin1'));
    await expect(dialog.problem).toContainText('Byte 12 (line 2) is not valid UTF-8');
    await expect(dialog.add).toBeDisabled();
    await dialog.chooseEncoding('Windows-1252');
    await expect(dialog.preview).toContainText('de Sète');
    await expect(dialog.problem).toHaveCount(0);
  });
  await test.step('half a UTF-16 character', async () => {
    await dialog.frame.getByRole('button', { name: 'Take the file away' }).click();
    await dialog.pickFile('half.txt', Buffer.from([0xff, 0xfe, 0x41, 0x00, 0x0a, 0x00, 0x3d, 0xd8]));
    await expect(dialog.problem).toContainText('Byte 6 (line 2) is not valid UTF-16');
  });
  await test.step('a Word file', async () => {
    await dialog.frame.getByRole('button', { name: 'Take the file away' }).click();
    await dialog.pickFile('draft.txt', Buffer.from('PK\u0003\u0004 and more', 'latin1'));
    await expect(dialog.problem).toContainText('Word file');
  });
});

test('the same text twice is said, and can be taken back', async ({ editor, project, article }) => {
  const articles = await new ArticlesPage(editor.page).open(project);
  const dialog = await articles.startAdding();
  await dialog.text.fill(article.text);
  await dialog.title.fill('The very same');
  await dialog.add.click();
  const same = editor.page.getByRole('dialog', { name: 'This text is already here' });
  await expect(same.getByRole('link', { name: article.view.title })).toBeVisible();
  await same.getByRole('button', { name: 'Move the new one to the trash' }).click();
  await expect(articles.row('The very same')).toHaveCount(0);
  await expect(articles.row(article.view.title)).toBeVisible();
});

test('search, facts, archive, trash and back', async ({ editor, staff, project, article }) => {
  await addText(staff.editor.api, project, { title: 'Harbour bridge', text: HARBOUR, byline: 'A. Reporter' });
  const { title } = article.view;
  const articles = await new ArticlesPage(editor.page).open(project);
  await expect(articles.titles).toHaveCount(2);

  await articles.search.fill('reporter');
  await expect(articles.titles).toHaveText(['Harbour bridge']);
  await expect(editor.page).toHaveURL(/q=reporter/);
  await articles.search.fill('no such thing');
  await expect(editor.page.getByRole('heading', { name: 'Nothing found for “no such thing”' })).toBeVisible();
  await articles.search.fill('');
  await expect(articles.titles).toHaveCount(2);

  await articles.choose(title, 'Edit facts');
  const facts = editor.page.getByRole('dialog', { name: 'Edit facts' });
  await facts.getByLabel('Byline').fill('B. Writer');
  await facts.getByLabel('Link').fill('not a link');
  await facts.getByLabel('Link').fill('https://news.example/soyuz');
  await facts.getByRole('button', { name: 'Save' }).click();
  await expect(articles.row(title)).toContainText('B. Writer · news.example');

  await articles.choose(title, 'Archive');
  await expect(messageOn(editor.page, /is archived/)).toBeVisible();
  await expect(articles.row(title)).toHaveCount(0);
  await articles.showShelf('Archived');
  await articles.choose(title, 'Take out of the archive');
  await expect(editor.page.getByRole('heading', { name: 'The archive is empty' })).toBeVisible();

  await articles.showShelf('Current');
  await articles.choose(title, 'Move to the trash');
  await expect(articles.row(title)).toHaveCount(0);
  await articles.showShelf('Trash');
  await expect(articles.row(title)).toBeVisible();
  await articles.choose(title, 'Take out of the trash');
  await expect(articles.row(title)).toHaveCount(0);
  await articles.showShelf('Current');
  await expect(articles.row(title)).toBeVisible();
});

test('the table counts marks and sorts by its columns', async ({ editor, reviewer, project, article }) => {
  await addText(editor.api, project, { title: 'Another', text: HARBOUR });
  const articles = await new ArticlesPage(editor.page).open(project);
  await editor.page.getByRole('button', { name: 'Title' }).click();
  await expect(articles.titles).toHaveText(['Another', article.view.title]);
  await editor.page.getByRole('button', { name: 'Title' }).click();
  await expect(articles.titles).toHaveText([article.view.title, 'Another']);
  await expect(editor.page.getByRole('columnheader', { name: 'Title' })).toHaveAttribute(
    'aria-sort',
    'descending',
  );

  await reviewer.page.goto(`/projects/${project.id}`);
  const reading = new ArticlesPage(reviewer.page);
  await expect(reading.row('Another')).toBeVisible();
  await expect(reading.addButton).toHaveCount(0);
  await expect(reviewer.page.getByRole('button', { name: /^More for/ })).toHaveCount(0);
});
