import { beforeAll, describe, expect, test } from 'vitest';
import { buildAnnotation } from '@/prisma/builders/annotation';
import { buildArticle, type BuiltArticle } from '@/prisma/builders/article';
import { buildDesk, said, type BuiltDesk } from '@/prisma/builders/desk';
import { buildSource } from '@/prisma/builders/source';
import { withTestDatabase } from '@/prisma/with-test-database';
import type { CoverageView } from '@/lib/contract/coverage';
import { addEvidence, decideAnnotation } from '@/lib/contract/endpoints/annotations';
import { changeArticle, listEvents } from '@/lib/contract/endpoints/articles';
import { changeCoverage, getCoverage } from '@/lib/contract/endpoints/checking';
import type { EventPage } from '@/lib/contract/event';
import { newId } from '@/lib/ids';
import { db } from '@/lib/store/client';

withTestDatabase();

// Ten words.
const TEXT = '😀 One two three. Four “five six”.\n\nSeven שלום nine café\u0301.';

let desk: BuiltDesk;
beforeAll(async () => {
  desk = await buildDesk({ text: TEXT });
});

const place = (quote: string) => {
  const start = [...TEXT.slice(0, TEXT.indexOf(quote))].length;
  return { start, end: start + [...quote].length };
};
const fresh = (): Promise<BuiltArticle> => buildArticle({ project: desk.article.project, text: TEXT });
const check = (article: BuiltArticle, quote: string, state: string | null, api = desk.reviewer) =>
  api.call(changeCoverage, {
    params: { id: article.id },
    body: { versionId: article.versionId, ...place(quote), state },
  });
const coverage = async ({ id }: BuiltArticle): Promise<CoverageView> =>
  (await desk.editor.call(getCoverage, { params: { id } })).body as CoverageView;

describe('coverage', () => {
  test('counts words, of which the whole has to be checked', async () => {
    const article = await fresh();
    expect(await coverage(article)).toMatchObject({ words: 10, checked: 0, spans: [], people: [] });
    await check(article, 'One two thr', 'verified');
    const { checked, unchecked } = await coverage(article);
    expect(checked).toBe(2);
    expect(unchecked).toEqual([{ start: place('three').start, end: place('café\u0301').end }]);
  });

  test('is each person’s own, and counts once in all', async () => {
    const article = await fresh();
    await check(article, 'One two three', 'verified');
    await check(article, 'three. Four', 'opinion', desk.editor);
    const { reviewer, editor } = article.project;
    expect(await coverage(article)).toMatchObject({
      checked: 4,
      people: [
        { person: { id: reviewer.id }, words: 3 },
        { person: { id: editor.id }, words: 2 },
      ],
      spans: [{ state: 'verified' }, { state: 'opinion' }],
    });
  });

  test('said again takes the place of what was said before, where it was said', async () => {
    const article = await fresh();
    await check(article, 'One two three. Four', 'verified');
    await check(article, 'two', 'wrong');
    await check(article, 'three', null);
    const { checked, spans, states } = await coverage(article);
    expect(checked).toBe(3);
    expect(spans.map(({ state }) => state)).toEqual(['verified', 'wrong', 'verified', 'verified']);
    expect(states).toContainEqual({ state: 'wrong', words: 1 });
    const rows = await db().checkedSpan.findMany({ where: { articleId: article.id }, select: { id: true } });
    expect(rows.length).toBeGreaterThan(spans.length);
    await expect(db().checkedSpan.deleteMany({ where: { articleId: article.id } })).rejects.toThrow();
  });

  test('that waits for an answer is not checked', async () => {
    const article = await fresh();
    await check(article, 'One two', 'pending');
    expect(await coverage(article)).toMatchObject({ checked: 0, people: [{ words: 0 }] });
  });

  test('comes to all of it', async () => {
    const article = await fresh();
    const body = { versionId: article.versionId, start: 0, end: [...TEXT].length, state: 'verified' };
    await desk.reviewer.call(changeCoverage, { params: { id: article.id }, body });
    expect(await coverage(article)).toMatchObject({ words: 10, checked: 10, unchecked: [] });
  });

  test('takes in verbatim quotations once they are accepted', async () => {
    const article = await fresh();
    const mark = await buildAnnotation({
      ...{ article, quote: '“five six”', tag: 'quote', state: 'verbatim' },
      correction: null,
    });
    expect(await coverage(article)).toMatchObject({ checked: 0 });
    const source = await buildSource(article, { text: 'five six' });
    const evidence = { sourceId: source.id, excerpt: 'five six', start: 0, end: 8 };
    await desk.editor.call(addEvidence, { params: { id: mark.id }, revision: 1, body: evidence });
    const decided = await desk.editor.call(decideAnnotation, {
      params: { id: mark.id },
      revision: 2,
      body: { verdict: 'accepted' },
    });
    expect(decided.status).toBe(201);
    expect(await coverage(article)).toMatchObject({ checked: 2, people: [], spans: [{ by: null }] });
  });

  test('is told in the article’s events, and only where something changed', async () => {
    const article = await fresh();
    const body = { versionId: article.versionId, ...place('One'), state: 'verified' };
    const key = newId();
    for (const operation of [key, key, newId()]) {
      await desk.reviewer.call(changeCoverage, { params: { id: article.id }, body, key: operation });
    }
    const events = await desk.editor.call(listEvents, { params: { id: article.id }, query: { after: 1 } });
    expect((events.body as EventPage).items.map(({ kind }) => kind)).toEqual(['coverage.changed']);
  });

  test.each([
    ['beyond the text', { start: 0, end: 5_000 }],
    ['of nothing', { start: 3, end: 3 }],
    ['of another version', { versionId: newId() }],
    ['in a state that is none', { state: 'perhaps' }],
    ['with more than it takes', { more: 1 }],
  ])('a passage %s is refused', async (_, part) => {
    const { id, versionId } = desk.article;
    const body = { versionId, start: 0, end: 3, state: 'verified', ...part };
    expect(said(await desk.reviewer.call(changeCoverage, { params: { id }, body }))).toBe(
      '422 invalid-input',
    );
  });

  test('of an archived article stays as it is', async () => {
    const article = await fresh();
    await desk.editor.call(changeArticle, { params: { id: article.id }, body: { archived: true } });
    expect(said(await check(article, 'One', 'verified'))).toBe('409 wrong-status');
    expect((await coverage(article)).words).toBe(10);
  });
});
