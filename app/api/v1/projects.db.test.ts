import { beforeAll, describe, expect, test } from 'vitest';
import { buildAnnotation } from '@/prisma/builders/annotation';
import { asProblem, buildDesk, said, type BuiltDesk } from '@/prisma/builders/desk';
import { buildPerson } from '@/prisma/builders/person';
import { withTestDatabase } from '@/prisma/with-test-database';
import { getAnnotation } from '@/lib/contract/endpoints/annotations';
import * as endpoints from '@/lib/contract/endpoints/projects';
import type { MemberView, ProjectListing, ProjectView } from '@/lib/contract/project';
import { newId } from '@/lib/ids';
import { defaultSchema, shortForm } from '@/lib/schema/default-schema';
import type { TagSchema } from '@/lib/schema/tag-schema';
import { db } from '@/lib/store/client';

withTestDatabase();

let desk: BuiltDesk;
let params: { id: string };
beforeAll(async () => {
  desk = await buildDesk();
  params = { id: desk.article.project.id };
});

const add = (body: object, more: object = {}) => desk.admin.call(endpoints.addProject, { body, ...more });
const schemaNow = async (): Promise<TagSchema> =>
  (await desk.reviewer.call(endpoints.getSchema, { params })).body as TagSchema;

describe('adding a project', () => {
  test('names its first editor; its maker, who administers, is no member by that', async () => {
    const editor = await buildPerson();
    const answer = await add({ name: ' New desk ', editorEmail: editor.email.toUpperCase() });
    expect(answer.status).toBe(201);
    const { id, name, members } = answer.body as ProjectListing;
    expect({ name, members }).toEqual({ name: 'New desk', members: 1 });
    expect(said(await desk.admin.call(endpoints.getProject, { params: { id } }))).toBe('404 not-found');
    const all = (await desk.admin.call(endpoints.listAllProjects)).body as { items: ProjectListing[] };
    expect(all.items.map((listing) => listing.id)).toContain(id);
    expect(await db().member.findMany({ where: { projectId: id } })).toMatchObject([
      { personId: editor.id, role: 'editor' },
    ]);
    const event = await db().event.findFirstOrThrow({ where: { projectId: id } });
    expect(event).toMatchObject({ kind: 'project.created', seq: 1, articleId: null, after: answer.body });
  });

  test('starts with the full or the short schema', async () => {
    const keys = async (body: object) => {
      const { id } = (await add(body)).body as ProjectListing;
      const stored = await db().tag.findMany({ where: { projectId: id } });
      return stored.map(({ key }) => key).sort();
    };
    const keysOf = ({ tags }: TagSchema) => tags.map(({ key }) => key).sort();
    expect(await keys({ name: 'Full' })).toEqual(keysOf(defaultSchema));
    expect(await keys({ name: 'Short', schema: 'short' })).toEqual(keysOf(shortForm));
  });

  test('is refused for an editor nobody knows, and for an id that is taken', async () => {
    const unknown = await add({ name: 'A desk', editorEmail: 'nobody@desk.example' });
    expect(said(unknown)).toBe('422 invalid-input');
    expect(asProblem(unknown).errors[0]?.field).toBe('editorEmail');
    const gone = await buildPerson({ deactivatedAt: new Date() });
    expect(said(await add({ name: 'A desk', editorEmail: gone.email }))).toBe('422 invalid-input');
    expect(said(await add({ name: 'A desk', id: params.id }))).toBe('409 already-exists');
  });

  test('again with the same key is done once', async () => {
    const key = newId();
    const first = await add({ name: 'Once' }, { key });
    expect((await add({ name: 'Once' }, { key })).body).toEqual(first.body);
    expect(said(await add({ name: 'Twice' }, { key }))).toBe('422 operation-reused');
  });
});

describe('a project', () => {
  test('tells its members what is going on in it', async () => {
    const own = await buildDesk();
    await buildAnnotation({ article: own.article });
    await buildAnnotation({ article: own.article, status: 'accepted' });
    const { project } = own.article;
    const read = await own.reviewer.call(endpoints.getProject, { params: { id: project.id } });
    expect(read.body).toMatchObject({
      role: 'reviewer',
      members: 2,
      articles: 1,
      open: 1,
      name: project.name,
    });
    const list = (await own.editor.call(endpoints.listProjects)).body as { items: ProjectView[] };
    expect(list.items).toMatchObject([{ id: project.id, role: 'editor' }]);
  });

  test('changes its name, guidelines and known names', async () => {
    const change = { name: 'Renamed', guidelines: 'Be kind.', knownNames: ['Soyuz-FG', 'Łódź'] };
    const answer = await desk.editor.call(endpoints.changeProject, { params, body: change });
    expect(answer.body).toMatchObject(change);
    const event = await db().event.findFirstOrThrow({
      where: { projectId: params.id, kind: 'project.changed' },
    });
    expect(event.after).toMatchObject(change);
    expect(event.before).toMatchObject({ name: desk.article.project.name });
  });

  test('overwrites nothing that nobody has seen', async () => {
    const change = (body: object) => desk.editor.call(endpoints.changeProject, { params, body });
    await change({ guidelines: 'Be exact.', knownNames: ['Łódź'] });
    const late = { guidelines: 'Be short.', name: 'Late', seen: { guidelines: 'Be kind.', name: 'Renamed' } };
    const refused = await change(late);
    expect(refused).toMatchObject({
      status: 409,
      body: {
        code: 'stale-revision',
        errors: [{ field: 'guidelines' }],
        current: { guidelines: 'Be exact.', name: 'Renamed' },
      },
    });
    expect((await desk.editor.call(endpoints.getProject, { params })).body).toMatchObject({
      name: 'Renamed',
    });
    const same = {
      guidelines: 'Be exact.',
      knownNames: ['😀'],
      seen: { guidelines: 'old', knownNames: ['Łódź'] },
    };
    expect(await change(same)).toMatchObject({ status: 200, body: { knownNames: ['😀'] } });
    expect(await change({ seen: { name: 'x' } })).toMatchObject({ status: 422 });
  });
});

describe('members', () => {
  const list = async (): Promise<readonly MemberView[]> =>
    ((await desk.reviewer.call(endpoints.listMembers, { params })).body as { items: MemberView[] }).items;

  test('come, change and go, each with an event', async () => {
    const person = await buildPerson({ name: 'Zoe' });
    const body = { email: ` ${person.email.toUpperCase()} `, role: 'reviewer' };
    const added = await desk.editor.call(endpoints.addMember, { params, body });
    expect(added.body).toMatchObject({
      personId: person.id,
      name: 'Zoe',
      role: 'reviewer',
      deactivated: false,
    });
    expect((await list()).map(({ name }) => name)).toContain('Zoe');
    const again = await desk.editor.call(endpoints.addMember, { params, body });
    expect(said(again)).toBe('409 already-exists');
    expect(asProblem(again).current).toEqual(added.body);
    const at = { params: { ...params, personId: person.id } };
    expect(
      (await desk.editor.call(endpoints.changeMember, { ...at, body: { role: 'editor' } })).body,
    ).toMatchObject({
      role: 'editor',
    });
    expect((await desk.editor.call(endpoints.removeMember, at)).status).toBe(200);
    expect(said(await desk.editor.call(endpoints.removeMember, at))).toBe('404 not-found');
    const events = await db().event.findMany({ where: { subjectId: person.id }, orderBy: { seq: 'asc' } });
    expect(events.map(({ kind }) => kind)).toEqual(['member.added', 'member.changed', 'member.removed']);
  });

  test('have an account and can sign in', async () => {
    const gone = await buildPerson({ deactivatedAt: new Date() });
    for (const email of ['nobody@desk.example', gone.email]) {
      const answer = await desk.editor.call(endpoints.addMember, {
        params,
        body: { email, role: 'reviewer' },
      });
      expect(said(answer)).toBe('422 invalid-input');
      expect(asProblem(answer).errors[0]?.field).toBe('email');
    }
  });

  test('keep one editor who can sign in, also when two leave at once', async () => {
    const own = await buildDesk();
    const { project } = own.article;
    const at = (personId: string) => ({ params: { id: project.id, personId } });
    expect(said(await own.editor.call(endpoints.removeMember, at(project.editor.id)))).toBe(
      '409 wrong-status',
    );
    const step = { ...at(project.editor.id), body: { role: 'reviewer' } };
    expect(said(await own.editor.call(endpoints.changeMember, step))).toBe('409 wrong-status');
    const second = await buildPerson();
    const body = { email: second.email, role: 'editor' };
    await own.editor.call(endpoints.addMember, { params: { id: project.id }, body });
    const left = await Promise.all([
      own.editor.call(endpoints.removeMember, at(project.editor.id)),
      own.editor.call(endpoints.removeMember, at(second.id)),
    ]);
    expect(left.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(await db().member.count({ where: { projectId: project.id, role: 'editor' } })).toBe(1);
  });
});

describe('the schema', () => {
  const change = (changes: object[], version: number, more: object = {}) =>
    desk.editor.call(endpoints.changeSchema, { params, body: { version, changes }, ...more });

  test('changes as a whole, and only from the version that was seen', async () => {
    const before = await schemaNow();
    const changes = [
      { kind: 'relabel', key: 'term', label: 'Wrong word!' },
      { kind: 'recolour', key: 'term', colour: 'slate' },
      { kind: 'set-rules', key: 'term', rules: { evidence: 'required' } },
    ];
    const answer = await change(changes, before.version);
    expect(answer.status).toBe(200);
    const after = answer.body as TagSchema;
    expect(after.version).toBe(before.version + 1);
    expect(after.tags.find(({ key }) => key === 'term')).toMatchObject({
      label: 'Wrong word!',
      colour: 'slate',
      evidence: 'required',
    });
    expect(await schemaNow()).toEqual(after);
    const stale = await change(changes, before.version);
    expect(said(stale)).toBe('409 stale-revision');
    expect(asProblem(stale).current).toEqual(after);
    const event = await db().event.findFirstOrThrow({
      where: { projectId: params.id, kind: 'schema.changed' },
    });
    expect(event).toMatchObject({ before, after });
  });

  test('takes a new tag, whose key exists from then on', async () => {
    const { version } = await schemaNow();
    const { retired: _, ...like } = defaultSchema.tags.find(({ key }) => key === 'unclear')!;
    const tag = { ...like, key: 'legal-risk', label: 'legal risk', digit: null };
    expect(said(await change([{ kind: 'add', tag }], version))).toBe('200');
    const mark = await buildAnnotation({ article: desk.article, tag: 'legal risk' });
    expect(mark.tag).toBe('legal-risk');
  });

  test('is refused with the change and the field that stand in the way, and nothing is done', async () => {
    const before = await schemaNow();
    const answer = await change(
      [
        { kind: 'recolour', key: 'name', colour: 'red' },
        { kind: 'retire', key: 'quote' },
      ],
      before.version,
    );
    expect(said(answer)).toBe('422 invalid-input');
    expect(asProblem(answer).errors[0]?.field).toBe('changes[1].retired');
    expect(await schemaNow()).toEqual(before);
  });

  test('that changes nothing stays the version it is', async () => {
    const { version, tags } = await schemaNow();
    const same = await change([{ kind: 'recolour', key: 'name', colour: tags[0]!.colour }], version);
    expect((same.body as TagSchema).version).toBe(version);
  });

  test('again with the same key is done once; two at once: one is stale', async () => {
    const { version } = await schemaNow();
    const key = newId();
    const once = [{ kind: 'relabel', key: 'case', label: `case ${key.slice(0, 8)}` }];
    const first = await change(once, version, { key });
    expect((await change(once, version, { key })).body).toEqual(first.body);
    const both = await Promise.all(
      ['a', 'b'].map((label) => change([{ kind: 'relabel', key: 'case', label }], version + 1)),
    );
    expect(both.map(said).sort()).toEqual(['200', '409 stale-revision']);
  });

  test('shows in what a tag is called, and counts what carries it', async () => {
    const own = await buildDesk();
    const mark = await buildAnnotation({ article: own.article, tag: 'term' });
    const at = { params: { id: own.article.project.id } };
    const body = { version: 1, changes: [{ kind: 'relabel', key: 'term', label: 'mot faux' }] };
    await own.editor.call(endpoints.changeSchema, { ...at, body });
    const read = await own.reviewer.call(getAnnotation, { params: { id: mark.id } });
    expect(read.body).toMatchObject({ tag: 'term', tagLabel: 'mot faux' });
    expect((await own.reviewer.call(endpoints.getTagUsage, at)).body).toEqual({ term: 1 });
  });
});
