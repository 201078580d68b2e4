import type { Browser } from 'playwright';
import type { MarkedWords } from './make-marks';
import { WINDOW } from './open-browser';
import { figuresOf } from './page-figures';
import type { Peer, PeerMark } from './pages/peer';
import type { ReadingRound } from './reading-round';

/** How often a mark is made and deleted in a round. */
const TIMES = 3;

/** Opens a peer's page, gives it the marks and does with it what is done with the desk. */
export async function measurePeer(
  browser: Browser,
  address: string,
  marks: readonly MarkedWords[],
  /** Where new marks are made: near the top of the text. */
  places: readonly MarkedWords[],
  scrolls: boolean,
): Promise<ReadingRound> {
  const page = await browser.newPage({ viewport: WINDOW });
  try {
    await page.goto(address);
    await page.waitForFunction(() => 'peer' in window);
    const named: readonly PeerMark[] = marks.map((mark, at) => ({ ...mark, id: `mark-${at}` }));
    const ask = <Key extends keyof Peer>(what: Key, given: Parameters<Peer[Key]>[0]): Promise<number> =>
      page.evaluate(([key, value]) => window.peer[key](value as never), [what, given] as const);
    const set = await ask('set', named);
    const created: number[] = [];
    const deleted: number[] = [];
    for (const [at, place] of places.slice(0, TIMES).entries()) {
      const id = `new-${at}`;
      created.push(await ask('add', { ...place, id }));
      deleted.push(await ask('remove', id));
    }
    const filtered = [await ask('filter', true), await ask('filter', false)];
    return {
      set: [set],
      created,
      deleted,
      filtered,
      keystrokes: [],
      ...(await figuresOf(page, scrolls)),
    };
  } finally {
    await page.close();
  }
}
