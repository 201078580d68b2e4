import type { Draft } from './draft';
import type { Operation } from './operations';
import type { Random } from './random';
import type { World } from './world';

/** One way to make a request wrong, odd or hostile. */
export interface Spoiler {
  readonly name: string;
  /** What of the request it changes. Two that change the same could undo each other. */
  readonly part: 'body' | 'content type' | 'path' | 'query' | 'if-match' | 'idempotency-key';
  /** Whether it can do something to requests of this operation at all. */
  readonly appliesTo: (operation: Operation) => boolean;
  /** Changes the draft; false where this one has nothing to spoil. */
  readonly spoil: (draft: Draft, random: Random, world: World) => boolean;
}
