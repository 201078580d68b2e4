import type { Draft } from './draft';
import type { Random } from './random';
import type { Spoiler } from './spoiler';
import type { World } from './world';

type Line = 'if-match' | 'idempotency-key';

const header = (
  name: string,
  line: Line,
  value: (random: Random, world: World, draft: Draft) => string | undefined,
  mustRefuse = true,
): Spoiler => ({
  name,
  part: line,
  appliesTo: ({ parameters }) => parameters.some((parameter) => parameter.name.toLowerCase() === line),
  spoil: (draft, random, world) => {
    const changed = value(random, world, draft);
    if (changed === undefined) delete draft.headers[line];
    else draft.headers[line] = changed;
    draft.mustRefuse ||= mustRefuse;
    return true;
  },
});

/** What is done to the revision that was seen and to the operation's id. */
export const HEADER_SPOILERS: readonly Spoiler[] = [
  header('no revision', 'if-match', () => undefined),
  header('stale revision', 'if-match', (random, _world, { headers }) =>
    random.pick(['"999999999"', `"${Number((headers['if-match'] ?? '').replaceAll('"', '')) + 1}"`]),
  ),
  header('malformed revision', 'if-match', (random) =>
    random.pick([
      '',
      '*',
      '1',
      '"1',
      'W/"1"',
      '"0"',
      '"-1"',
      '"1.5"',
      '"1", "2"',
      '"x"',
      '"9999999999"',
      '"\u00e9"',
      '""',
    ]),
  ),
  header('malformed operation id', 'idempotency-key', (random) =>
    random.pick([
      '',
      'x',
      '1',
      '""',
      '*',
      `${random.uuid()}0`,
      `${random.uuid()}, ${random.uuid()}`,
      'x'.repeat(5_000),
      '\u00ff',
    ]),
  ),
  header(
    'used operation id',
    'idempotency-key',
    (random, world) => world.pickUsedKey(random) ?? random.uuid(),
    false,
  ),
];
