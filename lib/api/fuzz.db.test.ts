import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { buildFuzzWorld } from '@/prisma/builders/fuzz-world';
import { withTestDatabase } from '@/prisma/with-test-database';
import { db } from '@/lib/store/client';
import { fuzzOperation, type FuzzRun } from './fuzz/fuzz-operation';
import { listOperations, type ApiDocument, type Operation } from './fuzz/operations';
import type { Handler } from './fuzz/send';
import { spoilersFor } from './fuzz/spoilers';
import { Validators } from './fuzz/validators';
import { WriteLog } from './fuzz/write-log';
import { API_ROOT, describeApi } from './openapi';

// GALLEY_TEST_FUZZ_SEED=7 npm run test:db -- lib/api/fuzz -t patchMe    sends again what seed 7 has sent to one operation.
const seed = process.env['GALLEY_TEST_FUZZ_SEED'] ?? String(Date.now());
const cases = Number(process.env['GALLEY_TEST_FUZZ_CASES'] ?? 200);

withTestDatabase();

const document = JSON.parse(JSON.stringify(describeApi())) as ApiDocument;
const validators = new Validators(document);
const operations = listOperations(document);
let writes: WriteLog;

beforeAll(async () => {
  // Issuing makes every format; a browser for each of these requests would only take time.
  vi.stubEnv('CHROMIUM_PATH', '/nowhere/chromium');
  console.log(`The seed is ${seed}; GALLEY_TEST_FUZZ_SEED=${seed} sends the same requests again.`);
  writes = await WriteLog.open();
});

async function handlerOf({ path, method }: Operation): Promise<Handler> {
  const folder = `app${API_ROOT}${path.replace(/\{(\w+)\}/g, '[$1]')}`;
  const file = pathToFileURL(join(process.cwd(), folder, 'route.ts')).href;
  const handlers = (await import(file)) as Record<string, Handler>;
  return handlers[method]!;
}

const fuzz = async (
  operation: Operation,
  handler: Handler,
  like: { readonly seed: string; readonly cases: number } = { seed, cases },
): Promise<FuzzRun> =>
  fuzzOperation({
    ...{ document, validators, operation, handler, writes, ...like },
    world: await buildFuzzWorld(),
  });

/** What is sent to a handler with a fault is the same each time: a hundred requests need not hold one of every kind. */
const TO_FAULTS = { seed: 'faults', cases: 100 };

describe('whatever is sent to', () => {
  test.each(operations)('$id', { timeout: 60_000 }, async (operation) => {
    const { findings, statuses, spoilers } = await fuzz(operation, await handlerOf(operation));
    expect(findings.slice(0, 5), `${findings.length} findings with the seed ${seed}`).toEqual([]);
    // Requests that all fail, or all succeed, would have tried little.
    const answered = [...statuses.keys()];
    expect(answered.some((status) => status < 300)).toBe(true);
    expect(answered.some((status) => status >= 400)).toBe(true);
    expect(spoilers.size).toBeGreaterThan(spoilersFor(operation).length / 2);
  });
});

describe('what is wrong with a handler is noticed:', () => {
  const operation = operations.find(({ id }) => id === 'patchProjectsId')!;
  let sound: Handler;
  beforeAll(async () => {
    sound = await handlerOf(operation);
  });

  /** Changes what the handler answers where it has such a status. */
  const tampered =
    (status: number, change: (answer: Record<string, unknown>) => Response | Promise<Response>): Handler =>
    async (request, context) => {
      const answer = await sound(request, context);
      return answer.status === status ? change((await answer.json()) as Record<string, unknown>) : answer;
    };
  const problem = (body: unknown, status: number): Response =>
    Response.json(body, { status, headers: { 'content-type': 'application/problem+json' } });
  const rename = (id: unknown): Promise<unknown> =>
    db().$executeRaw`UPDATE "project" SET "name" = 'half done' WHERE "id" = ${String(id)}::uuid`;

  test.each<[string, Handler, RegExp]>([
    ['it throws', () => Promise.reject(new Error('lost')), /the handler threw Error: lost/],
    ['it fails', () => problem({}, 500), /is a fault: 500/],
    ['it goes on failing later', tampered(422, () => problem({}, 503)), /is a fault: 503/],
    [
      'it accepts everything',
      tampered(422, () => Response.json({})),
      /is 200, although the document forbids/,
    ],
    ['it lets strangers in', tampered(404, () => Response.json({})), /is 200, although .* may know of/],
    ['it lets nobodies in', tampered(401, () => Response.json({})), /is 200 to nobody, not 401/],
    [
      'it says too much',
      tampered(200, (view) => Response.json({ ...view, secret: 1 })),
      /does not fit .*additional/,
    ],
    [
      'it says too little',
      tampered(404, ({ code: _, ...rest }) => problem(rest, 404)),
      /does not fit .*'code'/,
    ],
    [
      'it says it otherwise',
      tampered(422, (body) => Response.json(body, { status: 422 })),
      /of type "application\/json"/,
    ],
    [
      'it says another status',
      tampered(422, (body) => problem(body, 404)),
      /says status 422 under status 404/,
    ],
    [
      'it names no status of the document',
      tampered(404, (body) => problem(body, 418)),
      /418, which the document/,
    ],
    ['it names no field', tampered(422, (body) => problem({ ...body, errors: [] }, 422)), /names no field/],
    [
      'it names another field',
      tampered(422, (body) => problem({ ...body, errors: [{ field: 'x.y', message: 'Is wrong.' }] }, 422)),
      /names "x\.y", not /,
    ],
    [
      'it names no place',
      tampered(400, (body) => problem({ ...body, detail: 'This is no JSON.' }, 400)),
      /where it is malformed/,
    ],
    [
      'it does half of what it refuses',
      async (request, context) => {
        const answer = await sound(request, context);
        if (answer.status === 422) await rename((await context.params)['id']);
        return answer;
      },
      /left something behind: UPDATE project/,
    ],
  ])('%s', { timeout: 60_000 }, async (_name, handler, complaint) => {
    const { findings } = await fuzz(operation, handler, TO_FAULTS);
    expect(findings.join('\n')).toMatch(complaint);
  });
});
