import type { Attempt } from '@/bin/attempt';
import { inProject } from '@/bin/project';

/** Where benches keep what they make; nothing of it is part of the project. */
export const inBench = (...path: string[]): string => inProject('.galley', 'bench', ...path);

/** A bench has nobody to tell what went wrong but whoever runs it. */
export function orThrow<T>(attempt: Attempt<T>): T {
  if (!attempt.ok) throw new Error(attempt.failure);
  return attempt.value;
}
