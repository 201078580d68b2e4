import type { Page } from 'playwright/test';
import { PASSWORD } from '../fixtures/people';
import { awake } from './awake';

export class SignInPage {
  readonly demo;
  readonly email;
  readonly password;
  readonly submit;

  constructor(readonly page: Page) {
    this.demo = page.getByRole('region', { name: 'Look around in the demo' });
    this.email = page.getByLabel('E-mail address');
    this.password = page.getByLabel('Password', { exact: true });
    this.submit = page.getByRole('button', { name: 'Sign in', exact: true });
  }

  async open(origin = ''): Promise<void> {
    await this.page.goto(`${origin}/sign-in`);
    await awake(this.submit);
  }

  /** The button of one of the demo's people. */
  demoButton(as: 'reviewer' | 'editor') {
    return this.demo.getByRole('button', { name: `${as}: ` });
  }

  /** Also where a link has opened the page: before it is awake what is typed is lost. */
  async signIn(email: string, password = PASSWORD): Promise<void> {
    await awake(this.submit);
    await this.email.fill(email);
    await this.password.fill(password);
    await this.submit.click();
  }
}
