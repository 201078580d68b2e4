import { beforeAll, describe, expect, test, vi } from 'vitest';
import { Problem } from '@/lib/contract/problem';
import { faultResponse } from './faults';
import * as logging from './log';

const entries: { readonly level: string; readonly id: unknown; readonly err: unknown }[] = [];

beforeAll(() => {
  const write = (level: string) => (entry: { id: unknown; err: unknown }) =>
    void entries.push({ level, id: entry.id, err: entry.err });
  vi.spyOn(logging, 'log').mockReturnValue({
    warn: write('warn'),
    error: write('error'),
  } as unknown as ReturnType<typeof logging.log>);
});

async function answer(fault: unknown): Promise<{ response: Response; problem: Problem }> {
  const response = faultResponse(fault, 'GET /somewhere');
  return { response, problem: Problem.parse(await response.json()) };
}

describe('a fault', () => {
  test('is logged in full, and shown as a sentence with the id to find it by', async () => {
    const fault = new Error('column "secret" of relation "person" does not exist');
    const { response, problem } = await answer(fault);
    expect(response.status).toBe(500);
    expect(problem.code).toBe('internal-error');
    expect(JSON.stringify(problem)).not.toContain('secret');
    expect(entries.at(-1)).toMatchObject({ level: 'error', err: fault });
    expect(problem.detail).toContain(String(entries.at(-1)?.id));
  });

  test.each([undefined, null, 'a text', 42, {}])('may be anything: %s', async (fault) => {
    expect((await answer(fault)).response.status).toBe(500);
  });

  const passing: Record<string, unknown> = {
    'of the socket': Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }),
    'of Postgres starting up': Object.assign(new Error('starting up'), { code: '57P03' }),
    'of Prisma’s pool': Object.assign(new Error('pool'), { code: 'P2024' }),
    'of a connection that died under a query': new Error('Connection terminated unexpectedly'),
    'of a connection that had died before': new Error(
      'Client has encountered a connection error and is not queryable',
    ),
    'of a pool without connections': new Error('timeout exceeded when trying to connect'),
    'in the adapter’s words': new Error('raw query failed', { cause: { kind: 'ConnectionClosed' } }),
    'wrapped in another': new Error('outer', { cause: Object.assign(new Error('inner'), { code: '53300' }) }),
    'wrapped by the adapter': Object.assign(new Error('raw query failed'), {
      code: 'P2010',
      meta: { driverAdapterError: { cause: { originalCode: '57P01' } } },
    }),
  };
  test.each(Object.entries(passing))('that passes, %s, asks to come back', async (_, fault) => {
    const { response, problem } = await answer(fault);
    expect(response.status).toBe(503);
    expect(response.headers.get('retry-after')).toBe('2');
    expect(problem.code).toBe('unavailable');
  });

  test('that names itself as its cause does not hang', async () => {
    const fault: { cause?: unknown } = {};
    fault.cause = fault;
    expect((await answer(fault)).response.status).toBe(500);
  });
});
