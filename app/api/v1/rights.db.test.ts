import { beforeAll, describe, expect, test } from 'vitest';
import { buildAnnotation, type AnnotationDetails, type BuiltAnnotation } from '@/prisma/builders/annotation';
import { buildDesk, said, type BuiltDesk } from '@/prisma/builders/desk';
import { buildPerson } from '@/prisma/builders/person';
import { buildSource } from '@/prisma/builders/source';
import { valueOf } from '@/prisma/builders/value-of';
import { TestApi, type Call } from '@/prisma/test-api';
import { withTestDatabase } from '@/prisma/with-test-database';
import { addEvidence as addEvidenceTo } from '@/lib/commands/add-evidence';
import { addMember as addMemberTo } from '@/lib/commands/add-member';
import { deleteAnnotation as remove } from '@/lib/commands/delete-annotation';
import type { Endpoint } from '@/lib/contract/endpoint';
import * as annotations from '@/lib/contract/endpoints/annotations';
import * as articles from '@/lib/contract/endpoints/articles';
import * as checking from '@/lib/contract/endpoints/checking';
import * as projects from '@/lib/contract/endpoints/projects';
import * as sources from '@/lib/contract/endpoints/sources';
import { newId } from '@/lib/ids';
import { db } from '@/lib/store/client';

withTestDatabase();

let desk: BuiltDesk;
beforeAll(async () => {
  desk = await buildDesk({ text: 'A Soyug-FG rocket.\n\nMore text.' });
});

const context = () => ({ operationId: null, now: new Date() });
const buildMark = (details: AnnotationDetails = {}): Promise<BuiltAnnotation> =>
  buildAnnotation({ article: desk.article, quote: 'rocket', ...details });
const inProject = () => ({ id: desk.article.project.id });
const inArticle = () => ({ id: desk.article.id });
const newMark = () => ({
  versionId: desk.article.versionId,
  start: 2,
  end: 10,
  exact: 'Soyug-FG',
  tag: 'spelling',
});

const ofMark = async (call: Omit<Call, 'params'> = {}, details: AnnotationDetails = {}): Promise<Call> => {
  const mark = await buildMark(details);
  return { params: { id: mark.id }, revision: mark.revision, ...call };
};

async function trashed(): Promise<Call> {
  const mark = await buildMark();
  valueOf(await remove(desk.article.project.reviewer, mark.id, 1, context()));
  return { params: { id: mark.id }, revision: 2 };
}

async function withEvidence(): Promise<Call> {
  const mark = await buildMark();
  const note = { note: 'A note', relation: 'supports' } as const;
  const { annotation } = valueOf(
    await addEvidenceTo(desk.article.project.reviewer, mark.id, 1, note, context()),
  );
  return { params: { id: mark.id, evidenceId: annotation.evidence[0]!.id }, revision: 2 };
}

async function ofNewMember(call: Omit<Call, 'params'> = {}): Promise<Call> {
  const person = await buildPerson();
  const { project } = desk.article;
  valueOf(
    await addMemberTo(project.editor, project.id, { email: person.email, role: 'reviewer' }, context()),
  );
  return { params: { ...inProject(), personId: person.id }, ...call };
}

/** Who gets through. A stranger learns nothing, a reader may look, nobody is told to sign in; that is the same everywhere. */
type Admitted = 'members' | 'editors' | 'administrators' | 'everybody';

interface Right {
  readonly endpoint: Endpoint;
  readonly admitted: Admitted;
  /** A call that succeeds for whoever is admitted, made anew for each who asks. */
  readonly call: () => Promise<Call> | Call;
}

const rights: Record<string, Right> = {
  'list own projects': { endpoint: projects.listProjects, admitted: 'everybody', call: () => ({}) },
  'list all projects': { endpoint: projects.listAllProjects, admitted: 'administrators', call: () => ({}) },
  'add a project': {
    endpoint: projects.addProject,
    admitted: 'administrators',
    call: () => ({ body: { name: 'A new desk' } }),
  },
  'read a project': {
    endpoint: projects.getProject,
    admitted: 'members',
    call: () => ({ params: inProject() }),
  },
  'change a project': {
    endpoint: projects.changeProject,
    admitted: 'editors',
    call: () => ({ params: inProject(), body: { guidelines: 'Be kind.' } }),
  },
  'list members': {
    endpoint: projects.listMembers,
    admitted: 'members',
    call: () => ({ params: inProject() }),
  },
  'add a member': {
    endpoint: projects.addMember,
    admitted: 'editors',
    call: async () => ({
      params: inProject(),
      body: { email: (await buildPerson()).email, role: 'reviewer' },
    }),
  },
  'change a member': {
    endpoint: projects.changeMember,
    admitted: 'editors',
    call: () => ofNewMember({ body: { role: 'editor' } }),
  },
  'remove a member': { endpoint: projects.removeMember, admitted: 'editors', call: () => ofNewMember() },
  'read the schema': {
    endpoint: projects.getSchema,
    admitted: 'members',
    call: () => ({ params: inProject() }),
  },
  'count the tags': {
    endpoint: projects.getTagUsage,
    admitted: 'members',
    call: () => ({ params: inProject() }),
  },
  'change the schema': {
    endpoint: projects.changeSchema,
    admitted: 'editors',
    call: async () => {
      const { _max } = await db().tagSchemaVersion.aggregate({
        where: { projectId: desk.article.project.id },
        _max: { version: true },
      });
      const colour = _max.version! % 2 === 0 ? 'red' : 'blue';
      const changes = [{ kind: 'recolour', key: 'term', colour }];
      return { params: inProject(), body: { version: _max.version, changes } };
    },
  },
  'list articles': {
    endpoint: articles.listArticles,
    admitted: 'members',
    call: () => ({ params: inProject() }),
  },
  'add an article': {
    endpoint: articles.addArticle,
    admitted: 'editors',
    call: () => ({ params: inProject(), body: { text: 'A text.' } }),
  },
  'read an article': {
    endpoint: articles.getArticle,
    admitted: 'members',
    call: () => ({ params: inArticle() }),
  },
  'change an article': {
    endpoint: articles.changeArticle,
    admitted: 'editors',
    call: () => ({ params: inArticle(), body: { byline: 'A. Writer' } }),
  },
  'read a version': {
    endpoint: articles.getVersion,
    admitted: 'members',
    call: () => ({ params: { id: desk.article.versionId } }),
  },
  'read events': {
    endpoint: articles.listEvents,
    admitted: 'members',
    call: () => ({ params: inArticle() }),
  },
  'list suggestions': {
    endpoint: checking.listSuggestions,
    admitted: 'members',
    call: () => ({ params: inArticle() }),
  },
  'list quotations': {
    endpoint: checking.listQuotes,
    admitted: 'members',
    call: () => ({ params: inArticle() }),
  },
  'dismiss a suggestion': {
    endpoint: checking.dismissSuggestion,
    admitted: 'members',
    call: () => ({
      params: inArticle(),
      body: { ruleId: 'spelling', hash: 'a'.repeat(64), exact: 'Soyug', dismissed: true },
    }),
  },
  'read the coverage': {
    endpoint: checking.getCoverage,
    admitted: 'members',
    call: () => ({ params: inArticle() }),
  },
  'say what was checked': {
    endpoint: checking.changeCoverage,
    admitted: 'members',
    call: () => ({
      params: inArticle(),
      body: { versionId: desk.article.versionId, start: 0, end: 4, state: 'verified' },
    }),
  },
  'add a known name': {
    endpoint: checking.addKnownName,
    admitted: 'editors',
    call: () => ({ params: inProject(), body: { name: 'Soyuz-FG' } }),
  },
  'list sources': {
    endpoint: sources.listSources,
    admitted: 'members',
    call: () => ({ params: inArticle() }),
  },
  'add a source': {
    endpoint: sources.addSource,
    admitted: 'members',
    call: () => ({ params: inArticle(), body: { title: 'A call' } }),
  },
  'read a file for a source': {
    endpoint: sources.addReading,
    admitted: 'members',
    call: () => ({ params: inArticle(), body: { file: { name: 'a.txt', base64: 'QQ==' } } }),
  },
  'read a source': {
    endpoint: sources.getSource,
    admitted: 'members',
    call: async () => ({ params: { id: (await buildSource(desk.article)).id } }),
  },
  'change a source': {
    endpoint: sources.changeSource,
    admitted: 'members',
    call: async () => ({
      params: { id: (await buildSource(desk.article)).id },
      revision: 1,
      body: { title: 'Another' },
    }),
  },
  'take a source back': {
    endpoint: sources.removeSource,
    admitted: 'members',
    call: async () => ({ params: { id: (await buildSource(desk.article)).id }, revision: 1 }),
  },
  'list marks': {
    endpoint: annotations.listAnnotations,
    admitted: 'members',
    call: () => ({ params: inArticle() }),
  },
  'list own marks': { endpoint: annotations.listMyMarks, admitted: 'everybody', call: () => ({}) },
  'read a mark': {
    endpoint: annotations.getAnnotation,
    admitted: 'members',
    call: async () => ({ params: { id: (await buildMark()).id } }),
  },
  'read a history': {
    endpoint: annotations.getAnnotationHistory,
    admitted: 'members',
    call: async () => ({ params: { id: (await buildMark()).id } }),
  },
  'make a mark': {
    endpoint: annotations.addAnnotation,
    admitted: 'members',
    call: () => ({ params: { id: newId() }, body: newMark() }),
  },
  'change an own mark': {
    endpoint: annotations.changeAnnotation,
    admitted: 'members',
    call: () => ofMark({ body: { note: 'x' } }),
  },
  'change a mark of somebody else': {
    endpoint: annotations.changeAnnotation,
    admitted: 'editors',
    call: () => ofMark({ body: { note: 'x' } }, { author: desk.article.project.editor }),
  },
  'change an own decided mark': {
    endpoint: annotations.changeAnnotation,
    admitted: 'editors',
    call: () => ofMark({ body: { note: 'x' } }, { status: 'accepted' }),
  },
  'delete an own mark': { endpoint: annotations.deleteAnnotation, admitted: 'members', call: () => ofMark() },
  'delete an own decided mark': {
    endpoint: annotations.deleteAnnotation,
    admitted: 'editors',
    call: () => ofMark({}, { status: 'sic' }),
  },
  'restore an own mark': { endpoint: annotations.restoreAnnotation, admitted: 'members', call: trashed },
  decide: {
    endpoint: annotations.decideAnnotation,
    admitted: 'editors',
    call: () => ofMark({ body: { verdict: 'accepted' } }),
  },
  'add evidence': {
    endpoint: annotations.addEvidence,
    admitted: 'members',
    call: () => ofMark({ body: { note: 'x' } }),
  },
  'add evidence to an open mark of somebody else': {
    endpoint: annotations.addEvidence,
    admitted: 'members',
    call: () => ofMark({ body: { note: 'x' } }, { author: desk.article.project.editor }),
  },
  'take evidence back': { endpoint: annotations.removeEvidence, admitted: 'members', call: withEvidence },
  'send a batch': {
    endpoint: annotations.runOperations,
    admitted: 'members',
    call: () => ({
      params: inArticle(),
      body: {
        operations: [{ operationId: newId(), kind: 'annotation.create', id: newId(), annotation: newMark() }],
      },
    }),
  },
};

describe.each(Object.entries(rights))('to %s', (_, { endpoint, admitted, call }) => {
  const isRead = endpoint.method === 'GET';
  const ask = async (who: Exclude<keyof BuiltDesk, 'article'>): Promise<string> =>
    said(await desk[who].call(endpoint, await call()));

  test('nobody has to sign in first', async () => {
    expect(await ask('nobody')).toBe('401 unauthenticated');
  });

  test(`a reviewer is ${admitted === 'members' || admitted === 'everybody' ? 'admitted' : 'refused'}`, async () => {
    expect(await ask('reviewer')).toMatch(
      admitted === 'members' || admitted === 'everybody' ? /^20/ : /^403/,
    );
  });

  test(`an editor is ${admitted === 'administrators' ? 'refused' : 'admitted'}`, async () => {
    expect(await ask('editor')).toMatch(admitted === 'administrators' ? /^403/ : /^20/);
  });

  test('a stranger cannot even learn that it exists', async () => {
    const expected = admitted === 'everybody' ? /^20/ : admitted === 'administrators' ? /^403/ : /^404/;
    expect(await ask('stranger')).toMatch(expected);
  });

  test(`an administrator who is no member is ${admitted === 'administrators' || admitted === 'everybody' ? 'admitted' : 'a stranger'}`, async () => {
    expect(await ask('admin')).toMatch(
      admitted === 'administrators' || admitted === 'everybody' ? /^20/ : /^404/,
    );
  });

  test(`an editor’s token that may only read is ${isRead && admitted !== 'administrators' ? 'admitted' : 'refused'}`, async () => {
    if (endpoint !== annotations.runOperations) {
      expect(await ask('reader')).toMatch(isRead && admitted !== 'administrators' ? /^20/ : /^403/);
      return;
    }
    // A batch is answered operation by operation.
    const answer = await desk.reader.call(endpoint, await call());
    expect(answer.body).toMatchObject({ results: [{ ok: false, status: 403 }] });
  });
});

describe('what strangers see in lists', () => {
  test('is their own', async () => {
    const answer = await desk.stranger.call(projects.listProjects, {});
    const { items } = answer.body as { items: { id: string }[] };
    expect(items.map(({ id }) => id)).not.toContain(desk.article.project.id);
    const marks = await desk.stranger.call(annotations.listMyMarks, {});
    expect(marks.body).toMatchObject({ items: [] });
  });

  test('a member who has left is a stranger', async () => {
    const { project } = desk.article;
    const person = await buildPerson();
    valueOf(
      await addMemberTo(project.editor, project.id, { email: person.email, role: 'reviewer' }, context()),
    );
    const api = await TestApi.as(person);
    expect(said(await api.call(articles.getArticle, { params: inArticle() }))).toBe('200');
    await desk.editor.call(projects.removeMember, { params: { ...inProject(), personId: person.id } });
    expect(said(await api.call(articles.getArticle, { params: inArticle() }))).toBe('404 not-found');
  });
});
