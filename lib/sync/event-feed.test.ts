import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { EventPage, EventView } from '@/lib/contract/event';
import { fail, ok } from '@/lib/result';
import type { CallFailure, CallResult } from './api-client';
import { EventFeed } from './event-feed';
import type { StreamFate, StreamListener } from './follow-stream';

const events = (...seqs: number[]): EventView[] => seqs.map((seq) => ({ seq }) as EventView);
const page = (last: number, seqs: number[], project: number[] = []): CallResult<EventPage> =>
  ok({
    items: events(...seqs),
    last,
    project: { items: events(...project), last: project.at(-1) ?? 0 },
  });
const refused = (status: number): CallResult<EventPage> =>
  fail({ kind: 'refused', problem: { status }, retryAfter: null } as unknown as CallFailure);

/** One stream as the feed opened it, and what the test lets it do. */
interface Line {
  readonly after: string;
  readonly listener: StreamListener;
  readonly end: (fate: StreamFate) => void;
  readonly isOpen: () => boolean;
}

interface World {
  readonly feed: EventFeed;
  readonly lines: Line[];
  readonly asked: string[];
  readonly told: string[];
  readonly ends: string[];
  readonly faults: unknown[];
  readonly show: (visible: boolean) => void;
  readonly window: EventTarget;
}

/** A feed after 4.1 whose streams the test leads, and whose questions get these answers and then nothing new. */
function start(answers: readonly CallResult<EventPage>[] = []): World {
  const document = Object.assign(new EventTarget(), { visibilityState: 'visible' });
  const window = Object.assign(new EventTarget(), { document });
  const lines: Line[] = [];
  const asked: string[] = [];
  const told: string[] = [];
  const ends: string[] = [];
  const faults: unknown[] = [];
  const numbers = (all: readonly EventView[]): string => all.map(({ seq }) => seq).join(' ');
  const feed = new EventFeed(
    {
      follow: ({ article, project }, listener, signal) =>
        new Promise((end) => {
          signal.addEventListener('abort', () => end('lost'));
          lines.push({ after: `${article}.${project}`, listener, end, isOpen: () => !signal.aborted });
        }),
      read: ({ article, project }) => {
        asked.push(`${article}.${project}`);
        return Promise.resolve(answers[asked.length - 1] ?? page(article, []));
      },
      onEvents: (all) => told.push(numbers(all)),
      onProjectEvents: (all) => told.push(`project ${numbers(all)}`),
      onPeople: (people) => told.push(`people ${people.length}`),
      onEnd: (end) => ends.push(end),
      onFault: (thrown) => faults.push(thrown),
    },
    { article: 4, project: 1 },
    window as unknown as Window,
  );
  const show = (visible: boolean): void => {
    document.visibilityState = visible ? 'visible' : 'hidden';
    document.dispatchEvent(new Event('visibilitychange'));
  };
  return { feed, lines, asked, told, ends, faults, show, window };
}

const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** The stream opens and brings two events. */
function serve({ listener }: Line): void {
  listener.onOpen();
  listener.onEvents(events(5, 6));
  listener.onCursor({ article: 6, project: 1 });
}

describe('a feed', () => {
  it('follows a stream at once, and a lost one again from where it came to', async () => {
    const { lines, told, asked } = start();
    serve(lines[0]!);
    lines[0]!.end('lost');
    await pass(500);
    expect(lines.map(({ after }) => after)).toEqual(['4.1', '6.1']);
    expect(told).toEqual(['5 6']);
    expect(asked).toEqual([]);
  });

  it.each(['stopping', 'role-changed'] as const)('comes back at once after “%s”', async (reason) => {
    const { lines } = start();
    serve(lines[0]!);
    lines[0]!.end(reason);
    await pass(500);
    expect(lines).toHaveLength(2);
  });

  it.each(['lost', 'signed-out', { refused: 401 }, { refused: 503 }] as const)(
    'waits longer and longer while all it gets is %j',
    async (fate) => {
      const { lines } = start();
      const openings: number[] = [];
      for (let second = 0; second < 150; second += 1) {
        if (lines.length > openings.length) {
          openings.push(second);
          lines.at(-1)!.end(fate);
        }
        await pass(1_000);
      }
      const waits = openings.slice(1).map((second, at) => second - openings[at]!);
      expect(waits.slice(0, 4)).toEqual([1, 2, 4, 8]);
      expect(Math.max(...waits)).toBeLessThanOrEqual(31);
    },
  );

  it('lets go of its stream while nobody looks, and knows nobody is here when it cannot know', async () => {
    const { lines, show, told } = start();
    serve(lines[0]!);
    show(false);
    expect(lines[0]!.isOpen()).toBe(false);
    await pass(600_000);
    expect(lines).toHaveLength(1);
    show(true);
    await pass(0);
    expect(lines[1]!.after).toBe('6.1');
    lines[1]!.end('lost');
    await pass(0);
    expect(told.at(-1)).toBe('people 0');
  });

  it('opens a fresh stream when the network is back, for the old one may be dead without knowing', async () => {
    const { lines, window } = start();
    serve(lines[0]!);
    window.dispatchEvent(new Event('online'));
    await pass(0);
    expect(lines.map(({ isOpen }) => isOpen())).toEqual([false, true]);
  });

  it('asks every few seconds where streams are held back, and tries one again after five minutes', async () => {
    const { lines, asked, told } = start([page(7, [5, 6], [2]), page(7, [7]), page(7, [])]);
    lines[0]!.end('held-back');
    await pass(0);
    expect(asked).toEqual(['4.1', '6.2']);
    expect(told).toEqual(['people 0', 'project 2', '5 6', '7']);
    await pass(3_000);
    expect(asked).toEqual(['4.1', '6.2', '7.2']);
    await pass(300_000);
    expect(lines.map(({ after }) => after)).toEqual(['4.1', '7.2']);
  });

  it('asks for the same again when whoever is told throws', async () => {
    const { lines, faults } = start();
    const fault = new Error('a fault');
    const following = lines[0]!;
    following.listener.onOpen();
    following.end(Promise.reject(fault) as unknown as StreamFate);
    await pass(1_000);
    expect(faults).toEqual([fault]);
    expect(lines.map(({ after }) => after)).toEqual(['4.1', '4.1']);
  });

  it.each([
    ['not-a-member', 'not-a-member'],
    [{ refused: 404 }, 'not-a-member'],
    [{ refused: 422 }, 'put-back'],
  ] as const)('ends for good on %j, and says why', async (fate, end) => {
    const { lines, ends, feed } = start();
    lines[0]!.end(fate);
    await pass(600_000);
    feed.askNow();
    expect([lines.length, ends]).toEqual([1, [end]]);
  });

  it.each([
    [refused(404), 'not-a-member'],
    [page(3, []), 'put-back'],
  ] as const)('ends for good on such an answer, too', async (answer, end) => {
    const { lines, asked, ends } = start([answer]);
    lines[0]!.end('held-back');
    await pass(600_000);
    expect([asked.length, ends]).toEqual([1, [end]]);
  });

  it('does nothing more once it is closed', async () => {
    const { lines, feed, show } = start();
    feed.close();
    show(true);
    await pass(600_000);
    expect(lines.map(({ isOpen }) => isOpen())).toEqual([false]);
  });
});
