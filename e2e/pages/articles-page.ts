import { expect, type Locator, type Page } from 'playwright/test';
import { awake } from './awake';
import { DeskPage } from './desk-page';

/** The articles of a project. */
export class ArticlesPage {
  readonly search: Locator;
  readonly addButton: Locator;

  constructor(readonly page: Page) {
    this.search = page.getByRole('searchbox', { name: 'Search articles' });
    this.addButton = page.getByRole('button', { name: /^Add (article|the first article)$/ }).first();
  }

  async open({ id }: { readonly id: string }): Promise<this> {
    await this.page.goto(`/projects/${id}`);
    await awake(this.search);
    return this;
  }

  row(title: string): Locator {
    return this.page
      .getByRole('row')
      .filter({ has: this.page.getByRole('link', { name: title, exact: true }) });
  }

  get titles(): Locator {
    return this.page.getByRole('row').getByRole('link');
  }

  async openArticle(title: string): Promise<DeskPage> {
    await this.page.getByRole('link', { name: title, exact: true }).click();
    return new DeskPage(this.page).arrive();
  }

  async showShelf(shelf: 'Current' | 'Archived' | 'Trash'): Promise<void> {
    const link = this.page.getByRole('navigation', { name: 'Shelf' }).getByRole('link', { name: shelf });
    await link.click();
    await expect(link).toHaveAttribute('aria-current', 'page');
  }

  /** Does something to an article by its menu. */
  async choose(title: string, entry: string): Promise<void> {
    await this.row(title)
      .getByRole('button', { name: `More for ${title}` })
      .click();
    await this.page.getByRole('menuitem', { name: entry }).click();
  }

  /** Drops a text file on the page, wherever. */
  async dropFile(name: string, text: string): Promise<AddArticleDialog> {
    await dropFile(this.page.locator('body'), name, text);
    return new AddArticleDialog(this.page);
  }

  async startAdding(): Promise<AddArticleDialog> {
    await this.addButton.click();
    return new AddArticleDialog(this.page);
  }
}

/** What a browser tells a page of a file that is dragged over it and let go. */
async function dropFile(on: Locator, name: string, text: string): Promise<void> {
  await on.evaluate(
    (element, file) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([file.text], file.name, { type: 'text/plain' }));
      for (const kind of ['dragenter', 'dragover', 'drop'])
        element.dispatchEvent(new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true }));
    },
    { name, text },
  );
}

/** The window in which an article's text is pasted, or its file is picked. */
export class AddArticleDialog {
  readonly frame: Locator;
  readonly text: Locator;
  readonly title: Locator;
  readonly preview: Locator;
  readonly problem: Locator;
  readonly add: Locator;
  readonly addAndOpen: Locator;

  constructor(readonly page: Page) {
    this.frame = page.getByRole('dialog', { name: 'Add article' });
    this.text = this.frame.getByLabel('Text', { exact: true });
    this.title = this.frame.getByLabel('Title');
    this.preview = this.frame.getByRole('region', { name: 'Preview' });
    this.problem = this.frame.getByRole('alert').filter({ hasText: /./ });
    this.add = this.frame.getByRole('button', { name: 'Add', exact: true });
    this.addAndOpen = this.frame.getByRole('button', { name: 'Add and open' });
  }

  pickFile(name: string, bytes: Buffer): Promise<void> {
    return this.frame.getByLabel('Text file').setInputFiles({ name, mimeType: 'text/plain', buffer: bytes });
  }

  /** Drops a text file where the text is pasted. */
  dropFile(name: string, text: string): Promise<void> {
    return dropFile(this.text, name, text);
  }

  async chooseEncoding(encoding: string): Promise<void> {
    await this.frame.getByRole('combobox', { name: 'Encoding' }).click();
    await this.page.getByRole('option', { name: encoding }).click();
  }
}
