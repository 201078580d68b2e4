'use client';

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
  const call = useCallback(
    async <T>(request: ApiCall): Promise<CallResult<T>> => {
      setRunning((count) => count + 1);
      try {
        return await callSignedIn<T>(operations, request);
      } finally {
        setRunning((count) => count - 1);
      }
    },
    [operations],
  );
  return { busy: running > 0, call };
}

/** The same outside a component, with the operations that it repeats. */
export async function callSignedIn<T>(operations: SameOperation, request: ApiCall): Promise<CallResult<T>> {
  const named = operations.name(request);
  const answer = await callApi<T>(named);
  operations.note(named, answer);
  if (isSignedOut(answer)) {
    window.location.assign(`/sign-in?from=${encodeURIComponent(window.location.pathname)}`);
  }
  return answer;
}

const isSignedOut = (answer: CallResult<unknown>): boolean =>
  !answer.ok && answer.failure.kind === 'refused' && answer.failure.problem.code === 'unauthenticated';
