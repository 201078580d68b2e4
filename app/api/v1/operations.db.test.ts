import { beforeAll, describe, expect, test } from 'vitest';
import { buildAnnotation } from '@/prisma/builders/annotation';
import { asMark, asProblem, buildDesk, said, type BuiltDesk } from '@/prisma/builders/desk';
import { withTestDatabase } from '@/prisma/with-test-database';
import type { AnnotationView } from '@/lib/contract/annotation';
import * as endpoints from '@/lib/contract/endpoints/annotations';
import { listEvents } from '@/lib/contract/endpoints/articles';
import type { EventPage } from '@/lib/contract/event';
import type { OperationResult } from '@/lib/contract/operation';
import { newId } from '@/lib/ids';
import { db } from '@/lib/store/client';

withTestDatabase();

let desk: BuiltDesk;
beforeAll(async () => {
  desk = await buildDesk({ text: 'A Soyug-FG rocket is a rocket.\n\nMore text.' });
});

const newMark = (more: object = {}) => ({
  versionId: desk.article.versionId,
  start: 2,
  end: 10,
  exact: 'Soyug-FG',
  tag: 'spelling',
  correction: 'Soyuz-FG',
  ...more,
});
const create = (id = newId(), more: object = {}) => ({
  operationId: newId(),
  kind: 'annotation.create',
  id,
  annotation: newMark(),
  ...more,
});
const change = (id: string, revision: number, body: object, more: object = {}) => ({
  operationId: newId(),
  kind: 'annotation.change',
  id,
  revision,
  change: body,
  ...more,
});
const decide = (id: string, revision: number, decision: object, more: object = {}) => ({
  operationId: newId(),
  kind: 'annotation.decide',
  id,
  revision,
  decision,
  ...more,
});

async function run(operations: object[], api = desk.editor): Promise<OperationResult[]> {
  const answer = await api.call(endpoints.runOperations, {
    params: { id: desk.article.id },
    body: { operations },
  });
  expect(answer.status).toBe(200);
  return (answer.body as { results: OperationResult[] }).results;
}

const codes = (results: readonly OperationResult[]) =>
  results.map((result) => (result.ok ? result.status : result.problem.code));
const marks = (results: readonly OperationResult[]): AnnotationView[] =>
  results.flatMap((result) => (result.ok ? [result.annotation] : []));

describe('a batch', () => {
  test('is done in order, each on what the one before has left', async () => {
    const id = newId();
    const evidenceId = newId();
    const results = await run([
      create(id),
      change(id, 1, { note: 'first' }),
      {
        operationId: newId(),
        kind: 'evidence.add',
        id,
        revision: 2,
        evidenceId,
        evidence: { note: 'a source' },
      },
      decide(id, 3, { verdict: 'accepted' }),
      { operationId: newId(), kind: 'evidence.remove', id, revision: 4, evidenceId },
      { operationId: newId(), kind: 'annotation.delete', id, revision: 5 },
      { operationId: newId(), kind: 'annotation.restore', id, revision: 6 },
    ]);
    expect(codes(results)).toEqual([201, 200, 201, 201, 200, 200, 200]);
    const seqs = results.map((result) => (result.ok ? result.seq : 0));
    expect(seqs).toEqual(seqs.map((_, at) => seqs[0]! + at));
    const stored = asMark(await desk.editor.call(endpoints.getAnnotation, { params: { id } }));
    expect(stored).toEqual(marks(results).at(-1));
    expect(stored).toMatchObject({ revision: 7, status: 'open', changedSinceDecision: true, evidence: [] });
  });

  test('goes on after what is refused, and the refused leaves nothing', async () => {
    const [a, b, c] = [newId(), newId(), newId()];
    const results = await run([
      create(a),
      create(c),
      change(a, 9, { note: 'stale' }),
      change(newId(), 1, { note: 'nowhere' }),
      create(b, { annotation: newMark({ exact: 'Soyuz-FG' }) }),
      change(c, 1, { note: 'fine' }),
    ]);
    expect(codes(results)).toEqual([201, 201, 'stale-revision', 'not-found', 'quote-mismatch', 200]);
    expect(said(await desk.editor.call(endpoints.getAnnotation, { params: { id: b } }))).toBe(
      '404 not-found',
    );
  });

  test('does nothing more to a mark on which an operation has failed: its revision may match by chance', async () => {
    const [id, group] = [newId(), newId()];
    await run([create(id)]);
    await run([change(id, 1, { note: 'by somebody else' })]);
    const results = await run([
      change(id, 1, { note: 'stale' }),
      change(id, 2, { correction: 'predicted' }),
      change(id, 2, { value: 'x' }, { group }),
      create(newId(), { group }),
    ]);
    expect(codes(results)).toEqual(['stale-revision', 'stale-revision', 'stale-revision', 'group-failed']);
    expect(results[1]).toMatchObject({ problem: { current: { id, revision: 2, note: 'by somebody else' } } });
    const stored = asMark(await desk.editor.call(endpoints.getAnnotation, { params: { id } }));
    expect(stored).toMatchObject({ revision: 2, note: 'by somebody else', correction: 'Soyuz-FG' });
  });

  test('does a group as a whole or not at all, whatever stands between its members', async () => {
    const [a, b, c] = [newId(), newId(), newId()];
    const [good, bad] = [newId(), newId()];
    const results = await run([
      create(a, { group: good }),
      create(b, { group: bad }),
      create(c),
      change(b, 9, { note: 'stale' }, { group: bad }),
      change(a, 1, { note: 'fine' }, { group: good }),
    ]);
    expect(codes(results)).toEqual([201, 'group-failed', 201, 'stale-revision', 200]);
    const there = await db().annotation.findMany({ where: { id: { in: [a, b, c] } }, select: { id: true } });
    expect(there.map(({ id }) => id).sort()).toEqual([a, c].sort());
    expect(await db().event.count({ where: { subjectId: b } })).toBe(0);
  });

  test('merges and reopens in any order that ends well', async () => {
    const [a, b] = [newId(), newId()];
    const results = await run([
      create(a),
      create(b),
      decide(a, 1, { verdict: 'merged', intoId: b }),
      decide(a, 2, { verdict: 'reopened' }),
      decide(b, 1, { verdict: 'merged', intoId: a }),
    ]);
    expect(codes(results)).toEqual([201, 201, 201, 201, 201]);
  });

  test('knows marks of its article only', async () => {
    const theirs = await buildAnnotation();
    expect(codes(await run([change(theirs.id, 1, { note: 'x' })]))).toEqual(['not-found']);
    expect(
      codes(await run([create(newId(), { annotation: newMark({ versionId: theirs.versionId }) })])),
    ).toEqual(['not-found']);
    expect(codes(await run([create(theirs.id)]))).toEqual(['not-found']);
  });

  test('is parsed as a whole: one malformed operation, named by its place, and nothing is done', async () => {
    const id = newId();
    const answer = await desk.editor.call(endpoints.runOperations, {
      params: { id: desk.article.id },
      body: { operations: [create(id), create(newId(), { annotation: newMark({ start: -1 }) })] },
    });
    expect(said(answer)).toBe('422 invalid-input');
    expect(asProblem(answer).errors[0]?.field).toBe('operations[1].annotation.start');
    expect(await db().annotation.count({ where: { id } })).toBe(0);
  });

  test.each([501, 1_000])('of %i is refused whole', async (count) => {
    const operations = Array.from({ length: count }, () => create());
    const before = await db().event.count();
    const refused = await desk.editor.call(endpoints.runOperations, {
      params: { id: desk.article.id },
      body: { operations },
    });
    expect([said(refused), asProblem(refused).errors[0]?.field]).toEqual(['422 invalid-input', 'operations']);
    expect(await db().event.count()).toBe(before);
  });

  test.each([-1, 1])(
    'from a machine whose clock is off by %i day is done, under the desk’s own time',
    async (days) => {
      const shift = (id: string): string => {
        const time = parseInt(id.replaceAll('-', '').slice(0, 12), 16) + days * 86_400_000;
        const hex = time.toString(16).padStart(12, '0');
        return `${hex.slice(0, 8)}-${hex.slice(8)}${id.slice(13)}`;
      };
      const [id, operationId] = [shift(newId()), shift(newId())];
      const from = Date.now();
      const [mark] = marks(await run([create(id, { operationId })]));
      const [changed] = marks(await run([change(id, 1, { note: 'later' })]));
      const events = await db().event.findMany({ where: { subjectId: id }, orderBy: { seq: 'asc' } });
      expect(events.map(({ kind }) => kind)).toEqual(['annotation.created', 'annotation.changed']);
      const times = [mark!.createdAt, changed!.updatedAt, ...events.map(({ at }) => at)];
      for (const time of times) {
        expect(new Date(time).getTime()).toBeGreaterThanOrEqual(from);
        expect(new Date(time).getTime()).toBeLessThanOrEqual(Date.now());
      }
    },
  );

  test('of 500 is done in a moment', async () => {
    const ids = Array.from({ length: 500 }, () => newId());
    const started = performance.now();
    expect(codes(await run(ids.map((id) => create(id)))).every((code) => code === 201)).toBe(true);
    const decided = await run(ids.map((id) => decide(id, 1, { verdict: 'accepted' })));
    expect(codes(decided).every((code) => code === 201)).toBe(true);
    expect(performance.now() - started).toBeLessThan(15_000);
  });
});

describe('a batch that says whose it is', () => {
  const send = (operations: object[], as: unknown, api = desk.editor) =>
    api.call(endpoints.runOperations, { params: { id: desk.article.id }, body: { operations, as } });

  test('is done for that person', async () => {
    const answer = await send([create()], desk.article.project.editor.id);
    expect(codes((answer.body as { results: OperationResult[] }).results)).toEqual([201]);
  });

  test('is not done for anybody else, whatever they may do', async () => {
    const id = newId();
    const answer = await send([create(id)], desk.article.project.reviewer.id);
    expect(said(answer)).toBe('401 other-person');
    expect(await db().annotation.count({ where: { id } })).toBe(0);
  });

  test('has to name a person by id', async () => {
    expect(said(await send([create()], 'somebody'))).toBe('422 invalid-input');
  });
});

describe('an operation that comes again', () => {
  test('gets its first answer, whatever has happened since', async () => {
    const id = newId();
    const made = create(id);
    const [first] = await run([made]);
    await run([change(id, 1, { note: 'later' })]);
    const [again] = await run([made]);
    expect(again).toEqual(first);
    expect(await db().event.count({ where: { subjectId: id } })).toBe(2);
  });

  test('is the same alone and in a batch', async () => {
    const [id, key] = [newId(), newId()];
    const body = newMark();
    const alone = await desk.editor.call(endpoints.addAnnotation, { params: { id }, body, key });
    const [inBatch] = await run([{ operationId: key, kind: 'annotation.create', id, annotation: body }]);
    expect(inBatch).toMatchObject({ ok: true, status: 201, annotation: alone.body });
    const once = await desk.editor.call(endpoints.addAnnotation, {
      params: { id },
      body,
      headers: { 'idempotency-key': `"${key}"` },
    });
    expect(once.status).toBe(201);
    expect(once.body).toEqual(alone.body);
  });

  test('twice in one batch is done once', async () => {
    const made = create();
    const results = await run([made, made]);
    expect(codes(results)).toEqual([201, 201]);
    expect(results[1]).toEqual(results[0]);
    const other = { ...create(), operationId: made.operationId };
    expect(codes(await run([made, other]))).toEqual([201, 'operation-reused']);
  });

  const again: Record<string, (id: string) => object> = {
    'a change': (id) => change(id, 1, { note: 'x' }),
    'a deletion': (id) => ({ operationId: newId(), kind: 'annotation.delete', id, revision: 1 }),
    'a decision': (id) => decide(id, 1, { verdict: 'sic' }),
    'a piece of evidence': (id) => ({
      operationId: newId(),
      kind: 'evidence.add',
      id,
      revision: 1,
      evidenceId: newId(),
      evidence: { note: 'a source' },
    }),
  };
  test.each(Object.entries(again))(
    '%s is not stale, although its revision has passed',
    async (_, operationOn) => {
      const id = newId();
      await run([create(id)]);
      const operation = operationOn(id);
      const [first] = await run([operation]);
      expect(first).toMatchObject({ ok: true });
      const [second] = await run([operation]);
      expect(second).toEqual(first);
      const [later] = await run([{ ...operation, revision: 2 }]);
      expect(later).toEqual(first);
    },
  );

  test('with another body is refused, and so is somebody else’s', async () => {
    const id = newId();
    const key = newId();
    await run([create(id), { ...change(id, 1, { note: 'x' }), operationId: key }]);
    expect(codes(await run([{ ...change(id, 2, { note: 'y' }), operationId: key }]))).toEqual([
      'operation-reused',
    ]);
    expect(codes(await run([{ ...change(id, 1, { note: 'x' }), operationId: key }], desk.reviewer))).toEqual([
      'operation-reused',
    ]);
    const single = { params: { id }, revision: 2, body: { note: 'z' }, key };
    expect(said(await desk.editor.call(endpoints.changeAnnotation, single))).toBe('422 operation-reused');
  });

  test('evidence by its own address too is added once', async () => {
    const mark = await buildAnnotation({ article: desk.article, quote: 'rocket' });
    const call = { params: { id: mark.id }, revision: 1, body: { note: 'a source' }, key: newId() };
    const first = await desk.reviewer.call(endpoints.addEvidence, call);
    const second = await desk.reviewer.call(endpoints.addEvidence, call);
    expect(second.body).toEqual(first.body);
    expect(asMark(second).evidence).toHaveLength(1);
  });

  test('evidence under an id that is taken is refused', async () => {
    const id = newId();
    const evidenceId = newId();
    const add = (revision: number) => ({
      operationId: newId(),
      kind: 'evidence.add',
      id,
      revision,
      evidenceId,
      evidence: { note: 'a source' },
    });
    const results = await run([
      create(id),
      add(1),
      { operationId: newId(), kind: 'evidence.remove', id, revision: 2, evidenceId },
      add(3),
    ]);
    expect(codes(results)).toEqual([201, 201, 200, 'already-exists']);
    expect(codes(await run([add(3)]))).toEqual(['already-exists']);
  });
});

describe('two at once', () => {
  const outcome = (settled: readonly PromiseSettledResult<unknown>[]) =>
    settled.map(({ status }) => status === 'fulfilled');

  test('the same new mark is made once, with one answer', async () => {
    for (let round = 0; round < 5; round += 1) {
      const operation = create();
      const results = await Promise.all(Array.from({ length: 6 }, () => run([operation])));
      expect(new Set(results.map((result) => JSON.stringify(result))).size).toBe(1);
      expect(await db().event.count({ where: { subjectId: operation.id } })).toBe(1);
    }
  });

  test('of two changes of one revision one wins, the other learns what there is now', async () => {
    for (let round = 0; round < 5; round += 1) {
      const mark = await buildAnnotation({ article: desk.article, quote: 'rocket' });
      const results = await Promise.all(
        ['a', 'b', 'c', 'd'].map((note) => run([change(mark.id, 1, { note })]).then(([result]) => result!)),
      );
      const won = results.filter(({ ok }) => ok);
      expect(won).toHaveLength(1);
      for (const result of results) {
        if (!result.ok)
          expect(result.problem).toMatchObject({ code: 'stale-revision', current: marks(won)[0] });
      }
    }
  });

  test('of two decisions on one revision one counts', async () => {
    const mark = await buildAnnotation({ article: desk.article, quote: 'rocket' });
    const results = await Promise.all([
      run([decide(mark.id, 1, { verdict: 'accepted' })]),
      run([decide(mark.id, 1, { verdict: 'sic' })]),
    ]);
    expect(codes(results.flat()).sort()).toEqual([201, 'stale-revision']);
    expect(await db().decision.count({ where: { annotationId: mark.id } })).toBe(1);
  });

  test('merges into each other: one is refused', async () => {
    for (let round = 0; round < 5; round += 1) {
      const a = await buildAnnotation({ article: desk.article, quote: 'rocket' });
      const b = await buildAnnotation({ article: desk.article, quote: 'rocket' });
      const results = await Promise.all([
        run([decide(a.id, 1, { verdict: 'merged', intoId: b.id })]),
        run([decide(b.id, 1, { verdict: 'merged', intoId: a.id })]),
      ]);
      expect(codes(results.flat()).sort()).toEqual([201, 'wrong-status']);
    }
  });

  test('merging into a mark that is being deleted: one is refused', async () => {
    for (let round = 0; round < 5; round += 1) {
      const a = await buildAnnotation({ article: desk.article, quote: 'rocket' });
      const b = await buildAnnotation({ article: desk.article, quote: 'rocket' });
      const results = await Promise.all([
        run([decide(a.id, 1, { verdict: 'merged', intoId: b.id })]),
        run([{ operationId: newId(), kind: 'annotation.delete', id: b.id, revision: 1 }]),
      ]);
      expect(results.flat().filter(({ ok }) => ok)).toHaveLength(1);
    }
  });

  test('batches over the same marks in opposite orders both end', async () => {
    const built = await Promise.all(
      Array.from({ length: 8 }, () => buildAnnotation({ article: desk.article, quote: 'rocket' })),
    );
    const ids = built.map(({ id }) => id);
    const notes = (order: readonly string[]) => order.map((id) => change(id, 1, { note: 'x' }));
    const settled = await Promise.allSettled([
      run(notes(ids)),
      run(notes(ids.toReversed())),
      run(notes(ids)),
    ]);
    expect(outcome(settled)).toEqual([true, true, true]);
    const all = settled.flatMap((each) => (each.status === 'fulfilled' ? each.value : []));
    expect(all.filter(({ ok }) => ok)).toHaveLength(8);
  });

  test('every event has its number, none is skipped, and they commit in order', async () => {
    let seen = 0;
    let reading = true;
    const reader = (async () => {
      while (reading) {
        const answer = await desk.reviewer.call(listEvents, {
          params: { id: desk.article.id },
          query: { after: seen, limit: 1_000 },
        });
        const { items } = answer.body as EventPage;
        for (const { seq } of items) {
          expect(seq).toBe(seen + 1);
          seen = seq;
        }
      }
    })();
    await Promise.all(Array.from({ length: 12 }, () => run([create(), create()])));
    reading = false;
    await reader;
    const { lastSeq } = await db().article.findUniqueOrThrow({ where: { id: desk.article.id } });
    const numbers = await db().event.findMany({
      where: { articleId: desk.article.id },
      orderBy: { seq: 'asc' },
      select: { seq: true },
    });
    expect(numbers.map(({ seq }) => seq)).toEqual(Array.from({ length: lastSeq }, (_, at) => at + 1));
  });
});

describe('events', () => {
  test('after a number, oldest first, with the newest number', async () => {
    const quiet = await buildDesk();
    const mark = await buildAnnotation({ article: quiet.article });
    const read = async (query: object) => {
      const answer = await quiet.reviewer.call(listEvents, {
        params: { id: quiet.article.id },
        query: query as Record<string, number>,
      });
      return answer.body as EventPage;
    };
    const all = await read({});
    expect(all.items.map(({ kind, seq }) => [kind, seq])).toEqual([
      ['article.created', 1],
      ['annotation.created', 2],
    ]);
    expect(all.last).toBe(2);
    expect(all.items[1]).toMatchObject({
      subjectId: mark.id,
      actor: { id: quiet.article.project.reviewer.id },
    });
    expect((await read({ after: 1 })).items).toHaveLength(1);
    expect(await read({ after: 2 })).toEqual({ items: [], last: 2 });
    expect((await read({ limit: 1 })).items).toHaveLength(1);
  });
});
