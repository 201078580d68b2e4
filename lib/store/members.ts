import type { Outcome } from '@/lib/contract/failure';
import type { MemberView } from '@/lib/contract/project';
import type { Actor, ProjectActor } from '@/lib/policy/actor';
import { ok } from '@/lib/result';
import { db } from './client';
import { notFound } from './not-found';
import type { Store } from './transaction';

/** Whoever asks as a member of a project, with the role the record says; null for strangers. */
export async function memberActor(
  store: Store,
  actor: Actor,
  projectId: string,
): Promise<ProjectActor | null> {
  const member = await store.member.findUnique({
    where: { projectId_personId: { projectId, personId: actor.id } },
    select: { role: true },
  });
  return member === null ? null : { ...actor, projectId, role: member.role };
}

const MEMBER = {
  role: true,
  createdAt: true,
  person: { select: { id: true, name: true, email: true, deactivatedAt: true } },
} as const;

/** The members of a project of whoever asks, by name. */
export async function membersOf(actor: Actor, projectId: string): Promise<Outcome<readonly MemberView[]>> {
  if ((await memberActor(db(), actor, projectId)) === null) return notFound('project');
  const members = await db().member.findMany({
    where: { projectId },
    select: MEMBER,
    orderBy: [{ person: { name: 'asc' } }, { personId: 'asc' }],
  });
  return ok(members.map(presentMember));
}

/** One member; null when the person is none. */
export async function findMember(
  store: Store,
  projectId: string,
  personId: string,
): Promise<MemberView | null> {
  const member = await store.member.findUnique({
    where: { projectId_personId: { projectId, personId } },
    select: MEMBER,
  });
  return member === null ? null : presentMember(member);
}

interface MemberRow {
  readonly role: MemberView['role'];
  readonly createdAt: Date;
  readonly person: {
    readonly id: string;
    readonly name: string;
    readonly email: string;
    readonly deactivatedAt: Date | null;
  };
}

const presentMember = ({ role, createdAt, person }: MemberRow): MemberView => ({
  personId: person.id,
  name: person.name,
  email: person.email,
  role,
  deactivated: person.deactivatedAt !== null,
  since: createdAt.toISOString(),
});
