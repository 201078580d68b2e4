import type { Draft } from './draft';
import type { Random } from './random';
import type { Spoiler } from './spoiler';
import { listSpots, put, type Spot } from './spots';
import type { World } from './world';

type Replace = (spot: Spot, random: Random, world: World, draft: Draft) => unknown;

/** Replaces one value of the body that `fits` with what `replace` makes of it. */
const replacing = (name: string, fits: (spot: Spot) => boolean, replace: Replace): Spoiler => ({
  name,
  part: 'body',
  appliesTo: ({ body }) => body !== undefined,
  spoil: (draft, random, world) => {
    const spots = listSpots(draft.json).filter(fits);
    if (spots.length === 0) return false;
    const spot = random.pick(spots);
    put(spot, replace(spot, random, world, draft));
    draft.spoiledAt = spot.path;
    return true;
  },
});

const isAny = (): boolean => true;
const isNumber = ({ value }: Spot): boolean => typeof value === 'number';
const isText = ({ value }: Spot): boolean => typeof value === 'string';
const isList = ({ value }: Spot): boolean => Array.isArray(value);
const isId = ({ value }: Spot): boolean => typeof value === 'string' && UUID.test(value);
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const OF_EACH_TYPE = ['text', '7', 7, 0, true, false, null, [], ['a'], {}, { a: 1 }] as const;
const NAMES = [
  'surprise',
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'Start',
  'ид',
  '',
  'a.b[0]',
  '\0',
];

const withText = (name: string, change: (text: string, random: Random) => string): Spoiler =>
  replacing(name, isText, ({ value }, random) => change(String(value), random));

const splice = (text: string, random: Random, piece: string): string => {
  const at = random.between(0, text.length);
  return text.slice(0, at) + piece + text.slice(at);
};

/** What is done to one field of a JSON body. */
export const FIELD_SPOILERS: readonly Spoiler[] = [
  replacing('wrong type', isAny, ({ value }, random) =>
    random.pick(OF_EACH_TYPE.filter((other) => typeof other !== typeof value || Array.isArray(other))),
  ),
  {
    name: 'left out',
    part: 'body',
    appliesTo: ({ body }) => body !== undefined,
    spoil: (draft, random) => {
      const spots = listSpots(draft.json).filter(({ holder }) => !Array.isArray(holder));
      if (spots.length === 0) return false;
      const { holder, key, path } = random.pick(spots);
      Reflect.deleteProperty(holder, key);
      draft.spoiledAt = path;
      return true;
    },
  },
  {
    name: 'unknown field',
    part: 'body',
    appliesTo: ({ body }) => body !== undefined,
    spoil: (draft, random) => {
      const objects = [{ path: '', value: draft.json }, ...listSpots(draft.json)].filter(
        ({ value }) => typeof value === 'object' && value !== null && !Array.isArray(value),
      );
      if (objects.length === 0) return false;
      const { path, value } = random.pick(objects);
      const name = random.pick(NAMES);
      // Assigning `__proto__` would not make a field of it.
      Object.defineProperty(value, name, { value: 1, enumerable: true, configurable: true, writable: true });
      draft.spoiledAt = path === '' ? name : `${path}.${name}`;
      return true;
    },
  },
  replacing('negative number', isNumber, ({ value }, random) =>
    random.pick([-1, -Number(value) - 1, -(2 ** 31), -1e300]),
  ),
  replacing('fraction', isNumber, ({ value }) => Number(value) + 0.5),
  replacing('huge number', isNumber, (_spot, random) =>
    random.pick([2_000_000, 2_000_001, 2 ** 31, 2 ** 53, Number.MAX_SAFE_INTEGER, 1e308]),
  ),
  replacing('number as text', isNumber, ({ value }) => String(value)),
  {
    name: 'reversed span',
    part: 'body',
    appliesTo: ({ body }) => body !== undefined,
    spoil: (draft, random) => {
      const spots = listSpots(draft.json).filter(({ key, holder }) => key === 'start' && 'end' in holder);
      if (spots.length === 0) return false;
      const spot = random.pick(spots);
      const span = spot.holder as Record<string, unknown>;
      [span['start'], span['end']] = [span['end'], random.chance(0.5) ? span['start'] : span['end']];
      draft.spoiledAt = spot.path.replace(/start$/, 'end');
      draft.mustRefuse = true;
      return true;
    },
  },
  replacing(
    'other quote',
    ({ key, value }) => key === 'exact' && typeof value === 'string',
    (_spot, random) => random.pick(['something else', ' ', 'The']),
  ),
  withText('NUL', (text, random) => splice(text, random, '\0')),
  withText('lone surrogate', (text, random) =>
    splice(text, random, random.pick(['\ud83d', '\ude00', '\udfff\ud800'])),
  ),
  withText('empty text', () => ''),
  withText('blank text', (_text, random) => random.pick([' ', '\n\r\n', '\u00a0\u2003', '\u200b', '\ufeff'])),
  withText('oversized text', (text, random) =>
    (text === '' ? 'a' : text).repeat(random.pick([500, 5_000, 30_000])).slice(0, 300_000),
  ),
  withText('several lines', (text, random) => splice(text, random, random.pick(['\n', '\r\n', '\u2028']))),
  withText('markup', (text) => `${text}"><script>alert(1)</script><img src=x onerror=alert(1)>`),
  withText('odd characters', (text, random) =>
    splice(
      text,
      random,
      random.pick(['\u202e', '👩‍👩‍👧', '\u0300', '${7*7}', "'; --", '%00', '=1+1', '\\u0000', '\u0085']),
    ),
  ),
  replacing('unknown id', isId, (_spot, random) => random.uuid()),
  replacing('foreign id', isId, (_spot, random, world, { place }) => {
    const other = world.otherThan(place);
    return random.pick([other.versionId, other.articleId, other.projectId, world.pickMark(random, other).id]);
  }),
  replacing('malformed id', isId, ({ value }, random) =>
    random.pick([
      String(value).slice(1),
      `${String(value)}0`,
      String(value).replaceAll('-', ''),
      'null',
      '../me',
      NIL,
    ]),
  ),
  replacing('id in capitals', isId, ({ value }) => String(value).toUpperCase()),
  replacing('empty list', isList, () => []),
  replacing('oversized list', isList, ({ value }) =>
    Array.from(
      { length: 501 },
      (_, at) => (value as unknown[])[at % Math.max(1, (value as unknown[]).length)] ?? 0,
    ),
  ),
  replacing('doubled list', isList, ({ value }) => [...(value as unknown[]), ...(value as unknown[])]),
  replacing('deep value', isAny, () => JSON.parse(`${'['.repeat(30)}${']'.repeat(30)}`) as unknown),
];

const NIL = '00000000-0000-0000-0000-000000000000';
