import { readFile } from 'node:fs/promises';
import { expect, type Locator, type Page } from 'playwright/test';
import type { ArticleAtHand } from '../fixtures/articles';
import type { DeskApi } from '../fixtures/desk-api';
import { marksOn } from '../fixtures/marks';
import { ArticleText } from './article-text';
import { awake } from './awake';
import { Card } from './card';
import { messageOn } from './messages';
import { TagLine } from './tag-line';

interface Downloaded {
  readonly name: string;
  readonly bytes: Buffer;
}

/** The desk with an article on it. */
export class DeskPage {
  readonly text: ArticleText;
  readonly tagLine: TagLine;
  readonly margin: Locator;
  readonly said: Locator;

  constructor(readonly page: Page) {
    this.text = new ArticleText(page);
    this.tagLine = new TagLine(page);
    this.margin = page.getByRole('complementary', { name: 'Marks' });
    this.said = page.getByTestId('said');
  }

  async open({ view }: ArticleAtHand, mark?: string): Promise<this> {
    await this.page.goto(`/articles/${view.id}${mark === undefined ? '' : `#mark-${mark}`}`);
    return this.arrive();
  }

  /** Waits until the desk answers and its letters have the widths they will keep: for whoever came here by a link. */
  async arrive(): Promise<this> {
    await awake(this.text.region);
    await this.page.evaluate(() => document.fonts.ready);
    return this;
  }

  /** Selects a quotation with the mouse and saves a line about it. */
  async mark(quotation: string, line: string, nth = 0): Promise<Card> {
    await this.text.drag(quotation, nth);
    await this.tagLine.save(line);
    return this.openCard();
  }

  /** The card of a mark, by what it is called: `name misspelled: Soyug-FG`. */
  card(name: string, nth = 0): Card {
    return new Card(this.page, this.margin.getByRole('article', { name, exact: true }).nth(nth));
  }

  /** The card that is open. */
  openCard(): Card {
    return new Card(this.page, this.margin.locator('[aria-current="true"]'));
  }

  get cards(): Locator {
    return this.margin.getByRole('article');
  }

  get savingState(): Locator {
    return this.page.getByRole('button', { name: /, details$/ });
  }

  /** Waits until the server has everything. */
  async expectSaved(): Promise<void> {
    await expect(this.savingState).toHaveAccessibleName('saved, details');
  }

  /** Waits until the server has everything, and has it like this, by place. */
  async expectStored(api: DeskApi, article: ArticleAtHand, marks: readonly object[]): Promise<void> {
    await expect.poll(() => marksOn(api, article)).toMatchObject([...marks]);
    await this.expectSaved();
  }

  /** Asks for another attempt, unless the desk makes one by itself while the button is being reached. */
  async tryNow(): Promise<void> {
    await this.savingState.click();
    const saved = this.dialog('Everything is saved');
    const button = this.dialog('On its way').getByRole('button', { name: 'Try now' });
    await expect(saved.or(button)).toBeVisible();
    await button.click({ timeout: 3_000 }).catch(() => undefined);
    await expect(saved).toBeVisible();
    await this.page.keyboard.press('Escape');
  }

  async undo(): Promise<void> {
    await this.page.keyboard.press('Control+z');
    await expect(this.message(/^Undone: /)).toBeVisible();
  }

  async redo(): Promise<void> {
    await this.page.keyboard.press('Control+Shift+z');
    await expect(this.message(/^Done again: /)).toBeVisible();
  }

  /** Waits for something to be said to assistive technology. */
  async expectSaid(words: string | RegExp): Promise<void> {
    await expect(this.said).toHaveText(words);
  }

  /** Whether what was said last is like this. */
  async hasSaid(words: RegExp): Promise<boolean> {
    return words.test((await this.said.textContent()) ?? '');
  }

  message(words: string | RegExp): Locator {
    return messageOn(this.page, words);
  }

  dialog(name: string): Locator {
    return this.page.getByRole('dialog', { name });
  }

  /** Downloads through the bar's menu; answers the bytes and the name they came under. */
  download(entry: string): Promise<Downloaded> {
    return this.downloadBy(async () => {
      await this.page.getByRole('button', { name: 'Download', exact: true }).click();
      await this.page.getByRole('menuitem', { name: entry }).click();
    });
  }

  /** The same for whoever asks in another way. */
  async downloadBy(ask: () => Promise<void>): Promise<Downloaded> {
    const [download] = await Promise.all([this.page.waitForEvent('download'), ask()]);
    return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
  }
}
