import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { getPriority, tmpdir } from 'node:os';
import { join } from 'node:path';
import { giveWay } from '@/lib/sandbox/give-way';
import { speakThroughPipe, type Ask } from './speak-through-pipe';

/** Longest that a page may take to be printed, in milliseconds: most of it may be waiting for others. */
const PATIENCE = 5 * 60_000;

const ARGUMENTS = [
  '--headless',
  '--remote-debugging-pipe',
  '--no-sandbox',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-breakpad',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-dev-shm-usage',
  '--disable-extensions',
  '--disable-gpu',
  '--disable-quic',
  '--disable-sync',
  '--font-render-hinting=none',
  '--force-color-profile=srgb',
  '--password-store=basic',
  '--use-mock-keychain',
];

/** Bytes of the file that are fetched at once. */
const PIECE = 1 << 20;

/**
 * Prints a page of HTML with that Chromium, as a tagged PDF with bookmarks. The page may run nothing and reach nothing. The
 * browser is as modest as whoever starts it, and has ended when this answers; its profile is thrown away.
 */
export async function printPage(program: string, html: string): Promise<Buffer> {
  const profile = await mkdtemp(join(tmpdir(), 'galley-print-'));
  const browser = spawn(program, [...ARGUMENTS, `--user-data-dir=${profile}`], {
    // A session of its own: it can be put last, and ended with all that it has started.
    detached: true,
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  });
  if (browser.pid !== undefined && goesLast()) giveWay(browser.pid);
  const ended = new Promise<void>((resolve) => {
    browser.once('exit', () => resolve());
    browser.once('error', () => resolve());
  });
  const pipe = speakThroughPipe(browser);
  const timer = setTimeout(() => pipe.breakOff(new Error('Chromium took too long to print')), PATIENCE);
  try {
    return await printIn(pipe.ask, pipe.when, html);
  } finally {
    clearTimeout(timer);
    if (browser.pid !== undefined) endAll(browser.pid);
    await ended;
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Chromium gives itself what priority it can get, so it does not do to have started it with ours. */
const goesLast = (): boolean => getPriority() > 0;

async function printIn(ask: Ask, when: (event: string) => Promise<void>, html: string): Promise<Buffer> {
  const { targetId } = await ask('Target.createTarget', { url: 'about:blank' });
  const { sessionId } = await ask('Target.attachToTarget', { targetId, flatten: true });
  const inPage: Ask = (method, params) => ask(method, params, String(sessionId));
  await inPage('Emulation.setScriptExecutionDisabled', { value: true });
  await inPage('Network.enable', {});
  await inPage('Network.emulateNetworkConditions', {
    ...{ offline: true, latency: 0, downloadThroughput: -1, uploadThroughput: -1 },
  });
  await inPage('Page.enable', {});
  const { frameTree } = await inPage('Page.getFrameTree', {});
  const loaded = when('Page.loadEventFired');
  await inPage('Page.setDocumentContent', {
    frameId: (frameTree as { frame: { id: string } }).frame.id,
    html,
  });
  await loaded;
  const { stream } = await inPage('Page.printToPDF', {
    ...{ preferCSSPageSize: true, printBackground: true },
    ...{ marginTop: 0, marginBottom: 0, marginLeft: 0, marginRight: 0 },
    ...{ generateTaggedPDF: true, generateDocumentOutline: true, transferMode: 'ReturnAsStream' },
  });
  const pieces: Buffer[] = [];
  for (;;) {
    const { data, eof } = await inPage('IO.read', { handle: stream, size: PIECE });
    pieces.push(Buffer.from(String(data), 'base64'));
    if (eof === true) return Buffer.concat(pieces);
  }
}

/** Nothing in it is kept, so it need not end well. */
function endAll(leader: number): void {
  try {
    process.kill(-leader, 'SIGKILL');
  } catch {
    // It has ended already.
  }
}
