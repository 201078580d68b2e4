import type { Draft } from './draft';
import type { Random } from './random';
import type { Spoiler } from './spoiler';
import { deepJson } from './spots';

/** Sends something else than the draft's JSON. What is no JSON, or not said to be, has to be refused. */
const sending = (
  name: string,
  raw: (json: string, random: Random, draft: Draft) => string | Uint8Array<ArrayBuffer>,
  mustRefuse = true,
): Spoiler => ({
  name,
  part: 'body',
  appliesTo: ({ body }) => body !== undefined,
  spoil: (draft, random) => {
    draft.raw = raw(JSON.stringify(draft.json), random, draft);
    draft.mustRefuse ||= mustRefuse;
    return true;
  },
});

const bytes = (...values: number[]): Uint8Array<ArrayBuffer> => Uint8Array.from(values);
const encode = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(Buffer.from(text));

/** What is done to a body as a whole. */
export const BODY_SPOILERS: readonly Spoiler[] = [
  sending('cut off', (json, random) => json.slice(0, random.between(1, json.length - 1))),
  sending('goes on after its end', (json, random) => json + random.pick(['}', ',', 'x', json])),
  sending('no JSON', (_json, random) =>
    random.pick([
      '',
      ' ',
      'hello',
      "{'a': 1}",
      '{a: 1}',
      'undefined',
      '<xml/>',
      '{"a":1,}',
      '[1',
      'NaN',
      '\0',
    ]),
  ),
  sending('number without end', (json) => json.replace(/(?<=[:[])\d+/, '1e999'), false),
  sending('wrong as a whole', (_json, random) =>
    random.pick(['null', '[]', '"text"', '7', 'true', '[{}]', '{"":{}}']),
  ),
  sending('deep JSON', (_json, random) => {
    const deep = deepJson(random.pick([65, 1_000, 100_000]));
    return random.pick([deep, `{"id":${deep}}`, '{"a":'.repeat(50_000)]);
  }),
  sending('UTF-16', (json) => Uint8Array.from(Buffer.from(`\ufeff${json}`, 'utf16le'))),
  sending('no UTF-8', (json, random) =>
    Uint8Array.from(
      Buffer.concat([
        encode(json.slice(0, -1)),
        random.pick([bytes(0xff), bytes(0xc0, 0x80), bytes(0xed, 0xa0, 0x80)]),
        encode('}'),
      ]),
    ),
  ),
  sending('byte order mark', (json) => `\ufeff${json}`, false),
  {
    name: 'wrong content type',
    part: 'content type',
    appliesTo: ({ body }) => body !== undefined,
    spoil: (draft, random) => {
      const type = random.pick(CONTENT_TYPES);
      if (type === null) delete draft.headers['content-type'];
      else draft.headers['content-type'] = type;
      draft.mustRefuse = true;
      return true;
    },
  },
  {
    name: 'said to be larger than any',
    part: 'content type',
    appliesTo: ({ body }) => body !== undefined,
    spoil: (draft) => {
      draft.headers['content-length'] = '99999999999';
      draft.mustRefuse = true;
      return true;
    },
  },
  {
    name: 'a body where none belongs',
    part: 'body',
    appliesTo: ({ body, method }) => body === undefined && method !== 'GET',
    spoil: (draft, random) => {
      draft.headers['content-type'] = random.pick(['application/json', 'text/plain']);
      draft.raw = random.pick(['{"id":1}', '[]', 'null', 'text', 'x'.repeat(5_000), '\0']);
      draft.mustRefuse = true;
      return true;
    },
  },
];

const CONTENT_TYPES = [
  null,
  '',
  'text/plain',
  'text/json',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'application/json; charset=utf-16',
  'application/jsonp',
  ', application/json',
] as const;
