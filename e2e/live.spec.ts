import type { Page } from 'playwright/test';
import { deleteAnnotation } from '@/lib/contract/endpoints/annotations';
import { changeArticle } from '@/lib/contract/endpoints/articles';
import { changeMember, changeSchema, removeMember } from '@/lib/contract/endpoints/projects';
import { getMe } from '@/lib/contract/endpoints/me';
import { makeMark, marksOn } from './fixtures/marks';
import { expect, test } from './fixtures/test';
import { DeskPage } from './pages/desk-page';
import { expectNoBarriers } from './reading/find-barriers';

const CARD = 'name misspelled: Soyug-FG';

/** From now on this page learns nothing by asking: what appears came by the stream. */
const forbidAsking = (page: Page) =>
  page.route(/\/events\?after=/, () => {
    throw new Error('The desk asked although it has a stream.');
  });

/** As when the window is covered by another tab, and back. */
async function look(page: Page, visible: boolean): Promise<void> {
  await page.evaluate((seen) => {
    // Seen again, the page tells for itself how it is: it has to know when it is left.
    if (seen) Reflect.deleteProperty(document, 'visibilityState');
    else Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => 'hidden' });
    document.dispatchEvent(new Event('visibilitychange'));
  }, visible);
}

test('what one marks appears on the other’s desk, and goes from it, by the stream alone', async ({
  reviewer,
  editor,
  article,
}) => {
  await forbidAsking(editor.page);
  await forbidAsking(reviewer.page);
  const watching = await new DeskPage(editor.page).open(article);
  const marking = await new DeskPage(reviewer.page).open(article);
  await marking.mark('Soyug-FG', 'name misspelled: Soyug-FG => Soyuz-FG');
  await expect(watching.card(CARD).frame).toBeVisible();
  await watching.text.expectMarked('Soyug-FG');
  const [mark] = await marksOn(editor.api, article);
  await editor.api.ask(deleteAnnotation, { params: { id: mark!.id }, revision: mark!.revision });
  await expect(marking.card(CARD).frame).toBeHidden();
  await marking.text.expectUnmarked('Soyug-FG');
});

test('who is here is shown, each once, while they look', async ({ reviewer, editor, article }) => {
  const here = (page: Page) => page.getByRole('button', { name: /^Also here: / });
  await new DeskPage(editor.page).open(article);
  await expect(here(editor.page)).toBeHidden();
  await new DeskPage(reviewer.page).open(article);
  await expect(here(editor.page)).toHaveAccessibleName(`Also here: ${reviewer.name}`);
  await expect(here(reviewer.page)).toHaveAccessibleName(`Also here: ${editor.name}`);
  await here(editor.page).focus();
  await editor.page.keyboard.press('Tab');
  await editor.page.keyboard.press('Shift+Tab');
  // Once for those who hear it, once for those who see where they are.
  await expect(editor.page.getByText(`Also here: ${reviewer.name}`)).toHaveCount(2);
  await expectNoBarriers(editor.page, 'the desk with company');

  const second = await reviewer.page.context().newPage();
  await new DeskPage(second).open(article);
  await expect(here(second)).toHaveAccessibleName(`Also here: ${editor.name}`);
  await expect(here(editor.page)).toHaveAccessibleName(`Also here: ${reviewer.name}`);
  await second.close();

  await look(reviewer.page, false);
  await expect(here(editor.page)).toBeHidden();
  await look(reviewer.page, true);
  await expect(here(editor.page)).toBeVisible();
  await reviewer.page.goto('/projects');
  await expect(here(editor.page)).toBeHidden();
});

test('a hidden desk comes up to date when it is looked at again', async ({ reviewer, editor, article }) => {
  const desk = await new DeskPage(editor.page).open(article);
  await look(editor.page, false);
  await makeMark(reviewer.api, article, 'Soyug-FG', { tag: 'name', value: 'Soyug-FG' });
  await expect(desk.card(CARD).frame).toBeHidden();
  await look(editor.page, true);
  await expect(desk.card(CARD).frame).toBeVisible();
});

test('where something holds streams back, the desk asks', async ({ reviewer, editor, article }) => {
  // A proxy that answers with a page of its own.
  await editor.page.route(/\/events\?here=/, (route) =>
    route.fulfill({ contentType: 'text/html', body: '' }),
  );
  const desk = await new DeskPage(editor.page).open(article);
  await makeMark(reviewer.api, article, 'Soyug-FG', { tag: 'name', value: 'Soyug-FG' });
  await expect(desk.card(CARD).frame).toBeVisible();
});

test('new and renamed tags reach an open desk and can be used at once', async ({
  reviewer,
  editor,
  project,
  article,
}) => {
  await makeMark(reviewer.api, article, 'Soyug-FG', { tag: 'name', value: 'Soyug-FG' });
  const desk = await new DeskPage(reviewer.page).open(article);
  await editor.api.ask(changeSchema, {
    params: { id: project.id },
    body: {
      version: 1,
      changes: [
        { kind: 'relabel', key: 'name', label: 'wrong name' },
        { kind: 'recolour', key: 'name', colour: 'teal' },
        { kind: 'relabel', key: 'spelling', label: 'typo' },
      ],
    },
  });
  await expect(desk.message(`${editor.name} has changed the tags.`)).toBeVisible();
  await expect(desk.card('wrong name: Soyug-FG').frame).toBeVisible();
  await desk.mark('statement', 'typo: statement => Statement');
  await desk.expectStored(reviewer.api, article, [
    { tag: 'spelling', tagLabel: 'typo' },
    { tag: 'name', tagLabel: 'wrong name' },
  ]);
});

test('what becomes of article and role is said, and followed', async ({
  reviewer,
  editor,
  project,
  article,
}) => {
  const { page } = reviewer;
  const desk = await new DeskPage(page).open(article);
  const member = { id: project.id, personId: (await reviewer.api.ask(getMe)).id };
  await editor.api.ask(changeArticle, { params: { id: article.view.id }, body: { title: 'A leak' } });
  await expect(page.getByRole('navigation', { name: 'Where you are' })).toContainText('A leak');
  await editor.api.ask(changeArticle, { params: { id: article.view.id }, body: { archived: true } });
  await expect(desk.message(/ has archived this article/)).toBeVisible();
  await editor.api.ask(changeArticle, { params: { id: article.view.id }, body: { archived: false } });
  await expect(desk.message(/ has taken this article back/)).toBeVisible();
  await makeMark(editor.api, article, 'Soyug-FG', { tag: 'spelling', correction: 'Soyuz-FG' });
  await editor.api.ask(changeMember, { params: member, body: { role: 'editor' } });
  await expect(desk.message(/ has made you an editor/)).toBeVisible();
  const card = desk.card('spelling');
  await card.open();
  await card.decide('Accept');
  await desk.expectStored(editor.api, article, [{ status: 'accepted' }]);
  reviewer.expectComplaint(/status of 404/);
  await editor.api.ask(removeMember, { params: member });
  await expect(desk.message(/not yours to see any more/)).toBeVisible();
});
