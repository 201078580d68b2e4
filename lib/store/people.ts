import { z } from 'zod';
import { failure, type Outcome } from '@/lib/contract/failure';
import type { Me, PeopleQuery, PersonView } from '@/lib/contract/person';
import { safeText, uuid, type Page } from '@/lib/contract/primitives';
import type { Actor } from '@/lib/policy/actor';
import { can } from '@/lib/policy/can';
import { ok } from '@/lib/result';
import { db } from './client';
import { pageFrom, readCursor } from './cursor';
import { Prisma } from './generated/client';
import type { Store } from './transaction';

export const ONLY_ADMINISTRATORS = failure('forbidden', 'Only administrators see and change people.');

/** Whoever asks, as they see themselves. */
export const presentMe = ({ id, name, email, admin, singleKeys, scope }: Actor): Me => ({
  id,
  name,
  email,
  admin,
  singleKeys,
  scope,
});

interface PersonRow {
  readonly id: string;
  readonly name: string;
  readonly sortName: string;
  readonly email: string;
  readonly admin: boolean;
  readonly deactivatedAt: Date | null;
  readonly createdAt: Date;
  readonly lastSeenAt: Date | null;
  readonly projects: PersonView['projects'];
}

/** Everybody with an account, by name, for an administrator. */
export async function peopleOf(actor: Actor, query: PeopleQuery): Promise<Outcome<Page<PersonView>>> {
  if (!can.changePeople(actor)) return ONLY_ADMINISTRATORS;
  const after = readCursor(query.cursor, z.tuple([safeText, uuid]));
  if (!after.ok) return after;
  const conditions = [
    after.value === null
      ? Prisma.sql`true`
      : Prisma.sql`(lower(p."name"), p."id") > (${after.value[0]}, ${after.value[1]}::uuid)`,
    query.q === undefined
      ? Prisma.sql`true`
      : Prisma.sql`strpos(lower(p."name" || ' ' || p."email"), lower(${query.q})) > 0`,
  ];
  const rows = await readPeople(db(), Prisma.join(conditions, ' AND '), query.limit + 1);
  return ok(pageFrom(rows, query.limit, presentPerson, (row) => [row.sortName, row.id]));
}

/** One person as administrators see them; null when there is none. */
export async function findPerson(store: Store, id: string): Promise<PersonView | null> {
  const [row] = await readPeople(store, Prisma.sql`p."id" = ${id}::uuid`, 1);
  return row === undefined ? null : presentPerson(row);
}

/** Last seen: the newest of what their sessions, tokens and changes tell, about a day exact. */
const readPeople = (store: Store, which: Prisma.Sql, limit: number): Promise<PersonRow[]> =>
  store.$queryRaw<PersonRow[]>`
    SELECT p."id", p."name", lower(p."name") AS "sortName", p."email", p."admin", p."deactivatedAt", p."createdAt",
           greatest(
             (SELECT max(s."updatedAt") FROM "session" s WHERE s."personId" = p."id"),
             (SELECT max(t."lastUsedAt") FROM "api_token" t WHERE t."personId" = p."id"),
             (SELECT max(e."at") FROM "event" e WHERE e."actorId" = p."id")
           ) AS "lastSeenAt",
           coalesce(
             (SELECT json_agg(json_build_object('id', j."id", 'name', j."name", 'role', m."role")
                              ORDER BY lower(j."name"), j."id")
                FROM "member" m JOIN "project" j ON j."id" = m."projectId" WHERE m."personId" = p."id"),
             '[]'
           ) AS "projects"
      FROM "person" p
     WHERE ${which}
     ORDER BY lower(p."name"), p."id"
     LIMIT ${limit}`;

const presentPerson = (row: PersonRow): PersonView => ({
  id: row.id,
  name: row.name,
  email: row.email,
  admin: row.admin,
  deactivated: row.deactivatedAt !== null,
  createdAt: row.createdAt.toISOString(),
  lastSeenAt: row.lastSeenAt?.toISOString() ?? null,
  projects: row.projects,
});

/** Two keys of an advisory lock: "Gall" in ASCII, and a number of its own. */
const ADMINISTRATORS = [0x47616c6c, 3] as const;

/** Until the transaction ends nobody else makes, unmakes or deactivates an administrator; so counting them means something. */
export async function lockAdministrators(store: Store): Promise<void> {
  const [first, second] = ADMINISTRATORS;
  await store.$executeRaw`SELECT pg_advisory_xact_lock(${first}::int, ${second}::int)`;
}

/** How many people could administer this desk, were the one named here gone. */
export const countAdministrators = (store: Store, without?: string): Promise<number> =>
  store.person.count({
    where: { admin: true, deactivatedAt: null, ...(without === undefined ? {} : { id: { not: without } }) },
  });
