import { expect, type Locator, type Page } from 'playwright/test';

/** The one input that tags: for a selected passage, or for a mark that is being changed. */
export class TagLine {
  readonly frame: Locator;
  readonly input: Locator;
  readonly candidates: Locator;
  readonly preview: Locator;

  constructor(page: Page) {
    this.frame = page.getByRole('dialog', { name: /^(Tag the selected passage|Change the mark)$/ });
    this.input = this.frame.getByRole('combobox', { name: 'Tag line: tag, value, correction, note' });
    this.candidates = this.frame.getByRole('listbox', { name: 'Tags and values' }).getByRole('option');
    this.preview = this.frame.getByRole('group', { name: 'What will be saved' });
  }

  /** Types a whole line and saves it. */
  async save(line: string): Promise<void> {
    await this.input.fill(line);
    await this.input.press('Enter');
    await expect(this.frame).toHaveCount(0);
  }
}
