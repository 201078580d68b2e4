import type { Operation } from './operations';
import type { Spoiler } from './spoiler';

const takes =
  (name?: string) =>
  ({ parameters }: Operation): boolean =>
    parameters.some((parameter) => parameter.in === 'query' && (name ?? parameter.name) === parameter.name);

/** Gives a parameter of the query one of these values instead of its own. */
const query = (name: string, parameter: string, values: readonly string[], mustRefuse = true): Spoiler => ({
  name,
  part: 'query',
  appliesTo: takes(parameter),
  spoil: (draft, random) => {
    const at = draft.query.findIndex(([given]) => given === parameter);
    draft.query.splice(at < 0 ? draft.query.length : at, 1, [parameter, random.pick(values)]);
    draft.mustRefuse ||= mustRefuse;
    return true;
  },
});

/** What no list is sorted by. */
const OTHER_KEYS = [
  [],
  [null],
  [1, 1],
  ['x'],
  {},
  [-1, -1, 'x'],
  ['2020-01-01', 'x'],
  [{ $gt: '' }],
] as const;

const ID = '00000000-0000-4000-8000-000000000000';

/** What a list could be sorted by, in values that no row can have. */
const FORGED_KEYS = [
  ...[2 ** 31, 2 ** 53, 1e308, 0.5, -1].map((position) => [position, position, ID]),
  ...['\0', '\ud800', '', 'x'.repeat(200)].map((name) => [name, ID]),
  ...['0000-01-01T00:00:00Z', '9999-12-31T23:59:59.999999999Z', '2020-02-30T00:00:00Z'].map((time) => [
    time,
    ID,
  ]),
] as const;

const cursor = (key: unknown): string => Buffer.from(JSON.stringify(key)).toString('base64url');

/** What is done to the query of an address. */
export const QUERY_SPOILERS: readonly Spoiler[] = [
  {
    name: 'unknown name in the query',
    part: 'query',
    appliesTo: () => true,
    spoil: (draft, random) => {
      draft.query.push([random.pick(['surprise', '__proto__', 'constructor', 'LIMIT', 'limit[]', '']), '1']);
      draft.mustRefuse = true;
      return true;
    },
  },
  {
    name: 'name given twice in the query',
    part: 'query',
    appliesTo: takes(),
    spoil: (draft, random) => {
      const names = draft.operation.parameters.filter((parameter) => parameter.in === 'query');
      const { name } = random.pick(names);
      draft.query.push([name, '1'], [name, '2']);
      draft.mustRefuse = true;
      return true;
    },
  },
  {
    name: 'odd query',
    part: 'query',
    appliesTo: () => true,
    spoil: (draft, random) => {
      draft.rawQuery = random.pick([
        '%00',
        '%ff=%ff',
        '%',
        '&&&',
        '=',
        'q=%ED%A0%80',
        'limit',
        'cursor=%00',
        '[]=1',
        '?',
      ]);
      return true;
    },
  },
  query('bad limit', 'limit', [
    '0',
    '-1',
    '1.5',
    '1e9',
    '1001',
    'abc',
    'NaN',
    'Infinity',
    '0x10000',
    '99999999999999999999',
  ]),
  query('start beyond the end', 'after', ['100000', '2147483647', '2147483648', '9007199254740991'], false),
  query('bad start', 'after', ['-1', '1.5', 'x', '1e400', 'null', '9007199254740993.5']),
  query('garbage for a cursor', 'cursor', ['garbage', '%%%', 'bnVsbA', '\0', 'ä'.repeat(50), '[]']),
  query('oversized cursor', 'cursor', ['x'.repeat(401)]),
  query('cursor of other things', 'cursor', OTHER_KEYS.map(cursor)),
  query('forged cursor', 'cursor', FORGED_KEYS.map(cursor), false),
  query('odd search', 'q', ['', '%', '_', '\\', '%_%\\', "'", '\u202e', '😀'.repeat(100), '(', '[a-'], false),
  query('impossible search', 'q', ['\0', 'a'.repeat(201), '😀'.repeat(201)]),
  query('no such status', 'status', ['', 'OPEN', 'open ', 'open,open,closed', '\0', '1']),
  query('no such format', 'format', ['', 'doc', 'HTML', '../json', 'html,csv', '__proto__', 'constructor']),
  query('odd tag', 'tag', ['', 'no such tag', '\0', 'a'.repeat(41), '__proto__', '%'], false),
  query(
    'odd tags',
    'tags',
    ['', ',', 'no such tag', '\0', 'spelling,', '__proto__', 'name,'.repeat(900)],
    false,
  ),
  query('odd reviewer', 'reviewer', ['', 'x', 'x,y', '\0', '00000000-0000-0000-0000-000000000000,x']),
];
