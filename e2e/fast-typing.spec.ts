import type { Page } from 'playwright/test';
import { makeMark } from './fixtures/marks';
import { expect, test } from './fixtures/test';
import { DeskPage } from './pages/desk-page';

/** From now on scripts do not come before they are let through. */
async function holdScripts(page: Page): Promise<() => void> {
  let letThrough = (): void => undefined;
  const gate = new Promise<void>((resolve) => (letThrough = resolve));
  await page.route('**/_next/static/chunks/**', async (route) => {
    await gate;
    await route.continue();
  });
  return letThrough;
}

test('what is typed while a window is still on its way arrives in it, in order', async ({
  reviewer,
  article,
}) => {
  const { page } = reviewer;
  const desk = await new DeskPage(page).open(article);
  const letThrough = await holdScripts(page);
  const keys = page.keyboard;
  await keys.press('q');
  await keys.type('soyug-xx');
  await keys.press('Backspace');
  await keys.press('Backspace');
  await keys.type('FG');
  await keys.press('Enter');
  await keys.type('query: to writer // is it?');
  await keys.press('Enter');
  await expect(page.getByText('On its way…')).toBeVisible();
  letThrough();
  await expect(desk.card('query: to writer').frame).toBeVisible();
  await desk.expectStored(reviewer.api, article, [{ exact: 'Soyug-FG', tag: 'query', note: 'is it?' }]);
});

test('Escape takes back what was asked for and not there yet, and what was typed means nothing else', async ({
  reviewer,
  article,
}) => {
  const { id } = await makeMark(reviewer.api, article, 'Soyug-FG', { tag: 'name', value: 'Soyug-FG' });
  const { page } = reviewer;
  const desk = await new DeskPage(page).open(article, id);
  await expect(desk.openCard().frame).toBeVisible();
  const letThrough = await holdScripts(page);
  await page.keyboard.press('q');
  await page.keyboard.type('beg');
  await page.keyboard.press('Escape');
  letThrough();
  await page.keyboard.press('g');
  await expect(desk.dialog('All marks').getByRole('searchbox')).toHaveValue('');
  await expect(desk.dialog('Mark by quote')).toHaveCount(0);
});

test('no letter is lost between a key and the field it opens', async ({ reviewer, article }) => {
  await makeMark(reviewer.api, article, 'Alexy', { tag: 'name', value: 'Alexy' });
  const { page } = reviewer;
  const desk = await new DeskPage(page).open(article);
  const keys = page.keyboard;
  const words = 'the quick brown fox';
  for (const { key, dialog, role } of [
    { key: 'q', dialog: 'Mark by quote', role: 'combobox' },
    { key: 'Control+k', dialog: 'All commands', role: 'combobox' },
    { key: '/', dialog: 'All marks', role: 'searchbox' },
  ] as const) {
    await keys.press(key);
    await keys.type(words);
    await expect(desk.dialog(dialog).getByRole(role)).toHaveValue(words);
    await keys.press('Escape');
    await expect(desk.dialog(dialog)).toHaveCount(0);
  }
});

test('a window that opens while another fades keeps what is typed', async ({ reviewer, article }) => {
  const { page } = reviewer;
  const desk = await new DeskPage(page).open(article);
  const window = desk.dialog('All commands');
  const field = window.getByRole('combobox');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('take all');
  await expect(field).toHaveValue('take all');
  await field.evaluate(async (input) => {
    const press = (on: Element, key: KeyboardEventInit): boolean =>
      on.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...key }));
    press(input, { key: 'Escape' });
    await Promise.resolve();
    press(document.body, { key: 'k', code: 'KeyK', ctrlKey: true });
    const frame = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve));
    await frame();
    await frame();
  });
  await expect(field).toHaveValue('');
  await expect(field).toBeFocused();
  for (const letter of 'go to the report') await page.keyboard.press(letter);
  await expect(field).toHaveValue('go to the report');
});

test('a digit picks a tag, but never while an input method composes', async ({ reviewer, article }) => {
  const { page } = reviewer;
  const desk = await new DeskPage(page).open(article);
  const { input } = desk.tagLine;
  const method = await page.context().newCDPSession(page);
  const pressDigit = async (key: string): Promise<void> => {
    await method.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key, code: 'Digit2' });
    await method.send('Input.dispatchKeyEvent', { type: 'keyUp', key, code: 'Digit2' });
  };
  await desk.text.drag('Soyug-FG');
  await test.step('where it begins, the line is there for it and empty', async () => {
    await pressDigit('Process');
    await expect(input).toBeFocused();
    await expect(input).toHaveValue('');
  });
  await test.step('what it composes and commits is all there is', async () => {
    await method.send('Input.imeSetComposition', { text: 'に', selectionStart: 1, selectionEnd: 1 });
    await expect(input).toHaveValue('に');
    // A method that leaves its name in the key: what it writes, the method does itself.
    await pressDigit('2');
    await expect(input).toHaveValue('に');
    await method.send('Input.insertText', { text: '二' });
    await expect(input).toHaveValue('二');
  });
  await input.fill('');
  await pressDigit('2');
  await expect(input).toHaveValue('quote: ');
});
