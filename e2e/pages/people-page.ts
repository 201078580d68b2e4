import { expect, type Locator, type Page } from 'playwright/test';
import { awake } from './awake';

/** Everybody with an account, for administrators. */
export class PeoplePage {
  readonly inviteButton: Locator;

  constructor(readonly page: Page) {
    this.inviteButton = page.getByRole('button', { name: 'Invite', exact: true });
  }

  async open(q = ''): Promise<this> {
    await this.page.goto(`/people?q=${encodeURIComponent(q)}`);
    await awake(this.inviteButton);
    return this;
  }

  row(name: string): Locator {
    return this.page.getByRole('row').filter({ hasText: name });
  }

  async choose(name: string, entry: string): Promise<void> {
    await this.page.getByRole('button', { name: `More for ${name}` }).click();
    await this.page.getByRole('menuitem', { name: entry }).click();
  }

  /** Answers the link that is to be handed over. */
  async invite(email: string): Promise<string> {
    await this.inviteButton.click();
    const form = this.page.getByRole('dialog', { name: 'Invite somebody' });
    await form.getByLabel('E-mail address').fill(email);
    await form.getByRole('button', { name: 'Make the link' }).click();
    const made = this.page.getByRole('dialog', { name: 'The invitation is ready' });
    const link = await made.getByLabel('Link').inputValue();
    await made.getByRole('button', { name: 'Done' }).click();
    await expect(made).toHaveCount(0);
    return link;
  }
}
