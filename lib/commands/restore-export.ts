import type { NewExport } from '@/lib/contract/export';
import type { ReportView } from '@/lib/contract/issued-report';
import type { Actor } from '@/lib/policy/actor';
import { reportLosses } from '@/lib/store/reports';
import type { Store } from '@/lib/store/transaction';

interface LostExport {
  readonly id: string;
  readonly asked: NewExport;
  readonly requestHash: string;
}

/**
 * Writes an export down again that has issued its report and is gone since, as it stood when it had: with the report's own
 * files, for another hour.
 */
export async function restoreExport(
  store: Store,
  actor: Actor,
  { id, asked, requestHash }: LostExport,
  report: ReportView,
): Promise<void> {
  await store.$executeRaw`
    INSERT INTO "export"
      ("id", "articleId", "personId", "asked", "requestHash", "createdAt", "ending", "endedAt", "expiresAt")
    SELECT ${id}::uuid, r."articleId", ${actor.id}::uuid, ${JSON.stringify(asked)}::jsonb, ${requestHash}, r."issuedAt",
           'done', e."at", now() + interval '1 hour'
      FROM "report" r JOIN "event" e ON e."operationId" = ${id}::uuid
     WHERE r."id" = ${report.id}::uuid`;
  const losses = JSON.stringify(await reportLosses(store, report.id));
  await store.$executeRaw`
    INSERT INTO "export_file" ("exportId", "format", "status", "bytes", "sha256", "failure", "losses")
    SELECT ${id}::uuid, f."format", CASE WHEN f."bytes" IS NULL THEN 'failed' ELSE 'made' END, f."bytes",
           CASE WHEN f."bytes" IS NOT NULL THEN f."sha256" END, f."failure",
           ARRAY(SELECT jsonb_array_elements_text(${losses}::jsonb -> f."format"))
      FROM "report_file" f
     WHERE f."reportId" = ${report.id}::uuid AND f."format" = ANY(${asked.formats}::text[])`;
}
