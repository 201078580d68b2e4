import type { Locator, Page } from 'playwright/test';

/** A message at the foot of the page. */
export const messageOn = (page: Page, words: string | RegExp): Locator =>
  page
    .getByRole('region', { name: /^Messages/ })
    .getByRole('listitem')
    .filter({ hasText: words });
