import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from 'playwright/test';

/**
 * Fails when axe finds anything on the page as it is now, named with where it is. What stands in a frame that may run
 * nothing is left out, because axe would wait in it for ever: the report in the preview is looked at as a page of its own.
 */
export async function expectNoBarriers(page: Page, screen: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).exclude('iframe[sandbox]').analyze();
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target }) => `${id}: ${target.join(' ')}`),
  );
  expect(found, `what axe finds on ${screen}`).toEqual([]);
}
