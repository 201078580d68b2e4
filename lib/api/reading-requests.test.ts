import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { NewAnnotation } from '@/lib/contract/annotation';
import { OperationBatch } from '@/lib/contract/operation';
import { newId } from '@/lib/ids';
import { parseInput, queryOf } from './parse-input';
import { parseJson } from './parse-json';
import { readOperationId, readRevision } from './preconditions';
import { readJsonBody } from './read-body';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('parsing JSON', () => {
  test('gives what was sent, with or without a byte order mark', () => {
    expect(parseJson(bytes('{"a": [1, "😀"]}'))).toEqual({ ok: true, value: { a: [1, '😀'] } });
    expect(parseJson(bytes('\ufeff1'))).toEqual({ ok: true, value: 1 });
  });

  test('never lets a name reach the prototype', () => {
    const parsed = parseJson(bytes('{"__proto__": {"admin": true}}'));
    expect(parsed.ok && Object.getPrototypeOf(parsed.value) === Object.prototype).toBe(true);
  });

  test('in UTF-16 is refused', () => {
    expect(parseJson(Buffer.from('\ufeff{}', 'utf16le'))).toMatchObject({
      failure: { code: 'malformed-request' },
    });
  });
});

describe('reading a body', () => {
  const send = (chunks: readonly string[], limit: number) => {
    const stream = new ReadableStream<Uint8Array>({
      start(controller) {
        for (const chunk of chunks) controller.enqueue(bytes(chunk));
        controller.close();
      },
    });
    const request = new Request('http://localhost/', {
      method: 'POST',
      body: stream,
      duplex: 'half',
      headers: { 'content-type': 'application/json' },
    } as RequestInit);
    return readJsonBody(request, limit);
  };

  test('takes what fits, in however many pieces', async () => {
    expect(await send(['{"a"', ': "b', '"}'], 10)).toEqual({ ok: true, value: { a: 'b' } });
  });

  test('stops at the limit', async () => {
    expect(await send(['{"a"', ': "b', '" }'], 10)).toMatchObject({ failure: { code: 'too-large' } });
  });

  test('that breaks off is refused, not a fault', async () => {
    const stream = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(bytes('{"a"'));
      },
      pull(controller) {
        controller.error(new TypeError('terminated'));
      },
    });
    const request = new Request('http://localhost/', {
      method: 'POST',
      body: stream,
      duplex: 'half',
      headers: { 'content-type': 'application/json' },
    } as RequestInit);
    expect(await readJsonBody(request, 100)).toMatchObject({ failure: { code: 'malformed-request' } });
  });

  test('takes a character that is cut between two pieces', async () => {
    const [emoji] = [bytes('"😀"')];
    const stream = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(emoji.slice(0, 3));
        controller.enqueue(emoji.slice(3));
        controller.close();
      },
    });
    const request = new Request('http://localhost/', {
      method: 'POST',
      body: stream,
      duplex: 'half',
      headers: { 'content-type': 'application/json; charset="UTF-8"' },
    } as RequestInit);
    expect(await readJsonBody(request, 100)).toEqual({ ok: true, value: '😀' });
  });
});

describe('what is wrong with an input', () => {
  const SAY_TIME = 'Must be a date and time with its offset, such as 2018-08-29T12:00:00Z.';
  const SAY_MAIL = 'Must be an e-mail address.';
  const fields = (schema: z.ZodType, input: unknown): string[] => {
    const parsed = parseInput(schema, input);
    return parsed.ok ? [] : (parsed.failure.errors ?? []).map(({ field }) => field);
  };

  test('is named by its path', () => {
    const operation = { operationId: newId(), id: newId(), kind: 'annotation.delete', revision: 1 };
    const batch = { operations: [operation, { ...operation, revision: 0.5, extra: 1 }] };
    expect(fields(OperationBatch, batch).sort()).toEqual(['operations[1].extra', 'operations[1].revision']);
    expect(fields(OperationBatch, { operations: [{ kind: 'nonsense' }] })).toEqual(['operations[0].kind']);
  });

  test('is all told, within reason', () => {
    expect(fields(NewAnnotation, {}).sort()).toEqual(['end', 'exact', 'start', 'tag', 'versionId']);
    const many = Object.fromEntries(Array.from({ length: 500 }, (_, at) => [`field${at}`, 1]));
    expect(fields(z.strictObject({}), many)).toHaveLength(50);
  });

  test.each<[what: string, schema: z.ZodType, input: unknown, message: string]>([
    ['left out', z.string(), undefined, 'Is missing.'],
    ['of another kind', z.string(), 5, 'Must be a text.'],
    ['no whole number', z.int(), 0.5, 'Must be a whole number.'],
    ['a number in quotes', z.number(), '5', 'Must be a number.'],
    ['too small', z.int().min(0), -1, 'Must be at least 0.'],
    ['too big', z.int().max(2_000_000), 2_000_001, 'Must be at most 2,000,000.'],
    ['too short', z.string().min(1), '', 'Must have at least 1 character.'],
    ['too long', z.array(z.int()).max(2), [1, 2, 3], 'Must have at most 2 items.'],
    ['not on the list', z.enum(['note', 'minor', 'major']), 'huge', 'Must be “note”, “minor”, or “major”.'],
    ['no id', z.uuid(), 'x', 'Must be a UUID.'],
    ['a time without its offset', z.iso.datetime({ offset: true }), '2018-08-29T12:00:00', SAY_TIME],
    ['of a schema with its own words', z.email({ error: 'Must be an e-mail address.' }), 'x', SAY_MAIL],
  ])('is said as a sentence: %s', (_, schema, input, message) => {
    expect(parseInput(z.strictObject({ it: schema }), { it: input })).toMatchObject({
      failure: { detail: `it: ${message}`, errors: [{ field: 'it', message }] },
    });
  });

  test('names the kinds there are where the kind is wrong or left out', () => {
    const schema = z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('fact') }),
      z.object({ kind: z.literal('quote') }),
    ]);
    for (const input of [{ kind: 'rumour' }, {}])
      expect(parseInput(schema, input)).toMatchObject({
        failure: { errors: [{ field: 'kind', message: 'Must be “fact” or “quote”.' }] },
      });
  });

  test('is not said in characters that cannot be sent', () => {
    const [field = ''] = fields(z.strictObject({}), { ['\ud83d'.repeat(100)]: 1 });
    expect(field.isWellFormed()).toBe(true);
    expect(field.length).toBeLessThan(70);
  });
});

describe('a query', () => {
  test('is what stands in the address; what stands there twice is a list', () => {
    expect(queryOf('http://localhost/?a=1&b=x%20y&a=2&__proto__=z')).toEqual(
      Object.assign(Object.create(null), { a: ['1', '2'], b: 'x y', ['__proto__']: 'z' }),
    );
  });
});

describe('the revision seen', () => {
  const cases: Record<string, [header: string | null, result: number | string]> = {
    'in quotes': ['"7"', 7],
    'with white space round it': [' "12" ', 12],
    'not sent': [null, 'revision-required'],
    empty: ['', 'malformed-request'],
    'without quotes': ['7', 'malformed-request'],
    weak: ['W/"7"', 'malformed-request'],
    any: ['*', 'malformed-request'],
    several: ['"7", "8"', 'malformed-request'],
    negative: ['"-7"', 'malformed-request'],
    'with a leading zero': ['"07"', 'malformed-request'],
    'too large': ['"1000000000"', 'malformed-request'],
  };
  test.each(Object.entries(cases))('%s', (_, [header, result]) => {
    const read = readRevision(new Headers(header === null ? {} : { 'if-match': header }));
    expect(read.ok ? read.value : read.failure.code).toBe(result);
  });
});

describe('the operation id', () => {
  const id = newId();
  const cases: Record<string, [header: string | null, result: string | null]> = {
    plain: [id, id],
    'in quotes': [`"${id}"`, id],
    'in capitals': [id.toUpperCase(), id],
    'not sent': [null, null],
    'no UUID': ['42', 'malformed-request'],
    empty: ['', 'malformed-request'],
  };
  test.each(Object.entries(cases))('%s', (_, [header, result]) => {
    const read = readOperationId(new Headers(header === null ? {} : { 'idempotency-key': header }));
    expect(read.ok ? read.value : read.failure.code).toBe(result);
  });
});
