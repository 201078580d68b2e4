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

/** What of the log is asked for, whatever becomes of it. */
type Asked = Pick<LogQuery, 'from' | 'to' | 'tag' | 'author'>;
type Key = z.infer<typeof Place>;

/**
 * The corrections that a project has issued, the newest first, as the stored JSON of each report has them: so they are
 * what was sent out, names hidden where they were. A report whose place another one took is left out with all it said,
 * and so are corrections that gave way to another: the text never got them.
 */
export async function correctionsOf(
  actor: Actor,
  projectId: string,
  query: LogQuery,
): Promise<Outcome<Page<LoggedCorrectionView>>> {
  if ((await memberActor(db(), actor, projectId)) === null) return notFound('project');
  const cursor = readCursor(query.cursor, Place);
  if (!cursor.ok) return cursor;
  const { limit } = query;
  const rows: LogRow[] = [];
  for await (const some of rowsAfter(projectId, query, cursor.value, limit + 1)) rows.push(...some);
  return ok(pageFrom(rows, limit, presentRow, keyOf));
}

/** All of them from a place on, some at a time, for whoever does not want to hold them all at once. */
export async function allCorrectionsOf(
  actor: Actor,
  projectId: string,
  query: LogQuery,
): Promise<Outcome<AsyncGenerator<readonly LoggedCorrectionView[], void>>> {
  if ((await memberActor(db(), actor, projectId)) === null) return notFound('project');
  const cursor = readCursor(query.cursor, Place);
  if (!cursor.ok) return cursor;
  const present = async function* (): AsyncGenerator<readonly LoggedCorrectionView[], void> {
    for await (const rows of rowsAfter(projectId, query, cursor.value, null)) yield rows.map(presentRow);
  };
  return ok(present());
}

/** How many reports are read at once: the JSON of each is parsed whole, so no more than a page may well need. */
const REPORTS_AT_ONCE = 8;

interface ReportKey {
  readonly id: string;
  readonly issuedAt: Date;
}

/** The entries behind a place, at most so many or all, report by report: those behind are neither parsed nor sent. */
async function* rowsAfter(
  projectId: string,
  asked: Asked,
  key: Key | null,
  most: number | null,
): AsyncGenerator<readonly LogRow[], void> {
  let last: ReportKey | null = null;
  for (let left = most; left === null || left > 0;) {
    const reports = await standingReports(projectId, asked, key, last);
    if (reports.length === 0) return;
    const rows = await rowsOf(reports, asked, key, left);
    yield rows;
    if (left !== null) left -= rows.length;
    last = reports.at(-1) ?? null;
  }
}

const issuedAt = Prisma.sql`date_trunc('milliseconds', r."issuedAt")`;

/** The next standing reports, from the one of `key` on, or behind `last`. */
const standingReports = (
  projectId: string,
  { from, to }: Asked,
  key: Key | null,
  last: ReportKey | null,
): Promise<ReportKey[]> => db().$queryRaw<ReportKey[]>`
  SELECT r."id", ${issuedAt} AS "issuedAt"
    FROM "report" r JOIN "article" a ON a."id" = r."articleId"
   WHERE r."projectId" = ${projectId}::uuid AND a."trashedAt" IS NULL
     AND NOT EXISTS (SELECT 1 FROM "report" later WHERE later."supersedesId" = r."id")
     AND ${from === undefined ? Prisma.sql`true` : Prisma.sql`r."issuedAt" >= (${from}::date)::timestamp AT TIME ZONE 'UTC'`}
     AND ${to === undefined ? Prisma.sql`true` : Prisma.sql`r."issuedAt" < (${to}::date + 1)::timestamp AT TIME ZONE 'UTC'`}
     AND ${key === null ? Prisma.sql`true` : Prisma.sql`(${issuedAt}, r."id") <= (${key[0]}::timestamptz, ${key[1]}::uuid)`}
     AND ${last === null ? Prisma.sql`true` : Prisma.sql`(${issuedAt}, r."id") < (${last.issuedAt}, ${last.id}::uuid)`}
   ORDER BY ${issuedAt} DESC, r."id" DESC LIMIT ${REPORTS_AT_ONCE}`;

const rowsOf = (
  reports: readonly ReportKey[],
  { tag, author }: Asked,
  key: Key | null,
  most: number | null,
): Promise<LogRow[]> => db().$queryRaw<LogRow[]>`
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
           AND m->>'gaveWay' IS DISTINCT FROM 'true'
      ) l
     WHERE r."id" = ANY(${reports.map(({ id }) => id)}::uuid[])
       AND ${tag === undefined ? Prisma.sql`true` : Prisma.sql`l."tag"->>'key' = ${tag}`}
       AND ${author === undefined ? Prisma.sql`true` : Prisma.sql`l."author"->>'id' = ${author}`}
       AND ${key === null ? Prisma.sql`true` : Prisma.sql`(r."id" <> ${key[1]}::uuid OR (l."number", l."id") > (${key[2]}, ${key[3]}::uuid))`}
     ORDER BY ${issuedAt} DESC, r."id" DESC, l."number", l."id" LIMIT ${most}::int`;

const keyOf = ({ issuedAt: at, reportId, number, id }: LogRow) => [at.toISOString(), reportId, number, id];

const presentRow = ({ reportId, reportNumber, issuedAt: at, ...row }: LogRow): LoggedCorrectionView => ({
  ...row,
  report: { id: reportId, number: reportNumber, issuedAt: at.toISOString() },
});
