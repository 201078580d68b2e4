import type { OperationResults } from '@/lib/contract/operation';
import { callApi } from './api-client';
import { Outbox } from './outbox';
import { takeLead } from './take-lead';
import { windowsOf } from './windows';
import { workStorage } from './work-storage';

/** Longer than a slow line takes, shorter than a person's patience; then the batch is sent again. */
const SEND_TIMEOUT = 20_000;

const outboxes = new Map<string, Outbox>();

/** The outbox of a person, the same for the whole life of a page. A server has nobody's, and gets an idle one. */
export function outboxOf(person: string): Outbox {
  const known = outboxes.get(person);
  if (known) return known;
  const outbox = new Outbox(person, {
    storage: workStorage,
    windows: windowsOf(person),
    lead: (onChange) => takeLead(`outbox ${person}`, onChange),
    send: (articleId, operations) =>
      callApi<OperationResults>({
        method: 'POST',
        path: `/api/v1/articles/${articleId}/operations`,
        body: { operations, as: person },
        repeats: 0,
        timeout: SEND_TIMEOUT,
      }),
    onFault: (thrown) => reportError(thrown),
    random: () => Math.random(),
  });
  if (typeof window !== 'undefined') outboxes.set(person, outbox);
  return outbox;
}

const guarded = new WeakSet<Outbox>();

/** Begins to send what waits, for as long as the page lives; closing it before that is done warns. */
export function startOutbox(outbox: Outbox, window: Window): void {
  if (guarded.has(outbox)) return;
  guarded.add(outbox);
  void outbox.start();
  window.addEventListener('online', () => outbox.retry());
  window.addEventListener('beforeunload', (event) => {
    const { waiting, refusals } = outbox.state;
    if (waiting > 0 || refusals.length > 0) event.preventDefault();
  });
  window.document.addEventListener('visibilitychange', () => {
    if (window.document.visibilityState !== 'visible') return;
    void outbox.reload().then(() => {
      if (outbox.state.waiting > 0) outbox.retry();
    });
  });
}
