import type { ReadingView } from '@/lib/contract/reading';
import { addText, type ArticleAtHand } from './fixtures/articles';
import { marksOn } from './fixtures/marks';
import { expect, test } from './fixtures/test';
import { awake } from './pages/awake';
import { CheckingPane } from './pages/checking-pane';
import { DeskPage } from './pages/desk-page';

const TEXT = `The bridge stays open

The harbour board met on Monday. “We will close the old bridge at last, and everybody has been told of it,” Anna Harmsen said on the the pier.

“Nobody has asked the harbour master,” said Piotr Vale. Later the the board left.`;

const MINUTES = `Minutes of the harbour board

Anna Harmsen: We will not close the old bridge at last, and everybody was told of it.

Piotr Vale: Nobody has asked the harbour master.`;

let article: ArticleAtHand;
test.beforeEach(async ({ staff, project }) => {
  article = await addText(staff.editor.api, project, { title: 'The bridge', text: TEXT });
});

test('a pasted source shows what quotations have lost, and becomes the evidence of a misquotation', async ({
  reviewer,
}) => {
  const desk = await new DeskPage(reviewer.page).open(article);
  const pane = new CheckingPane(reviewer.page);
  await reviewer.page.keyboard.press('t');
  await expect(pane.quotes).toHaveCount(2);
  await pane.addSource(MINUTES);
  await reviewer.page.keyboard.press('t');
  const altered = pane.quotes.first();
  await expect(altered).toContainText('altered');
  await expect(pane.quotes.nth(1)).toContainText('word for word');

  await test.step('one change becomes a mark with its evidence', async () => {
    await altered.getByRole('button', { name: 'Mark “will” as misquotation' }).click();
    await expect(altered.getByRole('listitem').filter({ hasText: 'negation' })).toContainText('marked');
    await desk.expectSaved();
  });
  await test.step('and the other quotation is marked verbatim', async () => {
    await pane.quotes.nth(1).getByRole('button', { name: 'Mark as verbatim' }).click();
    await expect(pane.quotes.nth(1)).toContainText('marked verbatim');
    await desk.expectSaved();
  });
  const [misquote, quote] = await marksOn(reviewer.api, article);
  expect(misquote).toMatchObject({
    ...{ tag: 'misquote', exact: 'will', correction: 'will not', value: 'meaning', origin: 'misquotation@3' },
    evidence: [{ source: { number: 1 }, excerpt: 'will not', relation: 'contradicts' }],
  });
  expect(quote).toMatchObject({
    ...{ tag: 'quote', state: 'verbatim' },
    evidence: [{ excerpt: 'Nobody has asked the harbour master', relation: 'supports' }],
  });

  await test.step('the source cannot be taken back while they rest on it', async () => {
    reviewer.expectComplaint(/409/);
    await reviewer.page.keyboard.press('o');
    await pane.region.getByRole('button', { name: 'Take back source 1' }).click();
    await expect(desk.message(/rest on this source/)).toBeVisible();
  });
});

test('a passage of a source is tied to a mark by its words', async ({ reviewer }) => {
  const desk = await new DeskPage(reviewer.page).open(article);
  const pane = new CheckingPane(reviewer.page);
  await desk.mark('Piotr Vale', 'role: harbour master');
  await pane.addSource(MINUTES);
  await pane.region.getByRole('button', { name: /^Read source 1/ }).click();
  await pane.region.getByLabel('Passage').fill('asked the HARBOUR');
  await pane.region.getByLabel('contradicts the text as it stands').check();
  await pane.region.getByRole('button', { name: 'Tie to the mark' }).click();
  await desk.expectSaved();
  expect(await marksOn(reviewer.api, article)).toMatchObject([
    { evidence: [{ excerpt: 'asked the harbour', relation: 'contradicts', source: { number: 1 } }] },
  ]);
  await reviewer.page.keyboard.press('Escape');
  await expect(desk.openCard().frame).toContainText('contradicts the text as it stands:');
  await desk
    .openCard()
    .frame.getByRole('button', { name: /^Source 1: / })
    .click();
  await expect(pane.region.getByRole('region', { name: 'Text of the source' })).toBeVisible();
});

test('a saved page is read as a source; a broken one is refused, and what was typed waits', async ({
  reviewer,
}) => {
  const desk = await new DeskPage(reviewer.page).open(article);
  const pane = new CheckingPane(reviewer.page);
  const words = pane.region.getByLabel('Text of the source');
  await test.step('refused in a sentence, by its name', async () => {
    reviewer.expectComplaint(/422/);
    await pane.chooseFile('minutes.pdf', 'no PDF at all');
    await expect(pane.region.getByRole('alert').filter({ hasText: '“minutes.pdf” is no PDF' })).toBeVisible();
  });
  await test.step('a text that is encoded otherwise is read again', async () => {
    await pane.giveFile('minutes.txt', 'The caf\xe9 stays.');
    await pane.region.getByRole('button', { name: 'Read it again' }).click();
    await expect(words).toHaveValue('The café stays.');
  });
  await test.step('a page takes its place, without its tags and scripts', async () => {
    await pane.giveFile('minutes.html', '<title>Minutes</title><p>It <b>stays</b>.<script>alert(1)</script>');
    await expect(words).toHaveValue('It stays.');
    await expect(pane.region.getByLabel('Title')).toHaveValue('Minutes');
  });
  await test.step('the draft outlives its pane', async () => {
    await pane.region.getByRole('button', { name: 'Close the pane' }).click();
    await expect(pane.region).toHaveCount(0);
    await reviewer.page.keyboard.press('o');
    await expect(words).toHaveValue('It stays.');
  });
  await test.step('and becomes a source', async () => {
    await pane.region.getByRole('button', { name: 'Add the source' }).click();
    await expect(pane.region.getByRole('button', { name: 'Read source 1: Minutes' })).toBeVisible();
    await desk.expectSaved();
  });
});

test('a page is fetched as a source, from the internet alone', async ({ reviewer }) => {
  await new DeskPage(reviewer.page).open(article);
  const pane = new CheckingPane(reviewer.page);
  await reviewer.page.keyboard.press('o');
  await pane.region.getByRole('button', { name: 'Add the first source' }).click();
  const link = pane.region.getByLabel('Or the link of a page');
  await test.step('nothing in a private network', async () => {
    reviewer.expectComplaint(/422/);
    await link.fill('http://169.254.169.254/latest/meta-data/');
    await link.press('Enter');
    await expect(pane.region.getByRole('alert').filter({ hasText: 'private network' })).toBeVisible();
  });
  await test.step('what comes fills the form, with its address and day', async () => {
    // The journeys ask nothing of the internet: what the server would answer stands in for it.
    const read: ReadingView = {
      ...{ kind: 'html', title: 'The minutes', author: 'Ann Lee', publisher: 'The Daily Pier' },
      ...{ url: 'https://news.example/minutes', publishedAt: null, accessedAt: '2026-01-02T03:04:05Z' },
      ...{ text: MINUTES, mainOnly: true },
    };
    await reviewer.page.route('**/readings', (route) => route.fulfill({ json: read }));
    await link.fill('https://news.example/minutes');
    await pane.region.getByRole('button', { name: 'Fetch it' }).click();
    await expect(pane.region.getByLabel('Text of the source')).toHaveValue(MINUTES);
    await pane.region.getByText('What is known of it').click();
    await expect(pane.region.getByLabel('Accessed')).toHaveValue('2026-01-02');
    await expect(pane.region.getByLabel('Publisher')).toHaveValue('The Daily Pier');
  });
  await pane.region.getByRole('button', { name: 'Add the source' }).click();
  await expect(pane.region.getByRole('listitem')).toContainText('news.example');
});

test('suggestions are accepted, edited and dismissed by keys, and what is dismissed stays so', async ({
  reviewer,
}) => {
  const { page } = reviewer;
  const desk = await new DeskPage(page).open(article);
  const pane = new CheckingPane(page);
  await page.keyboard.press('p');
  const doubled = pane.suggestion(/^grammar: the the, 2 times/);
  await expect(doubled).toBeVisible();
  const before = await pane.suggestions.count();

  await test.step('dismissed, by its key', async () => {
    await doubled.focus();
    await page.keyboard.press('d');
    await expect(doubled).toHaveCount(0);
    await expect(desk.message(/^Dismissed/)).toBeVisible();
  });
  await test.step('also after a reload', async () => {
    await page.reload();
    await desk.arrive();
    await page.keyboard.press('p');
    await expect(pane.suggestions).toHaveCount(before - 1);
    await expect(doubled).toHaveCount(0);
  });
  await test.step('accepted, with arrow keys and Enter', async () => {
    // From the pane's heading, where opening it leads, to the second.
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('a');
    await expect(pane.suggestions).toHaveCount(before - 2);
    await desk.expectSaved();
  });
  const [mark] = await marksOn(reviewer.api, article);
  expect(mark).toMatchObject({ status: 'open', origin: 'quote@1', tag: 'quote' });
  await test.step('and taken back by one undo', async () => {
    await page.keyboard.press('Escape');
    await desk.undo();
    await page.keyboard.press('p');
    await expect(pane.suggestions).toHaveCount(before - 1);
  });
});

test('an editor switches rules off and on, by keys, for everybody in the project', async ({
  editor,
  reviewer,
  project,
}) => {
  const { page } = editor;
  await page.goto(`/projects/${project.id}/settings`);
  const rule = (name: string) => page.getByRole('checkbox', { name, exact: true });
  await awake(rule('Repeated words'));
  await expect(rule('Repeated words')).toBeChecked();
  await expect(rule('Initials never spelled out')).not.toBeChecked();
  for (const name of ['Repeated words', 'Initials never spelled out']) {
    await rule(name).focus();
    await page.keyboard.press('Space');
  }
  await page.getByRole('button', { name: 'Save settings' }).click();
  await expect(page.getByText('The settings are saved')).toBeVisible();
  await page.reload();
  await expect(rule('Repeated words')).not.toBeChecked();
  await expect(rule('Initials never spelled out')).toBeChecked();

  await test.step('and nothing is suggested by a rule that is off', async () => {
    await new DeskPage(reviewer.page).open(article);
    const pane = new CheckingPane(reviewer.page);
    await reviewer.page.keyboard.press('p');
    await expect(pane.suggestions.first()).toBeVisible();
    await expect(pane.suggestion(/the the/)).toHaveCount(0);
  });
  await test.step('a reviewer cannot switch any', async () => {
    await reviewer.page.goto(`/projects/${project.id}/settings`);
    await expect(reviewer.page.getByRole('heading', { name: 'No guidelines yet' })).toBeVisible();
    await expect(reviewer.page.getByRole('checkbox')).toHaveCount(0);
  });
});

test('a name becomes known in one step', async ({ editor, project }) => {
  const text = 'The board heard Anna Harmssen on the bridge. Then Anna Harmssen left the old pier.';
  const other = await addText(editor.api, project, { title: 'Names', text });
  const desk = await new DeskPage(editor.page).open(other);
  const pane = new CheckingPane(editor.page);
  await pane.addSource(MINUTES);
  await editor.page.keyboard.press('p');
  const misspelled = pane.suggestion(/Harmssen, 2 times$/);
  await misspelled.getByRole('button', { name: 'Known name' }).click();
  await expect(desk.message(/is a known name now/)).toBeVisible();
  await expect(misspelled).toHaveCount(0);
});

test('an article is checked to its last word by keys', async ({ reviewer }) => {
  const { page } = reviewer;
  const desk = await new DeskPage(page).open(article);
  const pane = new CheckingPane(page);
  await page.keyboard.press('y');
  const next = pane.region.getByRole('group', { name: 'Next unchecked' });
  await expect(next).toContainText('The bridge stays open');
  await expect(next).toBeFocused();
  for (const words of ['met on Monday', 'We will close', 'Nobody has asked', 'Later the the']) {
    await page.keyboard.press('1');
    await expect(next).toContainText(words);
  }
  await page.keyboard.press('3');
  await expect(pane.region.getByText('Every word has been checked.')).toBeVisible();
  await expect(pane.region.getByText('100 %').first()).toBeVisible();
  await page.reload();
  await desk.arrive();
  await page.keyboard.press('y');
  await expect(pane.region.getByText('Every word has been checked.')).toBeVisible();
  await expect(pane.region.getByRole('definition').first()).toHaveText('100 %');
});
