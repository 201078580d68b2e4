'use client';

import { usePathname } from 'next/navigation';
import { useCallback, useRef, useState } from 'react';
import { callApi, type ApiCall, type CallResult } from '@/lib/sync/api-client';
import { newId } from '@/lib/ids';

export interface Caller {
  /** Whether any call is under way. */
  readonly busy: boolean;
  readonly call: <T>(request: ApiCall) => Promise<CallResult<T>>;
}

/**
 * Calls the API from a form or a button. Whoever has been signed out meanwhile is taken to the sign-in screen and comes
 * back here. When nothing came back and the same is asked again, it goes out as the same operation: if it was done the
 * first time, it is not done twice.
 */
export function useCall(): Caller {
  const [running, setRunning] = useState(0);
  const unanswered = useRef<{ readonly key: string; readonly operationId: string } | null>(null);
  const pathname = usePathname();
  const call = useCallback(
    async <T>(request: ApiCall): Promise<CallResult<T>> => {
      const key = JSON.stringify([request.method, request.path, request.body]);
      const known = unanswered.current?.key === key ? unanswered.current.operationId : null;
      const operationId = request.operationId ?? known ?? newId();
      setRunning((count) => count + 1);
      try {
        const answer = await callApi<T>({ ...request, operationId });
        const lost = !answer.ok && answer.failure.kind === 'unreachable';
        unanswered.current = lost ? { key, operationId } : null;
        if (isSignedOut(answer)) {
          window.location.assign(`/sign-in?from=${encodeURIComponent(pathname)}`);
        }
        return answer;
      } finally {
        setRunning((count) => count - 1);
      }
    },
    [pathname],
  );
  return { busy: running > 0, call };
}

const isSignedOut = (answer: CallResult<unknown>): boolean =>
  !answer.ok && answer.failure.kind === 'refused' && answer.failure.problem.code === 'unauthenticated';
