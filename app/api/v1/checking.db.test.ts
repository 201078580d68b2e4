import { beforeAll, describe, expect, test } from 'vitest';
import { buildAnnotation } from '@/prisma/builders/annotation';
import { buildArticle } from '@/prisma/builders/article';
import { asMark, buildDesk, said, type BuiltDesk } from '@/prisma/builders/desk';
import { buildSource } from '@/prisma/builders/source';
import { withTestDatabase } from '@/prisma/with-test-database';
import type { QuoteList, SuggestionList, SuggestionView } from '@/lib/contract/checking';
import { addAnnotation } from '@/lib/contract/endpoints/annotations';
import { changeArticle, listEvents } from '@/lib/contract/endpoints/articles';
import {
  addKnownName,
  dismissSuggestion,
  listQuotes,
  listSuggestions,
} from '@/lib/contract/endpoints/checking';
import { changeProject, getProject } from '@/lib/contract/endpoints/projects';
import type { EventPage } from '@/lib/contract/event';
import type { ProjectView } from '@/lib/contract/project';
import { newId } from '@/lib/ids';

withTestDatabase();

const TEXT =
  '😀 The harbour board met on the the bridge . Then the the bridge closed.\n\n' +
  '“We will close the old bridge at last,” Anna Harmsen said. “Nobody was told of it,” Anna Harmssen said.';
const MINUTES = 'Anna Harmsen: We will not close the old bridge at last. Then everybody left.';

let desk: BuiltDesk;
beforeAll(async () => {
  desk = await buildDesk({ text: TEXT });
});

const suggestions = async (id = desk.article.id, dismissed = 'false'): Promise<readonly SuggestionView[]> => {
  const answer = await desk.reviewer.call(listSuggestions, { params: { id }, query: { dismissed } });
  expect(answer.status).toBe(200);
  return (answer.body as SuggestionList).items;
};
const quotes = async (): Promise<QuoteList> =>
  (await desk.reviewer.call(listQuotes, { params: { id: desk.article.id } })).body as QuoteList;
const rulesOf = (items: readonly SuggestionView[]) => items.map(({ ruleId, exact }) => `${ruleId}: ${exact}`);
const dismiss = (suggestion: SuggestionView, hash: string, dismissed = true, id = desk.article.id) => {
  const { ruleId, exact } = suggestion;
  return desk.reviewer.call(dismissSuggestion, { params: { id }, body: { ruleId, hash, exact, dismissed } });
};

describe('suggestions', () => {
  test('quote the current version in code points, by place', async () => {
    const items = await suggestions();
    expect(rulesOf(items)).toEqual(
      expect.arrayContaining(['repeated-word: the the', 'stray-space: bridge .']),
    );
    for (const { start, end, exact } of items) expect([...TEXT].slice(start, end).join('')).toBe(exact);
    expect(items.map(({ start }) => start)).toEqual(items.map(({ start }) => start).sort((a, b) => a - b));
  });

  test('know the sources, as soon as there are some', async () => {
    const article = await buildArticle({ project: desk.article.project, text: TEXT });
    expect(rulesOf(await suggestions(article.id))).not.toContain('known-name: Harmssen');
    await buildSource(article, { text: MINUTES });
    const rules = rulesOf(await suggestions(article.id));
    expect(rules.some((rule) => rule.startsWith('misquotation: '))).toBe(true);
    expect(rules.some((rule) => /^known-name: .*Harmssen/.test(rule))).toBe(true);
  });

  test('cite the passage of the source that a quotation departs from', async () => {
    const article = await buildArticle({ project: desk.article.project, text: TEXT });
    const source = await buildSource(article, { text: MINUTES });
    const items = await suggestions(article.id);
    const misquoted = items.filter(({ ruleId }) => ruleId === 'misquotation');
    expect(misquoted).not.toHaveLength(0);
    for (const { cited } of misquoted) {
      expect(cited).toMatchObject({ sourceId: source.id });
      const { start, end, excerpt } = cited!;
      expect([...MINUTES].slice(start, end).join('')).toBe(excerpt);
    }
    const others = items.filter(({ ruleId }) => ruleId !== 'misquotation');
    expect(others.every(({ cited }) => cited === null)).toBe(true);
  });

  test('that a mark says already are left out; the mark keeps where it came from', async () => {
    const article = await buildArticle({ project: desk.article.project, text: TEXT });
    const [first] = (await suggestions(article.id)).filter(({ ruleId }) => ruleId === 'repeated-word');
    const { start, end, exact, tag, value, correction, ruleId, ruleVersion } = first!;
    const mark = await desk.reviewer.call(addAnnotation, {
      params: { id: newId() },
      body: {
        ...{ versionId: article.versionId, start, end, exact, tag, value, correction },
        origin: `${ruleId}@${ruleVersion}`,
      },
    });
    expect(asMark(mark)).toMatchObject({ origin: 'repeated-word@1', status: 'open' });
    const left = (await suggestions(article.id)).filter((each) => each.ruleId === 'repeated-word');
    expect(left).toHaveLength(1);
    expect(left[0]!.start).toBeGreaterThan(start);
    const forged = { versionId: article.versionId, start, end, exact, tag, origin: 'person at large' };
    expect(said(await desk.reviewer.call(addAnnotation, { params: { id: newId() }, body: forged }))).toBe(
      '422 invalid-input',
    );
  });

  test('that were dismissed stay away, here or everywhere, until they are called back', async () => {
    const article = await buildArticle({ project: desk.article.project, text: TEXT });
    const doubled = async (dismissed = 'false') =>
      (await suggestions(article.id, dismissed)).filter(({ ruleId }) => ruleId === 'repeated-word');
    const [first, second] = await doubled();
    expect(first!.groupHash).toBe(second!.groupHash);
    expect((await dismiss(first!, first!.hash, true, article.id)).status).toBe(200);
    expect(await doubled()).toEqual([second]);
    expect(await doubled('true')).toEqual([first]);
    expect((await dismiss(first!, first!.hash, true, article.id)).status).toBe(200);
    await dismiss(second!, second!.groupHash, true, article.id);
    expect(await doubled()).toEqual([]);
    await dismiss(second!, second!.groupHash, false, article.id);
    expect(await doubled()).toEqual([second]);
    const { body } = await desk.editor.call(listEvents, { params: { id: article.id }, query: { after: 1 } });
    expect((body as EventPage).items.map(({ kind }) => kind)).toEqual([
      'suggestion.dismissed',
      'suggestion.dismissed',
      'suggestion.recalled',
    ]);
  });

  test('dismissed in one article stay in another, also of the same text', async () => {
    const [one, two] = [
      await buildArticle({ project: desk.article.project, text: TEXT }),
      await buildArticle({ project: desk.article.project, text: TEXT }),
    ];
    const [first] = await suggestions(one.id);
    await dismiss(first!, first!.hash, true, one.id);
    expect(await suggestions(two.id)).toContainEqual(first);
  });

  test.each([
    ['a hash that is none', { hash: 'x' }],
    ['a rule that is none', { ruleId: 'Not a rule' }],
    ['no words', { exact: '' }],
    ['something unknown', { more: 1 }],
  ])('a dismissal with %s is refused', async (_, part) => {
    const body = { ruleId: 'spelling', hash: 'a'.repeat(64), exact: 'x', dismissed: true, ...part };
    const answer = await desk.reviewer.call(dismissSuggestion, { params: { id: desk.article.id }, body });
    expect(said(answer)).toBe('422 invalid-input');
  });

  test('of an archived article can be read and not dismissed', async () => {
    const article = await buildArticle({ project: desk.article.project, text: TEXT });
    await desk.editor.call(changeArticle, { params: { id: article.id }, body: { archived: true } });
    const [first] = await suggestions(article.id);
    expect(said(await dismiss(first!, first!.hash, true, article.id))).toBe('409 wrong-status');
  });

  test('follow the project: its names, its house style, its switches', async () => {
    const article = await buildArticle({ text: `${TEXT}\n\nIt rose by 5 percent.` });
    const { project } = article;
    const api = (await buildDesk({ project, text: TEXT })).editor;
    const rules = async () => {
      const { body } = await api.call(listSuggestions, { params: { id: article.id } });
      return rulesOf((body as SuggestionList).items).map((rule) => rule.split(':')[0]);
    };
    expect(await rules()).not.toContain('style-percent');
    const change = (body: object) => api.call(changeProject, { params: { id: project.id }, body });
    expect((await change({ houseStyle: { percent: '%' } })).status).toBe(200);
    expect(await rules()).toContain('style-percent');
    await change({ ruleSwitches: { 'repeated-word': false } });
    expect(await rules()).not.toContain('repeated-word');
    expect(said(await change({ houseStyle: { percent: 'few' } }))).toBe('422 invalid-input');
    expect(said(await change({ houseStyle: { colour: 'red' } }))).toBe('422 invalid-input');
    expect(await rules()).not.toContain('known-name');
    for (let twice = 0; twice < 2; twice += 1) {
      const answer = await api.call(addKnownName, {
        params: { id: project.id },
        body: { name: 'Anna Harmsen' },
      });
      expect((answer.body as ProjectView).knownNames).toEqual(['Anna Harmsen']);
    }
    expect(await rules()).toContain('known-name');
    const { body } = await api.call(getProject, { params: { id: project.id } });
    expect(body).toMatchObject({ houseStyle: { percent: '%' }, ruleSwitches: { 'repeated-word': false } });
  });
});

describe('the switches of rules', () => {
  const off = { ruleSwitches: { 'repeated-word': false } };
  const change = async (api: BuiltDesk['editor'], body: object) =>
    said(await api.call(changeProject, { params: { id: desk.article.project.id }, body }));

  test('are the editors’: a stranger and a reviewer are refused', async () => {
    expect(await change(desk.stranger, off)).toBe('404 not-found');
    expect(await change(desk.reviewer, off)).toBe('403 forbidden');
    expect(await change(desk.editor, off)).toBe('200');
  });

  test.each([
    ['an id that is none', { 'Not a rule': true }],
    ['neither on nor off', { spelling: 'maybe' }],
    [
      'more rules than there are',
      Object.fromEntries(
        Array.from({ length: 101 }, (_, n) => [
          `r-${'abcdefghij'[n % 10]}${'klmnopqrst'[Math.floor(n / 10) % 10]}${n > 99 ? 'z' : ''}`,
          true,
        ]),
      ),
    ],
  ])('are refused with %s', async (_, ruleSwitches) => {
    expect(await change(desk.editor, { ruleSwitches })).toBe('422 invalid-input');
  });
});

describe('quotations', () => {
  test('are not found where there is no source, and altered where one says something else', async () => {
    const before = await quotes();
    expect(before.sources).toBe(0);
    expect(before.items.map(({ verdict }) => verdict)).toEqual(['not found', 'not found']);
    const source = await buildSource(desk.article, { text: MINUTES });
    await buildSource(desk.article, { title: 'A call', text: undefined });
    const { sources, items } = await quotes();
    expect(sources).toBe(1);
    const [altered, missing] = items;
    expect(altered).toMatchObject({
      verdict: 'altered',
      exact: '“We will close the old bridge at last,”',
      source: { id: source.id, number: source.number },
      passage: 'We will not close the old bridge at last',
      changes: [{ kind: 'negation', printed: 'will', said: 'will not' }],
    });
    expect(altered!.shareVerbatim).toBeLessThan(1);
    const [change] = altered!.changes;
    expect([...TEXT].slice(change!.start, change!.end).join('')).toBe('will');
    expect([...MINUTES].slice(altered!.sourceStart!, altered!.sourceEnd!).join('')).toBe(altered!.passage);
    expect(missing).toMatchObject({ verdict: 'not found', source: null, passage: null });
  });

  test('can become a mark with the evidence of their own change', async () => {
    const { items } = await quotes();
    const { source, changes } = items[0]!;
    const { start, end, printed, said: words, sourceStart, sourceEnd } = changes[0]!;
    const mark = await buildAnnotation({
      ...{ article: desk.article, start, end, tag: 'misquote', value: 'meaning', correction: words },
    });
    expect(mark.exact).toBe(printed);
    expect([...MINUTES].slice(sourceStart, sourceEnd).join('')).toBe(words);
    expect(source!.title).toBe('The minutes');
  });
});
