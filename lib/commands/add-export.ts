import type { ExportView, NewExport } from '@/lib/contract/export';
import { failure, type Outcome } from '@/lib/contract/failure';
import type { ReportView } from '@/lib/contract/issued-report';
import { readReportOptions } from '@/lib/contract/report';
import { newId } from '@/lib/ids';
import type { Actor } from '@/lib/policy/actor';
import { REPORT_FORMAT_KEYS } from '@/lib/report/formats';
import { exportFor } from '@/lib/store/exports';
import { currentSchema } from '@/lib/store/tag-schemas';
import { transaction, type Store } from '@/lib/store/transaction';
import { articleToReport, deedOf } from './may-make-report';
import { findRepetition } from './repetition';
import { requestHash } from './request-hash';
import { restoreExport } from './restore-export';
import type { WriteContext } from './write-context';

/** How many exports of one person may be under way at once. */
const AT_WORK_MAX = 3;
/** How many that have ended one person keeps of those with one format, and of those with several; the oldest go first. */
const KEPT_MAX = 6;
/** Seconds until somebody who was refused may well come through. */
const RETRY_AFTER = 10;

/**
 * Writes down that somebody wants formats of a draft report, or a report issued; making them is another's work. It is no
 * event, for nothing has happened to the article. The export's id is the operation's, so that a repetition finds it; where
 * the database has lost it, what it issued is found by its event.
 */
export async function addExport(
  actor: Actor,
  articleId: string,
  wanted: NewExport,
  { operationId, now }: WriteContext,
): Promise<Outcome<ExportView>> {
  const asked = wanted.issue === undefined ? wanted : { ...wanted, formats: [...REPORT_FORMAT_KEYS] };
  const hash = requestHash('export.add', articleId, asked);
  const id = operationId ?? newId();
  return transaction(async (store) => {
    // The person's row is locked, so that two at once do not both take the last place.
    await store.$queryRaw`SELECT 1 FROM "person" WHERE "id" = ${actor.id}::uuid FOR NO KEY UPDATE`;
    // A redaction that is under way is waited for, and one that comes finds the export.
    await store.$queryRaw`SELECT 1 FROM "article" WHERE "id" = ${articleId}::uuid FOR SHARE`;
    const allowed = await articleToReport(store, actor, articleId, deedOf(asked));
    if (!allowed.ok) return allowed;
    const options = readReportOptions(asked, await currentSchema(store, allowed.value.projectId));
    if (!options.ok) return options;
    const known = await store.export.findUnique({ where: { id } });
    if (known !== null) {
      return known.personId === actor.id && known.requestHash === hash
        ? exportFor(actor, id, store)
        : failure('operation-reused', 'This operation id was used for something else. Make a new one.');
    }
    const issued = await findRepetition<ReportView>(store, actor, operationId, hash);
    if (issued !== null) {
      if (!issued.ok) return issued;
      await restoreExport(store, actor, { id, asked, requestHash: hash }, issued.value);
      return exportFor(actor, id, store);
    }
    await throwAway(store, actor);
    if ((await countAtWork(store, actor)) >= AT_WORK_MAX) {
      const detail = `${AT_WORK_MAX} exports of yours are under way. Wait for one, or call one off.`;
      return failure('too-many-requests', detail, { retryAfter: RETRY_AFTER });
    }
    await store.$executeRaw`
      INSERT INTO "export" ("id", "articleId", "personId", "asked", "requestHash", "createdAt", "expiresAt")
      VALUES (${id}::uuid, ${articleId}::uuid, ${actor.id}::uuid, ${JSON.stringify(asked)}::jsonb, ${hash}, ${now},
              now() + interval '1 hour')`;
    await store.exportFile.createMany({ data: asked.formats.map((format) => ({ exportId: id, format })) });
    return exportFor(actor, id, store);
  });
}

/** What one person has had before. */
async function throwAway(store: Store, actor: Actor): Promise<void> {
  await store.$executeRaw`
    DELETE FROM "export" WHERE "id" IN (
      SELECT "id" FROM (
        SELECT "id", row_number() OVER (
                 PARTITION BY jsonb_array_length("asked"->'formats') = 1 ORDER BY "createdAt" DESC, "id"
               ) AS "age"
          FROM "export" WHERE "personId" = ${actor.id}::uuid AND "ending" IS NOT NULL
      ) had WHERE "age" >= ${KEPT_MAX}
    )`;
}

/** What a process holds or is about to take up; what one that has ended left behind waits for somebody to look at it. */
async function countAtWork(store: Store, actor: Actor): Promise<number> {
  const rows = await store.$queryRaw<unknown[]>`
    SELECT 1 FROM "export" WHERE "personId" = ${actor.id}::uuid AND "ending" IS NULL
       AND coalesce("heldUntil", "createdAt" + interval '1 minute') > now()`;
  return rows.length;
}
