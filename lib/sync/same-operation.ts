import { newId } from '@/lib/ids';
import type { ApiCall, CallFailure, CallResult } from './api-client';

/**
 * Gives calls their operation ids. When nobody knows whether a write was done, and the same is asked for again, it goes out
 * under the same id: if it was done the first time, it is not done twice.
 */
export class SameOperation {
  #unanswered: { readonly key: string; readonly operationId: string } | null = null;

  /** A call with the id it travels under; one that has an id keeps it. */
  name(call: ApiCall): ApiCall & { readonly operationId: string } {
    const known = this.#unanswered?.key === keyOf(call) ? this.#unanswered.operationId : null;
    return { ...call, operationId: call.operationId ?? known ?? newId() };
  }

  /** How a call that was named here has ended. */
  note(call: ApiCall & { readonly operationId: string }, answer: CallResult<unknown>): void {
    const open = !answer.ok && mayBeDone(answer.failure);
    this.#unanswered = open ? { key: keyOf(call), operationId: call.operationId } : null;
  }
}

/** A server that fails while it answers has perhaps done what it was asked for; so has one behind a proxy that gives up. */
const mayBeDone = (failure: CallFailure): boolean =>
  failure.kind === 'unreachable' || failure.stranger === true || failure.problem.status >= 500;

const keyOf = ({ method, path, body }: ApiCall): string => JSON.stringify([method, path, body]);
