import { Client, type DatabaseError } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addEvidence } from '@/lib/commands/add-evidence';
import { newId } from '@/lib/ids';
import { settings } from '@/lib/settings';
import { buildAnnotation, type BuiltAnnotation } from './builders/annotation';
import { buildArticle, type BuiltArticle } from './builders/article';
import { valueOf } from './builders/value-of';
import { withTestDatabase } from './with-test-database';

withTestDatabase();

let client: Client;
let article: BuiltArticle;
let mark: BuiltAnnotation;
let rejected: BuiltAnnotation;
let merged: BuiltAnnotation;
let elsewhere: BuiltAnnotation;
let evidenceId: string;

beforeAll(async () => {
  article = await buildArticle({ text: '😀 Harbour Bridge\nopened in May.' });
  mark = await buildAnnotation({ article, quote: 'Harbour' });
  rejected = await buildAnnotation({ article, quote: 'May', status: 'rejected' });
  merged = await buildAnnotation({ article, quote: 'Bridge', status: 'merged', intoId: mark.id });
  elsewhere = await buildAnnotation();
  evidenceId = newId();
  const context = { operationId: evidenceId, now: new Date() };
  valueOf(
    await addEvidence(
      article.project.reviewer,
      mark.id,
      1,
      { note: 'A note', relation: 'supports' },
      context,
    ),
  );
  client = new Client({ connectionString: settings().databaseUrl });
  await client.connect();
});

afterAll(() => client.end());

/** The constraint or trigger that refuses a statement, also at the end of its transaction; null when nothing does. */
async function refusalOf(sql: string): Promise<string | null> {
  await client.query('BEGIN');
  try {
    await client.query(sql);
    await client.query('SET CONSTRAINTS ALL IMMEDIATE');
    return null;
  } catch (error) {
    const { constraint, message } = error as DatabaseError;
    return constraint ?? message;
  } finally {
    await client.query('ROLLBACK');
  }
}

const text = (characters: number): string => `repeat('x', ${characters})`;
const set = (table: string, id: string, values: string): string =>
  `UPDATE "${table}" SET ${values} WHERE "id" = '${id}'`;
const ofMark = (values: string): string => set('annotation', mark.id, values);

const insert = (table: string, values: Record<string, string>): string =>
  `INSERT INTO "${table}" (${Object.keys(values)
    .map((column) => `"${column}"`)
    .join(', ')}) VALUES (${Object.values(values).join(', ')})`;
const quoted = (value: string): string => `'${value}'`;

const person = (values: Record<string, string>): string =>
  insert('person', {
    id: quoted(newId()),
    email: `'new@desk.example'`,
    name: `'N'`,
    updatedAt: 'now()',
    ...values,
  });

const version = (values: Record<string, string>): string =>
  insert('article_version', {
    id: quoted(newId()),
    articleId: quoted(article.id),
    number: '2',
    text: `'abc'`,
    sha256: `encode(sha256('abc'), 'hex')`,
    length: '3',
    madeById: quoted(article.project.editor.id),
    ...values,
  });
const versionOf = (content: string, values: Record<string, string> = {}): string =>
  version({
    text: content,
    sha256: `encode(sha256(convert_to(${content}, 'UTF8')), 'hex')`,
    length: `char_length(${content})`,
    ...values,
  });

const annotation = (values: Record<string, string>): string =>
  insert('annotation', {
    id: quoted(newId()),
    projectId: quoted(article.project.id),
    articleId: quoted(article.id),
    versionId: quoted(article.versionId),
    authorId: quoted(article.project.reviewer.id),
    start: '2',
    end: '9',
    exact: `'Harbour'`,
    prefix: `''`,
    suffix: `''`,
    tag: `'spelling'`,
    severity: `'minor'`,
    ...values,
  });

const evidence = (values: Record<string, string>): string =>
  insert('evidence', {
    id: quoted(newId()),
    annotationId: quoted(mark.id),
    madeById: quoted(article.project.editor.id),
    ...values,
  });

const decision = (values: Record<string, string>): string =>
  insert('decision', {
    id: quoted(newId()),
    annotationId: quoted(mark.id),
    revision: '7',
    verdict: `'accepted'`,
    editorId: quoted(article.project.editor.id),
    ...values,
  });

const event = (values: Record<string, string>): string =>
  insert('event', {
    id: quoted(newId()),
    projectId: quoted(article.project.id),
    articleId: quoted(article.id),
    seq: '900',
    kind: `'annotation.changed'`,
    subjectId: quoted(mark.id),
    actorId: quoted(article.project.editor.id),
    operationId: quoted(newId()),
    requestHash: text(0).replace("'x', 0", "'0', 64"),
    ...values,
  });

const link = (values: Record<string, string>): string =>
  insert('one_time_link', {
    id: quoted(newId()),
    purpose: `'invitation'`,
    hash: quoted(newId()),
    email: `'guest@desk.example'`,
    expiresAt: `now() + interval '1 day'`,
    ...values,
  });

/** What is refused, and by what. Functions, because the rows exist only when the tests run. */
const refused: Record<string, [sql: () => string, by: string]> = {
  'an address in capitals': [() => person({ email: `'New@desk.example'` }), 'person_email_lower_case'],
  'an endless address': [() => person({ email: text(255) }), 'person_email_length'],
  'a person without a name': [() => person({ name: `''` }), 'person_name_length'],
  'an endless name': [() => person({ name: text(121) }), 'person_name_length'],
  'a link in capitals': [() => link({ email: `'Guest@desk.example'` }), 'one_time_link_email_lower_case'],
  'a link that has expired when it is made': [
    () => link({ expiresAt: `now() - interval '1 day'` }),
    'one_time_link_expires_later',
  ],
  'a link to a project without a role': [
    () => link({ projectId: quoted(article.project.id) }),
    'one_time_link_project_with_role',
  ],
  'an invitation of nobody': [() => link({ email: 'NULL' }), 'one_time_link_is_for_somebody'],
  'a new password for nobody': [() => link({ purpose: `'password_reset'` }), 'one_time_link_is_for_somebody'],

  'a project without a name': [
    () => set('project', article.project.id, `"name" = ''`),
    'project_name_length',
  ],
  'endless guidelines': [
    () => set('project', article.project.id, `"guidelines" = ${text(20_001)}`),
    'project_guidelines_length',
  ],
  'too many known names': [
    () => set('project', article.project.id, `"knownNames" = array_fill('a'::text, ARRAY[5001])`),
    'project_known_names',
  ],
  'a tag key that is no slug': [
    () => insert('tag', { projectId: quoted(article.project.id), key: `'Name!'` }),
    'tag_key_form',
  ],
  'a schema version below one': [
    () =>
      insert('tag_schema_version', {
        projectId: quoted(article.project.id),
        version: '0',
        tags: `'[]'`,
        madeById: quoted(article.project.editor.id),
      }),
    'tag_schema_version_number',
  ],
  'a schema that is no list': [
    () =>
      insert('tag_schema_version', {
        projectId: quoted(article.project.id),
        version: '9',
        tags: `'{}'`,
        madeById: quoted(article.project.editor.id),
      }),
    'tag_schema_version_tags',
  ],

  'an article without a title': [() => set('article', article.id, `"title" = ''`), 'article_title_length'],
  'an endless title': [() => set('article', article.id, `"title" = ${text(301)}`), 'article_title_length'],
  'an endless byline': [() => set('article', article.id, `"byline" = ${text(301)}`), 'article_byline_length'],
  'an address that is no link': [
    () => set('article', article.id, `"url" = 'javascript:alert(1)'`),
    'article_url_form',
  ],

  'an empty text': [() => versionOf(`''`), 'article_version_text_size'],
  'a text of more than 2 MB': [() => versionOf(text(2_000_001)), 'article_version_text_size'],
  'a text of more than 2 MB in few characters': [
    () => versionOf(`repeat('😀', 500001)`),
    'article_version_text_size',
  ],
  'a carriage return': [() => versionOf(`E'a\\r\\nb'`), 'article_version_line_ends'],
  'a byte order mark': [() => versionOf(`U&'\\FEFFabc'`), 'article_version_no_byte_order_mark'],
  'a length that is not the text’s': [() => version({ length: '4' }), 'article_version_length'],
  'a length in UTF-16 units': [() => versionOf(`'😀a'`, { length: '3' }), 'article_version_length'],
  'a hash that is not the text’s': [
    () => version({ sha256: `encode(sha256('abd'), 'hex')` }),
    'article_version_sha256',
  ],
  'half a file': [() => version({ fileName: `'a.txt'` }), 'article_version_file_whole'],
  'a file with another hash': [
    () => version({ fileName: `'a.txt'`, file: `'abc'`, fileSha256: text(64), fileEncoding: `'utf-8'` }),
    'article_version_file_sha256',
  ],
  'a file in an unknown encoding': [
    () =>
      version({
        fileName: `'a.txt'`,
        file: `'abc'`,
        fileSha256: `encode(sha256('abc'), 'hex')`,
        fileEncoding: `'latin-7'`,
      }),
    'article_version_file_encoding',
  ],
  'a version that changes': [
    () => set('article_version', article.versionId, `"text" = 'other'`),
    'article_version_not_changed',
  ],
  'a version whose file name changes': [
    () => set('article_version', article.versionId, `"fileName" = 'b.txt'`),
    'article_version_not_changed',
  ],

  'a quote that is not there': [() => annotation({ exact: `'Harbors'` }), 'annotation_exact'],
  'a quote one character further on': [() => annotation({ start: '3', end: '10' }), 'annotation_exact'],
  'a quote by UTF-16 offsets': [
    () => annotation({ start: '3', end: '10', exact: `'Harbour'` }),
    'annotation_exact',
  ],
  'a quote that differs in case': [() => annotation({ exact: `'harbour'` }), 'annotation_exact'],
  'a span beyond the text': [
    () => annotation({ start: '25', end: '40', exact: `'in May.         '` }),
    'annotation_exact',
  ],
  'a quote in a version of another article': [
    () => annotation({ versionId: quoted(elsewhere.versionId) }),
    'annotation_exact',
  ],
  'an empty span': [() => annotation({ end: '2', exact: `''` }), 'annotation_span'],
  'a reversed span': [() => annotation({ start: '9', end: '2' }), 'annotation_exact'],
  'a negative offset': [
    () => annotation({ start: '-1', end: '2', exact: `'😀 '` }),
    'annotation_exact_length',
  ],
  'a quote moved away from its text': [() => ofMark(`"start" = 3, "end" = 10`), 'annotation_exact'],
  'a quote rewritten': [() => ofMark(`"exact" = 'Harbors'`), 'annotation_exact'],
  'a context that is too long': [() => annotation({ prefix: text(33) }), 'annotation_context_length'],
  'a value that says nothing': [() => ofMark(`"value" = ''`), 'annotation_value_length'],
  'an endless value': [() => ofMark(`"value" = ${text(1_001)}`), 'annotation_value_length'],
  'an endless correction': [() => ofMark(`"correction" = ${text(20_001)}`), 'annotation_correction_length'],
  'an endless note': [() => ofMark(`"note" = ${text(10_001)}`), 'annotation_note_length'],
  'an endless state': [() => ofMark(`"state" = ${text(41)}`), 'annotation_state_length'],
  'a revision below one': [() => ofMark(`"revision" = 0`), 'annotation_revision'],
  'a tag that never was': [() => annotation({ tag: `'nonsense'` }), 'annotation_projectId_tag_fkey'],
  'an article of another project': [
    () => annotation({ projectId: quoted(elsewhere.article.project.id) }),
    'annotation_articleId_projectId_fkey',
  ],
  'a mark related to itself': [() => ofMark(`"relatedId" = "id"`), 'annotation_not_related_to_itself'],
  'a mark related to one of another article': [
    () => ofMark(`"relatedId" = '${elsewhere.id}'`),
    'annotation_related',
  ],
  'a new mark related to one of another article': [
    () => annotation({ relatedId: quoted(elsewhere.id) }),
    'annotation_related',
  ],
  'a mark deleted by nobody': [() => ofMark(`"deletedAt" = now()`), 'annotation_deleted_by_somebody'],
  'a mark given to another author': [
    () => ofMark(`"authorId" = '${article.project.editor.id}'`),
    'annotation_not_changed',
  ],
  'a mark with another past': [() => ofMark(`"createdAt" = now()`), 'annotation_not_changed'],

  'a merged mark without its mark': [() => ofMark(`"status" = 'merged'`), 'annotation_merged_into'],
  'a mark merged into itself': [
    () => ofMark(`"status" = 'merged', "intoId" = "id"`),
    'annotation_not_merged_into_itself',
  ],
  'a mark merged into one of another version': [
    () => set('annotation', rejected.id, `"status" = 'merged', "intoId" = '${elsewhere.id}'`),
    'annotation_intoId_versionId_fkey',
  ],
  'a mark merged into a merged one': [
    () => set('annotation', rejected.id, `"status" = 'merged', "intoId" = '${merged.id}'`),
    'annotation_merged',
  ],
  'merging a mark that others are merged into': [
    () => ofMark(`"status" = 'merged', "intoId" = '${rejected.id}'`),
    'annotation_merged',
  ],
  'deleting a mark that others are merged into': [
    () => ofMark(`"deletedAt" = now(), "deletedById" = "authorId"`),
    'annotation_merged',
  ],

  'evidence that says nothing': [() => evidence({}), 'evidence_says_something'],
  'evidence with a dangerous link': [() => evidence({ url: `'javascript:alert(1)'` }), 'evidence_url_form'],
  'evidence with an endless note': [() => evidence({ note: text(10_001) }), 'evidence_note_length'],
  'evidence with an endless excerpt': [() => evidence({ excerpt: text(10_001) }), 'evidence_excerpt_length'],
  'evidence with an endless locator': [
    () => evidence({ note: `'a'`, locator: text(201) }),
    'evidence_locator_length',
  ],
  'evidence that says something else now': [
    () => set('evidence', evidenceId, `"note" = 'Another'`),
    'evidence_not_changed',
  ],

  'a merge into nothing': [() => decision({ verdict: `'merged'` }), 'decision_merged_into'],
  'a rejection that names a mark': [
    () => decision({ verdict: `'rejected'`, reason: `'no'`, intoId: quoted(rejected.id) }),
    'decision_merged_into',
  ],
  'a merge into itself': [
    () => decision({ verdict: `'merged'`, intoId: quoted(mark.id) }),
    'decision_not_merged_into_itself',
  ],
  'a rejection without a reason': [() => decision({ verdict: `'rejected'` }), 'decision_rejects_with_reason'],
  'a correction in rejecting': [
    () => decision({ verdict: `'rejected'`, reason: `'no'`, correction: `'x'` }),
    'decision_corrects_in_accepting',
  ],
  'an endless reason': [() => decision({ reason: text(10_001) }), 'decision_reason_length'],
  'a second decision on one revision': [
    () => decision({ annotationId: quoted(rejected.id), revision: '1' }),
    'decision_annotationId_revision_key',
  ],
  'a decision that changes': [
    () => `UPDATE "decision" SET "reason" = 'Because' WHERE "annotationId" = '${rejected.id}'`,
    'decision_not_changed',
  ],

  'an event with the number of another': [() => event({ seq: '1' }), 'event_articleId_seq_key'],
  'a project’s event with the number of another': [
    () => event({ articleId: 'NULL', seq: '1' }),
    'event_project_seq_key',
  ],
  'an event of an operation that has one': [
    () => event({ operationId: `(SELECT "operationId" FROM "event" LIMIT 1)` }),
    'event_operationId_key',
  ],
  'an event without a kind': [() => event({ kind: `''` }), 'event_kind_form'],
  'an event with half a hash': [() => event({ requestHash: `'abc'` }), 'event_request_hash_form'],
  'an event that changes': [
    () => `UPDATE "event" SET "after" = NULL WHERE "subjectId" = '${mark.id}'`,
    'event_not_changed',
  ],
  'a schema version that changes': [
    () => `UPDATE "tag_schema_version" SET "tags" = '[]'`,
    'tag_schema_version_not_changed',
  ],
  'a key that changes': [() => `UPDATE "tag" SET "key" = 'other' WHERE "key" = 'term'`, 'tag_not_changed'],
};

describe('the database refuses', () => {
  test.each(Object.entries(refused))('%s', async (_, [sql, by]) => {
    expect(await refusalOf(sql())).toBe(by);
  });

  const kept = [
    'person',
    'project',
    'tag_schema_version',
    'tag',
    'article',
    'article_version',
    'annotation',
    'evidence',
    'decision',
    'event',
  ];

  test.each(kept)('to delete from %s', async (table) => {
    expect(await refusalOf(`DELETE FROM "${table}"`)).toBe(`${table}_not_deleted`);
  });

  test.each(kept)('to empty %s', async (table) => {
    // CASCADE reaches further tables, each of which refuses; which one is asked first is up to Postgres.
    expect(await refusalOf(`TRUNCATE "${table}" CASCADE`)).toMatch(/_not_deleted$/);
  });
});

describe('the database takes', () => {
  const taken: Record<string, () => string> = {
    'a mark by code points': () => annotation({}),
    'a mark up to the end of the text': () =>
      annotation({ start: '17', end: '31', exact: `'opened in May.'` }),
    'a deletion as a correction': () => ofMark(`"correction" = ''`),
    'a mark put into the trash': () =>
      set('annotation', rejected.id, `"deletedAt" = now(), "deletedById" = "authorId"`),
    'evidence taken back': () => set('evidence', evidenceId, `"deletedAt" = now()`),
    'a second version': () => version({}),
    'a limit in characters, whatever their bytes': () => ofMark(`"value" = repeat('😀', 1000)`),
    'an event of the project with a number that an article has used': () => event({ articleId: 'NULL' }),
  };
  test.each(Object.entries(taken))('%s', async (_, sql) => {
    expect(await refusalOf(sql())).toBeNull();
  });

  test('merges in one transaction whatever the order of their writes', async () => {
    expect(
      await refusalOf(
        `${set('annotation', rejected.id, `"status" = 'merged', "intoId" = '${merged.id}'`)};
         ${set('annotation', merged.id, `"status" = 'open', "intoId" = NULL`)}`,
      ),
    ).toBeNull();
  });
});

describe('a listener', () => {
  test('is told once for each article and statement, with the newest number', async () => {
    const heard: string[] = [];
    const listener = new Client({ connectionString: settings().databaseUrl });
    await listener.connect();
    listener.on('notification', ({ payload }) => heard.push(payload ?? ''));
    await listener.query('LISTEN galley');
    const made = await buildAnnotation({ article, quote: 'opened' });
    await expect.poll(async () => (await listener.query('SELECT 1'), heard)).toHaveLength(1);
    const [[id = '', seq] = []] = heard.map((payload) => payload.split(':'));
    expect(id).toBe(made.articleId);
    expect(Number(seq)).toBeGreaterThan(4);
    await listener.end();
  });
});

describe('the legal purge', () => {
  test('takes every word away and keeps what happened', async () => {
    const secret = await buildArticle({ text: 'A secret harbour.\n\nNobody may know.', title: 'A secret' });
    const gone = await buildAnnotation({
      article: secret,
      quote: 'secret harbour',
      note: 'a secret note',
      evidenceNote: 'a secret source',
      status: 'rejected',
    });
    const before = await client.query(
      `SELECT "seq", "kind", "actorId", "at", "operationId" FROM "event" WHERE "articleId" = $1 ORDER BY "seq"`,
      [secret.id],
    );
    const { rows } = await client.query<{ touched: string }>('SELECT redact_article($1) AS touched', [
      secret.id,
    ]);
    expect(Number(rows[0]?.touched)).toBeGreaterThanOrEqual(6);
    const after = await client.query(
      `SELECT "seq", "kind", "actorId", "at", "operationId" FROM "event" WHERE "articleId" = $1 ORDER BY "seq"`,
      [secret.id],
    );
    expect(after.rows).toEqual(before.rows);
    const version = await client.query<{ text: string; length: number }>(
      'SELECT "text", "length", "sha256" FROM "article_version" WHERE "articleId" = $1',
      [secret.id],
    );
    expect(version.rows[0]).toMatchObject({ text: '*****************\n\n****************', length: 35 });
    const left = await client.query<{ all: string }>(
      `SELECT concat_ws(' ',
         (SELECT to_jsonb(a) FROM "article" a WHERE "id" = $1),
         (SELECT json_agg(v) FROM "article_version" v WHERE "articleId" = $1),
         (SELECT json_agg(n) FROM "annotation" n WHERE "articleId" = $1),
         (SELECT json_agg(e) FROM "event" e WHERE "articleId" = $1),
         (SELECT json_agg(e) FROM "evidence" e WHERE "annotationId" = $2),
         (SELECT json_agg(d) FROM "decision" d WHERE "annotationId" = $2)) AS all`,
      [secret.id, gone.id],
    );
    expect(left.rows[0]?.all).not.toMatch(/secret|harbour|Nobody|purpose/i);
    const { rows: marks } = await client.query(
      'SELECT "start", "end", "status" FROM "annotation" WHERE "id" = $1',
      [gone.id],
    );
    expect(marks).toEqual([{ start: 2, end: 16, status: 'rejected' }]);
  });
});
