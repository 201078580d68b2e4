import { z } from 'zod';
import type { Outcome } from '@/lib/contract/failure';
import type { InvitationsQuery, InvitationView } from '@/lib/contract/person';
import { givenTime, uuid, type Page } from '@/lib/contract/primitives';
import type { Actor } from '@/lib/policy/actor';
import { can } from '@/lib/policy/can';
import { ok } from '@/lib/result';
import { db } from './client';
import { pageFrom, readCursor } from './cursor';
import type { Prisma } from './generated/client';
import { openAt } from './one-time-links';
import { ONLY_ADMINISTRATORS } from './people';

const INVITATION = {
  id: true,
  email: true,
  name: true,
  admin: true,
  role: true,
  createdAt: true,
  expiresAt: true,
  project: { select: { id: true, name: true } },
} satisfies Prisma.OneTimeLinkSelect;

type InvitationRow = Prisma.OneTimeLinkGetPayload<{ select: typeof INVITATION }>;

/** The invitations that can still be answered, newest first, for an administrator. */
export async function invitationsOf(
  actor: Actor,
  query: InvitationsQuery,
  now: Date,
): Promise<Outcome<Page<InvitationView>>> {
  if (!can.changePeople(actor)) return ONLY_ADMINISTRATORS;
  const after = readCursor(query.cursor, z.tuple([givenTime, uuid]));
  if (!after.ok) return after;
  const rows = await db().oneTimeLink.findMany({
    where: {
      purpose: 'invitation',
      ...openAt(now),
      ...(after.value === null ? {} : { OR: olderThan(...after.value) }),
    },
    select: INVITATION,
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: query.limit + 1,
  });
  return ok(pageFrom(rows, query.limit, presentInvitation, (row) => [row.createdAt.toISOString(), row.id]));
}

const olderThan = (createdAt: string, id: string): Prisma.OneTimeLinkWhereInput[] => [
  { createdAt: { lt: createdAt } },
  { createdAt, id: { lt: id } },
];

const presentInvitation = ({ project, role, ...row }: InvitationRow): InvitationView => ({
  id: row.id,
  email: row.email ?? '',
  name: row.name,
  admin: row.admin,
  project: project === null || role === null ? null : { ...project, role },
  createdAt: row.createdAt.toISOString(),
  expiresAt: row.expiresAt.toISOString(),
});
