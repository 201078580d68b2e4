import { createHash } from 'node:crypto';
import { newId } from '@/lib/ids';
import { DEFAULT_OPTIONS } from '@/lib/report/report-input';
import type { ReportFormatKey } from '@/lib/report/formats';
import { db } from '@/lib/store/client';

const HOUR = 3_600_000;

interface ExportDetails {
  readonly articleId: string;
  readonly personId: string;
  readonly formats: readonly ReportFormatKey[];
  /** `left`: no process makes it. `held`: one that nobody hears of does, and never ends. `done`: there are bytes. `failed`: as a whole. */
  readonly state: 'left' | 'held' | 'done' | 'failed';
  /** Whether it is to issue its report. */
  readonly issues?: boolean;
}

/** An export as some process left it. */
export async function buildExport({
  articleId,
  personId,
  formats,
  state,
  issues = false,
}: ExportDetails): Promise<string> {
  const id = newId();
  const { order, names, errors, overlap, bom } = DEFAULT_OPTIONS;
  const bytes = new TextEncoder().encode('made');
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const requestHash = createHash('sha256').update(id).digest('hex');
  const inAnHour = new Date(Date.now() + HOUR);
  await db().export.create({
    data: {
      ...{ id, articleId, personId, requestHash, createdAt: new Date(), expiresAt: inAnHour },
      asked: {
        formats: [...formats],
        order,
        names,
        errors,
        overlap,
        bom,
        notices: [],
        ...(issues ? { issue: {} } : {}),
      },
      ...(state === 'held' ? { holder: newId(), heldUntil: inAnHour } : {}),
      ...(state === 'done' ? { ending: 'done', endedAt: new Date() } : {}),
      ...(state === 'failed' ? { ending: 'failed', endedAt: new Date(), failure: 'It broke off.' } : {}),
      files: {
        create: formats.map((format) => ({
          format,
          ...(state === 'done' ? { status: 'made', bytes, sha256 } : {}),
        })),
      },
    },
  });
  return id;
}
