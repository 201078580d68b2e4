import type { ChildProcess } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';

/** Asks for a command of the Chrome DevTools Protocol, in a page where `session` names one, and gets its result. */
export type Ask = (
  method: string,
  params: Readonly<Record<string, unknown>>,
  session?: string,
) => Promise<Readonly<Record<string, unknown>>>;

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly result?: Readonly<Record<string, unknown>>;
  readonly error?: { readonly message: string };
}

interface Waiting {
  readonly resolve: (result: Readonly<Record<string, unknown>>) => void;
  readonly reject: (fault: Error) => void;
}

/** A browser that was told `--remote-debugging-pipe`: it reads from its descriptor 3 and writes to its 4, JSON ended by NUL. */
interface SpokenWith {
  readonly ask: Ask;
  /** When an event of that name comes next. */
  readonly when: (event: string) => Promise<void>;
  /** Nothing more is waited for: whatever was asked fails with this. */
  readonly breakOff: (fault: Error) => void;
}

/** Speaks with a browser. When it ends, or could not be started, whatever was asked fails. */
export function speakThroughPipe(browser: ChildProcess): SpokenWith {
  const [, , , to, from] = browser.stdio as unknown as [null, null, null, Writable, Readable];
  const asked = new Map<number, Waiting>();
  const awaited = new Map<string, Waiting>();
  let over: Error | null = null;
  const breakOff = (fault: Error): void => {
    over ??= fault;
    for (const { reject } of [...asked.values(), ...awaited.values()]) reject(over);
    asked.clear();
    awaited.clear();
  };
  const take = (text: string): void => {
    const { id, method, result, error } = JSON.parse(text) as Message;
    if (method !== undefined) {
      awaited.get(method)?.resolve({});
      awaited.delete(method);
    }
    if (id === undefined) return;
    const waiting = asked.get(id);
    asked.delete(id);
    if (error) waiting?.reject(new Error(`Chromium refused: ${error.message}`));
    else waiting?.resolve(result ?? {});
  };
  let pieces: string[] = [];
  from.setEncoding('utf8').on('data', (more: string) => {
    const messages = more.split('\0');
    const last = messages.pop() ?? '';
    for (const message of messages) {
      take([...pieces, message].join(''));
      pieces = [];
    }
    if (last !== '') pieces.push(last);
  });
  // Which end of the pipe breaks, and how, is a matter of moments.
  for (const stream of [to, from]) {
    stream.on('error', (cause) => breakOff(new Error('Chromium ended: its pipe broke', { cause })));
  }
  browser.on('error', breakOff);
  browser.on('exit', (code, signal) => breakOff(new Error(`Chromium ended: ${code ?? signal}`)));
  const wait = <Key>(waiting: Map<Key, Waiting>, key: Key): Promise<Readonly<Record<string, unknown>>> =>
    new Promise((resolve, reject) => {
      if (over) reject(over);
      else waiting.set(key, { resolve, reject });
    });
  let last = 0;
  return {
    ask: (method, params, session) => {
      const id = ++last;
      const answer = wait(asked, id);
      if (over === null)
        to.write(`${JSON.stringify({ id, method, params, ...(session && { sessionId: session }) })}\0`);
      return answer;
    },
    when: async (event) => void (await wait(awaited, event)),
    breakOff,
  };
}
