import { beforeAll, describe, expect, test } from 'vitest';
import { buildAnnotation } from '@/prisma/builders/annotation';
import { buildArticle } from '@/prisma/builders/article';
import { asMark, asProblem, buildDesk, said, type BuiltDesk } from '@/prisma/builders/desk';
import { buildSource } from '@/prisma/builders/source';
import { withTestDatabase } from '@/prisma/with-test-database';
import { changeArticle, listEvents } from '@/lib/contract/endpoints/articles';
import {
  addEvidence,
  deleteAnnotation,
  removeEvidence,
  runOperations,
} from '@/lib/contract/endpoints/annotations';
import {
  addSource,
  changeSource,
  getSource,
  listSources,
  removeSource,
} from '@/lib/contract/endpoints/sources';
import type { EventPage } from '@/lib/contract/event';
import type { SourceView, SourceWithText } from '@/lib/contract/source';
import { newId } from '@/lib/ids';
import { db } from '@/lib/store/client';
import { reportInputFor } from '@/lib/store/report-input';
import { valueOf } from '@/prisma/builders/value-of';

withTestDatabase();

const TEXT = '😀 The Soyug-FG flew.\r\nשלום said nobody, café\u0301 twice. The Soyuz-FG flew.';
const STORED = TEXT.replaceAll('\r\n', '\n');

let desk: BuiltDesk;
beforeAll(async () => {
  desk = await buildDesk({ text: 'A Soyug-FG rocket.\n\nMore text.' });
});

const add = (body: object, key?: string, api = desk.reviewer) =>
  api.call(addSource, { params: { id: desk.article.id }, body, ...(key === undefined ? {} : { key }) });
const list = async (): Promise<SourceView[]> => {
  const { body } = await desk.reviewer.call(listSources, { params: { id: desk.article.id } });
  return (body as { items: SourceView[] }).items;
};
const made = async (body: object = { text: TEXT }): Promise<SourceView> =>
  (await add(body)).body as SourceView;

/** Evidence of `excerpt` where it first stands. */
function at(source: SourceView, excerpt: string, more: object = {}): object {
  const from = STORED.indexOf(excerpt);
  const start = [...STORED.slice(0, from)].length;
  return { sourceId: source.id, excerpt, start, end: start + [...excerpt].length, ...more };
}

describe('a source', () => {
  test('is stored as it came but for line ends, numbered, and titled by its first line unless told', async () => {
    const answer = await add({ text: TEXT, url: 'https://space.example/a', kind: 'primary', author: 'NASA' });
    expect(answer.status).toBe(201);
    const source = answer.body as SourceView;
    expect(source).toMatchObject({
      title: '😀 The Soyug-FG flew.',
      author: 'NASA',
      kind: 'primary',
      protected: false,
      length: [...STORED].length,
      revision: 1,
    });
    const read = await desk.editor.call(getSource, { params: { id: source.id } });
    expect((read.body as SourceWithText).text).toBe(STORED);
    const next = await made({ title: 'A call with the pilot' });
    expect(next).toMatchObject({ number: source.number + 1, length: 0, sha256: null });
    expect((await list()).map(({ id }) => id)).toEqual(expect.arrayContaining([source.id, next.id]));
  });

  test.each([
    ['nothing at all', {}, '422 invalid-input', 'title'],
    ['a blank text', { text: ' \n' }, '422 invalid-input', 'text'],
    ['a NUL', { text: 'a\0b' }, '422 invalid-input', 'text'],
    ['half a surrogate pair', { text: 'a\ud800b' }, '422 invalid-input', 'text'],
    ['more than two million bytes', { text: 'é'.repeat(1_000_001) }, '413 too-large', 'text'],
    ['a link with a password', { title: 'x', url: 'https://a:b@space.example' }, '422 invalid-input', 'url'],
    ['an unknown field', { title: 'x', colour: 'red' }, '422 invalid-input', 'colour'],
  ])('%s is refused and leaves nothing', async (_, body, expected, field) => {
    const before = await list();
    const answer = await add(body);
    expect(said(answer)).toBe(expected);
    expect(asProblem(answer).errors.map((error) => error.field)).toEqual([field]);
    expect(await list()).toEqual(before);
  });

  test('asked for again under the same key is made once', async () => {
    const key = newId();
    const [first, again] = [await add({ title: 'Once' }, key), await add({ title: 'Once' }, key)];
    expect(again.body).toEqual(first.body);
    expect(said(await add({ title: 'Twice' }, key))).toBe('422 operation-reused');
    expect((await list()).filter(({ title }) => title === 'Once')).toHaveLength(1);
  });

  test('made by several at once gets numbers without a gap or a double', async () => {
    const article = await buildArticle({ project: desk.article.project });
    const sources = await Promise.all(Array.from({ length: 6 }, () => buildSource(article)));
    expect(sources.map(({ number }) => number).sort()).toEqual([1, 2, 3, 4, 5, 6]);
  });

  test('changes in its facts alone, from the revision that was seen', async () => {
    const { id } = await made({ title: 'Draft' });
    const change = (revision: number, body: object) =>
      desk.editor.call(changeSource, { params: { id }, revision, body });
    const answer = await change(1, { title: 'Final', protected: true, author: null });
    expect(answer.body).toMatchObject({ title: 'Final', protected: true, revision: 2 });
    expect(said(await change(1, { title: 'Late' }))).toBe('409 stale-revision');
    expect(said(await change(2, { text: 'other' }))).toBe('422 invalid-input');
    await expect(db().source.update({ where: { id }, data: { text: 'x' } })).rejects.toThrow();
  });

  test('that was taken back is gone, its number is not given again', async () => {
    const source = await made({ title: 'Wrong paper' });
    const gone = await desk.reviewer.call(removeSource, { params: { id: source.id }, revision: 1 });
    expect(gone.status).toBe(200);
    expect(said(await desk.reviewer.call(getSource, { params: { id: source.id } }))).toBe('404 not-found');
    expect((await made({ title: 'Right paper' })).number).toBe(source.number + 1);
    expect(await db().source.count({ where: { id: source.id } })).toBe(1);
  });

  test('tells what happened to it in the article’s events', async () => {
    const article = await buildArticle({ project: desk.article.project });
    const source = await buildSource(article);
    await desk.editor.call(changeSource, { params: { id: source.id }, revision: 1, body: { title: 'B' } });
    await desk.editor.call(removeSource, { params: { id: source.id }, revision: 2 });
    const { body } = await desk.editor.call(listEvents, { params: { id: article.id }, query: { after: 1 } });
    const { items } = body as EventPage;
    expect(items.map(({ kind }) => kind)).toEqual(['source.added', 'source.changed', 'source.removed']);
    expect(JSON.stringify(items)).not.toContain('will not close');
  });

  test('of an archived article stays as it is', async () => {
    const article = await buildArticle({ project: desk.article.project });
    const source = await buildSource(article);
    await desk.editor.call(changeArticle, { params: { id: article.id }, body: { archived: true } });
    const answer = await desk.editor.call(removeSource, { params: { id: source.id }, revision: 1 });
    expect(said(answer)).toBe('409 wrong-status');
    const another = await desk.editor.call(addSource, { params: { id: article.id }, body: { title: 'x' } });
    expect(said(another)).toBe('409 wrong-status');
  });
});

describe('evidence from a source', () => {
  const tie = async (evidence: object) => {
    const mark = await buildAnnotation({ article: desk.article, quote: 'rocket' });
    return desk.reviewer.call(addEvidence, { params: { id: mark.id }, revision: 1, body: evidence });
  };

  test('holds both selectors, computed by the server', async () => {
    const source = await made();
    const mark = asMark(await tie(at(source, 'Soyuz-FG', { relation: 'contradicts', note: 'end of page' })));
    const [piece] = mark.evidence;
    expect(piece).toMatchObject({
      source: { id: source.id, number: source.number, title: source.title },
      excerpt: 'Soyuz-FG',
      relation: 'contradicts',
      note: 'end of page',
      suffix: ' flew.',
    });
    expect(STORED.endsWith(`${piece!.prefix}Soyuz-FG flew.`)).toBe(true);
    expect([...STORED].slice(piece!.start!, piece!.end!).join('')).toBe('Soyuz-FG');
  });

  test('may be a place without an excerpt', async () => {
    const source = await made({ title: 'A call' });
    const mark = asMark(await tie({ sourceId: source.id, locator: 'minute 12' }));
    expect(mark.evidence[0]).toMatchObject({
      source: { title: 'A call' },
      locator: 'minute 12',
      start: null,
    });
  });

  test.each([
    ['other words than stand there', { start: 2, end: 5, excerpt: 'the' }, '409 quote-mismatch'],
    ['a place behind the end', { start: 5_000, end: 5_003, excerpt: 'The' }, '422 invalid-input'],
    ['a place without its words', { start: 2, end: 5, excerpt: undefined }, '422 invalid-input'],
    ['a place that ends before it starts', { start: 5, end: 2, excerpt: 'The' }, '422 invalid-input'],
    ['half a place', { start: 2, end: undefined, excerpt: 'The' }, '422 invalid-input'],
  ])('%s is refused', async (_, place, expected) => {
    expect(said(await tie({ sourceId: (await made()).id, ...place }))).toBe(expected);
  });

  test('never names a source of another article, whoever writes it', async () => {
    const other = await buildSource(await buildArticle({ project: desk.article.project }));
    expect(said(await tie({ sourceId: other.id }))).toBe('422 invalid-input');
    const mark = await buildAnnotation({ article: desk.article });
    const row = { id: newId(), annotationId: mark.id, sourceId: other.id, madeById: mark.author.id };
    await expect(db().evidence.create({ data: row })).rejects.toThrow(/another article/);
    const own = await made();
    const lie = { ...row, sourceId: own.id, excerpt: 'Nobody', start: 0, end: 6, prefix: '', suffix: '' };
    await expect(db().evidence.create({ data: lie })).rejects.toThrow(/does not say this/);
  });

  test('keeps its source from being taken back, also from the trash', async () => {
    const source = await made();
    const mark = asMark(await tie(at(source, 'flew')));
    const remove = () => desk.editor.call(removeSource, { params: { id: source.id }, revision: 1 });
    const refused = await remove();
    expect(said(refused)).toBe('409 source-cited');
    expect(asProblem(refused).detail).toContain('“rocket”');
    await desk.editor.call(deleteAnnotation, { params: { id: mark.id }, revision: 2 });
    expect(said(await remove())).toBe('409 source-cited');
    const other = asMark(await tie(at(source, 'flew')));
    expect(asProblem(await remove()).detail).toMatch(/^2 marks/);
    for (const [{ id, evidence }, revision] of [[other, 2]] as const) {
      await desk.editor.call(removeEvidence, { params: { id, evidenceId: evidence[0]!.id }, revision });
    }
    expect(said(await remove())).toBe('409 source-cited');
  });

  test('and taking it back at the same moment end one way or the other', async () => {
    for (let round = 0; round < 5; round += 1) {
      const source = await made();
      const mark = await buildAnnotation({ article: desk.article, quote: 'rocket' });
      const [tied, removed] = await Promise.all([
        desk.reviewer.call(addEvidence, { params: { id: mark.id }, revision: 1, body: at(source, 'flew') }),
        desk.editor.call(removeSource, { params: { id: source.id }, revision: 1 }),
      ]);
      expect([said(tied), said(removed)].sort()).toEqual(
        tied.status === 201 ? ['201', '409 source-cited'] : ['200', '422 invalid-input'],
      );
    }
  });

  test('goes through a batch like any other', async () => {
    const source = await made();
    const mark = await buildAnnotation({ article: desk.article, quote: 'rocket' });
    const evidence = at(source, 'Soyuz-FG');
    const operation = {
      operationId: newId(),
      kind: 'evidence.add',
      id: mark.id,
      revision: 1,
      evidenceId: newId(),
      evidence,
    };
    const { body } = await desk.reviewer.call(runOperations, {
      params: { id: desk.article.id },
      body: { operations: [operation] },
    });
    expect(body).toMatchObject({
      results: [{ ok: true, annotation: { evidence: [{ excerpt: 'Soyuz-FG' }] } }],
    });
  });

  test('of a protected source leaves the desk without its words', async () => {
    const source = await made({ title: 'A whistleblower', text: STORED, protected: true });
    const mark = asMark(await tie(at(source, 'nobody', { note: 'her name is Ada', locator: 'page 9' })));
    const facts = valueOf(await reportInputFor(desk.article.project.editor, desk.article.id));
    const piece = facts.annotations.find(({ id }) => id === mark.id)!.evidence[0];
    expect(JSON.stringify(piece)).not.toMatch(/nobody|Ada|page 9|whistle/);
    expect(piece).toMatchObject({ note: 'A source held by the desk.' });
  });
});
