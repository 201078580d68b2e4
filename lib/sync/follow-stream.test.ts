import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { followStream, type StreamFate } from './follow-stream';

const encoder = new TextEncoder();

/** A server with one stream, led by the test, and who follows it. */
function follow(answer: Partial<ResponseInit> = {}) {
  let controller!: ReadableStreamDefaultController<Uint8Array>;
  const asked: { url: string; headers: Headers }[] = [];
  const leave = new AbortController();
  vi.stubGlobal('fetch', (url: string, init: RequestInit) => {
    asked.push({ url, headers: new Headers(init.headers) });
    const body = new ReadableStream<Uint8Array>({
      start: (its) => {
        controller = its;
        init.signal!.addEventListener('abort', () => its.error(new DOMException('', 'AbortError')));
      },
    });
    const headers = { 'content-type': 'text/event-stream; charset=utf-8', ...answer.headers };
    return Promise.resolve(new Response(body, { ...answer, headers }));
  });
  const told: string[] = [];
  const say = (what: string) => (value: unknown) => void told.push(`${what} ${JSON.stringify(value)}`);
  const fate = followStream(
    '/events',
    { article: 4, project: 1 },
    {
      onOpen: () => void told.push('open'),
      onEvents: say('events'),
      onProjectEvents: say('project'),
      onCursor: say('cursor'),
      onPeople: say('people'),
    },
    leave.signal,
  );
  return {
    ...{ asked, told, fate, leave },
    send: async (text: string) => {
      await vi.advanceTimersByTimeAsync(0);
      controller.enqueue(encoder.encode(text));
      await vi.advanceTimersByTimeAsync(0);
    },
    cut: () => controller.error(new TypeError('network error')),
  };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const OPEN = 'id: 4.1\nevent: open\ndata: {"article":6,"project":1}\n\n';

describe('a stream', () => {
  it('is asked for after the cursor, and passes on what comes, neighbours together', async () => {
    const { asked, told, send, cut, fate } = follow();
    await send(OPEN);
    await send(
      'id: 5.1\nevent: article\ndata: {"seq":5}\n\nid: 6.1\nevent: article\ndata: {"seq":6}\n\n: beat\n\n',
    );
    await send('event: people\ndata: {"items":[]}\n\nid: 6.2\nevent: project\ndata: {"se');
    await send('q":2}\n\n');
    cut();
    expect(await fate).toBe('lost');
    expect(asked[0]!.headers.get('last-event-id')).toBe('4.1');
    expect(asked[0]!.headers.get('accept')).toBe('text/event-stream');
    expect(told.filter((what) => !what.startsWith('cursor'))).toEqual([
      'open',
      'events [{"seq":5},{"seq":6}]',
      'people []',
      'project [{"seq":2}]',
    ]);
    expect(told.at(-1)).toBe('cursor {"article":6,"project":2}');
  });

  it.each(['stopping', 'signed-out', 'not-a-member', 'role-changed'])(
    'ends as the server says: %s',
    async (reason) => {
      const { send, fate } = follow();
      await send(`${OPEN}event: end\ndata: {"reason":"${reason}"}\n\n`);
      expect(await fate).toBe(reason);
    },
  );

  it('is given up when it is silent for too long; beats keep it', async () => {
    const { send, fate } = follow();
    let known: StreamFate | null = null;
    void fate.then((it) => (known = it));
    await send(OPEN);
    for (let beat = 0; beat < 10; beat += 1) {
      await vi.advanceTimersByTimeAsync(40_000);
      await send(': beat\n\n');
    }
    expect(known).toBeNull();
    await vi.advanceTimersByTimeAsync(46_000);
    expect(known).toBe('lost');
  });

  it('counts as held back when not even its opening comes through', async () => {
    const { fate } = follow();
    await vi.advanceTimersByTimeAsync(8_001);
    expect(await fate).toBe('held-back');
  });

  it('counts as held back when the answer is something else', async () => {
    expect(await follow({ headers: { 'content-type': 'text/html' } }).fate).toBe('held-back');
  });

  it('says under which status it was refused', async () => {
    expect(await follow({ status: 404 }).fate).toEqual({ refused: 404 });
  });

  it('is lost when nothing answers, or when whoever follows leaves', async () => {
    const { fate, leave, send } = follow();
    await send(OPEN);
    leave.abort();
    expect(await fate).toBe('lost');
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('failed to fetch')));
    const signal = new AbortController().signal;
    expect(await followStream('/events', { article: 0, project: 0 }, {} as never, signal)).toBe('lost');
  });
});
