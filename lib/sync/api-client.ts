import type { Problem } from '@/lib/contract/problem';
import { fail, ok, type Result } from '@/lib/result';
import { newId } from '@/lib/ids';

/** Why a call has no answer to give. */
export type CallFailure =
  | {
      readonly kind: 'refused';
      /** RFC 9457, as the server wrote it; made up of the status where something in between answered. */
      readonly problem: Problem;
      /** Seconds, where the server asks to wait. */
      readonly retryAfter: number | null;
      /** Something in between answered, a proxy say: it speaks of the way there and not of what was asked for. */
      readonly stranger?: true;
    }
  /** Nothing came back. A write may or may not have been done: repeat it with the same operation id. */
  | { readonly kind: 'unreachable' };

export type CallResult<T> = Result<T, CallFailure>;

export interface ApiCall {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** From the origin on: `/api/v1/projects`. */
  readonly path: string;
  /** What is undefined, null or empty is left out. */
  readonly query?: Readonly<Record<string, string | number | boolean | null | undefined>>;
  readonly body?: unknown;
  /** Travels as Idempotency-Key. A write without one gets one, so that repeats of the same call are one write. */
  readonly operationId?: string;
  /** The revision that was seen; travels as If-Match. */
  readonly revision?: number;
  readonly signal?: AbortSignal;
  /** How often to repeat the call when nothing comes back; 2 unless told. The outbox, which repeats itself, says 0. */
  readonly repeats?: number;
  /** Milliseconds before an attempt counts as unanswered. */
  readonly timeout?: number;
}

const PAUSES = [300, 1_200, 3_000];

/**
 * Calls our own server and answers with the JSON as `T`, which the caller takes from lib/contract. Expected failures
 * are values; an abort through `signal` throws as `fetch` does.
 */
export async function callApi<T>(call: ApiCall): Promise<CallResult<T>> {
  const method = call.method ?? 'GET';
  const headers = new Headers({ accept: 'application/json' });
  if (method !== 'GET') headers.set('idempotency-key', call.operationId ?? newId());
  if (call.revision !== undefined) headers.set('if-match', `"${call.revision}"`);
  const init: RequestInit = { method, headers, credentials: 'same-origin', cache: 'no-store' };
  if (call.body !== undefined) {
    headers.set('content-type', 'application/json');
    init.body = JSON.stringify(call.body);
  }
  const repeats = call.repeats ?? 2;
  for (let attempt = 0; ; attempt += 1) {
    const answer = await attemptOnce<T>(addQuery(call.path, call.query), init, call);
    if (answer.ok || answer.failure.kind === 'refused' || attempt >= repeats) return answer;
    await pause(PAUSES[Math.min(attempt, PAUSES.length - 1)]!, call.signal);
  }
}

async function attemptOnce<T>(url: string, init: RequestInit, call: ApiCall): Promise<CallResult<T>> {
  const limit = AbortSignal.timeout(call.timeout ?? 30_000);
  const signal = call.signal ? AbortSignal.any([call.signal, limit]) : limit;
  try {
    const response = await fetch(url, { ...init, signal });
    if (response.ok) return ok((response.status === 204 ? null : await response.json()) as T);
    return fail(await readProblem(response));
  } catch (thrown) {
    call.signal?.throwIfAborted();
    if (thrown instanceof TypeError || thrown instanceof SyntaxError || limit.aborted) {
      return fail({ kind: 'unreachable' });
    }
    throw thrown;
  }
}

async function readProblem(response: Response): Promise<CallFailure> {
  const wait = Number(response.headers.get('retry-after'));
  const retryAfter = Number.isFinite(wait) && wait > 0 ? wait : null;
  const body: unknown = await response.json().catch(() => null);
  if (isProblem(body)) return { kind: 'refused', problem: body, retryAfter };
  return { kind: 'refused', problem: strangerProblem(response.status), retryAfter, stranger: true };
}

const isProblem = (body: unknown): body is Problem =>
  typeof body === 'object' && body !== null && 'code' in body && 'detail' in body && 'errors' in body;

/** What a proxy or a crashed process answered, in our own terms. */
function strangerProblem(status: number): Problem {
  const gone = status === 502 || status === 503 || status === 504;
  return {
    type: 'about:blank',
    title: gone ? 'Unavailable' : 'Unexpected answer',
    status,
    code: gone ? 'unavailable' : 'internal-error',
    detail: gone
      ? 'The server cannot be reached at the moment. Try again shortly.'
      : `The server answered with the status ${status} and no explanation.`,
    errors: [],
  };
}

function addQuery(path: string, query: ApiCall['query']): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value !== undefined && value !== null && value !== '') search.set(name, String(value));
  }
  const text = search.toString();
  return text === '' ? path : `${path}?${text}`;
}

const pause = (milliseconds: number, signal: AbortSignal | undefined): Promise<void> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds);
    signal?.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    });
  });

/** One sentence for a person. */
export const sayFailure = (failure: CallFailure): string =>
  failure.kind === 'unreachable'
    ? 'No answer from the server. Check the connection and try again; nothing is done twice.'
    : failure.problem.detail;

/** What the server said about one field, by its path in the body (`name`, `file.base64`); null for nothing. */
export const fieldMessage = (failure: CallFailure | null, field: string): string | null =>
  failure?.kind === 'refused'
    ? (failure.problem.errors.find((error) => error.field === field)?.message ?? null)
    : null;

/** What is there instead of what was seen, where a write was refused for that; null otherwise. */
export const currentOf = <T>(failure: CallFailure): T | null =>
  failure.kind === 'refused' && failure.problem.code === 'stale-revision'
    ? ((failure.problem.current as T | undefined) ?? null)
    : null;
