import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Problem } from '@/lib/contract/problem';
import { callApi, fieldMessage, sayFailure, type CallFailure } from './api-client';

const PROBLEM: Problem = {
  type: 'about:blank',
  title: 'Unprocessable',
  status: 422,
  code: 'invalid-input',
  detail: 'The name is wrong.',
  errors: [{ field: 'name', message: 'Must not be empty.' }],
};

const json = (body: unknown, init: ResponseInit = {}): Response =>
  new Response(JSON.stringify(body), { headers: { 'content-type': 'application/json' }, ...init });

/** Answers one call after the other: a response, or an error that the network throws. */
function network(...answers: readonly (Response | Error)[]) {
  const fetch = vi.fn<typeof globalThis.fetch>();
  for (const answer of answers) {
    if (answer instanceof Error) fetch.mockRejectedValueOnce(answer);
    else fetch.mockResolvedValueOnce(answer);
  }
  vi.stubGlobal('fetch', fetch);
  return { fetch, sent: (call: number) => new Headers(fetch.mock.calls[call]?.[1]?.headers) };
}

const refused = (failure: CallFailure): Problem => {
  if (failure.kind !== 'refused') throw new Error('Expected a refusal');
  return failure.problem;
};

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Runs a call to its end, pauses between its attempts included. */
async function settle<T>(running: Promise<T>): Promise<T> {
  await vi.advanceTimersByTimeAsync(60_000);
  return running;
}

describe('callApi', () => {
  test('answers with the JSON', async () => {
    network(json({ id: 'a' }));
    expect(await settle(callApi({ path: '/api/v1/me' }))).toEqual({ ok: true, value: { id: 'a' } });
  });

  test('answers with null where there is nothing to say', async () => {
    network(new Response(null, { status: 204 }));
    const answer = await settle(callApi({ method: 'DELETE', path: '/api/v1/me/tokens/a' }));
    expect(answer).toEqual({ ok: true, value: null });
  });

  test('leaves empty parts of the query out', async () => {
    const { fetch } = network(json([]));
    await settle(
      callApi({ path: '/api/v1/people', query: { q: 'Zoë & co', cursor: null, limit: 5, x: '' } }),
    );
    expect(fetch.mock.calls[0]?.[0]).toBe('/api/v1/people?q=Zo%C3%AB+%26+co&limit=5');
  });

  test('sends a write with an operation id and the revision seen', async () => {
    const { sent } = network(json({}));
    await settle(callApi({ method: 'PATCH', path: '/x', body: { a: 1 }, revision: 3 }));
    expect(sent(0).get('if-match')).toBe('"3"');
    expect(sent(0).get('idempotency-key')).toMatch(/^[0-9a-f-]{36}$/);
    expect(sent(0).get('content-type')).toBe('application/json');
  });

  test('repeats what got no answer as the same operation', async () => {
    const { fetch, sent } = network(new TypeError('network'), new TypeError('network'), json({ done: true }));
    const answer = await settle(callApi({ method: 'POST', path: '/x', body: {} }));
    expect(answer).toEqual({ ok: true, value: { done: true } });
    expect(fetch).toHaveBeenCalledTimes(3);
    expect(new Set([0, 1, 2].map((call) => sent(call).get('idempotency-key'))).size).toBe(1);
  });

  test('says that nothing came back once the repeats are used up', async () => {
    const { fetch } = network(new TypeError('network'), new TypeError('network'), new TypeError('network'));
    const answer = await settle(callApi({ method: 'POST', path: '/x' }));
    expect(answer).toEqual({ ok: false, failure: { kind: 'unreachable' } });
    expect(fetch).toHaveBeenCalledTimes(3);
  });

  test('does not repeat for those who repeat themselves', async () => {
    const { fetch } = network(new TypeError('network'));
    await settle(callApi({ method: 'POST', path: '/x', repeats: 0 }));
    expect(fetch).toHaveBeenCalledTimes(1);
  });

  test('does not repeat a refusal', async () => {
    const { fetch } = network(json(PROBLEM, { status: 422, headers: { 'retry-after': '7' } }));
    const answer = await settle(callApi({ method: 'POST', path: '/x' }));
    expect(answer).toEqual({ ok: false, failure: { kind: 'refused', problem: PROBLEM, retryAfter: 7 } });
    expect(fetch).toHaveBeenCalledTimes(1);
  });

  test('reads half an answer as none', async () => {
    network(new Response('{"a":', { status: 200 }));
    const answer = await settle(callApi({ path: '/x', repeats: 0 }));
    expect(answer).toEqual({ ok: false, failure: { kind: 'unreachable' } });
  });

  const strangers: Record<string, { status: number; body: string; code: Problem['code'] }> = {
    'a proxy without a server': { status: 502, body: '<h1>Bad gateway</h1>', code: 'unavailable' },
    'a crashed process': { status: 500, body: 'Internal Server Error', code: 'internal-error' },
    'JSON that is no problem': { status: 400, body: '{"error":"no"}', code: 'internal-error' },
  };
  for (const [name, { status, body, code }] of Object.entries(strangers)) {
    test(`makes a problem of the answer of ${name}`, async () => {
      network(new Response(body, { status }));
      const answer = await settle(callApi({ path: '/x' }));
      expect(answer.ok ? null : refused(answer.failure)).toMatchObject({ status, code, errors: [] });
      expect(answer).toMatchObject({ failure: { stranger: true } });
    });
  }

  test('throws when the caller gives up', async () => {
    network(new DOMException('gone', 'AbortError'));
    const controller = new AbortController();
    const running = callApi({ path: '/x', signal: controller.signal });
    controller.abort();
    await expect(running).rejects.toThrow(/abort/i);
  });
});

describe('what a failure says', () => {
  test('about a field', () => {
    const failure: CallFailure = { kind: 'refused', problem: PROBLEM, retryAfter: null };
    expect(fieldMessage(failure, 'name')).toBe('Must not be empty.');
    expect(fieldMessage(failure, 'email')).toBeNull();
    expect(fieldMessage({ kind: 'unreachable' }, 'name')).toBeNull();
    expect(fieldMessage(null, 'name')).toBeNull();
  });

  test('as a sentence', () => {
    expect(sayFailure({ kind: 'refused', problem: PROBLEM, retryAfter: null })).toBe('The name is wrong.');
    expect(sayFailure({ kind: 'unreachable' })).toMatch(/^No answer/);
  });
});
