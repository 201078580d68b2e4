import type { z } from 'zod';
import type { TimelineQuery } from '@/lib/contract/history';

export type Search = Readonly<Record<string, string | string[] | undefined>>;

/** What an address asks for; whatever it says wrongly counts as not said. */
export function readHistoryAddress<T extends z.ZodObject>(schema: T, search: Search): z.output<T> {
  const given: Record<string, string> = {};
  for (const key of Object.keys(schema.shape)) {
    const value = search[key];
    if (typeof value !== 'string' || value === '') continue;
    if (schema.safeParse({ ...given, [key]: value }).success) given[key] = value;
  }
  return schema.parse(given);
}

/** The same screen with something else asked for; null takes it away. */
export function historyPath(
  base: string,
  { person, what, cursor }: Partial<TimelineQuery>,
  change: Readonly<Record<string, string | null>> = {},
): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries({ person, what, cursor, ...change })) {
    if (value !== null && value !== undefined) search.set(key, value);
  }
  const text = search.toString();
  return text === '' ? base : `${base}?${text}`;
}
