import { expect, type Locator, type Page } from 'playwright/test';
import { awake } from './awake';

/** The tag schema of a project. */
export class SchemaPage {
  readonly addButton: Locator;
  readonly changes: Locator;

  constructor(readonly page: Page) {
    this.addButton = page.getByRole('button', { name: 'Add tag' });
    this.changes = page.getByRole('region', { name: 'Unsaved changes' });
  }

  async open({ id }: { readonly id: string }): Promise<this> {
    await this.page.goto(`/projects/${id}/schema`);
    await awake(this.addButton);
    return this;
  }

  tag(label: string): Locator {
    return this.page
      .getByRole('listitem')
      .filter({ has: this.page.getByRole('heading', { level: 3, name: new RegExp(`^${label} `) }) });
  }

  /** The labels in their order, retired ones last. */
  labels(): Promise<string[]> {
    return this.page.getByRole('heading', { level: 3 }).allInnerTexts();
  }

  async choose(label: string, entry: string): Promise<void> {
    await this.tag(label)
      .getByRole('button', { name: `More for ${label}` })
      .click();
    await this.page.getByRole('menuitem', { name: entry }).click();
  }

  async edit(label: string): Promise<Locator> {
    await this.choose(label, 'Edit');
    const dialog = this.page.getByRole('dialog', { name: `Edit “${label}”` });
    await expect(dialog).toBeVisible();
    return dialog;
  }

  async apply(dialog: Locator): Promise<void> {
    await dialog.getByRole('button', { name: /to the draft$/ }).click();
    await expect(dialog).toHaveCount(0);
  }

  async save(): Promise<void> {
    await this.changes.getByRole('button', { name: 'Save schema' }).click();
    await expect(this.changes).toHaveCount(0);
  }
}
