'use client';

import { useCallback, useEffect, useState } from 'react';
import { callApi, sayFailure } from '@/lib/sync/api-client';

/** Something the server tells, as it was last told. */
export interface Resource<T> {
  /** Null until it has come for the first time. */
  readonly value: T | null;
  /** Why it did not come the last time. */
  readonly failed: string | null;
  readonly coming: boolean;
  readonly ask: () => void;
}

/** Reads a path of the API; again whenever `version` becomes another one, and once the line is back; what was there stays until then. */
export function useResource<T>(path: string, version: unknown = 0): Resource<T> {
  const [told, setTold] = useState<{
    path: string;
    value: T | null;
    failed: string | null;
    of: string;
  } | null>(null);
  const [asked, setAsked] = useState(0);
  const of = `${path} ${String(version)} ${asked}`;
  useEffect(() => {
    const leaving = new AbortController();
    callApi<T>({ path, signal: leaving.signal, timeout: 60_000 }).then(
      (answer) =>
        setTold((before) => ({
          path,
          of,
          value: answer.ok ? answer.value : before?.path === path ? before.value : null,
          failed: answer.ok ? null : sayFailure(answer.failure),
        })),
      () => undefined,
    );
    return () => leaving.abort();
  }, [path, of]);
  const here = told?.path === path ? told : null;
  const ask = useCallback(() => setAsked((count) => count + 1), []);
  const hasFailed = here !== null && here.failed !== null;
  useEffect(() => {
    if (!hasFailed) return;
    window.addEventListener('online', ask);
    return () => window.removeEventListener('online', ask);
  }, [hasFailed, ask]);
  return { value: here?.value ?? null, failed: here?.failed ?? null, coming: told?.of !== of, ask };
}
