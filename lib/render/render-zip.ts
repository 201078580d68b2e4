import { zipSync } from 'fflate';
import { createHash } from 'node:crypto';
import { REPORT_FORMATS, type ReportFormatKey } from '@/lib/report/formats';
import { nameFile } from '@/lib/report/name-file';

/** A format of the report as the ZIP takes it: bytes, or why there are none. */
interface ZippedFile {
  readonly format: ReportFormatKey;
  readonly bytes: Uint8Array | null;
  /** One sentence; null where there are bytes. */
  readonly failure: string | null;
  readonly losses: readonly string[];
}

/** ZIP knows no earlier time; every entry carries this one. */
const NO_TIME = new Date(1980, 0, 1);

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/**
 * Every format in one ZIP, with `manifest.json`: of each file its name, size and SHA-256, and of each format that could
 * not be made, why. The same files give the same bytes.
 */
export function renderZip(title: string, asOf: string, files: readonly ZippedFile[]): Uint8Array {
  const made = files.flatMap(({ bytes, ...file }) => (bytes === null ? [] : [{ ...file, bytes }]));
  const manifest = {
    title,
    asOf,
    files: made.map(({ format, bytes, losses }) => ({
      name: nameFile(title, format),
      format,
      mediaType: REPORT_FORMATS[format].mediaType,
      bytes: bytes.length,
      sha256: sha256Of(bytes),
      losses,
    })),
    missing: files.flatMap(({ format, failure }) => (failure === null ? [] : [{ format, reason: failure }])),
  };
  const entries = made.map(({ format, bytes }) => [nameFile(title, format), bytes] as const);
  const listing = new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`);
  return zipSync(Object.fromEntries([...entries, ['manifest.json', listing]]), { mtime: NO_TIME, level: 6 });
}
