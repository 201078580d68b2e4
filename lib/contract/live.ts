import { z } from 'zod';
import { PersonRef } from './primitives';

/** How far somebody has read: the number of the last event of the article, and of its project. */
export interface LiveCursor {
  readonly article: number;
  readonly project: number;
}

/** As it travels in `id:` and comes back as Last-Event-ID: `42.7`. */
export const printCursor = ({ article, project }: LiveCursor): string => `${article}.${project}`;

/** Reads it again; null for anything else. */
export function readCursor(text: string): LiveCursor | null {
  const [, article, project] = /^(\d{1,10})\.(\d{1,10})$/.exec(text.trim()) ?? [];
  const cursor = { article: Number(article), project: Number(project) };
  return cursor.article <= LARGEST && cursor.project <= LARGEST ? cursor : null;
}

/** Postgres' integer, which the numbers are. */
export const LARGEST = 2_147_483_647;

/** Milliseconds between signs of life; who hears none for three times as long may take the stream for dead. */
export const LIVE_BEAT = 15_000;

/** What the stream's messages are called. `article` and `project` carry an `EventView` and move the cursor; the rest does not. */
export const LIVE_MESSAGES = ['open', 'article', 'project', 'people', 'end'] as const;
export type LiveMessage = (typeof LIVE_MESSAGES)[number];

/** The data of `open`, always the first: how far article and project have come. */
export const LiveOpen = z.strictObject({ article: z.int(), project: z.int() });

/** The data of `people`: who is on the article right now, by name; each once. */
export const LivePeople = z.strictObject({ items: z.array(PersonRef) });

/**
 * The data of `end`, the last message of a stream that the server ends: the process stops (come back at once), whoever asked
 * is signed out or no longer a member, their role has changed (come back at once), or they read too slowly.
 */
export const LIVE_ENDS = ['stopping', 'signed-out', 'not-a-member', 'role-changed'] as const;
export type LiveEndReason = (typeof LIVE_ENDS)[number];
export const LiveEnd = z.strictObject({ reason: z.enum(LIVE_ENDS) });
