import { EventEmitter } from 'node:events';
import { PassThrough } from 'node:stream';
import type { ChildProcess } from 'node:child_process';
import { expect, test } from 'vitest';
import { speakThroughPipe } from './speak-through-pipe';

/** A browser that says what it is told to, and what was said to it so far. */
function fakeBrowser() {
  const [to, from] = [new PassThrough(), new PassThrough()];
  const browser = Object.assign(new EventEmitter(), { stdio: [null, null, null, to, from] });
  const heard = (): unknown[] =>
    String(to.read() ?? '')
      .split('\0')
      .filter(Boolean)
      .map((text) => JSON.parse(text) as unknown);
  return {
    browser: browser as unknown as ChildProcess,
    from,
    heard,
    end: () => browser.emit('exit', 3, null),
  };
}

test('answers find who asked, in whatever pieces and order they come', async () => {
  const { browser, from, heard } = fakeBrowser();
  const { ask, when } = speakThroughPipe(browser);
  const [first, second, loaded] = [ask('A.one', { a: 1 }), ask('B.two', {}, 'page'), when('Page.loaded')];
  expect(heard()).toEqual([
    { id: 1, method: 'A.one', params: { a: 1 } },
    { id: 2, method: 'B.two', params: {}, sessionId: 'page' },
  ]);
  const said = Buffer.from(
    '{"id":2,"result":{"text":"😀"}}\0{"method":"Page.loaded"}\0{"id":1,"error":{"message":"no"}}\0',
  );
  for (const byte of said) from.write(Buffer.of(byte));
  expect(await second).toEqual({ text: '😀' });
  await loaded;
  await expect(first).rejects.toThrow('no');
});

test.each(['ended', 'broken off'])(
  'what was asked fails once it has %s, and so does what is asked then',
  async (how) => {
    const { browser, end } = fakeBrowser();
    const { ask, breakOff } = speakThroughPipe(browser);
    const asked = expect(ask('A.one', {})).rejects.toThrow(
      how === 'ended' ? 'Chromium ended: 3' : 'too long',
    );
    if (how === 'ended') end();
    else breakOff(new Error('too long'));
    await asked;
    await expect(ask('A.two', {})).rejects.toThrow();
  },
);
