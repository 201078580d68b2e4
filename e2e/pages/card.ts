import { expect, type Locator, type Page } from 'playwright/test';

type Verdict = 'Accept' | 'Reject' | 'Sic' | 'Reopen';

/** What can be done with an open mark beyond its buttons. */
type Entry =
  | 'Accept with another correction'
  | 'Merge into another mark'
  | 'Edit the mark'
  | 'Move the ends of the mark'
  | 'Relate to another mark'
  | 'Copy a link to the mark'
  | 'Delete the mark';

/** A mark in the margin. */
export class Card {
  constructor(
    readonly page: Page,
    readonly frame: Locator,
  ) {}

  get title(): Locator {
    return this.frame.getByRole('button').first();
  }

  async open(): Promise<void> {
    if ((await this.frame.getAttribute('aria-current')) !== 'true') await this.title.click();
    await this.expectOpen();
  }

  expectOpen(): Promise<void> {
    return expect(this.frame).toHaveAttribute('aria-current', 'true');
  }

  /** Whether it is lit up because its text is pointed at. */
  expectLit(lit = true): Promise<void> {
    return lit
      ? expect(this.frame).toHaveAttribute('data-lit', 'true')
      : expect(this.frame).not.toHaveAttribute('data-lit');
  }

  expectStatus(status: 'open' | 'accepted' | 'rejected' | 'sic' | 'merged'): Promise<void> {
    return expect(this.frame.getByText(status, { exact: true })).toBeVisible();
  }

  async decide(verdict: Verdict): Promise<void> {
    await this.frame.getByRole('button', { name: verdict, exact: true }).click();
  }

  async choose(entry: Entry): Promise<void> {
    await this.frame.getByRole('button', { name: 'More for this mark' }).click();
    await this.page.getByRole('menuitem', { name: entry }).click();
  }

  async addEvidence(typed: string): Promise<void> {
    await this.frame.getByRole('button', { name: 'Add evidence' }).click();
    const form = this.form('Add evidence');
    await form.getByLabel('Link or note').fill(typed);
    await form.getByRole('button', { name: 'Add', exact: true }).click();
    await expect(form).toHaveCount(0);
  }

  async reject(reason: string): Promise<void> {
    await this.decide('Reject');
    const form = this.form('Reject the mark');
    await form.getByLabel('Why').fill(reason);
    await form.getByRole('button', { name: 'Reject', exact: true }).click();
    await expect(form).toHaveCount(0);
  }

  /** A small form on the card, by its name. */
  form(name: string): Locator {
    return this.frame.getByRole('form', { name });
  }
}
