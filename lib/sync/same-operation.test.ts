import { describe, expect, test } from 'vitest';
import { ok, fail } from '@/lib/result';
import type { ApiCall, CallFailure } from './api-client';
import { SameOperation } from './same-operation';

const issue: ApiCall = { method: 'POST', path: '/api/v1/articles/1/reports', body: { title: '😀' } };

const refused = (status: number, stranger?: true): CallFailure => ({
  kind: 'refused',
  problem: { type: 'about:blank', title: 'No', status, code: 'internal-error', detail: 'No.', errors: [] },
  retryAfter: null,
  ...(stranger ? { stranger } : {}),
});

describe('what is asked for again', () => {
  test.each<[how: string, failure: CallFailure]>([
    ['nothing came back', { kind: 'unreachable' }],
    ['the server failed', refused(500)],
    ['the database went away in the middle', refused(503)],
    ['a proxy gave up', refused(504, true)],
    ['something in between refused', refused(403, true)],
  ])('keeps its id where %s', (_, failure) => {
    const operations = new SameOperation();
    const first = operations.name(issue);
    operations.note(first, fail(failure));
    expect(operations.name({ ...issue, body: { title: '😀' } }).operationId).toBe(first.operationId);
  });

  test('gets a new one when it was done, or refused for what it is', () => {
    for (const answer of [ok(null), fail(refused(422)), fail(refused(409)), fail(refused(429))]) {
      const operations = new SameOperation();
      const first = operations.name(issue);
      operations.note(first, answer);
      expect(operations.name(issue).operationId).not.toBe(first.operationId);
    }
  });

  test('gets a new one when it is not the same', () => {
    const operations = new SameOperation();
    const first = operations.name(issue);
    operations.note(first, fail({ kind: 'unreachable' }));
    expect(operations.name({ ...issue, body: {} }).operationId).not.toBe(first.operationId);
    expect(operations.name({ ...issue, path: '/api/v1/projects' }).operationId).not.toBe(first.operationId);
  });

  test('keeps the id it came with', () => {
    expect(new SameOperation().name({ ...issue, operationId: 'mine' }).operationId).toBe('mine');
  });
});
