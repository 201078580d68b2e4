export interface Sent {
  readonly method: 'GET' | 'PUT' | 'POST' | 'PATCH' | 'DELETE';
  /** Below /api/v1. */
  readonly path: string;
  readonly token: string;
  readonly body?: unknown;
  readonly operationId?: string;
  readonly revision?: number;
}

export interface Got {
  readonly status: number;
  readonly retryAfter: string | null;
  readonly body: unknown;
}

/** Milliseconds after which an answer counts as not coming. */
const PATIENCE = 20_000;

/** One request, once; null where no whole answer came, so that nobody knows what was done. */
export async function callOnce(url: string, sent: Sent): Promise<Got | null> {
  const headers = new Headers({ authorization: `Bearer ${sent.token}` });
  if (sent.body !== undefined) headers.set('content-type', 'application/json');
  if (sent.operationId !== undefined) headers.set('idempotency-key', sent.operationId);
  if (sent.revision !== undefined) headers.set('if-match', `"${sent.revision}"`);
  try {
    const answer = await fetch(`${url}/api/v1${sent.path}`, {
      ...{ method: sent.method, headers, signal: AbortSignal.timeout(PATIENCE) },
      ...(sent.body === undefined ? {} : { body: JSON.stringify(sent.body) }),
    });
    return {
      status: answer.status,
      retryAfter: answer.headers.get('retry-after'),
      body: await answer.json(),
    };
  } catch {
    return null;
  }
}
