import { createHash } from 'node:crypto';
import { z } from 'zod';

/**
 * A backup file: one line that names the format, a header in JSON, then the tables one after the other, each the rows as COPY
 * writes them, gzipped. The header stands in front although it is known last: its place is kept free, and a file without one
 * was never finished.
 */
const FORMAT = 1;

const count = z.int().nonnegative();

export const TableEntry = z.strictObject({
  name: z.string().min(1),
  columns: z.array(z.string().min(1)).min(1),
  rows: count,
  bytes: count,
  sha256: z.hash('sha256'),
  /** Where its gzipped rows stand in the file, in bytes. */
  start: count,
  size: count,
});
export type TableEntry = z.infer<typeof TableEntry>;

export const BackupHeader = z.strictObject({
  /** When the database was as this file says. */
  takenAt: z.iso.datetime(),
  /** The version of the Galley that wrote it. */
  galley: z.string(),
  postgres: z.string(),
  /** The applied migrations, oldest first. */
  migrations: z.array(z.string().regex(/^\w+$/)).min(1),
  tables: z.array(TableEntry).min(1),
  sequences: z.array(
    z.strictObject({
      name: z.string(),
      last: z
        .string()
        .regex(/^-?\d+$/)
        .nullable(),
    }),
  ),
});
export type BackupHeader = z.infer<typeof BackupHeader>;

const FIRST_LINE = /^Galley backup (\d+), header of (\d{10}) bytes, SHA-256 ([0-9a-f]{64})\n$/;
export const FIRST_LINE_BYTES = firstLine(Buffer.alloc(0)).length;

/** No header comes near it; what claims to is no backup. */
const HEADER_BYTES_MAX = 10_000_000;

function firstLine(json: Buffer): string {
  const hash = createHash('sha256').update(json).digest('hex');
  return `Galley backup ${FORMAT}, header of ${String(json.length).padStart(10, '0')} bytes, SHA-256 ${hash}\n`;
}

/** The bytes a header can need at most, its figures being unknown yet. */
export function reserveHeader(header: BackupHeader): number {
  const figures = { rows: Number.MAX_SAFE_INTEGER, bytes: Number.MAX_SAFE_INTEGER };
  const place = { start: Number.MAX_SAFE_INTEGER, size: Number.MAX_SAFE_INTEGER };
  const widest = header.tables.map((table) => ({ ...table, ...figures, ...place }));
  return FIRST_LINE_BYTES + Buffer.byteLength(JSON.stringify({ ...header, tables: widest })) + 1;
}

/** The first line and the header, filled up to the place that was kept. */
export function writeHeader(header: BackupHeader, place: number): Buffer {
  const json = Buffer.from(JSON.stringify(header));
  const filled = Buffer.alloc(place - FIRST_LINE_BYTES, ' ');
  json.copy(filled);
  filled.write('\n', filled.length - 1);
  return Buffer.concat([Buffer.from(firstLine(filled)), filled]);
}

/** What the first line promises of the header; a string says what is wrong with it. */
export function readFirstLine(bytes: Buffer): { readonly size: number; readonly sha256: string } | string {
  const [, format, size, sha256] = FIRST_LINE.exec(bytes.toString('latin1')) ?? [];
  if (format === undefined || sha256 === undefined || Number(size) > HEADER_BYTES_MAX)
    return 'is not a backup of Galley, or one that was never finished';
  if (Number(format) !== FORMAT) return 'was written by a newer Galley; use that version';
  return { size: Number(size), sha256 };
}

/** The header, or null when it was altered. */
export function readHeader(bytes: Buffer, sha256: string): BackupHeader | null {
  if (createHash('sha256').update(bytes).digest('hex') !== sha256) return null;
  try {
    return BackupHeader.parse(JSON.parse(bytes.toString('utf8')));
  } catch {
    return null;
  }
}
