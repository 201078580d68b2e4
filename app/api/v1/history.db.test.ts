import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildAnnotation } from '@/prisma/builders/annotation';
import { buildArticle } from '@/prisma/builders/article';
import { asMark, buildDesk, said, type BuiltDesk } from '@/prisma/builders/desk';
import { withTestDatabase } from '@/prisma/with-test-database';
import { TestApi } from '@/prisma/test-api';
import type { AnnotationView } from '@/lib/contract/annotation';
import * as marks from '@/lib/contract/endpoints/annotations';
import { changeArticle, listEvents } from '@/lib/contract/endpoints/articles';
import * as history from '@/lib/contract/endpoints/history';
import { changeProject } from '@/lib/contract/endpoints/projects';
import type { EventPage, EventView } from '@/lib/contract/event';
import { AuditLine, type ActivityItem, type PastView, type TrashItem } from '@/lib/contract/history';
import type { Page } from '@/lib/contract/primitives';
import { marksAsOf } from '@/lib/history/as-it-was';
import { newId } from '@/lib/ids';
import type { Actor } from '@/lib/policy/actor';
import { db } from '@/lib/store/client';

withTestDatabase();

let desk: BuiltDesk;
beforeAll(async () => {
  desk = await buildDesk({ text: 'A Soyug-FG rocket 👩🏽‍🚀 is a rocket.\n\nMore שלום text, e\u0301tude.' });
});

const pageOf = <T>({ body }: { body: unknown }): Page<T> => body as Page<T>;
const projectId = () => desk.article.project.id;

const asApi = (actor: Actor): Promise<TestApi> => TestApi.as(actor);

/** Many events of the article, as if it had been renamed again and again. */
async function addEvents(articleId: string, count: number): Promise<void> {
  await db().$executeRaw`
    WITH numbered AS (
      UPDATE "article" SET "lastSeq" = "lastSeq" + ${count} WHERE "id" = ${articleId}::uuid
      RETURNING "id", "projectId", "lastSeq" - ${count} AS "from"
    )
    INSERT INTO "event" ("id", "projectId", "articleId", "seq", "kind", "subjectId", "actorId", "at", "operationId", "requestHash")
    SELECT gen_random_uuid(), n."projectId", n."id", n."from" + i, 'article.changed', n."id", e."actorId",
           e."at" + i * interval '1 second', gen_random_uuid(), repeat('0', 64)
      FROM numbered n JOIN "event" e ON e."articleId" = n."id" AND e."seq" = 1, generate_series(1, ${count}::int) AS i`;
}

/** Follows the cursors to the end. */
async function all<T>(read: (cursor?: string) => Promise<{ body: unknown }>): Promise<T[]> {
  const items: T[] = [];
  for (let cursor: string | undefined; ;) {
    const page = pageOf<T>(await read(cursor));
    items.push(...page.items);
    if (page.next === null) return items;
    cursor = page.next;
  }
}

describe('who may look', () => {
  const reads = {
    timeline: () => ({ endpoint: history.listTimeline, call: { params: { id: desk.article.id } } }),
    past: () => ({ endpoint: history.getPast, call: { params: { id: desk.article.id }, query: { seq: 1 } } }),
    activity: () => ({ endpoint: history.listActivity, call: { params: { id: projectId() } } }),
    trash: () => ({ endpoint: history.listTrash, call: { params: { id: projectId() } } }),
  };
  test.each(Object.entries(reads))('the %s is there for members and for nobody else', async (_, read) => {
    const { endpoint, call } = read();
    const ask = async (api: TestApi) => said(await api.call(endpoint, call));
    expect(await ask(desk.reviewer)).toBe('200');
    expect(await ask(desk.reader)).toBe('200');
    expect(await ask(desk.stranger)).toBe('404 not-found');
    expect(await ask(desk.admin)).toBe('404 not-found');
    expect(await ask(desk.nobody)).toBe('401 unauthenticated');
  });

  test('the audit log is there for editors alone', async () => {
    const ask = async (api: TestApi) =>
      said(await api.call(history.getAuditLog, { params: { id: projectId() } }));
    expect(await ask(desk.editor)).toBe('200');
    expect(await ask(desk.reader)).toBe('200');
    expect(await ask(desk.reviewer)).toBe('403 forbidden');
    expect(await ask(desk.stranger)).toBe('404 not-found');
    expect(await ask(desk.admin)).toBe('404 not-found');
    expect(await ask(desk.nobody)).toBe('401 unauthenticated');
  });

  test('a cursor that somebody made up is refused, and so is an event that never was', async () => {
    const made = Buffer.from('["x"]').toString('base64url');
    const params = { id: desk.article.id };
    expect(said(await desk.editor.call(history.listTimeline, { params, query: { cursor: made } }))).toBe(
      '422 invalid-input',
    );
    expect(said(await desk.editor.call(history.getPast, { params, query: { seq: 2_000_000_000 } }))).toBe(
      '404 not-found',
    );
    expect(said(await desk.editor.call(history.getPast, { params, query: { seq: 0 } }))).toBe(
      '422 invalid-input',
    );
  });
});

describe('an article as it was', () => {
  test('is what the database held after each event, whatever was done', async () => {
    const step = fc.record({
      act: fc.constantFrom('make', 'change', 'delete', 'restore', 'decide', 'evidence'),
      which: fc.nat(20),
      start: fc.nat(15),
      length: fc.integer({ min: 1, max: 12 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
        const article = await buildArticle({ project: desk.article.project, text: desk.article.text });
        const made: string[] = [];
        const then = new Map<number, unknown>();
        const characters = [...article.text];
        for (const { act, which, start, length } of steps) {
          const id = act === 'make' || made.length === 0 ? newId() : made[which % made.length]!;
          if (!made.includes(id)) {
            made.push(id);
            const exact = characters.slice(start, start + length).join('');
            await desk.reviewer.call(marks.addAnnotation, {
              params: { id },
              body: { versionId: article.versionId, start, end: start + length, exact, tag: 'unclear' },
            });
          } else {
            const mark = asMark(await desk.editor.call(marks.getAnnotation, { params: { id } }));
            const call = { params: { id }, revision: mark.revision };
            if (act === 'change')
              await desk.editor.call(marks.changeAnnotation, { ...call, body: { note: `n${which}` } });
            if (act === 'delete') await desk.editor.call(marks.deleteAnnotation, call);
            if (act === 'restore') await desk.editor.call(marks.restoreAnnotation, call);
            if (act === 'decide')
              await desk.editor.call(marks.decideAnnotation, { ...call, body: { verdict: 'sic' } });
            if (act === 'evidence')
              await desk.editor.call(marks.addEvidence, { ...call, body: { note: 'seen' } });
          }
          const { lastSeq } = await db().article.findUniqueOrThrow({ where: { id: article.id } });
          const now = await desk.editor.call(marks.listAnnotations, { params: { id: article.id } });
          then.set(lastSeq, pageOf(now).items);
        }
        const events = await desk.editor.call(listEvents, { params: { id: article.id } });
        for (const [seq, items] of then) {
          expect(marksAsOf((events.body as EventPage).items, seq)).toEqual(items);
          const past = await desk.editor.call(history.getPast, {
            params: { id: article.id },
            query: { seq },
          });
          expect((past.body as PastView).items).toEqual(items);
          expect((past.body as PastView).event.seq).toBe(seq);
        }
      }),
      { numRuns: 12 },
    );
  });
});

describe('a timeline', () => {
  test('goes back through every event once, by person and by what happened', async () => {
    const article = await buildArticle({ project: desk.article.project });
    for (let start = 0; start < 5; start += 1) await buildAnnotation({ article, start });
    await buildAnnotation({ article, status: 'sic' });
    const read =
      (query: object) =>
      (cursor?: string): Promise<{ body: unknown }> =>
        desk.reviewer.call(history.listTimeline, {
          params: { id: article.id },
          query: { limit: 2, ...query, ...(cursor === undefined ? {} : { cursor }) },
        });
    const events = await all<EventView>(read({}));
    expect(events.map(({ seq }) => seq)).toEqual([8, 7, 6, 5, 4, 3, 2, 1]);
    const decisions = await all<EventView>(read({ what: 'decisions' }));
    expect(decisions.map(({ kind }) => kind)).toEqual(['annotation.decided']);
    const byEditor = await all<EventView>(read({ person: article.project.editor.id }));
    expect(byEditor.map(({ kind }) => kind)).toEqual(['annotation.decided', 'article.created']);
    const about = await all<EventView>(read({ what: 'marks' }));
    expect(about).toHaveLength(6);
  });
});

describe('activity', () => {
  test('tells of all articles and the project, the newest first, each once', async () => {
    const one = await buildAnnotation();
    const { project } = one.article;
    const two = await buildAnnotation({ article: await buildArticle({ project }) });
    const editor = await asApi(project.editor);
    await editor.call(changeProject, { params: { id: project.id }, body: { guidelines: 'Be exact.' } });
    const read =
      (query: object) =>
      (cursor?: string): Promise<{ body: unknown }> =>
        editor.call(history.listActivity, {
          params: { id: project.id },
          query: { limit: 2, ...query, ...(cursor === undefined ? {} : { cursor }) },
        });
    const items = await all<ActivityItem>(read({}));
    expect(items.map(({ kind }) => kind)).toEqual([
      'project.changed',
      'annotation.created',
      'article.created',
      'annotation.created',
      'article.created',
      'member.added',
      'project.created',
    ]);
    expect(items[0]!.article).toBeNull();
    expect(items[1]!.article).toEqual({ id: two.articleId, title: two.article.title });
    expect(await all<ActivityItem>(read({ article: one.articleId }))).toHaveLength(2);
    expect(await all<ActivityItem>(read({ person: project.reviewer.id, what: 'marks' }))).toHaveLength(2);
    expect(await all<ActivityItem>(read({ person: newId() }))).toEqual([]);
  });
});

describe('the trash', () => {
  test('says who put a mark or an article there, and forgets what was taken out', async () => {
    const mark = await buildAnnotation({ article: await buildArticle({ project: desk.article.project }) });
    const article = await buildArticle({ project: desk.article.project });
    const { editor, reviewer } = desk.article.project;
    const params = { id: mark.id };
    const gone = asMark(
      await desk.reviewer.call(marks.deleteAnnotation, { params, revision: mark.revision }),
    );
    await desk.editor.call(changeArticle, { params: { id: article.id }, body: { trashed: true } });
    const read = () =>
      all<TrashItem>((cursor) =>
        desk.reviewer.call(history.listTrash, {
          params: { id: projectId() },
          query: { limit: 1, ...(cursor === undefined ? {} : { cursor }) },
        }),
      );
    const before = await read();
    expect(before.slice(0, 2)).toMatchObject([
      { kind: 'article', article: { id: article.id }, by: { id: editor.id } },
      { kind: 'annotation', annotation: { id: mark.id }, by: { id: reviewer.id }, at: gone.deletedAt },
    ]);
    await desk.reviewer.call(marks.restoreAnnotation, { params, revision: gone.revision });
    await desk.editor.call(changeArticle, { params: { id: article.id }, body: { trashed: false } });
    expect(await read()).toHaveLength(before.length - 2);
  });
});

describe('the audit log', () => {
  const download = async (api: TestApi, id: string, query: Record<string, string> = {}) => {
    const { headers, body } = await api.call(history.getAuditLog, { params: { id }, query });
    return { headers, text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(body as ArrayBuffer) };
  };
  const linesOf = (text: string): AuditLine[] =>
    text
      .split('\n')
      .slice(0, -1)
      .map((line) => AuditLine.parse(JSON.parse(line)));

  test('holds every event once, in order and without a gap, in both formats', async () => {
    const article = await buildArticle({ title: '=HYPERLINK("x")' });
    const { project } = article;
    for (let start = 0; start < 3; start += 1) await buildAnnotation({ article, start });
    const api = await asApi(project.editor);
    const { headers, text } = await download(api, project.id);
    expect(headers.get('content-type')).toBe('application/jsonl');
    expect(headers.get('content-disposition')).toMatch(/^attachment; .*-audit\.jsonl/);
    const lines = linesOf(text);
    const stored = await db().event.count({ where: { projectId: project.id } });
    expect(lines).toHaveLength(stored);
    const ofArticle = lines.filter(({ articleId }) => articleId === article.id);
    expect(ofArticle.map(({ seq }) => seq)).toEqual([1, 2, 3, 4]);
    expect((ofArticle[1]!.after as AnnotationView).exact).toBe([...article.text].slice(0, 4).join(''));

    const csv = await download(api, project.id, { format: 'csv', bom: 'true' });
    expect(csv.text.startsWith('\ufeffNumber,At,')).toBe(true);
    const rows = parse<Record<string, string>>(csv.text, { columns: true, bom: true });
    expect(rows).toHaveLength(stored);
    expect(rows.at(-1)!['Article']).toBe(`'=HYPERLINK("x")`);
    expect(JSON.parse(rows.at(-1)!['After']!)).toEqual(lines.at(-1)!.after);
  });

  test('goes on past one piece', async () => {
    const article = await buildArticle();
    await addEvents(article.id, 1_203);
    const { text } = await download(await asApi(article.project.editor), article.project.id);
    const numbers = linesOf(text).flatMap(({ seq, articleId }) => (articleId === null ? [] : [seq]));
    expect(numbers).toEqual(Array.from({ length: 1_204 }, (_, index) => index + 1));
  });

  test('of a redacted article keeps who, what and when, and no word', async () => {
    const mark = await buildAnnotation({ note: 'A secret name' });
    const { project, id } = mark.article;
    await db().$queryRaw`SELECT redact_article(${id}::uuid)`;
    const api = await asApi(project.editor);
    const { text } = await download(api, project.id);
    const ofArticle = linesOf(text).filter(({ articleId }) => articleId === id);
    expect(ofArticle).toMatchObject([
      { seq: 1, kind: 'article.created', articleTitle: 'Redacted', before: null, after: null },
      { seq: 2, kind: 'annotation.created', subjectId: mark.id, before: null, after: null },
    ]);
    expect(text).not.toContain('A secret name');
    const past = await api.call(history.getPast, { params: { id }, query: { seq: 2 } });
    expect((past.body as PastView).items).toEqual([]);
  });
});

describe('ten thousand events', () => {
  test('are read along an index, not through and through', async () => {
    const article = await buildArticle();
    await addEvents(article.id, 10_000);
    await db().$executeRaw`ANALYZE "event"`;
    const plan = async (where: string, order: string): Promise<string> =>
      JSON.stringify(
        await db().$queryRawUnsafe(
          `EXPLAIN (FORMAT JSON) SELECT * FROM "event" e WHERE ${where} ORDER BY ${order} LIMIT 51`,
        ),
      );
    expect(await plan(`e."articleId" = '${article.id}' AND e."seq" < 9000`, 'e."seq" DESC')).toMatch(
      /"Scan Direction": ?"Backward".*event_articleId_seq_key/,
    );
    const busy = await plan(
      `e."projectId" = '${article.project.id}'`,
      'e."at" DESC, e."seq" DESC, e."id" DESC',
    );
    expect(busy).toContain('event_projectId_at_seq_id_idx');
    expect(busy).not.toContain('"Sort"');
    const api = await asApi(article.project.editor);
    const { body } = await api.call(history.listTimeline, {
      params: { id: article.id },
      query: { limit: 500 },
    });
    expect(pageOf<EventView>({ body }).items[0]!.seq).toBe(10_001);
  });
});
