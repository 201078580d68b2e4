import type { Page } from 'playwright';

/** What every page is asked, whoever made it. */
export interface PageFigures {
  /** First contentful paint, in milliseconds. */
  readonly firstPaint: number;
  /** MB of JavaScript heap after a collection. */
  readonly heap: number;
  readonly nodes: number;
  /** Of a scroll through everything in three seconds; null where there was none. */
  readonly scroll: Scroll | null;
  /** Milliseconds of main thread that an unrelated change of the page takes: style, layout, paint. */
  readonly unrelated: number;
}

export interface Scroll {
  /** Frames that came more than 50 ms after the one before. */
  readonly late: number;
  /** Tasks of the page over 50 ms. */
  readonly longTasks: number;
  readonly frames: number;
}

/** `scrolls` says whether to scroll at all: it takes seconds. */
export async function figuresOf(page: Page, scrolls: boolean): Promise<PageFigures> {
  return {
    firstPaint: await page.evaluate(
      () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
    ),
    unrelated: await page.evaluate(changeUnrelated),
    ...(await weigh(page)),
    scroll: scrolls ? await page.evaluate(scrollThrough) : null,
  };
}

/** Heap and nodes as the browser's own inspector counts them. */
export async function weigh(page: Page): Promise<Pick<PageFigures, 'heap' | 'nodes'>> {
  const inspector = await page.context().newCDPSession(page);
  await inspector.send('Performance.enable');
  await inspector.send('HeapProfiler.collectGarbage');
  const { metrics } = await inspector.send('Performance.getMetrics');
  await inspector.detach();
  const of = (name: string): number => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
  return { heap: of('JSHeapUsedSize') / 1e6, nodes: of('Nodes') };
}

/** In the page: something small changes beside the text; until the browser has drawn the frame. Median of nine. */
async function changeUnrelated(): Promise<number> {
  const beside = document.createElement('div');
  beside.style.cssText = 'position:fixed;right:0;bottom:0;width:120px;height:40px;z-index:99';
  document.body.append(beside);
  const took: number[] = [];
  for (let round = 0; round < 9; round += 1) {
    await new Promise((resolve) => setTimeout(resolve, 25));
    took.push(
      await new Promise<number>((resolve) => {
        requestAnimationFrame(() => {
          const started = performance.now();
          beside.textContent = `change ${round}`;
          beside.style.background = round % 2 === 0 ? 'red' : 'blue';
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => resolve(performance.now() - started);
          port2.postMessage(null);
        });
      }),
    );
  }
  beside.remove();
  return took.toSorted((a, b) => a - b)[4]!;
}

/** In the page: from the top to the end, evenly, in three seconds. */
async function scrollThrough(): Promise<Scroll> {
  const SECONDS = 3;
  window.scrollTo(0, 0);
  await new Promise((resolve) => setTimeout(resolve, 500));
  let longTasks = 0;
  const observer = new PerformanceObserver((list) => (longTasks += list.getEntries().length));
  observer.observe({ type: 'longtask' });
  const times: number[] = [];
  const started = performance.now();
  for (let elapsed = 0; elapsed < SECONDS * 1000; elapsed = performance.now() - started) {
    const way = document.documentElement.scrollHeight - window.innerHeight;
    window.scrollTo({ top: (way * elapsed) / (SECONDS * 1000), behavior: 'instant' });
    times.push(await new Promise<number>((resolve) => requestAnimationFrame(resolve)));
  }
  await new Promise((resolve) => setTimeout(resolve, 100));
  observer.disconnect();
  window.scrollTo({ top: 0, behavior: 'instant' });
  const late = times.filter((time, at) => at > 0 && time - times[at - 1]! > 50).length;
  return { late, longTasks, frames: times.length };
}
