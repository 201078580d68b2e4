import type { Actor } from '@/lib/policy/actor';
import { Prisma } from './generated/client';

/** The condition that a row belongs to a project of whoever asks; `projectId` is the row's column, `a."projectId"`. */
export const visibleTo = (actor: Actor, projectId: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`EXISTS (SELECT 1 FROM "member" mine WHERE mine."projectId" = ${projectId} AND mine."personId" = ${actor.id}::uuid)`;
