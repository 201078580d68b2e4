import { z } from 'zod';
import { PersonRef } from './primitives';

/** What the stream's messages are called. `article` and `project` carry an `EventView` and move the cursor; the rest does not. */
export const LIVE_MESSAGES = ['open', 'article', 'project', 'people', 'end'] as const;
export type LiveMessage = (typeof LIVE_MESSAGES)[number];

/** The data of `open`, always the first: how far article and project have come. */
export const LiveOpen = z.strictObject({ article: z.int(), project: z.int() });

/** The data of `people`: who is on the article right now, by name; each once. */
export const LivePeople = z.strictObject({ items: z.array(PersonRef) });
export type LivePeople = z.infer<typeof LivePeople>;

/**
 * The data of `end`, the last message of a stream that the server ends: the process stops (come back at once), whoever asked
 * is signed out or no longer a member, their role has changed (come back at once), or they read too slowly.
 */
export const LIVE_ENDS = ['stopping', 'signed-out', 'not-a-member', 'role-changed'] as const;
export type LiveEndReason = (typeof LIVE_ENDS)[number];
export const LiveEnd = z.strictObject({ reason: z.enum(LIVE_ENDS) });
export type LiveEnd = z.infer<typeof LiveEnd>;
