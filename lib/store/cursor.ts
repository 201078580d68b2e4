import type { z } from 'zod';
import { failure, type Outcome } from '@/lib/contract/failure';
import type { Page } from '@/lib/contract/primitives';
import { ok } from '@/lib/result';

/** Where a list goes on: the sort key of its last item, opaque to whoever carries it. */
export const writeCursor = (key: readonly (string | number)[]): string =>
  Buffer.from(JSON.stringify(key)).toString('base64url');

/**
 * The sort key from a cursor, null without one. Anybody can make up a cursor: the schema lets through what Postgres can compare
 * and nothing else.
 */
export function readCursor<T>(cursor: string | undefined, key: z.ZodType<T>): Outcome<T | null> {
  if (cursor === undefined) return ok(null);
  const parsed = key.safeParse(parseJson(Buffer.from(cursor, 'base64url').toString()));
  if (parsed.success) return ok(parsed.data);
  const message = 'Is none of ours: take it from the page before.';
  return failure('invalid-input', `cursor: ${message}`, { errors: [{ field: 'cursor', message }] });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A page of the first `limit` of `rows`, of which one more than that was read. */
export function pageFrom<Row, View>(
  rows: readonly Row[],
  limit: number,
  present: (row: Row) => View,
  keyOf: (row: Row) => readonly (string | number)[],
): Page<View> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(present),
    next: rows.length > limit && last !== undefined ? writeCursor(keyOf(last)) : null,
  };
}
