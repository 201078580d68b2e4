import type { Draft } from './draft';
import type { Operation } from './operations';
import type { Random } from './random';
import { BODY_SPOILERS } from './spoil-body';
import { FIELD_SPOILERS } from './spoil-fields';
import { HEADER_SPOILERS } from './spoil-headers';
import { PATH_SPOILERS } from './spoil-path';
import { QUERY_SPOILERS } from './spoil-query';
import type { Spoiler } from './spoiler';
import type { World } from './world';

const SPOILERS: readonly Spoiler[] = [
  ...FIELD_SPOILERS,
  ...BODY_SPOILERS,
  ...PATH_SPOILERS,
  ...QUERY_SPOILERS,
  ...HEADER_SPOILERS,
];

/** Every way in which requests of an operation can be spoiled. */
export const spoilersFor = (operation: Operation): Spoiler[] =>
  SPOILERS.filter(({ appliesTo }) => appliesTo(operation));

/** One spoiler after the other gets its turn; sometimes a second one comes on top, for another part of the request. */
export function spoil(
  draft: Draft,
  fitting: readonly Spoiler[],
  turn: number,
  random: Random,
  world: World,
): void {
  const inTurn = fitting.map((_, at) => fitting[(turn + at) % fitting.length]!);
  const first = inTurn.find((spoiler) => spoiler.spoil(draft, random, world));
  if (first === undefined) return;
  draft.spoiled.push(first.name);
  const others = fitting.filter(({ part }) => part !== first.part);
  if (others.length === 0 || !random.chance(0.2)) return;
  const second = random.pick(others);
  if (second.spoil(draft, random, world)) draft.spoiled.push(second.name);
}
