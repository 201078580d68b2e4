import type { Operation } from '@/lib/contract/operation';
import { requestHash } from '../request-hash';

/** The hash of what an operation asks for, whichever way it came: alone or in a batch. */
export function hashOf(operation: Operation): string {
  const { kind, id, operationId: _, group: __, ...rest } = operation;
  const { revision: ___, ...asked } = { revision: null, ...rest };
  return requestHash(kind, id, asked);
}
