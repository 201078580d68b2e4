import type { Operation } from '@/lib/contract/operation';
import { OPERATIONS_MAX } from '@/lib/contract/plain/operations-max';

/**
 * From the front of the queue as much as one batch takes; a group is never cut. What counts on an operation does not
 * travel with it: its predicted revision could meet one that somebody else has made. It waits for the answer.
 */
export function nextBatch(queue: readonly Operation[], charactersMax: number): readonly Operation[] {
  const named = new Set<string>();
  let size = 0;
  let count = 0;
  while (count < queue.length) {
    const unit = groupAt(queue, count);
    size += sizeOf(unit);
    if (count > 0 && (count + unit.length > OPERATIONS_MAX || size > charactersMax)) break;
    if (unit.some(({ id }) => named.has(id))) break;
    for (const { id } of unit) named.add(id);
    count += unit.length;
  }
  return queue.slice(0, count);
}

/** The operations from `index` on that belong together: one, or a whole group. */
export function groupAt(queue: readonly Operation[], index: number): readonly Operation[] {
  const { group } = queue[index]!;
  if (group === undefined) return [queue[index]!];
  const end = queue.findIndex((operation, at) => at > index && operation.group !== group);
  return queue.slice(index, end < 0 ? undefined : end);
}

/** How long operations are as JSON, in UTF-16 code units. */
export const sizeOf = (operations: readonly Operation[]): number =>
  operations.reduce((sum, operation) => sum + JSON.stringify(operation).length, 0);
