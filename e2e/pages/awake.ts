import { expect, type Locator } from 'playwright/test';

/**
 * Waits until scripts answer for an element: what a server has rendered can be seen before a press does anything. React
 * leaves its properties on every element that it has taken over.
 */
export async function awake(element: Locator): Promise<void> {
  await expect
    .poll(() => element.evaluate((node) => Object.keys(node).some((key) => key.startsWith('__reactProps'))), {
      message: 'the page to be awake',
      intervals: [20, 50, 100],
    })
    .toBe(true);
}

/** The first press on a page that was just loaded. */
export async function pressFirst(button: Locator): Promise<void> {
  await awake(button);
  await button.click();
}
