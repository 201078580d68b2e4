'use client';

import { usePathname } from 'next/navigation';
import { useCallback, useState } from 'react';
import { callApi, type ApiCall, type CallResult } from '@/lib/sync/api-client';
import { SameOperation } from '@/lib/sync/same-operation';

export interface Caller {
  /** Whether any call is under way. */
  readonly busy: boolean;
  readonly call: <T>(request: ApiCall) => Promise<CallResult<T>>;
}

/**
 * Calls the API from a form or a button. Whoever has been signed out meanwhile is taken to the sign-in screen and comes
 * back here. What is asked again because nobody knows whether it was done goes out as the same operation.
 */
export function useCall(): Caller {
  const [running, setRunning] = useState(0);
  const [operations] = useState(() => new SameOperation());
  const pathname = usePathname();
  const call = useCallback(
    async <T>(request: ApiCall): Promise<CallResult<T>> => {
      const named = operations.name(request);
      setRunning((count) => count + 1);
      try {
        const answer = await callApi<T>(named);
        operations.note(named, answer);
        if (isSignedOut(answer)) {
          window.location.assign(`/sign-in?from=${encodeURIComponent(pathname)}`);
        }
        return answer;
      } finally {
        setRunning((count) => count - 1);
      }
    },
    [operations, pathname],
  );
  return { busy: running > 0, call };
}

const isSignedOut = (answer: CallResult<unknown>): boolean =>
  !answer.ok && answer.failure.kind === 'refused' && answer.failure.problem.code === 'unauthenticated';
