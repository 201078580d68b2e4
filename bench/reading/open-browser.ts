import { chromium, type Browser } from 'playwright';
import { findChromium } from '@/bin/test/chromium';
import { orThrow } from '../desk/project';
import type { Undo } from '../desk/undo';

/** Headless Chromium without a GPU, with nothing of its own on the network, and with a collector that can be called. */
export async function openBrowser(undo: Undo): Promise<Browser> {
  const browser = await chromium.launch({
    executablePath: orThrow(findChromium()),
    args: [
      ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync'],
      ...['--disable-background-networking', '--disable-component-update', '--js-flags=--expose-gc'],
      '--enable-precise-memory-info',
    ],
  });
  undo.push(() => browser.close());
  return browser;
}

export const WINDOW = { width: 1440, height: 900 };
