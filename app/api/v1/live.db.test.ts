import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { buildAnnotation } from '@/prisma/builders/annotation';
import { buildArticle, type BuiltArticle } from '@/prisma/builders/article';
import { asMark, buildDesk, type BuiltDesk } from '@/prisma/builders/desk';
import { buildPerson } from '@/prisma/builders/person';
import { TestApi, type Call } from '@/prisma/test-api';
import { withClient } from '@/prisma/test-database';
import type { TestStream } from '@/prisma/test-stream';
import { withTestDatabase } from '@/prisma/with-test-database';
import { changeArticle, listEvents } from '@/lib/contract/endpoints/articles';
import { changeAnnotation } from '@/lib/contract/endpoints/annotations';
import { listTokens, revokeToken } from '@/lib/contract/endpoints/me';
import { addMember, changeMember, changeSchema, removeMember } from '@/lib/contract/endpoints/projects';
import type { EventPage, EventView } from '@/lib/contract/event';
import type { PersonRef } from '@/lib/contract/primitives';
import type { Actor } from '@/lib/policy/actor';
import { db } from '@/lib/store/client';
import { signInAs } from '@/lib/auth/sign-in-as';
import { valueOf } from '@/prisma/builders/value-of';

withTestDatabase();

let desk: BuiltDesk;
beforeAll(async () => {
  desk = await buildDesk();
});

const open = new Set<TestStream>();
afterEach(async () => {
  for (const stream of open) await stream.close().catch(() => undefined);
  open.clear();
});

async function watch(api: TestApi, { id }: Pick<BuiltArticle, 'id'>, call: Call = {}): Promise<TestStream> {
  const stream = await api.open(listEvents, { params: { id }, ...call });
  open.add(stream);
  return stream;
}

const at = ({ id }: { readonly id: string }) => ({ id });

const lastOf = async ({ id }: Pick<BuiltArticle, 'id'>): Promise<number> =>
  ((await desk.editor.call(listEvents, { params: { id }, query: { limit: 1 } })).body as EventPage).last;

const mark = (article: BuiltArticle) => buildAnnotation({ article });
const marks = async (article: BuiltArticle, count: number): Promise<void> => {
  for (let made = 0; made < count; made += 1) await mark(article);
};
const fresh = () => buildArticle({ project: desk.article.project });

describe('a stream', () => {
  test('begins after a number, says first how far things have come, and goes on with what happens', async () => {
    const article = await fresh();
    await marks(article, 3);
    const stream = await watch(desk.reviewer, article, { query: { after: 2 } });
    expect(stream.status).toBe(200);
    expect(stream.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(stream.headers.get('cache-control')).toBe('no-store, no-transform');
    const first = await stream.next();
    expect(first).toMatchObject({ name: 'open', id: expect.stringMatching(/^2\.\d+$/) as string });
    expect(JSON.parse(first!.data)).toMatchObject({ article: 4 });
    expect(await stream.numbers(2)).toEqual([3, 4]);
    const made = await mark(article);
    const event = await stream.nextOf<EventView>('article');
    expect(event).toMatchObject({ seq: 5, kind: 'annotation.created', subjectId: made.id });
    const [same] = (
      (await desk.editor.call(listEvents, { params: at(article), query: { after: 4 } })).body as EventPage
    ).items;
    expect(event).toEqual(same);
  });

  test('is asked for by name: anything else gets JSON', async () => {
    for (const accept of ['*/*', 'application/json', 'text/*']) {
      const answer = await desk.reader.call(listEvents, { params: at(desk.article), headers: { accept } });
      expect(answer.headers.get('content-type')).toContain('application/json');
    }
  });

  test('goes on where it broke off: Last-Event-ID counts before the address', async () => {
    const article = await fresh();
    await marks(article, 5);
    const before = await watch(desk.reviewer, article, { query: { after: 1 } });
    await before.numbers(2);
    const { id } = (await before.next())!;
    await before.close();
    await marks(article, 2);
    const headers = { 'last-event-id': id };
    const after = await watch(desk.reviewer, article, { query: { after: 0 }, headers });
    expect(await after.numbers(4)).toEqual([5, 6, 7, 8]);
  });

  test('brings many events to several readers, each once and in order, while more are written', async () => {
    const article = await fresh();
    await marks(article, 5);
    const readers = await Promise.all(
      Array.from({ length: 5 }, (_, after) => watch(desk.reviewer, article, { query: { after } })),
    );
    await Promise.all(Array.from({ length: 4 }, () => marks(article, 30)));
    for (const [after, reader] of readers.entries()) {
      // The article's own making is the first event.
      const all = Array.from({ length: 126 }, (_, number) => number + 1);
      const expected = all.filter((seq) => seq > after);
      expect(await reader.numbers(expected.length)).toEqual(expected);
    }
  });

  test('holds nothing back for long: what a slow reader missed comes from the table', async () => {
    const article = await fresh();
    const slow = await watch(desk.reviewer, article);
    await slow.next();
    const note = 'long '.repeat(1_900);
    for (let count = 0; count < 30; count += 1) await buildAnnotation({ article, note });
    expect(await slow.numbers(31)).toEqual(Array.from({ length: 31 }, (_, number) => number + 1));
  });

  test('brings what happens to the project, with a number of its own', async () => {
    const { project } = desk.article;
    const stream = await watch(desk.reviewer, desk.article, { query: { after: await lastOf(desk.article) } });
    await desk.editor.call(changeSchema, {
      params: at(project),
      body: { version: 1, changes: [{ kind: 'relabel', key: 'spelling', label: 'misspelt' }] },
    });
    const event = await stream.nextOf<EventView>('project');
    expect(event).toMatchObject({ kind: 'schema.changed', after: { version: 2 } });
    await desk.editor.call(changeArticle, { params: at(desk.article), body: { byline: 'A. Writer' } });
    expect(await stream.nextOf('article')).toMatchObject({ kind: 'article.changed' });
    // Who was away gets it afterwards, by stream or by page.
    const query = { after: await lastOf(desk.article), projectAfter: event.seq - 1 };
    const late = await watch(desk.editor, desk.article, { query });
    expect(await late.nextOf('project')).toEqual(event);
    const page = (await desk.editor.call(listEvents, { params: at(desk.article), query })).body as EventPage;
    expect(page).toMatchObject({ items: [], project: { items: [event], last: event.seq } });
  });
});

describe('a stream is refused', () => {
  const cases: Record<string, [call: Call, status: number, field: string]> = {
    'after a number of the future': [{ query: { after: 1_000_000 } }, 422, 'after'],
    'after a project’s number of the future': [{ query: { projectAfter: 1_000_000 } }, 422, 'after'],
    'with an id of the future': [{ headers: { 'last-event-id': '1000000.0' } }, 422, 'Last-Event-ID'],
    'with an id that is none': [{ headers: { 'last-event-id': 'yesterday' } }, 400, 'Last-Event-ID'],
    'with half an id': [{ headers: { 'last-event-id': '7' } }, 400, 'Last-Event-ID'],
    'with an id beyond all numbers': [{ headers: { 'last-event-id': '9999999999.1' } }, 400, 'Last-Event-ID'],
    'after less than nothing': [{ query: { after: -1 } }, 422, 'after'],
    'after no number': [{ query: { after: 'now' } }, 422, 'after'],
    'after what no number can be': [{ query: { after: '9999999999' } }, 422, 'after'],
  };
  test.each(Object.entries(cases))('%s', async (_, [call, status, field]) => {
    const headers = { accept: 'text/event-stream', ...call.headers };
    const answer = await desk.reviewer.call(listEvents, { ...call, params: at(desk.article), headers });
    expect(answer.status).toBe(status);
    expect(answer.body).toMatchObject({ errors: [{ field }] });
  });

  test('to strangers and administrators, who learn nothing, and to nobody', async () => {
    const asked = { params: at(desk.article), headers: { accept: 'text/event-stream' } };
    for (const api of [desk.stranger, desk.admin])
      expect((await api.call(listEvents, asked)).status).toBe(404);
    expect((await desk.nobody.call(listEvents, asked)).status).toBe(401);
  });

  test('to who has too many', async () => {
    const article = await fresh();
    const api = await TestApi.as(article.project.reviewer);
    for (let count = 0; count < 64; count += 1) await watch(api, article);
    const asked = { params: at(article), headers: { accept: 'text/event-stream' } };
    const answer = await api.call(listEvents, asked);
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '15']);
  });
});

test('JSON for a number of the future holds nothing, and says how far the article has come', async () => {
  const answer = await desk.reader.call(listEvents, {
    params: at(desk.article),
    query: { after: 2_000_000_000 },
  });
  expect(answer).toMatchObject({ status: 200, body: { items: [], last: await lastOf(desk.article) } });
});

describe('a stream ends', () => {
  const join = async (role: 'reviewer' | 'editor'): Promise<Actor> => {
    const person = await buildPerson();
    const params = at(desk.article.project);
    await desk.editor.call(addMember, { params, body: { email: person.email, role } });
    return person;
  };
  const member = ({ id }: Actor) => ({ params: { ...at(desk.article.project), personId: id } });

  test('when its reader is no member any more, who gets nothing that came after', async () => {
    const person = await join('reviewer');
    const stream = await watch(await TestApi.as(person), desk.article, {
      query: { after: await lastOf(desk.article) },
    });
    await desk.editor.call(removeMember, member(person));
    await mark(desk.article);
    const seen: string[] = [];
    for (let message = await stream.next(); message !== null; message = await stream.next()) {
      seen.push(message.name === 'end' ? message.data : message.name);
    }
    expect(seen.filter((name) => name !== 'people')).toEqual(['open', '{"reason":"not-a-member"}']);
  });

  test('when their role has changed; opened again it goes on', async () => {
    const person = await join('reviewer');
    const api = await TestApi.as(person);
    const stream = await watch(api, desk.article);
    await desk.editor.call(changeMember, { ...member(person), body: { role: 'editor' } });
    expect(await stream.reasonOfEnd()).toBe('role-changed');
    expect((await watch(api, desk.article)).status).toBe(200);
  });

  test('when the token it was opened with is revoked', async () => {
    const person = await join('reviewer');
    const api = await TestApi.as(person);
    const stream = await watch(api, desk.article);
    const other = await TestApi.as(person);
    const tokens = (await other.call(listTokens)).body as { items: { id: string }[] };
    // The newest first: the other one goes on.
    await other.call(revokeToken, { params: { id: tokens.items[1]!.id } });
    expect(await stream.reasonOfEnd()).toBe('signed-out');
  });

  test('when the session it was opened with is over', async () => {
    const person = await join('reviewer');
    const cookie = valueOf(await signInAs(person.id, new Headers()))
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .join('; ');
    const stream = await watch(new TestApi({ cookie }), desk.article);
    await stream.next();
    await db().session.deleteMany({ where: { personId: person.id } });
    expect(await stream.reasonOfEnd()).toBe('signed-out');
  });
});

describe('the people here', () => {
  const names = async (stream: TestStream): Promise<string[]> =>
    (await stream.nextOf<{ items: PersonRef[] }>('people')).items.map(({ id }) => id).sort();
  const here = { query: { here: 'true' } };
  const until = async (stream: TestStream, ids: readonly string[]): Promise<void> => {
    const wanted = [...ids].sort();
    for (let now = await names(stream); String(now) !== String(wanted); now = await names(stream));
  };

  test('are told as they come and go; who has several windows is one; who only listens is none', async () => {
    const article = await fresh();
    const { editor, reviewer } = article.project;
    const listener = await watch(desk.reader, article);
    const one = await watch(desk.editor, article, here);
    await until(listener, [editor.id]);
    const two = await watch(desk.reviewer, article, here);
    await until(listener, [editor.id, reviewer.id]);
    await until(two, [editor.id, reviewer.id]);
    const again = await watch(desk.reviewer, article, here);
    await two.close();
    await db().presence.findFirstOrThrow({ where: { articleId: article.id } });
    await again.close();
    await until(listener, [editor.id]);
    await one.close();
    await until(listener, []);
    expect(await db().event.count({ where: { articleId: article.id } })).toBe(1);
  });

  test('of another process are seen too, until they expire', async () => {
    const article = await fresh();
    const { reviewer } = article.project;
    const listener = await watch(desk.reader, article);
    await until(listener, []);
    const row = { id: article.versionId, articleId: article.id, personId: reviewer.id };
    await db().presence.create({ data: { ...row, expiresAt: new Date(Date.now() + 3_600_000) } });
    await until(listener, [reviewer.id]);
    await db().presence.update({ where: { id: row.id }, data: { expiresAt: new Date(Date.now() - 1_000) } });
    // Whoever writes next sweeps.
    await watch(desk.editor, article, here);
    await until(listener, [article.project.editor.id]);
    expect(await db().presence.count({ where: { id: row.id } })).toBe(0);
  });
});

test('what was told while the listening connection was lost is caught up with', async () => {
  const article = await fresh();
  const stream = await watch(desk.reviewer, article, { query: { after: 1 } });
  await marks(article, 1);
  expect(await stream.numbers(1)).toEqual([2]);
  await withClient(process.env['DATABASE_URL']!, (client) =>
    client.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE datname = current_database() AND application_name = 'galley live'`,
    ),
  );
  await marks(article, 2);
  expect(await stream.numbers(2)).toEqual([3, 4]);
  await marks(article, 1);
  expect(await stream.numbers(1)).toEqual([5]);
});

test('a stream shows a change that another process has made', async () => {
  const article = await fresh();
  const made = await mark(article);
  const stream = await watch(desk.editor, article, { query: { after: 2 } });
  const answer = await desk.reviewer.call(changeAnnotation, {
    params: { id: made.id },
    revision: 1,
    body: { note: 'later' },
  });
  expect(await stream.nextOf('article')).toMatchObject({ seq: 3, after: asMark(answer) });
});
