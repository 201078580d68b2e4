import { transaction } from '@/lib/store/transaction';

/** Somebody who looks at an article, through one stream. */
export interface Presence {
  /** The stream's own id. */
  readonly id: string;
  readonly articleId: string;
  readonly personId: string;
}

/** Longer than two beats of a stream: one may be late. */
const SECONDS = 45;

/**
 * Says, or says again, that these are here, for the next 45 seconds; and forgets whoever has not said so for as long, a
 * process that was killed for one. No event: it is nothing that anybody has done.
 */
export async function announcePresence(here: readonly Presence[]): Promise<void> {
  await transaction(async (store) => {
    await store.$executeRaw`DELETE FROM "presence" WHERE "expiresAt" < now()`;
    // Streams may stand open while their article or person is gone from a database that was put back.
    await store.$executeRaw`
      INSERT INTO "presence" ("id", "articleId", "personId", "expiresAt")
      SELECT h."id", h."articleId", h."personId", now() + make_interval(secs => ${SECONDS})
        FROM jsonb_to_recordset(${JSON.stringify(here)}::jsonb) AS h ("id" uuid, "articleId" uuid, "personId" uuid)
        JOIN "article" a ON a."id" = h."articleId" JOIN "person" p ON p."id" = h."personId"
       ORDER BY h."id"
      ON CONFLICT ("id") DO UPDATE SET "expiresAt" = EXCLUDED."expiresAt"`;
  });
}
