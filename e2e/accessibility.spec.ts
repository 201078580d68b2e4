import type { Page } from 'playwright/test';
import { invitePerson, makeResetLink, listPeople } from '@/lib/contract/endpoints/people';
import { DESK } from './fixtures/environment';
import { decideOn, makeMark } from './fixtures/marks';
import { expect, test } from './fixtures/test';
import { awake } from './pages/awake';
import { CheckingPane } from './pages/checking-pane';
import { DeskPage } from './pages/desk-page';
import { expectNoBarriers } from './reading/find-barriers';

const NAME = { tag: 'name', value: 'Soyug-FG', correction: 'Soyuz-FG' } as const;

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}, axe finds nothing`, () => {
    test.use({ colorScheme });

    test('at the doors', async ({ page, watched, staff }) => {
      const invitation = await staff.admin.api.ask(invitePerson, {
        body: { email: `axe-${colorScheme}-${process.pid}@desk.example` },
      });
      const people = await staff.admin.api.ask(listPeople, { query: { q: staff.reviewer.email } });
      const reset = await staff.admin.api.ask(makeResetLink, { params: { id: people.items[0]?.id ?? '' } });
      watched.expectComplaint(/status of 404/);
      for (const path of ['/sign-in', invitation.url, reset.url, DESK.setUpLink, '/no-such-screen']) {
        await page.goto(path);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await expectNoBarriers(page, path);
      }
    });

    test('on the screens of a project', async ({ editor, reviewer, project, article }) => {
      // A dozen screens, each looked at in full.
      test.slow();
      const mark = await makeMark(reviewer.api, article, 'Soyug-FG', NAME);
      await decideOn(editor.api, mark, { verdict: 'rejected', reason: 'The source spells it so.' });
      const base = `/projects/${project.id}`;
      for (const path of [
        '/projects',
        base,
        `${base}?shelf=trash`,
        `${base}?q=nothing`,
        `${base}/schema`,
        `${base}/members`,
        `${base}/settings`,
        `${base}/activity`,
        `${base}/trash`,
        `/articles/${article.view.id}/history`,
        `/articles/${article.view.id}/history?at=2`,
        '/my-marks',
        '/profile',
      ]) {
        await open(editor.page, path);
        await expectNoBarriers(editor.page, `${path} for an editor`);
      }
      for (const path of [base, `${base}/settings`, '/my-marks?status=rejected']) {
        await open(reviewer.page, path);
        await expectNoBarriers(reviewer.page, `${path} for a reviewer`);
      }
    });

    test('in the windows of a project', async ({ editor, admin, project, article }) => {
      const { page } = editor;
      await open(page, `/projects/${project.id}`);
      await awake(page.getByRole('searchbox'));
      await inWindow(page, 'Add article', () => page.getByRole('button', { name: 'Add article' }).click());
      await page.getByRole('button', { name: `More for ${article.view.title}` }).click();
      await expect(page.getByRole('menuitem').first()).toBeVisible();
      await expectNoBarriers(page, 'the menu of an article');
      await inWindow(page, 'Edit facts', () => page.getByRole('menuitem', { name: 'Edit facts' }).click());

      await open(page, `/projects/${project.id}/schema`);
      await awake(page.getByRole('button', { name: 'Add tag' }));
      await inWindow(page, 'Add tag', () => page.getByRole('button', { name: 'Add tag' }).click());

      await open(page, '/profile');
      await awake(page.getByRole('button', { name: 'New token' }));
      await inWindow(page, 'New token', () => page.getByRole('button', { name: 'New token' }).click());

      await open(admin.page, '/people');
      await expectNoBarriers(admin.page, '/people');
      await awake(admin.page.getByRole('button', { name: 'Invite', exact: true }));
      await inWindow(admin.page, 'Invite somebody', () =>
        admin.page.getByRole('button', { name: 'Invite', exact: true }).click(),
      );
      await open(admin.page, '/projects');
      await awake(admin.page.getByRole('button', { name: 'New project' }).first());
      await inWindow(admin.page, 'New project', () =>
        admin.page.getByRole('button', { name: 'New project' }).first().click(),
      );
    });

    test('on the desk, whatever is open at a mark', async ({ editor, article }) => {
      // Every state of the one screen that matters most, each looked at in full.
      test.slow();
      const { page } = editor;
      const desk = await new DeskPage(page).open(article);
      await expectNoBarriers(page, 'the desk without marks');

      await desk.text.drag('Soyug-FG');
      await expectNoBarriers(page, 'the tag line');
      await desk.tagLine.input.fill('na');
      await expect(desk.tagLine.candidates.first()).toBeVisible();
      await expectNoBarriers(page, 'the tag line with candidates');
      await desk.tagLine.input.fill('name misspelled: Soyug-FG => Soyuz-FG // see the log');
      await expectNoBarriers(page, 'the tag line with a preview');
      await page.keyboard.press('Enter');
      const card = desk.card('name misspelled: Soyug-FG');
      await card.expectOpen();
      await expectNoBarriers(page, 'an open card');

      for (const form of [
        'Accept with another correction',
        'Merge into another mark',
        'Relate to another mark',
      ] as const) {
        await card.choose(form);
        await expect(card.form(form)).toBeVisible();
        await expectNoBarriers(page, form);
        await card.form(form).getByRole('button', { name: 'Cancel' }).click();
      }
      await card.decide('Accept');
      await expect(card.form('Add evidence')).toBeVisible();
      await expectNoBarriers(page, 'a refusal that asks for evidence');
      await card.form('Add evidence').getByRole('button', { name: 'Cancel' }).click();
      await card.choose('Move the ends of the mark');
      await expectNoBarriers(page, 'moving the ends');
      await page.keyboard.press('Escape');

      for (const [key, window] of [
        ['Control+k', 'All commands'],
        ['g', 'All marks'],
        ['q', 'Mark by quote'],
        ['w', 'Apply to the same words'],
        ['h', 'Story of the mark'],
        ['Shift+?', 'Keys'],
      ] as const) {
        await inWindow(page, window, () => page.keyboard.press(key));
      }
    });

    test('on the desk, whatever is open beside the text', async ({ editor, article }) => {
      test.slow();
      const { page } = editor;
      const desk = await new DeskPage(page).open(article);
      const pane = new CheckingPane(page);
      await page.keyboard.press('o');
      await pane.region.getByRole('button', { name: 'Add the first source' }).click();
      await expect(pane.region.getByLabel('Or the link of a page')).toBeVisible();
      await pane.region.getByText('What is known of it').click();
      await expectNoBarriers(page, 'the form of a source');
      editor.expectComplaint(/422/);
      await pane.giveFile('minutes.txt', 'The caf\xe9 stays.');
      await expect(pane.region.getByRole('button', { name: 'Read it again' })).toBeVisible();
      await expectNoBarriers(page, 'a file that was refused');
      await pane.region.getByLabel('Or the link of a page').fill('http://127.0.0.1/');
      await pane.region.getByRole('button', { name: 'Fetch it' }).click();
      await expect(pane.region.getByRole('alert').filter({ hasText: '127.0.0.1' })).toBeVisible();
      await expectNoBarriers(page, 'a link that was refused');
      await pane.region.getByRole('button', { name: 'Cancel' }).click();
      await page.keyboard.press('Escape');
      await expect(pane.region).toHaveCount(0);
      await pane.addSource('The statement.\nThe Soyuz-FG rocket flew.');
      await expectNoBarriers(page, 'the sources');
      await pane.region.getByRole('button', { name: /^Read source 1/ }).click();
      await expect(pane.region.getByRole('region', { name: 'Text of the source' })).toBeVisible();
      await expectNoBarriers(page, 'a source');
      await page.keyboard.press('Escape');
      for (const [key, shown] of [
        ['t', pane.quotes.first()],
        ['p', pane.suggestions.first()],
        ['y', pane.region.getByRole('group', { name: 'Next unchecked' })],
      ] as const) {
        await page.keyboard.press(key);
        await expect(shown).toBeVisible();
        await expectNoBarriers(page, `the pane of the key ${key}`);
        await page.keyboard.press('Escape');
      }
      await desk.expectSaved();
      await inWindow(page, 'Everything is saved', () => desk.savingState.click());
      await page.getByRole('button', { name: 'Download', exact: true }).click();
      await expect(page.getByRole('menuitem').first()).toBeVisible();
      await expectNoBarriers(page, 'the menu of downloads');
    });
  });
}

async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
  await expect(page.getByRole('status', { name: /^Loading/ })).toHaveCount(0);
}

/** Opens a window, looks at it, closes it. */
async function inWindow(page: Page, name: string, show: () => Promise<void>): Promise<void> {
  await show();
  const dialog = page.getByRole('dialog', { name });
  await expect(dialog).toBeVisible();
  // It fades in, and what is half transparent has half the contrast.
  await expect(dialog).toHaveCSS('opacity', '1');
  await expectNoBarriers(page, name);
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
}
