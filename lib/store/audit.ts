import { failure, type Outcome } from '@/lib/contract/failure';
import type { AuditLine } from '@/lib/contract/history';
import type { Actor } from '@/lib/policy/actor';
import { can } from '@/lib/policy/can';
import { ok } from '@/lib/result';
import { db } from './client';
import { EVENT_COLUMNS, presentEvent, type EventRow } from './events';
import { Prisma } from './generated/client';
import { memberActor } from './members';
import { notFound } from './not-found';

/** A project's log as it is being read. */
export interface AuditLog {
  readonly project: string;
  /** In pieces, so that nobody has to hold all of it. */
  readonly pieces: AsyncGenerator<readonly AuditLine[]>;
}

/** What is numbered together: the project's own events, or those of one article. */
interface Sequence {
  readonly articleId: string | null;
  readonly title: string | null;
  readonly lastSeq: number;
}

const PIECE = 500;

/**
 * All events of a project up to now, for its editors. How far each sequence goes is read first, in one moment; numbers commit in
 * order, so what is then read up to there has no gap, however long it takes.
 */
export async function auditLogOf(actor: Actor, projectId: string): Promise<Outcome<AuditLog>> {
  const member = await memberActor(db(), actor, projectId);
  if (member === null) return notFound('project');
  if (!can.downloadAudit(member))
    return failure('forbidden', 'Only editors of the project download its log.');
  const sequences = await db().$queryRaw<(Sequence & { readonly project: string })[]>`
    SELECT p."name" AS "project", NULL::uuid AS "articleId", NULL AS "title", p."lastSeq"
      FROM "project" p WHERE p."id" = ${projectId}::uuid
    UNION ALL
    SELECT p."name", a."id", a."title", a."lastSeq"
      FROM "article" a JOIN "project" p ON p."id" = a."projectId" WHERE a."projectId" = ${projectId}::uuid
     ORDER BY 2 NULLS FIRST`;
  return ok({ project: sequences[0]!.project, pieces: readPieces(projectId, sequences) });
}

async function* readPieces(
  projectId: string,
  sequences: readonly Sequence[],
): AsyncGenerator<readonly AuditLine[]> {
  for (const { articleId, title, lastSeq } of sequences) {
    const which =
      articleId === null
        ? Prisma.sql`e."projectId" = ${projectId}::uuid AND e."articleId" IS NULL`
        : Prisma.sql`e."articleId" = ${articleId}::uuid`;
    for (let after = 0; after < lastSeq;) {
      const rows = await db().$queryRaw<EventRow[]>`
        SELECT ${EVENT_COLUMNS} FROM "event" e JOIN "person" p ON p."id" = e."actorId"
         WHERE ${which} AND e."seq" > ${after} AND e."seq" <= ${lastSeq} ORDER BY e."seq" LIMIT ${PIECE}`;
      const last = rows.at(-1);
      if (last === undefined) break;
      after = last.seq;
      yield rows.map((row) => ({ ...presentEvent(row), articleId, articleTitle: title }));
    }
  }
}
