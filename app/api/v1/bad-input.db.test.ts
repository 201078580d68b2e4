import { beforeAll, describe, expect, test } from 'vitest';
import { buildAnnotation, type BuiltAnnotation } from '@/prisma/builders/annotation';
import { asProblem, buildDesk, said, type BuiltDesk } from '@/prisma/builders/desk';
import { valueOf } from '@/prisma/builders/value-of';
import { TestApi, type Answered, type Call } from '@/prisma/test-api';
import { withTestDatabase } from '@/prisma/with-test-database';
import { signInAs } from '@/lib/auth/sign-in-as';
import { makeToken } from '@/lib/commands/make-token';
import type { Endpoint } from '@/lib/contract/endpoint';
import * as annotations from '@/lib/contract/endpoints/annotations';
import * as articles from '@/lib/contract/endpoints/articles';
import * as projects from '@/lib/contract/endpoints/projects';
import { newId } from '@/lib/ids';
import { db } from '@/lib/store/client';
import { handlerOf } from '@/prisma/route-files';
import { POST } from './versions/[id]/route';

withTestDatabase();

const TEXT = 'A Soyug-FG rocket.';
let desk: BuiltDesk;
let mark: BuiltAnnotation;
let theirs: BuiltAnnotation;
beforeAll(async () => {
  desk = await buildDesk({ text: TEXT });
  mark = await buildAnnotation({ article: desk.article, quote: 'rocket' });
  theirs = await buildAnnotation();
});

/** How many rows there are of everything: whatever is refused leaves all of them as they were. */
const countRows = async (): Promise<number[]> =>
  Promise.all([
    db().project.count(),
    db().member.count(),
    db().article.count(),
    db().annotation.count(),
    db().evidence.count(),
    db().decision.count(),
    db().event.count(),
    db().tagSchemaVersion.count(),
  ]);

async function refused(endpoint: Endpoint, call: Call, api: TestApi = desk.editor): Promise<Answered> {
  const before = await countRows();
  const answer = await api.call(endpoint, call);
  expect(answer.status).toBeGreaterThanOrEqual(400);
  expect(answer.status).toBeLessThan(500);
  expect(await countRows()).toEqual(before);
  return answer;
}

const good = () => ({
  versionId: desk.article.versionId,
  start: 2,
  end: 10,
  exact: 'Soyug-FG',
  tag: 'spelling',
});
const put = (body: unknown, headers: Call['headers'] = {}): Promise<Answered> =>
  refused(annotations.addAnnotation, { params: { id: newId() }, body, headers });

describe('a body that is no JSON', () => {
  const broken: Record<string, [body: string, place: RegExp]> = {
    'with a trailing comma': ['{"start": 1,}', /line 1, column 13/],
    'broken off': ['{\n  "start": 1', /line 2, column 13/],
    'with a comment': ['{\n// x\n}', /line 2, column 1/],
    'of single quotes': ["{'start': 1}", /line 1, column 2/],
    'of something that is no value': ['undefined', /line 1, column 1/],
    'of NaN': ['{"start": NaN}', /line 1, column 11/],
    'with a raw line feed in a string': ['{"a": "\n"}', /line 1, column 8/],
    empty: ['', /empty/],
    'of white space': [' \n ', /empty/],
    'nested too deep': [`${'['.repeat(100_000)}`, /line 1, column 33/],
    'nested too deep in objects': [`{"a":`.repeat(40), /deeper than 32/],
    'nested too deep behind brackets in a string': [`{"a":"]]]]","b":${'['.repeat(40)}`, /deeper than 32/],
  };
  test.each(Object.entries(broken))('%s: 400 with its place', async (_, [body, place]) => {
    const answer = await put(body);
    expect(said(answer)).toBe('400 malformed-request');
    expect(asProblem(answer).detail).toMatch(place);
  });

  test('but bytes: 400 with the first that is wrong', async () => {
    const handler = await handlerOf(annotations.addAnnotation);
    const { token } = await tokenOf();
    const bytes = Buffer.concat([Buffer.from('{"tag": "'), Buffer.from([0xc3, 0x28]), Buffer.from('"}')]);
    const request = new Request(`http://localhost/api/v1/annotations/${newId()}`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: bytes,
    });
    const response = await handler(request, { params: Promise.resolve({ id: newId() }) });
    expect(response.status).toBe(400);
    expect(await response.text()).toMatch(/Byte 9/);
  });

  test('that is too large: 413, however it comes', async () => {
    const huge = JSON.stringify({ ...good(), note: 'x'.repeat(1_000_000) });
    expect(said(await put(huge))).toBe('413 too-large');
    const lying = await put(huge, { 'content-length': '5' });
    expect(said(lying)).toBe('413 too-large');
  });

  const types: Record<string, string | null> = {
    none: null,
    text: 'text/plain',
    'a form': 'application/x-www-form-urlencoded',
    'another charset': 'application/json; charset=latin1',
    'nearly JSON': 'application/jsonp',
  };
  test.each(Object.entries(types))('by its content type, %s: 415', async (_, type) => {
    expect(said(await put(JSON.stringify(good()), { 'content-type': type }))).toBe(
      '415 unsupported-media-type',
    );
  });

  test('is not taken where none is expected', async () => {
    const call = { params: { id: mark.id }, revision: 1 };
    expect(said(await refused(annotations.restoreAnnotation, { ...call, body: { note: 'x' } }))).toBe(
      '422 invalid-input',
    );
    expect(said(await refused(annotations.restoreAnnotation, { ...call, body: {} }))).toBe(
      '409 wrong-status',
    );
  });
});

async function tokenOf(): Promise<{ token: string }> {
  const made = await makeToken(
    desk.article.project.editor,
    { name: 'a test', scope: 'write', expiresAt: null },
    { operationId: null, now: new Date() },
  );
  if (!made.ok) throw new Error(made.failure.detail);
  return made.value;
}

describe('a mark that cannot be', () => {
  const wrong: Record<string, { body: () => unknown; field: string; code?: string }> = {
    'a list': { body: () => [good()], field: '' },
    'a text': { body: () => 'mark this'.split(' '), field: '' },
    nothing: { body: () => null, field: '' },
    'an unknown field': { body: () => ({ ...good(), status: 'accepted' }), field: 'status' },
    'a field named like a prototype': {
      body: () => JSON.parse('{"__proto__": {"admin": true}}') as object,
      field: 'versionId',
    },
    'an offset in words': { body: () => ({ ...good(), start: '2' }), field: 'start' },
    'a negative offset': { body: () => ({ ...good(), start: -1 }), field: 'start' },
    'a fractional offset': { body: () => ({ ...good(), start: 2.5 }), field: 'start' },
    'an offset beyond any text': { body: () => ({ ...good(), end: 2_000_001 }), field: 'end' },
    'an offset beyond any number': { body: () => ({ ...good(), end: 1e300 }), field: 'end' },
    'no offset': { body: () => ({ ...good(), end: null }), field: 'end' },
    'a reversed span': { body: () => ({ ...good(), start: 10, end: 2 }), field: 'end' },
    'an empty span': { body: () => ({ ...good(), end: 2 }), field: 'end' },
    'a span beyond the text': { body: () => ({ ...good(), end: 1_000 }), field: 'end' },
    'a span that is too long': { body: () => ({ ...good(), end: 20_003 }), field: 'end' },
    'an empty quote': { body: () => ({ ...good(), exact: '' }), field: 'exact' },
    'a quote with a NUL': { body: () => ({ ...good(), exact: 'Soyug-\0G' }), field: 'exact' },
    'half a surrogate pair': { body: () => ({ ...good(), note: 'a \ud83d b' }), field: 'note' },
    'a tag with a NUL': { body: () => ({ ...good(), tag: 'name\0' }), field: 'tag' },
    'an endless value': { body: () => ({ ...good(), value: 'x'.repeat(1_001) }), field: 'value' },
    'an endless correction': {
      body: () => ({ ...good(), correction: '😀'.repeat(20_001) }),
      field: 'correction',
    },
    'an endless note': { body: () => ({ ...good(), note: 'x'.repeat(10_001) }), field: 'note' },
    'a severity nobody knows': { body: () => ({ ...good(), severity: 'fatal' }), field: 'severity' },
    'a version that is no id': { body: () => ({ ...good(), versionId: '1 OR 1=1' }), field: 'versionId' },
    'evidence that runs': {
      body: () => ({ ...good(), evidenceUrl: 'javascript:alert(1)' }),
      field: 'evidenceUrl',
    },
    'evidence with a password': {
      body: () => ({ ...good(), evidenceUrl: 'https://a:b@c.example/' }),
      field: 'evidenceUrl',
    },
    'evidence that is no link': {
      body: () => ({ ...good(), evidenceUrl: 'the archive' }),
      field: 'evidenceUrl',
    },
    'empty evidence': { body: () => ({ ...good(), evidenceNote: '' }), field: 'evidenceNote' },
    'a version that is not there': {
      body: () => ({ ...good(), versionId: newId() }),
      field: '',
      code: '404 not-found',
    },
    'a version of another project': {
      body: () => ({ ...good(), versionId: theirs.versionId }),
      field: '',
      code: '404 not-found',
    },
  };
  test.each(Object.entries(wrong))(
    '%s names its field',
    async (_, { body, field, code = '422 invalid-input' }) => {
      const answer = await put(JSON.stringify(body()));
      expect(said(answer)).toBe(code);
      const { errors, detail } = asProblem(answer);
      expect(errors[0]?.field ?? '').toBe(field);
      expect(detail).not.toBe('');
    },
  );
});

describe('ids', () => {
  const inPath: Record<string, (id: string) => [Endpoint, Call]> = {
    'a project': (id) => [projects.getProject, { params: { id } }],
    members: (id) => [projects.listMembers, { params: { id } }],
    'a schema': (id) => [projects.getSchema, { params: { id } }],
    'a change of schema': (id) => [
      projects.changeSchema,
      { params: { id }, body: { version: 1, changes: [{ kind: 'retire', key: 'term' }] } },
    ],
    articles: (id) => [articles.listArticles, { params: { id } }],
    'a new article': (id) => [articles.addArticle, { params: { id }, body: { text: 'A text' } }],
    'an article': (id) => [articles.getArticle, { params: { id } }],
    'a change of an article': (id) => [articles.changeArticle, { params: { id }, body: { trashed: true } }],
    'a version': (id) => [articles.getVersion, { params: { id } }],
    events: (id) => [articles.listEvents, { params: { id } }],
    marks: (id) => [annotations.listAnnotations, { params: { id } }],
    'a mark': (id) => [annotations.getAnnotation, { params: { id } }],
    'a history': (id) => [annotations.getAnnotationHistory, { params: { id } }],
    'a change of a mark': (id) => [
      annotations.changeAnnotation,
      { params: { id }, revision: 1, body: { note: 'x' } },
    ],
    'a deletion': (id) => [annotations.deleteAnnotation, { params: { id }, revision: 1 }],
    'a restoration': (id) => [annotations.restoreAnnotation, { params: { id }, revision: 1 }],
    'a decision': (id) => [
      annotations.decideAnnotation,
      { params: { id }, revision: 1, body: { verdict: 'sic' } },
    ],
    evidence: (id) => [annotations.addEvidence, { params: { id }, revision: 1, body: { note: 'x' } }],
  };
  const idsOfTheirs = () => [
    theirs.id,
    theirs.articleId,
    theirs.versionId,
    theirs.article.project.id,
    theirs.article.project.editor.id,
  ];

  test.each(Object.entries(inPath))(
    'of %s: unknown, of another project or of another thing, it is not found',
    async (_, callOn) => {
      for (const id of [newId(), ...idsOfTheirs()]) {
        const [endpoint, call] = callOn(id);
        expect(said(await refused(endpoint, call))).toBe('404 not-found');
      }
    },
  );

  test.each(Object.entries(inPath))('of %s that are no ids are named', async (_, callOn) => {
    for (const id of ['1', 'null', "'; DROP TABLE person; --", `${newId()}x`, '\0', '../../me', '%00']) {
      const [endpoint, call] = callOn(id);
      const answer = await refused(endpoint, call);
      expect(said(answer)).toBe('422 invalid-input');
      expect(asProblem(answer).errors[0]?.field).toBe('id');
    }
  });

  test('are the same in capitals', async () => {
    const upper = { params: { id: mark.id.toUpperCase() } };
    expect(said(await desk.editor.call(annotations.getAnnotation, upper))).toBe('200');
  });
});

describe('queries', () => {
  const wrong: Record<string, { query: Record<string, string>; field: string }> = {
    'an unknown name': { query: { colour: 'red' }, field: 'colour' },
    'a limit of nothing': { query: { limit: '0' }, field: 'limit' },
    'a limit without end': { query: { limit: '1001' }, field: 'limit' },
    'a limit in words': { query: { limit: 'many' }, field: 'limit' },
    'a status nobody knows': { query: { status: 'done' }, field: 'status' },
    'an author that is no id': { query: { author: 'me' }, field: 'author' },
    'a search with a NUL': { query: { q: 'a\0b' }, field: 'q' },
    'an endless search': { query: { q: 'x'.repeat(201) }, field: 'q' },
  };
  test.each(Object.entries(wrong))('with %s name it', async (_, { query, field }) => {
    const answer = await refused(annotations.listAnnotations, { params: { id: desk.article.id }, query });
    expect(said(answer)).toBe('422 invalid-input');
    expect(asProblem(answer).errors[0]?.field).toBe(field);
  });

  test('that say one thing twice are refused', async () => {
    const handler = await handlerOf(annotations.listAnnotations);
    const { token } = await tokenOf();
    const url = `http://localhost/api/v1/articles/${desk.article.id}/annotations?status=open&status=sic`;
    const request = new Request(url, { headers: { authorization: `Bearer ${token}` } });
    const response = await handler(request, { params: Promise.resolve({ id: desk.article.id }) });
    expect(response.status).toBe(422);
  });
});

describe('headers', () => {
  const change = { body: { note: 'x' } };
  const wrong: Record<string, Call['headers']> = {
    'a revision without quotes': { 'if-match': '1' },
    'a weak revision': { 'if-match': 'W/"1"' },
    'two revisions': { 'if-match': '"1", "2"' },
    'revision zero': { 'if-match': '"0"' },
    'a huge revision': { 'if-match': '"99999999999999999999"' },
    'a key that is no UUID': { 'if-match': '"1"', 'idempotency-key': 'abc' },
  };
  test.each(Object.entries(wrong))('with %s are malformed', async (_, headers = {}) => {
    const call = { params: { id: mark.id }, ...change, headers };
    expect(said(await refused(annotations.changeAnnotation, call))).toBe('400 malformed-request');
  });
});

describe('a write that relies on a cookie', () => {
  const browser = async (headers: Record<string, string>): Promise<TestApi> => {
    const session = valueOf(await signInAs(desk.article.project.editor.id, new Headers()));
    const cookie = session.getSetCookie().map((line) => line.split(';')[0]);
    return new TestApi({ cookie: cookie.join('; '), ...headers });
  };
  const write = () => ({ params: { id: newId() }, body: good() });

  const foreign: Record<string, Record<string, string>> = {
    'no origin': {},
    'another origin': { origin: 'https://elsewhere.example' },
    'an opaque origin': { origin: 'null' },
    'another port': { origin: 'http://localhost:3999' },
    'a longer name': { origin: 'http://localhost:3000.elsewhere.example' },
  };
  test.each(Object.entries(foreign))('from %s is refused', async (_, headers) => {
    const api = await browser(headers);
    expect(said(await refused(annotations.addAnnotation, write(), api))).toBe('403 foreign-origin');
    expect(
      said(await refused(annotations.deleteAnnotation, { params: { id: mark.id }, revision: 1 }, api)),
    ).toBe('403 foreign-origin');
    expect(said(await api.call(annotations.getAnnotation, { params: { id: mark.id } }))).toBe('200');
  });

  test('from our own page is done', async () => {
    const api = await browser({ origin: 'http://localhost:3000' });
    expect(said(await api.call(annotations.addAnnotation, write()))).toBe('201');
  });

  test('a token needs no origin, and says who asks even where a cookie says otherwise', async () => {
    expect(said(await desk.reviewer.call(annotations.addAnnotation, write()))).toBe('201');
    const api = await browser({ authorization: 'Bearer galley_forged', origin: 'http://localhost:3000' });
    expect(said(await refused(annotations.addAnnotation, write(), api))).toBe('401 unauthenticated');
  });
});

describe('an answer', () => {
  test('says that it is no page, nor to be kept', async () => {
    const answer = await refused(annotations.getAnnotation, { params: { id: newId() } });
    expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(asProblem(answer)).toEqual({
      type: 'urn:galley:problem:not-found',
      title: 'Not found',
      status: 404,
      code: 'not-found',
      detail: expect.stringContaining('annotation') as string,
      errors: [],
    });
  });

  test('to another method is a problem too', async () => {
    const answer = await POST(new Request('http://localhost/'), { params: Promise.resolve({}) });
    expect(answer.status).toBe(405);
    expect(answer.headers.get('allow')).toBe('GET');
    expect(await answer.json()).toMatchObject({ code: 'method-not-allowed' });
  });
});
