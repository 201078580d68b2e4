import type { Outcome } from '@/lib/contract/failure';
import { ok } from '@/lib/result';

/** A list that comes whole, in the form of a page. */
export const listed = <T>(
  list: Outcome<readonly T[]>,
): Outcome<{ readonly items: T[]; readonly next: null }> =>
  list.ok ? ok({ items: [...list.value], next: null }) : list;
