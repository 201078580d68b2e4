import type { Draft } from './draft';
import type { Random } from './random';
import type { Spoiler } from './spoiler';
import type { World } from './world';

const param = (name: string, value: (random: Random, world: World, draft: Draft) => string): Spoiler => ({
  name,
  part: 'path',
  appliesTo: ({ path }) => path.includes('{'),
  spoil: (draft, random, world) => {
    draft.params[random.pick(Object.keys(draft.params))] = value(random, world, draft);
    return true;
  },
});

/** What is done to the ids in a path. */
export const PATH_SPOILERS: readonly Spoiler[] = [
  param('unknown id in the path', (random) => random.uuid()),
  param('foreign id in the path', (random, world, { place }) => {
    const { projectId, articleId, versionId } = world.otherThan(place);
    return random.pick([projectId, articleId, versionId, world.pickMark(random, world.otherThan(place)).id]);
  }),
  param('id of another kind in the path', (random, world, { place }) => {
    const { projectId, articleId, versionId } = place;
    return random.pick([projectId, articleId, versionId, ...world.parts.personIds, ...world.parts.tokenIds]);
  }),
  param('malformed id in the path', (random) =>
    random.pick([
      '',
      '1',
      '-1',
      'null',
      'undefined',
      '..',
      'a/b',
      '\0',
      '\ud800',
      'x'.repeat(10_000),
      "' OR 1=1 --",
      '%00',
      NOT_QUITE,
    ]),
  ),
];

const NOT_QUITE = '0190f0e0-0000-7000-8000-00000000000g';
