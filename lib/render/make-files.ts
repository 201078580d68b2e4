import type { Outcome } from '@/lib/contract/failure';
import type { ReportInput } from '@/lib/report/report-input';
import { ok } from '@/lib/result';
import { renderApart } from './apart/render-apart';
import { isLong } from './is-long';
import { renderFiles, type FileKey, type FileListener, type RenderedFile } from './render-files';

/**
 * Makes files of a report: at once where it is short, in a process of its own where it is long. Then too many others may
 * be waiting (`too-many-requests`).
 */
export async function makeFiles(
  input: ReportInput,
  wanted: readonly FileKey[],
  listener: FileListener,
  signal?: AbortSignal,
): Promise<Outcome<null>> {
  if (isLong(input)) return renderApart(input, wanted, listener, signal);
  await renderFiles(input, wanted, listener, { signal });
  return ok(null);
}

/** All of them, once they are there; whoever wants to hears of each as it comes. */
export async function collectFiles(
  input: ReportInput,
  wanted: readonly FileKey[],
  listener: Pick<FileListener, 'onFault'> & Partial<FileListener>,
  signal?: AbortSignal,
): Promise<Outcome<readonly RenderedFile[]>> {
  const files: RenderedFile[] = [];
  const onFile = (file: RenderedFile): void => {
    files.push(file);
    listener.onFile?.(file);
  };
  const made = await makeFiles(input, wanted, { ...listener, onFile }, signal);
  return made.ok ? ok(files) : made;
}

/** One of them; null when it was called off. */
export async function makeFile(
  input: ReportInput,
  format: FileKey,
  onFault: FileListener['onFault'],
  signal: AbortSignal,
): Promise<Outcome<Uint8Array> | null> {
  const files = await collectFiles(input, [format], { onFault }, signal);
  if (signal.aborted) return null;
  if (!files.ok) return files;
  const [file] = files.value;
  if (file === undefined) throw new Error(`Nothing came of the format ${format}`);
  return file.outcome;
}
