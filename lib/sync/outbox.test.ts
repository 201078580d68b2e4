import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Operation, OperationResults } from '@/lib/contract/operation';
import type { Problem } from '@/lib/contract/problem';
import { fail, ok } from '@/lib/result';
import type { CallResult } from './api-client';
import type { OutboxState } from './outbox-state';
import { ExampleBrowser } from './example-browser';
import { ARTICLE, creation, idOf, mark, REVIEWER, workOf } from './example-marks';

type Answer = CallResult<OperationResults>;

const problem = (status: number, errors: Problem['errors'] = []): Problem => ({
  type: 'about:blank',
  title: 'x',
  status,
  code: status === 401 ? 'unauthenticated' : 'invalid-input',
  detail: 'It is so.',
  errors,
});
const unreachable = fail({ kind: 'unreachable' } as const);
const refused = (status: number, errors?: Problem['errors'], retryAfter: number | null = null): Answer =>
  fail({ kind: 'refused', problem: problem(status, errors), retryAfter });
/** What something on the way to the server says. */
const stranger = (status: number): Answer =>
  fail({ kind: 'refused', problem: problem(status), retryAfter: null, stranger: true });
const done = (operations: readonly Operation[], bad: ReadonlySet<string> = new Set()): Answer =>
  ok({
    results: operations.map(({ operationId, id }) =>
      bad.has(id)
        ? { operationId, ok: false, status: 422, problem: problem(422) }
        : { operationId, ok: true, status: 201, seq: 1, annotation: mark({ id }) },
    ),
  });
const change = (n: number, of: number): Operation => ({
  kind: 'annotation.change',
  operationId: idOf(5_000 + n),
  id: idOf(of),
  revision: 1,
  change: { note: 'a note' },
});

/** An outbox whose server gives these answers, one a batch, and then does everything. */
async function start(
  answers: readonly ((batch: readonly Operation[]) => Answer)[] = [],
  browser = new ExampleBrowser(),
) {
  const sent: string[][] = [];
  const finished: string[] = [];
  const onTakenBack = vi.fn();
  const onFault = vi.fn();
  const onDone = vi.fn((operation: Operation) => void finished.push(operation.operationId));
  const onWaiting = vi.fn();
  const { outbox, close } = browser.open(
    REVIEWER.id,
    async (batch) => {
      const answer = answers[sent.length] ?? done;
      sent.push(batch.map(({ operationId }) => operationId));
      return answer(batch);
    },
    onFault,
  );
  outbox.observe(ARTICLE, { onWaiting, onDone, onTakenBack });
  await outbox.start();
  const enqueue = (operations: readonly Operation[]): void =>
    outbox.enqueue(operations.map((operation) => workOf(operation)));
  return { outbox, close, enqueue, browser, sent, finished, onWaiting, onDone, onTakenBack, onFault };
}
const refusedIn = ({ state }: { readonly state: OutboxState }): Operation[][] =>
  state.refusals.map(({ work }) => work.map(({ operation }) => operation));
const settle = () => vi.advanceTimersByTimeAsync(0);
const ids = (...operations: Operation[]): string[] => operations.map(({ operationId }) => operationId);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('Outbox', () => {
  it('sends in order and one batch at a time', async () => {
    const { outbox, sent, finished, enqueue } = await start();
    enqueue([creation(1)]);
    enqueue([creation(2)]);
    enqueue([creation(3)]);
    expect(outbox.state).toMatchObject({ phase: 'saving', waiting: 3 });
    await settle();
    expect(sent).toEqual([ids(creation(1)), ids(creation(2), creation(3))]);
    expect(finished).toEqual(ids(creation(1), creation(2), creation(3)));
    expect(outbox.state).toMatchObject({ phase: 'saved', waiting: 0 });
  });

  it('repeats what got no answer with the same ids, ever more patiently', async () => {
    const { outbox, sent, enqueue } = await start([() => unreachable, () => unreachable, () => unreachable]);
    enqueue([creation(1)]);
    await settle();
    expect(outbox.state).toMatchObject({ phase: 'offline', waiting: 1 });
    enqueue([creation(2)]);
    await vi.advanceTimersByTimeAsync(999);
    expect(sent).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    await vi.advanceTimersByTimeAsync(1_999);
    expect(sent).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(1 + 4_000);
    expect(sent[3]).toEqual(ids(creation(1), creation(2)));
    expect(outbox.state.phase).toBe('saved');
  });

  it('tries at once when the line is back', async () => {
    const { outbox, sent, enqueue } = await start([() => unreachable]);
    enqueue([creation(1)]);
    await settle();
    outbox.retry();
    await settle();
    expect(sent).toHaveLength(2);
    expect(outbox.state.phase).toBe('saved');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sent).toHaveLength(2);
  });

  it('tries soon again when the line was not quite back', async () => {
    const { outbox, sent, enqueue } = await start(Array.from({ length: 6 }, () => () => unreachable));
    enqueue([creation(1)]);
    await vi.advanceTimersByTimeAsync(15_000);
    expect(sent).toHaveLength(5);
    outbox.retry();
    await settle();
    expect(sent).toHaveLength(6);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(sent).toHaveLength(7);
    expect(outbox.state.phase).toBe('saved');
  });

  it('waits as long as the server asks', async () => {
    const { outbox, sent, enqueue } = await start([() => refused(503, [], 7)]);
    enqueue([creation(1)]);
    await vi.advanceTimersByTimeAsync(6_999);
    expect(sent).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(outbox.state.phase).toBe('saved');
  });

  it('hands a refusal over with all that counted on it, and goes on', async () => {
    const [make, more, other] = [creation(1), change(1, 1), creation(2)];
    const { outbox, finished, onTakenBack, enqueue } = await start([
      (batch) => done(batch, new Set([idOf(1)])),
    ]);
    enqueue([make, more, other]);
    await settle();
    expect(onTakenBack).toHaveBeenCalledOnce();
    expect(outbox.state).toMatchObject({ phase: 'needs-you', waiting: 0 });
    const [refusal] = outbox.state.refusals;
    expect(refusedIn(outbox)).toEqual([[make, more]]);
    expect(refusal).toMatchObject({ problem: { detail: 'It is so.' } });
    expect(finished).toEqual(ids(other));
    outbox.dismiss(refusal!);
    expect(outbox.state.phase).toBe('saved');
  });

  it('sends what counts on an operation only after its answer, so that it meets no revision of somebody else', async () => {
    const [one, two, other] = [change(1, 1), change(2, 1), creation(2)];
    const { outbox, sent, finished, enqueue } = await start([(batch) => done(batch, new Set([idOf(1)]))]);
    enqueue([one, two, other]);
    await settle();
    expect(sent).toEqual([ids(one), ids(other)]);
    expect(finished).toEqual(ids(other));
    expect(refusedIn(outbox)).toEqual([[one, two]]);
  });

  it('sends a chain on one mark one after the other, and a group on it at once', async () => {
    const group = idOf(9);
    const grouped = [change(3, 1), change(4, 1)].map((each) => ({ ...each, group }));
    const { sent, enqueue } = await start();
    enqueue([change(1, 1), change(2, 1), ...grouped, change(5, 1)]);
    await settle();
    expect(sent).toEqual([ids(change(1, 1)), ids(change(2, 1)), ids(...grouped), ids(change(5, 1))]);
  });

  it('gives a failed group the reason of the one that failed', async () => {
    const group = idOf(9);
    const [first, second] = [creation(1, group), { ...change(1, 2), group }];
    const { outbox, enqueue } = await start([
      () =>
        ok({
          results: [
            {
              operationId: first.operationId,
              ok: false,
              status: 409,
              problem: { ...problem(409), code: 'group-failed', detail: 'Another one.' },
            },
            { operationId: second.operationId, ok: false, status: 422, problem: problem(422) },
          ],
        }),
    ]);
    enqueue([first, second]);
    await settle();
    expect(outbox.state.refusals.map(({ problem: { detail } }) => detail)).toEqual([
      'It is so.',
      'It is so.',
    ]);
  });

  it('refuses only what a refused batch names and sends the rest again', async () => {
    const { outbox, sent, finished, enqueue } = await start([
      () => refused(422, [{ field: 'operations[1].annotation.tag', message: 'No such tag.' }]),
    ]);
    enqueue([creation(1), creation(2), creation(3)]);
    await settle();
    expect(sent[1]).toEqual(ids(creation(1), creation(3)));
    expect(finished).toEqual(ids(creation(1), creation(3)));
    expect(refusedIn(outbox)).toEqual([[creation(2)]]);
  });

  it('keeps everything while nobody is signed in', async () => {
    const { outbox, finished, enqueue } = await start([() => refused(401)]);
    enqueue([creation(1)]);
    await settle();
    expect(outbox.state).toMatchObject({ phase: 'needs-you', signedOut: true, waiting: 1, refusals: [] });
    outbox.retry();
    await settle();
    expect(finished).toEqual(ids(creation(1)));
    expect(outbox.state).toMatchObject({ phase: 'saved', signedOut: false });
  });

  it('keeps everything while somebody else is signed in', async () => {
    const { outbox, sent, finished, enqueue } = await start([
      () => fail({ kind: 'refused', problem: { ...problem(401), code: 'other-person' }, retryAfter: null }),
    ]);
    enqueue([creation(1)]);
    await settle();
    const held = { phase: 'needs-you', signedOut: true, otherPerson: true, waiting: 1, refusals: [] };
    expect(outbox.state).toMatchObject(held);
    outbox.retry();
    await settle();
    expect(sent).toEqual([ids(creation(1)), ids(creation(1))]);
    expect(finished).toEqual(ids(creation(1)));
    expect(outbox.state).toMatchObject({ phase: 'saved', signedOut: false, otherPerson: false });
  });

  it('is signed in again as soon as an answer says so', async () => {
    const { outbox, enqueue } = await start([() => refused(401)]);
    enqueue([creation(1)]);
    await settle();
    expect(outbox.state.signedOut).toBe(true);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(outbox.state).toMatchObject({ phase: 'saved', signedOut: false });
  });

  it.each([400, 401, 403, 404, 408, 413, 421, 425, 502])(
    'refuses nothing because a stranger answers %i',
    async (status) => {
      const { outbox, finished, enqueue } = await start([() => stranger(status)]);
      enqueue([creation(1)]);
      await settle();
      expect(outbox.state).toMatchObject({ phase: 'offline', waiting: 1, signedOut: false, refusals: [] });
      await vi.advanceTimersByTimeAsync(1_000);
      expect(finished).toEqual(ids(creation(1)));
      expect(outbox.state.phase).toBe('saved');
    },
  );

  it.each([408, 425, 429, 500, 503])('sends again what our own server answers with %i', async (status) => {
    const { outbox, finished, enqueue } = await start([() => refused(status)]);
    enqueue([creation(1), creation(2)]);
    await settle();
    expect(outbox.state).toMatchObject({ phase: 'saving', waiting: 2, refusals: [] });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(finished).toEqual(ids(creation(1), creation(2)));
  });

  it.each([
    ['our server', () => refused(413)],
    ['a stranger', () => stranger(413)],
  ])('splits what is too large for %s', async (_, tooLarge) => {
    const { sent, finished, enqueue } = await start([tooLarge, tooLarge]);
    const all = [creation(1), creation(2), creation(3), creation(4)];
    enqueue(all);
    await settle();
    expect(sent.map((batch) => batch.length)).toEqual([4, 2, 1, 1, 1, 1]);
    expect(finished).toEqual(ids(...all));
  });

  it('refuses one operation that is too large by itself', async () => {
    const { outbox, finished, enqueue } = await start([() => refused(413), () => refused(413)]);
    enqueue([creation(1), creation(2)]);
    await settle();
    expect(refusedIn(outbox)).toEqual([[creation(1)]]);
    expect(finished).toEqual(ids(creation(2)));
  });

  it('goes on although somebody who is told throws', async () => {
    const { outbox, finished, onDone, onFault, enqueue } = await start();
    onDone.mockImplementationOnce(() => {
      throw new Error('a fault');
    });
    outbox.subscribe(() => {
      throw new Error('another');
    });
    enqueue([creation(1), creation(2)]);
    await settle();
    expect(finished).toEqual(ids(creation(2)));
    expect(outbox.state).toMatchObject({ phase: 'saved', waiting: 0 });
    expect(onFault).toHaveBeenCalledWith(new Error('a fault'));
    expect(onFault).toHaveBeenCalledWith(new Error('another'));
  });

  it.each([
    [
      'sending throws',
      (): Answer => {
        throw new Error('a fault');
      },
    ],
    ['an answer is none', (): Answer => ok({} as OperationResults)],
  ])('sends again later when %s', async (_, answer) => {
    const { outbox, finished, onFault, enqueue } = await start([answer]);
    enqueue([creation(1)]);
    await settle();
    expect(onFault).toHaveBeenCalledOnce();
    expect(outbox.state.waiting).toBe(1);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(finished).toEqual(ids(creation(1)));
  });

  it('never cuts a group', async () => {
    const group = idOf(9);
    const single = Array.from({ length: 499 }, (_, n) => creation(n));
    const grouped = [creation(500, group), creation(501, group)];
    const { sent, enqueue } = await start();
    enqueue([...single, ...grouped]);
    await settle();
    expect(sent.map((batch) => batch.length)).toEqual([499, 2]);
  });

  it('does not hang on an operation the server forgot to answer', async () => {
    const { sent, finished, enqueue } = await start([() => ok({ results: [] })]);
    enqueue([creation(1)]);
    await settle();
    expect(finished).toEqual([]);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(sent).toHaveLength(2);
    expect(finished).toEqual(ids(creation(1)));
  });
});
