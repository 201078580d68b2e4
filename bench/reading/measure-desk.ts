import type { Browser, Page } from 'playwright';
import { bundlePage } from './bundle-page';
import { WINDOW } from './open-browser';
import { figuresOf, weigh } from './page-figures';
import type {} from './pages/watch-desk';
import type { ReadingRound } from './reading-round';

const TIMES = 3;
/** Milliseconds after which a desk that does not answer is given up. */
const PATIENCE = 20_000;
const LETTERS = 'factual err';

/** Opens the real desk on an article and does with it what a person does; `within` for marks that are elements of the text. */
export async function measureDesk(
  browser: Browser,
  origin: string,
  path: string,
  cookie: string,
  within: boolean,
): Promise<ReadingRound> {
  const page = await openPage(browser, origin, cookie);
  if (within) await page.addInitScript(`localStorage.setItem('galley:marks-within-text', '')`);
  try {
    await page.goto(origin + path);
    const set = await page.evaluate(() => window.watch.marksPainted);
    const created: number[] = [];
    const deleted: number[] = [];
    for (let time = 0; time < TIMES; time += 1) {
      await selectWord(page, time);
      await page.keyboard.type('query: to writer');
      created.push(await afterKey(page, 'Enter'));
      await page.locator('.desk-margin [aria-current="true"]').waitFor();
      deleted.push(await afterKey(page, 'Delete'));
    }
    const keystrokes = await typeIntoTagLine(page);
    const filtered = [await toggleFilter(page), await toggleFilter(page)];
    return {
      set: [set],
      created,
      deleted,
      filtered,
      keystrokes,
      ...(await figuresOf(page, true)),
    };
  } finally {
    await page.context().close();
  }
}

/** MB of the desk's heap and its nodes on an article without marks. */
export async function weighEmptyDesk(
  browser: Browser,
  origin: string,
  path: string,
  cookie: string,
): Promise<{ readonly heap: number; readonly nodes: number }> {
  const page = await openPage(browser, origin, cookie);
  try {
    await page.goto(origin + path);
    await page.evaluate(() => window.watch.marksGiven);
    return await weigh(page);
  } finally {
    await page.context().close();
  }
}

async function openPage(browser: Browser, origin: string, cookie: string): Promise<Page> {
  const context = await browser.newContext({ viewport: WINDOW, reducedMotion: 'reduce' });
  await context.addCookies(
    cookie.split('; ').map((pair) => {
      const at = pair.indexOf('=');
      return { name: pair.slice(0, at), value: pair.slice(at + 1), url: origin };
    }),
  );
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  await page.addInitScript({ content: await bundlePage('watch-desk') });
  return page;
}

async function afterKey(page: Page, key: string): Promise<number> {
  await page.evaluate(() => window.watch.expectChange());
  await page.keyboard.press(key);
  return seenChange(page);
}

/**
 * Drags over a word of the first paragraph that has one, which opens the tag line: another one each time. Where none has,
 * over a paragraph and the one behind it.
 */
async function selectWord(page: Page, nth: number): Promise<void> {
  const { from, to } = await page.evaluate((skipped) => window.watch.endsOfWord(skipped), nth);
  await page.mouse.move(from.left + 1, from.middle);
  await page.mouse.down();
  await page.mouse.move(to.right - 1, to.middle, { steps: 2 });
  await page.mouse.up();
  await page.locator('.tag-line input').first().waitFor();
}

/** Types into the line and leaves it; the durations are those of the Event Timing API, from the key to the next paint. */
async function typeIntoTagLine(page: Page): Promise<readonly number[]> {
  await selectWord(page, 0);
  await page.evaluate(() => {
    const durations: number[] = [];
    Object.assign(window, { keystrokes: durations });
    new PerformanceObserver((list) => {
      for (const { name, duration } of list.getEntries()) if (name === 'keydown') durations.push(duration);
    }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
  });
  await page.keyboard.type(LETTERS, { delay: 60 });
  await page.keyboard.press('Escape');
  const seen = await page.evaluate(() => (window as unknown as { keystrokes: number[] }).keystrokes);
  // What took less than the threshold is not reported.
  return [...LETTERS].map((_, at) => seen[at] ?? 16);
}

async function toggleFilter(page: Page): Promise<number> {
  await page.evaluate(() => window.watch.expectChange());
  await page
    .getByRole('navigation', { name: 'Filters' })
    .getByRole('button', { name: /^grammar/ })
    .click();
  return seenChange(page);
}

const seenChange = async (page: Page): Promise<number> =>
  (await page.evaluate(() => window.watch.change)) ?? Number.NaN;
