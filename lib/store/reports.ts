import { failure, type Outcome } from '@/lib/contract/failure';
import type { ReportView } from '@/lib/contract/issued-report';
import type { Actor } from '@/lib/policy/actor';
import { REPORT_FORMAT_KEYS, type ReportFormatKey } from '@/lib/report/formats';
import type { ReportDocument } from '@/lib/report/report-document';
import { ok } from '@/lib/result';
import { db } from './client';
import { Prisma } from './generated/client';
import { notFound } from './not-found';
import type { Store } from './transaction';
import { visibleTo } from './visible-to';

interface ReportRow extends Omit<ReportView, 'issuedAt'> {
  readonly issuedAt: Date;
}

/** What a format of a report was stored as, and the title it is named after. */
export interface StoredFile {
  readonly title: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
}

/** The issued reports of an article, the newest first. */
export async function reportsOf(
  actor: Actor,
  articleId: string,
  store: Store = db(),
): Promise<Outcome<{ readonly items: ReportView[] }>> {
  const [article] = await store.$queryRaw<unknown[]>`
    SELECT 1 FROM "article" a WHERE a."id" = ${articleId}::uuid AND ${visibleTo(actor, Prisma.sql`a."projectId"`)}`;
  if (article === undefined) return notFound('article');
  return ok({ items: await readReports(store, actor, Prisma.sql`r."articleId" = ${articleId}::uuid`) });
}

/** One of them. */
export async function reportFor(actor: Actor, id: string, store: Store = db()): Promise<Outcome<ReportView>> {
  const [report] = await readReports(store, actor, Prisma.sql`r."id" = ${id}::uuid`);
  return report === undefined ? notFound('report') : ok(report);
}

async function readReports(store: Store, actor: Actor, which: Prisma.Sql): Promise<ReportView[]> {
  const rows = await store.$queryRaw<ReportRow[]>`
    SELECT r."id", r."articleId", r."number", v."number" AS "version", r."issuedAt", r."preparedBy",
           jsonb_build_object('id', p."id", 'name', p."name") AS "issuedBy",
           (SELECT o."number" FROM "report" o WHERE o."id" = r."supersedesId") AS "supersedes",
           (SELECT o."number" FROM "report" o WHERE o."supersedesId" = r."id") AS "supersededBy",
           (SELECT l."token" FROM "report_link" l WHERE l."reportId" = r."id" AND l."revokedAt" IS NULL) AS "publicToken",
           (SELECT jsonb_agg(jsonb_build_object(
                     'format', f."format", 'sha256', f."sha256", 'size', octet_length(f."bytes"), 'failure', f."failure"))
              FROM "report_file" f WHERE f."reportId" = r."id" AND f."format" <> 'public') AS "files"
      FROM "report" r
      JOIN "article_version" v ON v."id" = r."versionId"
      JOIN "person" p ON p."id" = r."issuedById"
     WHERE ${which} AND ${visibleTo(actor, Prisma.sql`r."projectId"`)}
     ORDER BY r."number" DESC`;
  return rows.map(({ issuedAt, files, ...row }) => ({
    ...row,
    issuedAt: issuedAt.toISOString(),
    files: files.toSorted((a, b) => rank(a.format) - rank(b.format)),
  }));
}

const rank = (format: ReportFormatKey): number => REPORT_FORMAT_KEYS.indexOf(format);

/** The stored bytes of a format; `format-unavailable` with the reason where there are none. */
export async function reportFileFor(
  actor: Actor,
  id: string,
  format: ReportFormatKey,
): Promise<Outcome<StoredFile>> {
  const [file] = await readFiles(Prisma.sql`
    r."id" = ${id}::uuid AND f."format" = ${format} AND ${visibleTo(actor, Prisma.sql`r."projectId"`)}`);
  if (file === undefined) return notFound('report');
  const { title, bytes, sha256, failure: reason } = file;
  return bytes === null || sha256 === null
    ? failure('format-unavailable', reason ?? 'This format was not made.')
    : ok({ title, bytes, sha256 });
}

/** What the formats of a report cannot hold, by format, as its data format tells; nothing where that is not there. */
export async function reportLosses(
  store: Store,
  id: string,
): Promise<Readonly<Record<string, readonly string[]>>> {
  const [file] = await store.$queryRaw<{ bytes: Uint8Array | null }[]>`
    SELECT "bytes" FROM "report_file" WHERE "reportId" = ${id}::uuid AND "format" = 'json'`;
  if (file === undefined || file.bytes === null) return {};
  const { losses } = JSON.parse(Buffer.from(file.bytes).toString()) as Pick<ReportDocument, 'losses'>;
  const byFormat: Record<string, string[]> = {};
  for (const { format, text } of losses) (byFormat[format] ??= []).push(text);
  return byFormat;
}

/** A public report: its page as it was stored, and what took its place since, the next report first. */
export interface PublicReport extends StoredFile {
  readonly successors: readonly {
    readonly number: number;
    readonly issuedAt: string;
    /** The token of its own public address; null where it has none that leads to a page. */
    readonly token: string | null;
  }[];
}

/** What anybody with the token of a public address may read; null where the address never was or is no more. */
export async function publicReport(token: string): Promise<PublicReport | null> {
  const link = await db().reportLink.findFirst({
    where: { token, revokedAt: null },
    select: { reportId: true },
  });
  if (link === null) return null;
  const [file] = await readFiles(Prisma.sql`f."format" = 'public' AND r."id" = ${link.reportId}::uuid`);
  if (file?.bytes === null || file?.sha256 === null || file === undefined) return null;
  const { title, bytes, sha256 } = file;
  return { title, bytes, sha256, successors: await successorsOf(link.reportId) };
}

/** Each report took the place of the one before it, so that they are a chain. */
async function successorsOf(id: string): Promise<PublicReport['successors']> {
  const rows = await db().$queryRaw<{ number: number; issuedAt: Date; token: string | null }[]>`
    WITH RECURSIVE later AS (
      SELECT r."id", r."number", r."issuedAt" FROM "report" r WHERE r."supersedesId" = ${id}::uuid
      UNION ALL
      SELECT r."id", r."number", r."issuedAt" FROM "report" r JOIN later ON r."supersedesId" = later."id"
    )
    SELECT later."number", later."issuedAt",
           (SELECT l."token" FROM "report_link" l
             WHERE l."reportId" = later."id" AND l."revokedAt" IS NULL AND EXISTS (
               SELECT 1 FROM "report_file" f
                WHERE f."reportId" = later."id" AND f."format" = 'public' AND f."bytes" IS NOT NULL
             )) AS "token"
      FROM later ORDER BY later."number"`;
  return rows.map(({ issuedAt, ...row }) => ({ ...row, issuedAt: issuedAt.toISOString() }));
}

interface FileRow {
  readonly title: string;
  readonly bytes: Uint8Array | null;
  readonly sha256: string | null;
  readonly failure: string | null;
}

const readFiles = (which: Prisma.Sql): Promise<FileRow[]> => db().$queryRaw<FileRow[]>`
  SELECT a."title", f."bytes", f."sha256", f."failure"
    FROM "report_file" f
    JOIN "report" r ON r."id" = f."reportId"
    JOIN "article" a ON a."id" = r."articleId"
   WHERE ${which}`;
