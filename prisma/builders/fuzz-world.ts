import { createHash } from 'node:crypto';
import { REPORT_FORMAT_KEYS } from '@/lib/report/formats';
import { World, type Caller, type KnownMark, type Place } from '@/lib/api/fuzz/world';
import { actorOf } from '@/lib/auth/session';
import { signInAs } from '@/lib/auth/sign-in-as';
import { makeToken } from '@/lib/commands/make-token';
import { runOperations } from '@/lib/commands/run-operations';
import type { Operation } from '@/lib/contract/operation';
import type { TokenScope } from '@/lib/contract/person';
import { newId } from '@/lib/ids';
import type { Actor } from '@/lib/policy/actor';
import { db } from '@/lib/store/client';
import { hashSecret, newSecret } from '@/lib/store/secret';
import { buildArticle, type BuiltArticle } from './article';
import { buildExport } from './export';
import { buildPerson } from './person';
import { buildSource } from './source';
import { valueOf } from './value-of';

const DAY = 86_400_000;

const context = (): { operationId: null; now: Date } => ({ operationId: null, now: new Date() });

interface People {
  readonly editor: Actor;
  readonly reviewer: Actor;
  readonly admin: Actor;
  readonly stranger: Actor;
}

/** Two projects that know nothing of each other, everybody who may ask about them, and everything there is to ask about. */
export async function buildFuzzWorld(): Promise<World> {
  const admin = await buildPerson({ admin: true });
  const [our, their] = [await buildArticle(), await buildArticle()];
  const { editor, reviewer } = our.project;
  const [ours, theirs] = [await buildPlace(our, 6), await buildPlace(their, 2)];
  const outsiders = await buildPeople(4);
  const callers = await buildCallers(
    { editor, reviewer, admin, stranger: their.project.editor },
    ours,
    theirs,
  );
  const tokenIds = await buildSpareTokens([editor, reviewer, admin]);
  const invitationIds = await buildInvitations(admin, 4);
  // The first use of a token is written down, which is not to be taken for what a request has done.
  for (const { headers } of callers) await actorOf(new Headers(headers));
  return new World({
    ours,
    theirs,
    callers,
    personIds: [...ours.memberIds, ...outsiders.map(({ id }) => id)],
    emails: outsiders.map(({ email }) => email),
    tokenIds,
    invitationIds,
    marks: [...(await buildMarks(our, ours, 40)), ...(await buildMarks(their, theirs, 10))],
    giveBack: async () => {
      await addMembers(ours);
      await db().source.updateMany({
        where: { id: { in: [ours.sourceId, theirs.sourceId] } },
        data: { deletedAt: null, revision: 1 },
      });
      await db().apiToken.updateMany({ where: { id: { in: tokenIds } }, data: { revokedAt: null } });
      await db().oneTimeLink.updateMany({ where: { id: { in: invitationIds } }, data: { revokedAt: null } });
    },
  });
}

const buildPeople = (count: number): Promise<Actor[]> =>
  Promise.all(Array.from({ length: count }, () => buildPerson()));

async function buildPlace(article: BuiltArticle, members: number): Promise<Place> {
  const { project, id: articleId, versionId, text } = article;
  const people = await buildPeople(members);
  const place: Place = {
    projectId: project.id,
    articleId,
    versionId,
    reportId: await buildReport(article),
    exportId: await buildExport({
      ...{ articleId, personId: project.editor.id },
      ...{ formats: REPORT_FORMAT_KEYS, state: 'done' },
    }),
    sourceId: (await buildSource(article)).id,
    text,
    tags: ['spelling', 'name', 'term', 'unclear', 'claim'],
    memberIds: people.map(({ id }) => id),
  };
  await addMembers(place);
  return place;
}

/** An issued report, with something in every format. */
async function buildReport({ id: articleId, versionId, project }: BuiltArticle): Promise<string> {
  const id = newId();
  const bytes = new TextEncoder().encode('{"marks":[]}');
  await db().report.create({
    data: {
      ...{ id, articleId, versionId, projectId: project.id, number: 1, input: {}, preparedBy: 'The desk' },
      ...{ issuedById: project.editor.id, issuedAt: new Date() },
      files: {
        create: REPORT_FORMAT_KEYS.map((format) => ({
          format,
          bytes,
          sha256: createHash('sha256').update(bytes).digest('hex'),
        })),
      },
    },
  });
  return id;
}

async function addMembers({ projectId, memberIds }: Place): Promise<void> {
  await db().member.createMany({
    data: memberIds.map((personId) => ({ projectId, personId, role: 'reviewer' })),
    skipDuplicates: true,
  });
}

async function buildSpareTokens(people: readonly Actor[]): Promise<string[]> {
  const tokens = [...people, ...people].map(({ id: personId }) => {
    const secret = newSecret();
    const hash = hashSecret(secret);
    return {
      id: newId(),
      personId,
      name: 'a script',
      prefix: secret.slice(0, 8),
      hash,
      scope: 'read' as const,
    };
  });
  await db().apiToken.createMany({ data: tokens });
  return tokens.map(({ id }) => id);
}

async function buildInvitations(admin: Actor, count: number): Promise<string[]> {
  const links = Array.from({ length: count }, () => ({
    id: newId(),
    purpose: 'invitation' as const,
    hash: hashSecret(newSecret()),
    email: `invited-${newId()}@desk.example`,
    madeById: admin.id,
    expiresAt: new Date(Date.now() + DAY),
  }));
  await db().oneTimeLink.createMany({ data: links });
  return links.map(({ id }) => id);
}

const bearer = (token: string): Record<string, string> => ({ authorization: `Bearer ${token}` });

async function bearerOf(person: Actor, scope: TokenScope = 'admin'): Promise<Record<string, string>> {
  const made = await makeToken(person, { name: 'a caller', scope, expiresAt: null }, context());
  return bearer(valueOf(made).token);
}

async function buildCallers(people: People, ours: Place, theirs: Place): Promise<Caller[]> {
  const session = valueOf(await signInAs(people.editor.id, new Headers()));
  const cookie = session
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  const never = () => [401];
  const onWrites = (method: string) => (method === 'GET' ? null : [403]);
  const caller = (
    name: string,
    weight: number,
    headers: Record<string, string>,
    place: Place | null,
    refused: Caller['refused'] = () => null,
  ): Caller => ({ name, weight, headers, place, refused });
  return [
    caller('editor', 6, await bearerOf(people.editor), ours),
    caller('reviewer', 4, await bearerOf(people.reviewer), ours),
    caller('admin', 5, await bearerOf(people.admin), null),
    caller('stranger', 2, await bearerOf(people.stranger), theirs),
    caller('reader', 1, await bearerOf(people.editor, 'read'), ours),
    caller('editor in a browser', 2, { cookie, origin: 'http://localhost:3000' }, ours),
    caller('page of another site', 1, { cookie, origin: 'http://elsewhere.example' }, ours, onWrites),
    caller('page without an origin', 1, { cookie }, ours, onWrites),
    caller('holder of a forged token', 1, bearer(`galley_${'A'.repeat(43)}`), null, never),
    caller('nobody', 1, {}, null, never),
  ];
}

/** Marks of the reviewer, every second with evidence; then every fourth is accepted, and of the others every fifth in the trash. */
async function buildMarks(article: BuiltArticle, place: Place, count: number): Promise<KnownMark[]> {
  const characters = [...place.text];
  const made = Array.from({ length: count }, (_, at): Operation => ({
    kind: 'annotation.create',
    operationId: newId(),
    id: newId(),
    annotation: {
      versionId: place.versionId,
      start: at,
      end: at + 3,
      exact: characters.slice(at, at + 3).join(''),
      tag: 'spelling',
      correction: 'right',
      ...(at % 2 === 0 ? { evidenceUrl: 'https://archive.example/1' } : {}),
    },
  }));
  const changed = made.flatMap(({ id }, at): Operation[] => {
    const head = { operationId: newId(), id, revision: 1 };
    if (at % 4 === 3) return [{ ...head, kind: 'annotation.decide', decision: { verdict: 'accepted' } }];
    return at % 5 === 4 ? [{ ...head, kind: 'annotation.delete' }] : [];
  });
  const { reviewer, editor } = article.project;
  const marks = new Map<string, KnownMark>();
  for (const [actor, operations] of [
    [reviewer, made],
    [editor, changed],
  ] as const) {
    for (const { result } of valueOf(await runOperations(actor, place.articleId, operations, context()))) {
      if (!result.ok) throw new Error(result.failure.detail);
      const { id, revision, evidence } = result.value.annotation;
      marks.set(id, { id, place, revision, evidenceIds: evidence.map((piece) => piece.id) });
    }
  }
  return [...marks.values()];
}
