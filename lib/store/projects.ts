import { failure, type Outcome } from '@/lib/contract/failure';
import type { ProjectListing, ProjectView } from '@/lib/contract/project';
import type { Actor } from '@/lib/policy/actor';
import { can } from '@/lib/policy/can';
import { ok } from '@/lib/result';
import { db } from './client';
import { Prisma } from './generated/client';
import { notFound } from './not-found';
import type { Store } from './transaction';

interface ProjectRow {
  readonly id: string;
  readonly name: string;
  readonly guidelines: string;
  readonly knownNames: string[];
  readonly noticeTemplates: ProjectView['noticeTemplates'];
  readonly houseStyle: ProjectView['houseStyle'];
  readonly ruleSwitches: ProjectView['ruleSwitches'];
  readonly role: ProjectView['role'];
  readonly members: number;
  readonly articles: number;
  readonly open: number;
  readonly updatedAt: Date;
  readonly lastSeq: number;
}

/** The projects of whoever asks, by name. */
export const projectsOf = async (actor: Actor): Promise<Outcome<readonly ProjectView[]>> =>
  ok(await readProjects(db(), actor, Prisma.sql`true`));

/** One of them. */
export async function projectFor(
  actor: Actor,
  id: string,
  store: Store = db(),
): Promise<Outcome<ProjectView>> {
  const [project] = await readProjects(store, actor, Prisma.sql`p."id" = ${id}::uuid`);
  return project === undefined ? notFound('project') : ok(project);
}

async function readProjects(store: Store, actor: Actor, which: Prisma.Sql): Promise<ProjectView[]> {
  const rows = await store.$queryRaw<ProjectRow[]>`
    SELECT p."id", p."name", p."guidelines", p."knownNames", p."noticeTemplates", p."houseStyle", p."ruleSwitches", p."lastSeq",
           mine."role"::text AS "role",
           (SELECT count(*)::int FROM "member" m WHERE m."projectId" = p."id") AS "members",
           current."articles", marks."open",
           greatest(p."createdAt", current."updatedAt",
             (SELECT max(e."at") FROM "event" e WHERE e."projectId" = p."id" AND e."articleId" IS NULL)) AS "updatedAt"
      FROM "project" p
      JOIN "member" mine ON mine."projectId" = p."id" AND mine."personId" = ${actor.id}::uuid
      CROSS JOIN LATERAL (
        SELECT count(*)::int AS "articles", max(a."updatedAt") AS "updatedAt" FROM "article" a
         WHERE a."projectId" = p."id" AND a."archivedAt" IS NULL AND a."trashedAt" IS NULL
      ) current
      CROSS JOIN LATERAL (
        SELECT count(*)::int AS "open" FROM "annotation" n JOIN "article" a ON a."id" = n."articleId"
         WHERE a."projectId" = p."id" AND a."archivedAt" IS NULL AND a."trashedAt" IS NULL
           AND n."status" = 'open' AND n."deletedAt" IS NULL
      ) marks
     WHERE ${which}
     ORDER BY lower(p."name"), p."id"`;
  return rows.map(({ updatedAt, ...row }) => ({ ...row, updatedAt: updatedAt.toISOString() }));
}

/** Every project by name, for an administrator: what there is, not what is in it. */
export async function allProjects(actor: Actor): Promise<Outcome<readonly ProjectListing[]>> {
  if (!can.listAllProjects(actor)) return failure('forbidden', 'Only administrators see all projects.');
  const projects = await db().project.findMany({
    select: LISTING,
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  });
  return ok(projects.map(presentListing));
}

/** One project by name; null when there is none. */
export async function findListing(store: Store, id: string): Promise<ProjectListing | null> {
  const project = await store.project.findUnique({ where: { id }, select: LISTING });
  return project === null ? null : presentListing(project);
}

const LISTING = { id: true, name: true, createdAt: true, _count: { select: { members: true } } } as const;

interface ListingRow {
  readonly id: string;
  readonly name: string;
  readonly createdAt: Date;
  readonly _count: { readonly members: number };
}

const presentListing = ({ id, name, createdAt, _count }: ListingRow): ProjectListing => ({
  id,
  name,
  members: _count.members,
  createdAt: createdAt.toISOString(),
});
