import type { AuditQuery } from '@/lib/contract/history';
import { writeCsvHead, writeCsvRows, writeJsonLines } from '@/lib/history/write-audit';
import { contentDisposition, fileNameFrom } from '@/lib/report/name-file';
import { streamText } from '@/lib/render/stream-text';
import type { AuditLog } from '@/lib/store/audit';

const TYPES = {
  jsonl: 'application/jsonl',
  csv: 'text/csv; charset=utf-8',
} as const satisfies Record<AuditQuery['format'], string>;

/** A download that is written while it is read, piece by piece, as fast as the other end takes it. */
export function answerWithAudit({ project, pieces }: AuditLog, { format, bom }: AuditQuery): Response {
  const text = format === 'csv' ? csvOf(pieces, bom === 'true') : linesOf(pieces);
  return new Response(streamText(text), {
    headers: {
      'content-type': TYPES[format],
      'content-disposition': contentDisposition('attachment', fileNameFrom(project, `-audit.${format}`)),
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  });
}

async function* csvOf(pieces: AuditLog['pieces'], bom: boolean): AsyncGenerator<string, void> {
  yield writeCsvHead(bom);
  for await (const lines of pieces) yield writeCsvRows(lines);
}

async function* linesOf(pieces: AuditLog['pieces']): AsyncGenerator<string, void> {
  for await (const lines of pieces) yield writeJsonLines(lines);
}
