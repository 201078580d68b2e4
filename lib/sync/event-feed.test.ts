import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { EventPage, EventView } from '@/lib/contract/event';
import { fail, ok } from '@/lib/result';
import type { CallResult } from './api-client';
import { EventFeed } from './event-feed';

const page = (last: number, ...seqs: number[]): CallResult<EventPage> =>
  ok({ items: seqs.map((seq) => ({ seq })), last } as unknown as EventPage);

/** A feed whose server gives these answers, one a question, and then has nothing new. */
function start(answers: readonly (() => CallResult<EventPage>)[]) {
  const asked: number[] = [];
  const told: number[] = [];
  const onFault = vi.fn();
  const onEvents = vi.fn((events: readonly EventView[]) => void told.push(...events.map(({ seq }) => seq)));
  const document = Object.assign(new EventTarget(), { visibilityState: 'visible' }) as unknown as Document;
  const feed = new EventFeed(
    {
      read: async (after) => {
        const answer = answers[asked.length] ?? (() => page(0));
        asked.push(after);
        return answer();
      },
      onEvents,
      onFault,
    },
    4,
    document,
  );
  return { feed, asked, told, onEvents, onFault };
}
const settle = () => vi.advanceTimersByTimeAsync(0);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('reads on until it has everything, then every few seconds', async () => {
  const { feed, asked, told } = start([() => page(7, 5, 6), () => page(7, 7)]);
  feed.askNow();
  await settle();
  expect(told).toEqual([5, 6, 7]);
  await vi.advanceTimersByTimeAsync(3_000);
  expect(asked).toEqual([4, 6, 7]);
  feed.close();
});

it('asks again later, and for the same, when somebody who is told throws', async () => {
  const { feed, asked, told, onEvents, onFault } = start([() => page(5, 5), () => page(5, 5)]);
  onEvents.mockImplementationOnce(() => {
    throw new Error('a fault');
  });
  feed.askNow();
  await settle();
  expect(onFault).toHaveBeenCalledWith(new Error('a fault'));
  await vi.advanceTimersByTimeAsync(6_000);
  expect(asked).toEqual([4, 4]);
  expect(told).toEqual([5]);
  feed.close();
});

it('asks again later when reading throws or nothing answers', async () => {
  const { feed, asked, told, onFault } = start([
    () => {
      throw new Error('a fault');
    },
    () => fail({ kind: 'unreachable' }),
    () => page(5, 5),
  ]);
  feed.askNow();
  await settle();
  expect(onFault).toHaveBeenCalledOnce();
  await vi.advanceTimersByTimeAsync(6_000 + 12_000);
  expect(asked).toEqual([4, 4, 4]);
  expect(told).toEqual([5]);
  feed.close();
});
