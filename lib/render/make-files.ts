import type { Outcome } from '@/lib/contract/failure';
import type { ReportInput } from '@/lib/report/report-input';
import { renderApart } from './apart/render-apart';
import { renderFiles, type FileKey, type FileListener, type RenderedFile } from './render-files';

/** From so many marks or characters on, making a format would hold the server up for longer than anybody should wait. */
const LONG = { marks: 100, text: 100_000 } as const;

const isLong = ({ annotations, version }: ReportInput): boolean =>
  annotations.length > LONG.marks || version.text.length > LONG.text;

/** Makes files of a report: at once where it is short, in a process of its own where it is long. */
export const makeFiles = (
  input: ReportInput,
  wanted: readonly FileKey[],
  listener: FileListener,
  signal?: AbortSignal,
): Promise<void> =>
  isLong(input) ? renderApart(input, wanted, listener, signal) : renderFiles(input, wanted, listener);

/** All of them, once they are there. */
export async function collectFiles(
  input: ReportInput,
  wanted: readonly FileKey[],
  onFault: FileListener['onFault'],
  signal?: AbortSignal,
): Promise<readonly RenderedFile[]> {
  const files: RenderedFile[] = [];
  await makeFiles(input, wanted, { onFile: (file) => void files.push(file), onFault }, signal);
  return files;
}

/** One of them; null when it was called off. */
export async function makeFile(
  input: ReportInput,
  format: FileKey,
  onFault: FileListener['onFault'],
  signal: AbortSignal,
): Promise<Outcome<Uint8Array> | null> {
  const [file] = await collectFiles(input, [format], onFault, signal);
  if (signal.aborted) return null;
  if (file === undefined) throw new Error(`Nothing came of the format ${format}`);
  return file.outcome;
}
