import type { EXPORT_STATUSES } from '@/lib/contract/export';
import { type ExportFileView, type ExportView, type NewExport } from '@/lib/contract/export';
import { failure, type Outcome } from '@/lib/contract/failure';
import type { Actor } from '@/lib/policy/actor';
import type { ReportFormatKey } from '@/lib/report/formats';
import { ok } from '@/lib/result';
import { db } from './client';
import { Prisma } from './generated/client';
import { notFound } from './not-found';
import type { StoredFile } from './reports';
import type { Store } from './transaction';
import { visibleTo } from './visible-to';

interface ExportRow {
  readonly id: string;
  readonly articleId: string;
  readonly asked: NewExport;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly ending: (typeof EXPORT_STATUSES)[number] | null;
  readonly failure: string | null;
  readonly reportId: string | null;
  readonly reportNumber: number | null;
  readonly files: readonly ExportFileView[];
}

/** What somebody asked for themselves, of articles that they still may see, and that is not thrown away yet. */
const ownExports = (actor: Actor): Prisma.Sql => Prisma.sql`
  x."personId" = ${actor.id}::uuid AND x."expiresAt" > now() AND ${visibleTo(actor, Prisma.sql`a."projectId"`)}`;
const ownExport = (actor: Actor, id: string): Prisma.Sql =>
  Prisma.sql`x."id" = ${id}::uuid AND ${ownExports(actor)}`;

/** How far an export is. */
export async function exportFor(actor: Actor, id: string, store: Store = db()): Promise<Outcome<ExportView>> {
  const [row] = await readExports(store, ownExport(actor, id));
  return row === undefined ? notFound('export') : ok(presentExport(row));
}

/**
 * Somebody's own export of an article that is under way, or else was made last with more than one format; null for none.
 * Reports on their way out are another matter: see `issuingOf`.
 */
export async function lastExportOf(actor: Actor, articleId: string): Promise<ExportView | null> {
  const [row] = await readExports(
    db(),
    Prisma.sql`x."articleId" = ${articleId}::uuid AND ${ownExports(actor)} AND x."asked"->'issue' IS NULL
      AND (x."ending" IS NULL OR x."ending" = 'done' AND jsonb_array_length(x."asked"->'formats') > 1)`,
  );
  return row === undefined ? null : presentExport(row);
}

/**
 * The report of an article that somebody is issuing right now, or else the one that could not be issued, for as long as
 * nothing has come after it; null for none.
 */
export async function issuingOf(actor: Actor, articleId: string): Promise<ExportView | null> {
  const [row] = await readExports(
    db(),
    // A report bears the time when its making began; its event, like the end of an export, when it was stored.
    Prisma.sql`x."articleId" = ${articleId}::uuid AND ${ownExports(actor)} AND x."asked"->'issue' IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM "report" o
                        JOIN "event" i ON i."subjectId" = o."id" AND i."kind" = 'report.issued'
                       WHERE o."articleId" = x."articleId" AND x."ending" = 'failed' AND i."at" > x."endedAt")`,
  );
  return row === undefined || (row.ending !== null && row.ending !== 'failed') ? null : presentExport(row);
}

const readExports = (store: Store, which: Prisma.Sql): Promise<ExportRow[]> => store.$queryRaw<ExportRow[]>`
    SELECT x."id", x."articleId", x."asked", x."createdAt", x."expiresAt", x."ending", x."failure",
           r."id" AS "reportId", r."number" AS "reportNumber",
           (SELECT jsonb_agg(jsonb_build_object(
                     'format', f."format", 'status', f."status", 'sha256', f."sha256",
                     'size', octet_length(f."bytes"), 'failure', f."failure", 'losses', f."losses"))
              FROM "export_file" f WHERE f."exportId" = x."id") AS "files"
      FROM "export" x
      JOIN "article" a ON a."id" = x."articleId"
      -- A report is issued under the operation that is the export's id.
      LEFT JOIN "event" e ON e."operationId" = x."id" AND e."kind" = 'report.issued'
      LEFT JOIN "report" r ON r."id" = e."subjectId"
     WHERE ${which}
     ORDER BY x."ending" IS NULL DESC, x."createdAt" DESC, x."id" LIMIT 1`;

function presentExport({ asked, ending, createdAt, expiresAt, files, ...row }: ExportRow): ExportView {
  const begun = files.some(({ status }) => status !== 'waiting');
  return {
    ...row,
    status: ending ?? (begun ? 'making' : 'waiting'),
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    files: files.toSorted((a, b) => asked.formats.indexOf(a.format) - asked.formats.indexOf(b.format)),
  };
}

/** A format of an export; `wrong-status` while there is none, `format-unavailable` with why where there will be none. */
export async function exportFileFor(
  actor: Actor,
  id: string,
  format: ReportFormatKey,
): Promise<Outcome<StoredFile>> {
  const [file] = await db().$queryRaw<
    { title: string; bytes: Uint8Array | null; sha256: string | null; failure: string | null }[]
  >`
    SELECT a."title", f."bytes", f."sha256", f."failure"
      FROM "export" x JOIN "article" a ON a."id" = x."articleId"
      JOIN "export_file" f ON f."exportId" = x."id" AND f."format" = ${format}
     WHERE ${ownExport(actor, id)}`;
  if (file === undefined) return notFound('export');
  const { title, bytes, sha256, failure: reason } = file;
  if (bytes !== null && sha256 !== null) return ok({ title, bytes, sha256 });
  return reason === null
    ? failure('wrong-status', 'This format is not made yet, or was called off.')
    : failure('format-unavailable', reason);
}

/** What somebody asked for, if nobody makes it: it is new, or the process that made it has ended over it. */
export async function leftExport(id: string): Promise<Pick<ExportRow, 'articleId' | 'asked'> | null> {
  const [row] = await db().$queryRaw<Pick<ExportRow, 'articleId' | 'asked'>[]>`
    SELECT "articleId", "asked" FROM "export"
     WHERE "id" = ${id}::uuid AND "ending" IS NULL AND ("heldUntil" IS NULL OR "heldUntil" < now())`;
  return row ?? null;
}
