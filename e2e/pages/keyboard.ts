import { expect, type Locator, type Page } from 'playwright/test';

/** Somebody who has a keyboard and nothing else. */
export class Keyboard {
  constructor(readonly page: Page) {}

  press(...keys: readonly string[]): Promise<void> {
    return keys.reduce((before, key) => before.then(() => this.page.keyboard.press(key)), Promise.resolve());
  }

  type(text: string): Promise<void> {
    return this.page.keyboard.type(text);
  }

  /** Goes on with Tab until something has the focus, which has to be seen there: once round the page at most. */
  async tabTo(target: Locator, most = 150): Promise<void> {
    for (let step = 0; step < most; step += 1) {
      await this.page.keyboard.press('Tab');
      if (await target.evaluate((element) => element === document.activeElement)) {
        return this.#expectFocusSeen(target);
      }
    }
    throw new Error(`Tab does not lead to ${target.toString()}.`);
  }

  /** Tab, then Enter. */
  async follow(target: Locator): Promise<void> {
    await this.tabTo(target);
    await this.press('Enter');
  }

  /** Presses a key until something is so: until the right words are said, until enough is selected. */
  async pressUntil(key: string, reached: () => Promise<boolean>, most = 60): Promise<void> {
    for (let step = 0; step < most; step += 1) {
      await this.page.keyboard.press(key);
      if (await reached()) return;
    }
    throw new Error(`${key} does not lead there.`);
  }

  async #expectFocusSeen(target: Locator): Promise<void> {
    const drawn = await target.evaluate((element) => {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
      return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none';
    });
    expect(drawn, `the focus on ${target.toString()} to be seen`).toBe(true);
  }
}
