import { createHash } from 'node:crypto';
import type { NewExport } from '@/lib/contract/export';
import type { Outcome } from '@/lib/contract/failure';
import type { ReportFormatKey } from '@/lib/report/formats';
import { oneWrite, transaction, type Store } from '@/lib/store/transaction';

/** An export in the hands of one process. */
export interface HeldExport {
  readonly id: string;
  readonly articleId: string;
  readonly asked: NewExport;
  /** Tells a repetition of the order from another one, also once only its event is left. */
  readonly requestHash: string;
  /** Made up by whoever took it; what another holder does meanwhile counts and what this one does no longer. */
  readonly holder: string;
}

/** Longer than two beats: one may be late. */
const SECONDS = 15;

/** Takes an export that nobody makes, all of it from the start; null where another was faster or it has ended. */
export async function takeExport(id: string, holder: string): Promise<HeldExport | null> {
  return transaction(async (store) => {
    const [taken] = await store.$queryRaw<Omit<HeldExport, 'holder'>[]>`
      UPDATE "export" SET "holder" = ${holder}::uuid, "heldUntil" = now() + make_interval(secs => ${SECONDS})
       WHERE "id" = ${id}::uuid AND "ending" IS NULL AND ("heldUntil" IS NULL OR "heldUntil" < now())
      RETURNING "id", "articleId", "asked", "requestHash"`;
    if (taken === undefined) return null;
    const blank = { status: 'waiting', bytes: null, sha256: null, failure: null, losses: [] };
    await store.exportFile.updateMany({ where: { exportId: id }, data: blank });
    return { ...taken, holder };
  });
}

/**
 * Says, or says again, that somebody works on it; what is worked on is not thrown away meanwhile. False where it was
 * called off, thrown away or taken by another.
 */
export async function holdExport({ id, holder }: HeldExport): Promise<boolean> {
  const touched = await oneWrite(
    (store) => store.$executeRaw`
      UPDATE "export"
         SET "heldUntil" = now() + make_interval(secs => ${SECONDS}),
             "expiresAt" = greatest("expiresAt", now() + interval '1 hour')
       WHERE "id" = ${id}::uuid AND "holder" = ${holder}::uuid AND "ending" IS NULL`,
  );
  return touched > 0;
}

/**
 * Keeps it from being called off until the end of the transaction; false where that, or what `holdExport` says, has
 * happened already.
 */
export async function lockExport(store: Store, { id, holder }: HeldExport): Promise<boolean> {
  const rows = await store.$queryRaw<unknown[]>`
    SELECT 1 FROM "export"
     WHERE "id" = ${id}::uuid AND "holder" = ${holder}::uuid AND "ending" IS NULL FOR NO KEY UPDATE`;
  return rows.length > 0;
}

/** What has become of one format. */
export type FileNews =
  | { readonly status: 'making' }
  | { readonly status: 'ended'; readonly outcome: Outcome<Uint8Array>; readonly losses: readonly string[] };

/** Notes how far a format is, or what came of it, for as long as the export is held. */
export async function noteFile(
  { id, holder }: HeldExport,
  format: ReportFormatKey,
  news: FileNews,
): Promise<void> {
  const made = news.status === 'ended' && news.outcome.ok ? news.outcome.value : null;
  const failure = news.status === 'ended' && !news.outcome.ok ? news.outcome.failure.detail : null;
  const status = news.status === 'making' ? 'making' : made === null ? 'failed' : 'made';
  const bytes = made === null ? null : Buffer.from(made);
  const sha256 = bytes === null ? null : createHash('sha256').update(bytes).digest('hex');
  const losses = news.status === 'ended' ? [...news.losses] : [];
  await oneWrite(
    (store) => store.$executeRaw`
      UPDATE "export_file" f
         SET "status" = ${status}, "bytes" = ${bytes}, "sha256" = ${sha256}, "failure" = ${failure}, "losses" = ${losses}::text[]
        FROM "export" x
       WHERE x."id" = ${id}::uuid AND x."holder" = ${holder}::uuid AND x."ending" IS NULL
         AND f."exportId" = x."id" AND f."format" = ${format}`,
  );
}

/** Ends it, for good: done, or failed as a whole with a sentence. Its files are kept for an hour from now. */
export async function endExport(
  { id, holder }: HeldExport,
  failure: string | null,
  inside?: Store,
): Promise<void> {
  const end = (store: Store): PromiseLike<number> => store.$executeRaw`
    UPDATE "export"
       SET "ending" = ${failure === null ? 'done' : 'failed'}, "failure" = ${failure}, "endedAt" = now(),
           "expiresAt" = now() + interval '1 hour'
     WHERE "id" = ${id}::uuid AND "holder" = ${holder}::uuid AND "ending" IS NULL`;
  await (inside === undefined ? oneWrite(async (store) => end(store)) : end(inside));
}
