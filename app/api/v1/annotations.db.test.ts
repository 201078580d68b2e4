import { beforeAll, describe, expect, test } from 'vitest';
import { buildAnnotation } from '@/prisma/builders/annotation';
import { asMark, asProblem, buildDesk, said, type BuiltDesk } from '@/prisma/builders/desk';
import { withTestDatabase } from '@/prisma/with-test-database';
import { describeTarget } from '@/lib/annotation/describe-target';
import type { AnnotationView } from '@/lib/contract/annotation';
import {
  addAnnotation,
  addEvidence,
  changeAnnotation,
  decideAnnotation,
  deleteAnnotation,
  getAnnotation,
  getAnnotationHistory,
  listAnnotations,
  listMyMarks,
  removeEvidence,
  restoreAnnotation,
} from '@/lib/contract/endpoints/annotations';
import { changeSchema } from '@/lib/contract/endpoints/projects';
import { changeArticle } from '@/lib/contract/endpoints/articles';
import type { EventView } from '@/lib/contract/event';
import { newId } from '@/lib/ids';
import { db } from '@/lib/store/client';
import { createArticleText } from '@/lib/text/article-text';
import { span } from '@/lib/text/offsets';

withTestDatabase();

const TEXT = '👩🏽‍🚀 flew a Soyug-FG rocket.\n\nA Soyug-FG is a rocket; a café\u0301 is not.\nשלום 🇳🇴 the end';

let desk: BuiltDesk;
beforeAll(async () => {
  desk = await buildDesk({ text: TEXT });
});

/** The `which`-th place of some words. */
function place(quote: string, which = 0): { versionId: string; start: number; end: number; exact: string } {
  let at = -1;
  for (let found = 0; found <= which; found += 1) at = TEXT.indexOf(quote, at + 1);
  const start = [...TEXT.slice(0, at)].length;
  return { versionId: desk.article.versionId, start, end: start + [...quote].length, exact: quote };
}

const put = (body: object, id = newId(), api = desk.reviewer) =>
  api.call(addAnnotation, { params: { id }, body });

async function make(body: object = {}): Promise<AnnotationView> {
  return asMark(await put({ ...place('rocket'), tag: 'spelling', correction: 'ship', ...body }));
}

describe('making a mark', () => {
  test('answers 201 with both selectors, the tag’s own severity and state, and the evidence', async () => {
    const id = newId();
    const target = place('Soyug-FG', 1);
    const { quote } = describeTarget(createArticleText(TEXT), span(target.start, target.end));
    const answer = await put(
      {
        ...target,
        tag: 'name misspelled',
        value: 'Soyug-FG',
        correction: 'Soyuz-FG',
        note: 'rocket, not ship',
        evidenceUrl: 'https://source.example/rockets',
        evidenceNote: 'page 3',
      },
      id,
    );
    expect(answer.status).toBe(201);
    expect(answer.headers.get('etag')).toBe('"1"');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(asMark(answer)).toMatchObject({
      id,
      articleId: desk.article.id,
      author: { id: desk.article.project.reviewer.id },
      prefix: quote.prefix,
      suffix: quote.suffix,
      tag: 'name',
      tagLabel: 'name misspelled',
      severity: 'major',
      state: null,
      status: 'open',
      revision: 1,
      evidence: [{ url: 'https://source.example/rockets', note: 'page 3', relation: 'supports' }],
      decision: null,
      changedSinceDecision: false,
    });
    expect(asMark(await desk.editor.call(getAnnotation, { params: { id } }))).toEqual(asMark(answer));
  });

  test('takes the severity of the value and the first state', async () => {
    expect(await make({ tag: 'misquote', value: 'meaning' })).toMatchObject({ severity: 'critical' });
    expect(await make({ tag: 'quote', correction: undefined })).toMatchObject({
      severity: 'note',
      state: 'unchecked',
    });
  });

  test('never cuts a grapheme cluster in the context, but marks inside one when told to', async () => {
    const inside = asMark(await put({ ...place('🏽'), tag: 'spelling' }));
    expect(inside.exact).toBe('🏽');
    const after = asMark(await put({ ...place(' flew a Soyug-FG rocket.\n\nA Soyu'), tag: 'unclear' }));
    expect(after.prefix).toBe('👩🏽‍🚀');
  });

  test('twice the same answers 200, other content 409 with what is there', async () => {
    const id = newId();
    const body = { ...place('Soyug-FG'), tag: 'spelling', correction: 'Soyuz-FG', evidenceNote: 'seen' };
    const first = await put(body, id);
    const again = await put({ ...body, tag: 'Spelling' }, id);
    expect([first.status, again.status]).toEqual([201, 200]);
    expect(again.body).toEqual(first.body);
    const other = await put({ ...body, correction: 'Soyuz' }, id);
    expect(said(other)).toBe('409 already-exists');
    expect(asProblem(other).current).toEqual(first.body);
    expect(await db().event.count({ where: { subjectId: id } })).toBe(1);
  });

  test('the same request again answers 200 also after somebody has changed the mark', async () => {
    const id = newId();
    const body = { ...place('Soyug-FG'), tag: 'spelling' };
    await put(body, id);
    const changed = await desk.reviewer.call(changeAnnotation, {
      params: { id },
      revision: 1,
      body: { note: 'see below' },
    });
    const again = await put(body, id);
    expect(again.status).toBe(200);
    expect(again.body).toEqual(changed.body);
  });

  test('a quote that does not match is answered with what stands there', async () => {
    const { versionId, start, end } = place('Soyug-FG');
    const answer = await put({ ...place('Soyug-FG'), exact: 'Soyuz-FG', tag: 'name' });
    expect(said(answer)).toBe('409 quote-mismatch');
    expect(asProblem(answer).current).toEqual({ versionId, start, end, exact: 'Soyug-FG' });
  });

  test('offsets by UTF-16 units do not match after an emoji', async () => {
    const at = TEXT.indexOf('Soyug-FG');
    const answer = await put({ ...place('Soyug-FG'), start: at, end: at + 8, tag: 'name' });
    expect(said(answer)).toBe('409 quote-mismatch');
  });

  test('up to the very end of the text, and no further', async () => {
    const end = [...TEXT].length;
    expect((await put({ ...place('the end'), tag: 'unclear' })).status).toBe(201);
    const beyond = await put({ ...place('the end'), end: end + 1, exact: 'the end.', tag: 'unclear' });
    expect(said(beyond)).toBe('422 invalid-input');
    expect(asProblem(beyond).errors).toEqual([
      { field: 'end', message: `Lies beyond the text, which ends at ${end}.` },
    ]);
  });

  test('an unknown tag is answered with what was probably meant', async () => {
    const answer = await put({ ...place('rocket'), tag: 'speling' });
    expect(said(answer)).toBe('422 unknown-tag');
    expect(asProblem(answer).errors).toMatchObject([{ field: 'tag' }]);
    expect(asProblem(answer).detail).toContain('“spelling”');
  });

  const wrong: Record<string, { body: object; field: string }> = {
    'a value not on the list': { body: { tag: 'grammar', value: 'sintax' }, field: 'value' },
    'a value where there is none': {
      body: { tag: 'conflict', value: 'x', state: 'verbatim' },
      field: 'state',
    },
    'a state not on the list': { body: { tag: 'quote', state: 'sort of' }, field: 'state' },
    'a correction where none is taken': { body: { tag: 'query', correction: 'x' }, field: 'correction' },
  };
  test.each(Object.entries(wrong))('%s names its field', async (_, { body, field }) => {
    const answer = await put({ ...place('rocket'), ...body });
    expect(said(answer)).toBe('422 invalid-input');
    expect(asProblem(answer).errors[0]?.field).toBe(field);
  });

  test('a retired tag takes no new marks and keeps its old ones', async () => {
    const retiring = await buildDesk({ text: TEXT });
    const { project, versionId } = retiring.article;
    const old = await buildAnnotation({
      article: retiring.article,
      quote: 'rocket',
      tag: 'term',
      correction: 'x',
    });
    const retire = { version: 1, changes: [{ kind: 'retire', key: 'term' }] };
    expect(said(await retiring.editor.call(changeSchema, { params: { id: project.id }, body: retire }))).toBe(
      '200',
    );
    const body = { ...place('rocket'), versionId, tag: 'term' };
    expect(said(await put(body, newId(), retiring.reviewer))).toBe('422 unknown-tag');
    const kept = await retiring.reviewer.call(changeAnnotation, {
      params: { id: old.id },
      revision: 1,
      body: { correction: 'craft' },
    });
    expect(said(kept)).toBe('200');
  });

  test('not on the shelf: an archived or trashed article stays as it is', async () => {
    const shelved = await buildDesk({ text: TEXT });
    const { id, versionId } = shelved.article;
    const mark = await buildAnnotation({ article: shelved.article, quote: 'rocket' });
    const body = { ...place('rocket'), versionId, tag: 'spelling' };
    for (const shelf of ['archived', 'trashed']) {
      await shelved.editor.call(changeArticle, { params: { id }, body: { [shelf]: true } });
      expect(said(await put(body, newId(), shelved.editor))).toBe('409 wrong-status');
      const change = { params: { id: mark.id }, revision: 1, body: { note: 'late' } };
      expect(said(await shelved.editor.call(changeAnnotation, change))).toBe('409 wrong-status');
      await shelved.editor.call(changeArticle, { params: { id }, body: { [shelf]: false } });
    }
    expect(said(await put(body, newId(), shelved.editor))).toBe('201');
  });

  test('an id that is taken elsewhere is not given away', async () => {
    const theirs = await buildAnnotation();
    expect(said(await put({ ...place('rocket'), tag: 'spelling' }, theirs.id))).toBe('404 not-found');
    const other = await buildAnnotation({ article: { ...theirs.article, project: theirs.article.project } });
    expect(other.id).not.toBe(theirs.id);
  });

  test('the related mark is one of the same article', async () => {
    const mine = await make();
    expect(await make({ tag: 'conflict', correction: undefined, relatedId: mine.id })).toMatchObject({
      relatedId: mine.id,
    });
    const theirs = await buildAnnotation();
    const answer = await put({ ...place('rocket'), tag: 'conflict', relatedId: theirs.id });
    expect(said(answer)).toBe('404 not-found');
    expect(asProblem(answer).errors[0]?.field).toBe('relatedId');
  });
});

describe('changing a mark', () => {
  const patch = (id: string, revision: number | undefined, body: object, api = desk.reviewer) =>
    api.call(changeAnnotation, { params: { id }, body, ...(revision === undefined ? {} : { revision }) });

  test('keeps what is left out, clears by null, counts one revision', async () => {
    const mark = await make({ note: 'a note', value: 'rocket' });
    const changed = asMark(await patch(mark.id, 1, { note: null, severity: 'critical' }));
    expect(changed).toMatchObject({
      note: null,
      value: 'rocket',
      severity: 'critical',
      revision: 2,
      status: 'open',
    });
    expect(changed.createdAt).toBe(mark.createdAt);
  });

  test('moves either end, with a new context', async () => {
    const mark = await make();
    const moved = asMark(await patch(mark.id, 1, { ...withoutVersion(place('Soyug-FG rocket')) }));
    expect(moved).toMatchObject({ exact: 'Soyug-FG rocket', prefix: '👩🏽‍🚀 flew a ' });
    expect(said(await patch(mark.id, 2, { start: 0, end: 3, exact: 'xyz' }))).toBe('409 quote-mismatch');
    expect(said(await patch(mark.id, 2, { start: 0 }))).toBe('422 invalid-input');
  });

  test('needs the revision that was seen', async () => {
    const mark = await make();
    expect(said(await patch(mark.id, undefined, { note: 'x' }))).toBe('428 revision-required');
    expect(said(await patch(mark.id, 1, { note: 'x' }))).toBe('200');
    const stale = await patch(mark.id, 1, { note: 'y' });
    expect(said(stale)).toBe('409 stale-revision');
    expect(asProblem(stale).current).toMatchObject({ note: 'x', revision: 2 });
    const odd = { params: { id: mark.id }, body: { note: 'z' }, headers: { 'if-match': '*' } };
    expect(said(await desk.reviewer.call(changeAnnotation, odd))).toBe('400 malformed-request');
  });

  test('with another tag its state starts anew, and what the tag does not take is refused', async () => {
    const mark = await make({ tag: 'quote', correction: undefined, value: 'NASA', state: 'verbatim' });
    expect(await patch(mark.id, 1, { tag: 'claim' })).toMatchObject({
      body: { state: 'unchecked', value: 'NASA' },
    });
    const listed = await patch(mark.id, 2, { tag: 'query' });
    expect(said(listed)).toBe('422 invalid-input');
    expect(asProblem(listed).errors[0]?.field).toBe('value');
    expect(said(await patch(mark.id, 2, { tag: 'query', value: null }))).toBe('200');
  });

  const opening: Record<string, object> = {
    span: { start: 2, end: 9, exact: [...TEXT].slice(2, 9).join('') },
    tag: { tag: 'term' },
    value: { value: 'Rocket' },
    correction: { correction: '' },
    severity: { severity: 'critical' },
  };
  test.each(Object.entries(opening))(
    'of an accepted mark by its editor: another %s opens it',
    async (_, change) => {
      const mark = await buildAnnotation({ article: desk.article, quote: 'rocket', status: 'accepted' });
      const changed = asMark(await patch(mark.id, mark.revision, change, desk.editor));
      expect(changed).toMatchObject({
        status: 'open',
        changedSinceDecision: true,
        decision: { verdict: 'accepted' },
      });
      expect(changed.author).toEqual(mark.author);
    },
  );

  test('of an accepted mark: a note, or the same again, leaves it accepted', async () => {
    const mark = await buildAnnotation({ article: desk.article, quote: 'rocket', status: 'accepted' });
    const noted = asMark(await patch(mark.id, 2, { note: 'as agreed', correction: 'right' }, desk.editor));
    expect(noted).toMatchObject({ status: 'accepted', changedSinceDecision: false, revision: 3 });
  });

  test('by its author only while it is open, by an editor always', async () => {
    const mark = await buildAnnotation({ article: desk.article, quote: 'rocket', status: 'rejected' });
    expect(said(await patch(mark.id, 2, { note: 'but' }))).toBe('403 forbidden');
    expect(said(await patch(mark.id, 2, { note: 'but' }, desk.editor))).toBe('200');
  });
});

const withoutVersion = ({ start, end, exact }: ReturnType<typeof place>) => ({ start, end, exact });

describe('the trash', () => {
  test('takes a mark and gives it back as it was', async () => {
    const mark = await buildAnnotation({ article: desk.article, quote: 'rocket', status: 'accepted' });
    const at = { params: { id: mark.id } };
    const gone = asMark(await desk.editor.call(deleteAnnotation, { ...at, revision: 2 }));
    expect(gone.deletedAt).not.toBeNull();
    expect(said(await desk.editor.call(changeAnnotation, { ...at, revision: 3, body: { note: 'x' } }))).toBe(
      '409 wrong-status',
    );
    expect(said(await desk.editor.call(deleteAnnotation, { ...at, revision: 3 }))).toBe('409 wrong-status');
    const list = async (deleted: string) => {
      const answer = await desk.editor.call(listAnnotations, {
        params: { id: desk.article.id },
        query: { deleted, limit: 1_000 },
      });
      return (answer.body as { items: AnnotationView[] }).items.map(({ id }) => id);
    };
    expect(await list('false')).not.toContain(mark.id);
    expect(await list('true')).toContain(mark.id);
    const back = asMark(await desk.editor.call(restoreAnnotation, { ...at, revision: 3 }));
    expect(back).toMatchObject({ status: 'accepted', deletedAt: null, revision: 4 });
    expect(said(await desk.editor.call(restoreAnnotation, { ...at, revision: 4 }))).toBe('409 wrong-status');
  });

  test('does not take what others are merged into', async () => {
    const into = await make();
    const merged = await buildAnnotation({
      article: desk.article,
      quote: 'rocket',
      status: 'merged',
      intoId: into.id,
    });
    const answer = await desk.editor.call(deleteAnnotation, { params: { id: into.id }, revision: 1 });
    expect(said(answer)).toBe('409 wrong-status');
    await desk.editor.call(deleteAnnotation, { params: { id: merged.id }, revision: 2 });
    expect(said(await desk.editor.call(deleteAnnotation, { params: { id: into.id }, revision: 1 }))).toBe(
      '200',
    );
    const back = await desk.editor.call(restoreAnnotation, { params: { id: merged.id }, revision: 3 });
    expect(asMark(back)).toMatchObject({ status: 'open', changedSinceDecision: true });
  });
});

describe('deciding', () => {
  const decide = (id: string, revision: number, body: object, api = desk.editor) =>
    api.call(decideAnnotation, { params: { id }, revision, body });

  test('accepting asks for what the tag requires, all of it at once', async () => {
    const mark = await make({ tag: 'name', value: 'Soyug-FG', correction: undefined });
    const both = await decide(mark.id, 1, { verdict: 'accepted' });
    expect(said(both)).toBe('422 correction-required');
    expect(asProblem(both).errors.map(({ field }) => field)).toEqual(['correction', 'evidence']);
    const amended = await decide(mark.id, 1, { verdict: 'accepted', correction: 'Soyuz-FG' });
    expect(said(amended)).toBe('422 evidence-required');
    const proof = { params: { id: mark.id }, revision: 1, body: { note: 'The maker’s page' } };
    expect(said(await desk.reviewer.call(addEvidence, proof))).toBe('201');
    const accepted = asMark(await decide(mark.id, 2, { verdict: 'accepted', correction: 'Soyuz-FG' }));
    expect(accepted).toMatchObject({
      status: 'accepted',
      correction: null,
      decision: { correction: 'Soyuz-FG', revision: 2 },
    });
  });

  test('the correction that was proposed anyway is no change of it', async () => {
    const mark = await make();
    const accepted = asMark(await decide(mark.id, 1, { verdict: 'accepted', correction: 'ship' }));
    expect(accepted.decision?.correction).toBeNull();
  });

  test('a verbatim quote needs its source, an unchecked one does not', async () => {
    const quote = { tag: 'quote', correction: undefined };
    const unchecked = await make(quote);
    const verbatim = await make({ ...quote, state: 'verbatim' });
    expect(said(await decide(unchecked.id, 1, { verdict: 'accepted' }))).toBe('201');
    expect(said(await decide(verbatim.id, 1, { verdict: 'accepted' }))).toBe('422 evidence-required');
    expect(said(await decide(verbatim.id, 1, { verdict: 'accepted', correction: 'x' }))).toBe(
      '422 invalid-input',
    );
    expect(said(await decide(verbatim.id, 1, { verdict: 'sic' }))).toBe('201');
  });

  test('rejecting needs a reason; the newest verdict counts, and all are kept', async () => {
    const mark = await make();
    expect(said(await decide(mark.id, 1, { verdict: 'rejected' }))).toBe('422 invalid-input');
    expect(said(await decide(mark.id, 1, { verdict: 'rejected', reason: 'It is right.' }))).toBe('201');
    expect(said(await decide(mark.id, 2, { verdict: 'accepted' }))).toBe('201');
    const reopened = asMark(await decide(mark.id, 3, { verdict: 'reopened', reason: 'Once more.' }));
    expect(reopened).toMatchObject({ status: 'open', changedSinceDecision: false, revision: 4 });
    expect(said(await decide(mark.id, 4, { verdict: 'reopened' }))).toBe('409 wrong-status');
    const decisions = await db().decision.findMany({
      where: { annotationId: mark.id },
      orderBy: { revision: 'asc' },
    });
    expect(decisions.map(({ verdict }) => verdict)).toEqual(['rejected', 'accepted', 'reopened']);
  });

  test('is the editor’s, also on own marks, and stale like any change', async () => {
    const mark = await make();
    expect(said(await decide(mark.id, 1, { verdict: 'sic' }, desk.reviewer))).toBe('403 forbidden');
    const own = await buildAnnotation({
      article: desk.article,
      quote: 'rocket',
      author: desk.article.project.editor,
    });
    expect(said(await decide(own.id, 2, { verdict: 'sic' }))).toBe('409 stale-revision');
    expect(said(await decide(own.id, 1, { verdict: 'sic' }))).toBe('201');
  });

  test('merging goes into another live mark of the article that is not merged itself', async () => {
    const [a, b, c] = [await make(), await make(), await make()];
    const trashed = await make();
    await desk.reviewer.call(deleteAnnotation, { params: { id: trashed.id }, revision: 1 });
    const theirs = await buildAnnotation();
    const merge = (id: string, revision: number, intoId: string) =>
      decide(id, revision, { verdict: 'merged', intoId });
    expect(said(await decide(a.id, 1, { verdict: 'merged' }))).toBe('422 invalid-input');
    expect(said(await merge(a.id, 1, a.id))).toBe('422 invalid-input');
    expect(said(await merge(a.id, 1, theirs.id))).toBe('404 not-found');
    expect(said(await merge(a.id, 1, newId()))).toBe('404 not-found');
    expect(said(await merge(a.id, 1, trashed.id))).toBe('409 wrong-status');
    expect(asMark(await merge(a.id, 1, b.id))).toMatchObject({
      status: 'merged',
      decision: { intoId: b.id },
    });
    expect(said(await merge(c.id, 1, a.id))).toBe('409 wrong-status');
    expect(said(await merge(b.id, 1, c.id))).toBe('409 wrong-status');
    expect(said(await decide(a.id, 2, { verdict: 'reopened' }))).toBe('201');
    expect(said(await merge(b.id, 1, c.id))).toBe('201');
  });
});

describe('evidence', () => {
  test('is added in order, taken back, and opens what was decided', async () => {
    const mark = await buildAnnotation({ article: desk.article, quote: 'rocket', status: 'accepted' });
    const at = { params: { id: mark.id } };
    const add = {
      ...at,
      body: { url: 'https://a.example/', excerpt: 'a passage', locator: 'p. 3', relation: 'contradicts' },
    };
    expect(said(await desk.reviewer.call(addEvidence, { ...add, revision: 2 }))).toBe('403 forbidden');
    const added = asMark(await desk.editor.call(addEvidence, { ...add, revision: 2 }));
    expect(added).toMatchObject({
      status: 'open',
      changedSinceDecision: true,
      evidence: [
        { excerpt: 'a passage', relation: 'contradicts', by: { id: desk.article.project.editor.id } },
      ],
    });
    const more = asMark(
      await desk.reviewer.call(addEvidence, { ...at, revision: 3, body: { note: 'second' } }),
    );
    expect(more.evidence.map(({ note }) => note)).toEqual([null, 'second']);
    const [first, second] = more.evidence;
    const remove = (evidenceId: string, revision: number, api = desk.reviewer) =>
      api.call(removeEvidence, { params: { id: mark.id, evidenceId }, revision });
    expect(said(await remove(newId(), 4))).toBe('404 not-found');
    expect(asMark(await remove(second!.id, 4)).evidence.map(({ id }) => id)).toEqual([first!.id]);
    expect(said(await remove(second!.id, 5))).toBe('404 not-found');
    expect(
      said(await desk.reviewer.call(addEvidence, { ...at, revision: 5, body: { locator: 'p. 1' } })),
    ).toBe('422 invalid-input');
  });
});

describe('what can be read of marks', () => {
  test('the history holds every view before and after', async () => {
    const mark = await make();
    await desk.reviewer.call(changeAnnotation, { params: { id: mark.id }, revision: 1, body: { note: 'x' } });
    await desk.editor.call(decideAnnotation, {
      params: { id: mark.id },
      revision: 2,
      body: { verdict: 'sic' },
    });
    const answer = await desk.reviewer.call(getAnnotationHistory, { params: { id: mark.id } });
    const { items } = answer.body as { items: EventView[] };
    expect(items.map(({ kind }) => kind)).toEqual([
      'annotation.created',
      'annotation.changed',
      'annotation.decided',
    ]);
    expect(items[0]?.before).toBeNull();
    expect(items[0]?.after).toEqual(mark);
    expect(items[1]?.before).toEqual(items[0]?.after);
    expect(items[2]?.before).toEqual(items[1]?.after);
    expect(items[2]?.actor.id).toBe(desk.article.project.editor.id);
  });

  test('the list is ordered by start, end and id, in pages, and filtered', async () => {
    const listing = await buildDesk({ text: TEXT });
    const { article } = listing;
    const spans = [
      [5, 9],
      [0, 9],
      [5, 7],
      [0, 4],
      [5, 9],
    ] as const;
    for (const [start, end] of spans) await buildAnnotation({ article, start, end });
    const named = await buildAnnotation({
      article,
      quote: 'Soyug-FG',
      tag: 'name',
      value: '100%_sure',
      correction: 'Soyuz-FG',
      author: article.project.editor,
    });
    const list = async (query: Record<string, string | number> = {}) => {
      const answer = await listing.reviewer.call(listAnnotations, { params: { id: article.id }, query });
      expect(answer.status).toBe(200);
      return answer.body as { items: AnnotationView[]; next: string | null };
    };
    const all = (await list()).items;
    const keys = all.map(({ start, end, id }) => [start, end, id] as const);
    expect(keys).toEqual([...keys].sort((a, b) => a[0] - b[0] || a[1] - b[1] || (a[2] < b[2] ? -1 : 1)));
    expect(all).toHaveLength(6);

    const paged: AnnotationView[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page = await list({ limit: 2, ...(cursor === '' ? {} : { cursor }) });
      paged.push(...page.items);
      cursor = page.next;
    }
    expect(paged).toEqual(all);

    const ids = async (query: Record<string, string>) => (await list(query)).items.map(({ id }) => id);
    expect(await ids({ tag: 'name' })).toEqual([named.id]);
    expect(await ids({ tag: 'Name misspelled' })).toEqual([named.id]);
    expect(await ids({ author: article.project.editor.id })).toEqual([named.id]);
    expect(await ids({ q: 'SOYUZ' })).toEqual([named.id]);
    expect(await ids({ q: '100%_S' })).toEqual([named.id]);
    expect(await ids({ q: '%' })).toEqual([named.id]);
    expect(await ids({ status: 'accepted' })).toEqual([]);
    expect(await ids({ tag: 'no such tag' })).toEqual([]);
  });

  test('a cursor that no page wrote is refused', async () => {
    const params = { id: desk.article.id };
    for (const cursor of ['x', 'W10', Buffer.from('[1,2,"nope"]').toString('base64url')]) {
      const answer = await desk.editor.call(listAnnotations, { params, query: { cursor } });
      expect(said(answer)).toBe('422 invalid-input');
      expect(asProblem(answer).errors[0]?.field).toBe('cursor');
    }
  });

  test('my marks are mine, over all projects, the last change first, with why they were rejected', async () => {
    const mine = await buildDesk({ text: TEXT });
    const { reviewer } = mine.article.project;
    await buildAnnotation({ article: mine.article, author: mine.article.project.editor, quote: 'rocket' });
    const open = await buildAnnotation({ article: mine.article, quote: 'rocket' });
    const rejected = await buildAnnotation({ article: mine.article, quote: 'flew', status: 'rejected' });
    const answer = await mine.reviewer.call(listMyMarks, {});
    const { items } = answer.body as { items: (AnnotationView & { article: { title: string } })[] };
    expect(items.map(({ id }) => id)).toEqual([rejected.id, open.id]);
    expect(items.every(({ author }) => author.id === reviewer.id)).toBe(true);
    expect(items[0]).toMatchObject({
      article: { id: mine.article.id, title: mine.article.title },
      project: { name: mine.article.project.name },
      decision: { reason: 'It is spelled so on purpose.' },
    });
    const filtered = await mine.reviewer.call(listMyMarks, { query: { status: 'rejected' } });
    expect((filtered.body as { items: unknown[] }).items).toHaveLength(1);
  });
});
