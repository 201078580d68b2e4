import { describe, expect, test } from 'vitest';
import { describeApi } from '@/lib/api/openapi';
import { METHODS } from '@/lib/contract/endpoint';
import { ENDPOINTS } from '@/lib/contract/endpoints/all';
import { loadRouteFiles } from '@/prisma/route-files';
import { GET as anywhere } from './[...path]/route';

const files = await loadRouteFiles();
const routed = files.flatMap(({ path, handlers }) =>
  Object.entries(handlers).map(([method, handler]) => ({ name: `${method} ${path}`, handler })),
);
const document = describeApi();
const described = Object.entries(document.paths ?? {}).flatMap(([path, operations]) =>
  Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
);
const promised = ENDPOINTS.map(({ method, path }) => `${method} ${path}`);

interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly responses: Readonly<Record<string, unknown>>;
}

describe('routes and document', () => {
  test('are more than a handful', () => {
    expect(routed.length).toBeGreaterThan(25);
  });

  test('every route file stands for an endpoint at its own address', () => {
    for (const { name, handler } of routed) {
      expect(`${handler.endpoint.method} ${handler.endpoint.path}`).toBe(name);
    }
    expect(files.filter(({ handlers }) => Object.keys(handlers).length === 0)).toEqual([]);
  });

  test('every route file answers every method, if only to refuse it', () => {
    for (const { path, exported } of files)
      expect(exported, path).toEqual(expect.arrayContaining([...METHODS]));
  });

  test('every endpoint has its route file, and every route its endpoint', () => {
    expect(routed.map(({ name }) => name).sort()).toEqual([...promised].sort());
  });

  test('every route is in the document, and nothing else is', () => {
    expect([...described].sort()).toEqual(routed.map(({ name }) => name).sort());
  });

  test('every operation has a name of its own, a summary and a success', () => {
    const operations = Object.values(document.paths ?? {}).flatMap(
      (path) => Object.values(path) as Operation[],
    );
    expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length);
    for (const { operationId, summary, responses } of operations) {
      expect(summary, operationId).not.toBe('');
      expect(
        Object.keys(responses).some((status) => status.startsWith('2')),
        operationId,
      ).toBe(true);
    }
  });

  test('is OpenAPI 3.1, and every reference in it leads somewhere', () => {
    expect(document.openapi).toBe('3.1.0');
    const text = JSON.stringify(document);
    const references = [...text.matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, path = '']) => path);
    expect(references.length).toBeGreaterThan(20);
    for (const reference of references) {
      const found = reference
        .split('/')
        .reduce<unknown>((value, step) => (value as Record<string, unknown> | undefined)?.[step], document);
      expect(found, reference).toBeDefined();
    }
  });

  test('an address that means nothing is answered with a problem', async () => {
    const answer = anywhere();
    expect(answer.status).toBe(404);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(await answer.json()).toMatchObject({ code: 'not-found', errors: [] });
  });
});
