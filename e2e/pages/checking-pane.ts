import { expect, type Locator, type Page } from 'playwright/test';

/** What one checks an article with, beside its text. */
export class CheckingPane {
  readonly region: Locator;
  readonly quotes: Locator;
  readonly suggestions: Locator;

  constructor(readonly page: Page) {
    this.region = page.getByRole('complementary', { name: 'Checking' });
    this.quotes = this.region
      .getByRole('list', { name: 'Quotations, in the order of the text' })
      .locator('> li');
    this.suggestions = this.region.locator('[data-suggestion]');
  }

  suggestion(name: RegExp): Locator {
    return this.region.getByRole('listitem', { name });
  }

  /** Pastes a source in, and waits until it stands in the list. */
  async addSource(text: string): Promise<void> {
    await this.page.keyboard.press('o');
    await this.region.getByRole('button', { name: /^Add (the first|a) source$/ }).click();
    await this.region.getByLabel('Text of the source').fill(text);
    await this.region.getByRole('button', { name: 'Add the source' }).click();
    await expect(this.region.getByRole('button', { name: /^Read source/ }).first()).toBeVisible();
  }

  /** Opens the form and hands it a file, which is on its way then. */
  async chooseFile(name: string, content: string): Promise<void> {
    await this.page.keyboard.press('o');
    await this.region.getByRole('button', { name: /^Add (the first|a) source$/ }).click();
    await this.giveFile(name, content);
  }

  async giveFile(name: string, content: string): Promise<void> {
    const file = { name, mimeType: 'application/octet-stream', buffer: Buffer.from(content, 'latin1') };
    await this.region.getByLabel('File of the source').setInputFiles(file);
  }
}
