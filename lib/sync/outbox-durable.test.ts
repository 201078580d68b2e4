import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AnnotationView } from '@/lib/contract/annotation';
import type { Operation, OperationResults } from '@/lib/contract/operation';
import type { Problem } from '@/lib/contract/problem';
import { fail, ok } from '@/lib/result';
import type { CallResult } from './api-client';
import { ExampleBrowser } from './example-browser';
import { ARTICLE, creation, EDITOR, idOf, mark, REVIEWER, workOf } from './example-marks';
import type { Outbox } from './outbox';

type Answer = CallResult<OperationResults>;

/** A server that keeps count, and may be away. */
class ExampleServer {
  readonly done: string[] = [];
  away = false;
  /** What it says of an operation instead of doing it. */
  refusal: ((operation: Operation) => Problem | null) | null = null;

  readonly send = (operations: readonly Operation[]): Promise<Answer> => {
    if (this.away) return Promise.resolve(fail({ kind: 'unreachable' }));
    const results = operations.map((operation) => {
      const { operationId, id } = operation;
      const problem = this.refusal?.(operation) ?? null;
      if (problem) return { operationId, ok: false as const, status: problem.status, problem };
      this.done.push(operationId);
      return { operationId, ok: true as const, status: 201, seq: 1, annotation: mark({ id }) };
    });
    return Promise.resolve(ok({ results }));
  };
}

const stale = (current: AnnotationView): Problem => ({
  type: 'about:blank',
  title: 'x',
  status: 409,
  code: 'stale-revision',
  detail: 'It has changed.',
  errors: [],
  current,
});
const change = (n: number, wanted: { note?: string; correction?: string }): Operation => ({
  kind: 'annotation.change',
  operationId: idOf(5_000 + n),
  id: idOf(1),
  revision: 1,
  change: wanted,
});
const settle = () => vi.advanceTimersByTimeAsync(0);
const idsWaiting = ({ waiting }: ExampleBrowser): string[] => waiting.map(({ operation }) => operation.id);
const watch = (outbox: Outbox) => {
  const observer = { onWaiting: vi.fn(), onDone: vi.fn(), onTakenBack: vi.fn() };
  outbox.observe(ARTICLE, observer);
  return observer;
};

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('the outbox of a browser', () => {
  it('has work on the disk before the server hears of it', async () => {
    const browser = new ExampleBrowser();
    const onDisk: string[][] = [];
    const server = new ExampleServer();
    const { outbox } = browser.open(REVIEWER.id, (operations) => {
      onDisk.push(idsWaiting(browser));
      return server.send(operations);
    });
    await outbox.start();
    outbox.enqueue([workOf(creation(1)), workOf(creation(2))]);
    await settle();
    expect(onDisk).toEqual([[idOf(1), idOf(2)]]);
    expect(browser.waiting).toEqual([]);
  });

  it('goes on after a crash with what the disk has, and shows it', async () => {
    const [browser, server] = [new ExampleBrowser(), new ExampleServer()];
    server.away = true;
    const before = browser.open(REVIEWER.id, server.send);
    await before.outbox.start();
    before.outbox.enqueue([workOf(creation(1)), workOf(creation(2))]);
    await settle();
    before.close();
    server.away = false;
    const { outbox } = browser.open(REVIEWER.id, server.send);
    const observer = watch(outbox);
    await outbox.start();
    await settle();
    expect(observer.onWaiting).toHaveBeenCalledExactlyOnceWith([workOf(creation(1)), workOf(creation(2))]);
    expect(server.done).toEqual([creation(1).operationId, creation(2).operationId]);
    expect(outbox.state).toMatchObject({ phase: 'saved', waiting: 0 });
  });

  it('lets one window send for all, and all of them know', async () => {
    const [browser, server, other] = [new ExampleBrowser(), new ExampleServer(), new ExampleServer()];
    const first = browser.open(REVIEWER.id, server.send).outbox;
    const second = browser.open(REVIEWER.id, other.send).outbox;
    const [seenFirst, seenSecond] = [watch(first), watch(second)];
    await first.start();
    await second.start();
    second.enqueue([workOf(creation(1))]);
    await settle();
    expect(server.done).toEqual([creation(1).operationId]);
    expect(other.done).toEqual([]);
    expect(seenFirst.onWaiting).toHaveBeenCalledOnce();
    expect(seenSecond.onWaiting).not.toHaveBeenCalled();
    expect(seenFirst.onDone).toHaveBeenCalledOnce();
    expect(seenSecond.onDone).toHaveBeenCalledOnce();
    expect([first.state.phase, second.state.phase]).toEqual(['saved', 'saved']);
  });

  it('passes sending on when the window that did it is gone, even with a request under way', async () => {
    const [browser, server] = [new ExampleBrowser(), new ExampleServer()];
    const first = browser.open(REVIEWER.id, () => new Promise<never>(() => undefined));
    const second = browser.open(REVIEWER.id, server.send).outbox;
    await first.outbox.start();
    await second.start();
    first.outbox.enqueue([workOf(creation(1))]);
    await settle();
    expect(second.state).toMatchObject({ phase: 'saving', waiting: 1 });
    first.close();
    await settle();
    expect(server.done).toEqual([creation(1).operationId]);
    expect(second.state.phase).toBe('saved');
  });

  it('tells every window how the line is', async () => {
    const [browser, server] = [new ExampleBrowser(), new ExampleServer()];
    server.away = true;
    const [first, second] = [browser.open(REVIEWER.id, server.send), browser.open(REVIEWER.id, server.send)];
    await first.outbox.start();
    await second.outbox.start();
    second.outbox.enqueue([workOf(creation(1))]);
    await settle();
    expect(second.outbox.state).toMatchObject({ phase: 'offline', waiting: 1 });
    const third = browser.open(REVIEWER.id, server.send).outbox;
    await third.start();
    await settle();
    expect(third.state).toMatchObject({ phase: 'offline', waiting: 1 });
    server.away = false;
    third.retry();
    await settle();
    expect(first.outbox.state.phase).toBe('saved');
  });

  it('never sends or shows what somebody else has waiting: only how much', async () => {
    const [browser, server] = [new ExampleBrowser(), new ExampleServer()];
    browser.waiting = [workOf(creation(1), EDITOR), workOf(creation(2), EDITOR)];
    const { outbox } = browser.open(REVIEWER.id, server.send);
    const observer = watch(outbox);
    await outbox.start();
    await settle();
    expect(outbox.state).toMatchObject({ phase: 'saved', waiting: 0, ofOthers: 2 });
    expect(observer.onWaiting).not.toHaveBeenCalled();
    expect(server.done).toEqual([]);
  });

  it.each([
    [new Error('no'), 'refused'],
    [new DOMException('full', 'QuotaExceededError'), 'full'],
  ] as const)(
    'sends what the disk does not take (%s), says so, and keeps it once it can',
    async (broken, trouble) => {
      const [browser, server] = [new ExampleBrowser(), new ExampleServer()];
      server.away = true;
      browser.broken = broken;
      // Another window sends for all, and could not see what is not on the disk.
      await browser.open(REVIEWER.id, server.send).outbox.start();
      const { outbox } = browser.open(REVIEWER.id, server.send);
      await outbox.start();
      outbox.enqueue([workOf(creation(1))]);
      await settle();
      expect(outbox.state).toMatchObject({ phase: 'offline', waiting: 1, unsafe: 1, trouble });
      browser.broken = null;
      outbox.enqueue([workOf(creation(2))]);
      await settle();
      expect(idsWaiting(browser)).toEqual([idOf(1), idOf(2)]);
      expect(outbox.state).toMatchObject({ waiting: 2, unsafe: 0, trouble: null });
      server.away = false;
      outbox.retry();
      await settle();
      expect(new Set(server.done)).toEqual(new Set([creation(1).operationId, creation(2).operationId]));
      expect(browser.waiting).toEqual([]);
    },
  );

  it('saves without a disk as well', async () => {
    const [browser, server] = [new ExampleBrowser(), new ExampleServer()];
    browser.broken = new Error('no');
    const { outbox } = browser.open(REVIEWER.id, server.send);
    await outbox.start();
    outbox.enqueue([workOf(creation(1))]);
    await settle();
    expect(server.done).toEqual([creation(1).operationId]);
    expect(outbox.state).toMatchObject({ phase: 'saved', trouble: 'refused' });
  });

  it('keeps a refusal over a crash until it is dealt with', async () => {
    const [browser, server] = [new ExampleBrowser(), new ExampleServer()];
    server.refusal = () => ({ ...stale(mark()), code: 'unknown-tag', status: 422 });
    const before = browser.open(REVIEWER.id, server.send);
    await before.outbox.start();
    before.outbox.enqueue([workOf(creation(1))]);
    await settle();
    before.close();
    const [first, second] = [browser.open(REVIEWER.id, server.send), browser.open(REVIEWER.id, server.send)];
    await first.outbox.start();
    await second.outbox.start();
    expect(second.outbox.state).toMatchObject({ phase: 'needs-you', waiting: 0 });
    second.outbox.dismiss(second.outbox.state.refusals[0]!);
    await settle();
    expect(browser.refused).toEqual([]);
    expect([first.outbox.state.phase, second.outbox.state.phase]).toEqual(['saved', 'saved']);
  });

  it('asks again on top of what somebody else has done, where the two do not collide', async () => {
    const [browser, server] = [new ExampleBrowser(), new ExampleServer()];
    const theirs = mark({ correction: 'theirs', revision: 2 });
    const sent: Operation[] = [];
    server.refusal = (operation) => {
      sent.push(operation);
      return operation.kind !== 'annotation.create' && operation.revision === 1 ? stale(theirs) : null;
    };
    const { outbox } = browser.open(REVIEWER.id, server.send);
    const observer = watch(outbox);
    await outbox.start();
    const [one, two] = [change(1, { note: 'one' }), { ...change(2, { note: 'two' }), revision: 2 }];
    const first = workOf(one, REVIEWER, mark());
    outbox.enqueue([first, workOf(two, REVIEWER, first.wanted)]);
    await settle();
    expect(sent.at(-1)).toMatchObject({ kind: 'annotation.change', revision: 2, change: { note: 'two' } });
    expect(sent).toHaveLength(2);
    expect(observer.onTakenBack).toHaveBeenCalledOnce();
    expect(outbox.state).toMatchObject({ phase: 'saved', refusals: [] });
    expect(browser.waiting).toEqual([]);
  });

  it('leaves to the person what collides, with all three texts', async () => {
    const [browser, server] = [new ExampleBrowser(), new ExampleServer()];
    const theirs = mark({ correction: 'theirs', revision: 2 });
    server.refusal = () => stale(theirs);
    const { outbox } = browser.open(REVIEWER.id, server.send);
    await outbox.start();
    outbox.enqueue([workOf(change(1, { correction: 'yours' }), REVIEWER, mark())]);
    await settle();
    const [refusal] = browser.refused;
    expect(refusal?.work[0]).toMatchObject({
      base: { correction: 'Soyuz-FG' },
      wanted: { correction: 'yours' },
    });
    expect(refusal?.problem.current).toEqual(theirs);
    expect(outbox.state.phase).toBe('needs-you');
  });

  it('takes over what other windows did while it slept', async () => {
    const [browser, server] = [new ExampleBrowser(), new ExampleServer()];
    server.away = true;
    const { outbox } = browser.open(REVIEWER.id, server.send);
    const observer = watch(outbox);
    await outbox.start();
    outbox.enqueue([workOf(creation(1))]);
    await settle();
    browser.waiting = [workOf(creation(2))];
    await outbox.reload();
    expect(observer.onTakenBack).toHaveBeenCalledOnce();
    expect(observer.onWaiting).toHaveBeenCalledExactlyOnceWith([workOf(creation(2))]);
    expect(outbox.state.waiting).toBe(1);
  });

  it('writes what it holds anew where the browser has emptied the disk', async () => {
    const [browser, server] = [new ExampleBrowser(), new ExampleServer()];
    server.refusal = () => stale(mark({ correction: 'theirs', revision: 2 }));
    const { outbox } = browser.open(REVIEWER.id, server.send);
    const observer = watch(outbox);
    await outbox.start();
    outbox.enqueue([workOf(change(1, { correction: 'yours' }), REVIEWER, mark())]);
    await settle();
    server.away = true;
    outbox.enqueue([workOf(creation(2))]);
    await settle();
    const [waiting, refused] = [[...browser.waiting], [...browser.refused]];
    observer.onTakenBack.mockClear();
    browser.emptyStorage();
    await outbox.reload();
    await settle();
    expect(observer.onTakenBack).not.toHaveBeenCalled();
    expect(outbox.state).toMatchObject({ waiting: 1, refusals: [{ id: refused[0]!.id }] });
    expect(browser.waiting).toEqual(waiting);
    expect(browser.refused).toEqual(refused);
  });
});
