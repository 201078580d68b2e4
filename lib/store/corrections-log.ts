import { z } from 'zod';
import type { LoggedCorrectionView, LogQuery } from '@/lib/contract/corrections-log';
import type { Outcome } from '@/lib/contract/failure';
import { givenTime, uuid, type Page } from '@/lib/contract/primitives';
import type { Actor } from '@/lib/policy/actor';
import { ok } from '@/lib/result';
import { db } from './client';
import { pageFrom, readCursor } from './cursor';
import { Prisma } from './generated/client';
import { memberActor } from './members';
import { notFound } from './not-found';

const Place = z.tuple([givenTime, uuid, z.int().min(0).max(1_000_000), uuid]);

interface LogRow extends Omit<LoggedCorrectionView, 'report'> {
  readonly reportId: string;
  readonly reportNumber: number;
  readonly issuedAt: Date;
}

/**
 * The corrections that a project has issued, the newest first, as the stored JSON of each report has them: so they are
 * what was sent out, names hidden where they were. A report whose place another one took is left out with all it said.
 */
export async function correctionsOf(
  actor: Actor,
  projectId: string,
  query: LogQuery,
): Promise<Outcome<Page<LoggedCorrectionView>>> {
  if ((await memberActor(db(), actor, projectId)) === null) return notFound('project');
  const cursor = readCursor(query.cursor, Place);
  if (!cursor.ok) return cursor;
  const { from, to, tag, author, limit } = query;
  const key = cursor.value;
  const after =
    key === null
      ? Prisma.sql`true`
      : Prisma.sql`(date_trunc('milliseconds', r."issuedAt"), r."id") < (${key[0]}::timestamptz, ${key[1]}::uuid)
          OR (r."id" = ${key[1]}::uuid AND (l."number", l."id") > (${key[2]}, ${key[3]}::uuid))`;
  const rows = await db().$queryRaw<LogRow[]>`
    SELECT r."id" AS "reportId", r."number" AS "reportNumber", r."issuedAt",
           jsonb_build_object('id', a."id", 'title', a."title", 'byline', a."byline", 'url', a."url") AS "article",
           l."id", l."number", l."paragraph", l."tag", l."value", l."severity", l."asPrinted", l."shouldRead",
           l."author", l."notice"
      FROM "report" r
      JOIN "article" a ON a."id" = r."articleId"
      JOIN "report_file" f ON f."reportId" = r."id" AND f."format" = 'json' AND f."bytes" IS NOT NULL
      CROSS JOIN LATERAL (
        SELECT (m->>'id')::uuid AS "id", (m->>'number')::int AS "number", (m->>'paragraph')::int AS "paragraph",
               m->'tag' AS "tag", m->>'value' AS "value", m->>'severity' AS "severity", m->>'exact' AS "asPrinted",
               m->>'shouldRead' AS "shouldRead", m->'reviewer' AS "author", m->>'notice' AS "notice"
          FROM jsonb_array_elements(convert_from(f."bytes", 'UTF8')::jsonb->'marks') m
         WHERE m->>'section' = 'corrections' AND m->>'status' = 'accepted'
           AND (m->>'shouldRead' IS NOT NULL OR m->>'notice' IS NOT NULL)
      ) l
     WHERE r."projectId" = ${projectId}::uuid AND a."trashedAt" IS NULL
       AND NOT EXISTS (SELECT 1 FROM "report" later WHERE later."supersedesId" = r."id")
       AND ${from === undefined ? Prisma.sql`true` : Prisma.sql`r."issuedAt" >= (${from}::date)::timestamp AT TIME ZONE 'UTC'`}
       AND ${to === undefined ? Prisma.sql`true` : Prisma.sql`r."issuedAt" < (${to}::date + 1)::timestamp AT TIME ZONE 'UTC'`}
       AND ${tag === undefined ? Prisma.sql`true` : Prisma.sql`l."tag"->>'key' = ${tag}`}
       AND ${author === undefined ? Prisma.sql`true` : Prisma.sql`l."author"->>'id' = ${author}`}
       AND (${after})
     ORDER BY r."issuedAt" DESC, r."id" DESC, l."number", l."id" LIMIT ${limit + 1}`;
  return ok(
    pageFrom(rows, limit, presentRow, ({ issuedAt, reportId, number, id }) => [
      issuedAt.toISOString(),
      reportId,
      number,
      id,
    ]),
  );
}

const presentRow = ({ reportId, reportNumber, issuedAt, ...row }: LogRow): LoggedCorrectionView => ({
  ...row,
  report: { id: reportId, number: reportNumber, issuedAt: issuedAt.toISOString() },
});
