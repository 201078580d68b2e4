import type { Result } from '@/lib/result';

/**
 * What a step of a command came to. A failure that can be expected is one sentence for the person at the keyboard, saying
 * what is wrong and what to do, and is printed as it is; a fault is thrown and shown with its stack.
 */
export type Attempt<T> = Result<T, string>;

/** The system's own code of an error (`EACCES`, `28P01`, …), if it carries one. */
export function errorCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the file system is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
};

/** A sentence for a fault that is the system's and not ours, such as a file out of reach; null for any other. */
export function describeSystemError(error: unknown): string | null {
  const reason = REASONS[errorCode(error) ?? ''];
  if (reason === undefined) return null;
  const path =
    error instanceof Error && 'path' in error && typeof error.path === 'string' ? error.path : 'a file';
  return `Galley cannot use ${path}: ${reason}.`;
}
