import { createReadStream } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { fail, ok } from '@/lib/result';
import { errorCode, type Attempt } from '../attempt';
import { FIRST_LINE_BYTES, readFirstLine, readHeader, type BackupHeader, type TableEntry } from './header';
import { areEqual, Tallying, type OnProgress } from './tally';

export interface Backup {
  readonly file: string;
  readonly header: BackupHeader;
  /** Bytes of the file. */
  readonly size: number;
}

/** Reads a backup's header, and whether the file is as long as it says. */
export async function openBackup(name: string): Promise<Attempt<Backup>> {
  const file = resolve(name);
  let handle: FileHandle | undefined;
  try {
    handle = await open(file, 'r');
    const first = readFirstLine(await readBytes(handle, 0, FIRST_LINE_BYTES));
    if (typeof first === 'string') return fail(`${file} ${first}.`);
    const header = readHeader(await readBytes(handle, FIRST_LINE_BYTES, first.size), first.sha256);
    if (header === null) return fail(`${file} was altered: its header is not what its first line says.`);
    const { size } = await handle.stat();
    const end = header.tables.reduce((at, table) => at + table.size, FIRST_LINE_BYTES + first.size);
    if (size !== end)
      return fail(
        `${file} ${size < end ? 'is cut short' : 'was altered'}: it should have ${end} bytes and has ${size}.`,
      );
    return ok({ file, header, size });
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return fail(`There is no file ${file}.`);
    if (errorCode(error) === 'EISDIR') return fail(`${file} is a folder, not a backup.`);
    throw error;
  } finally {
    await handle?.close();
  }
}

async function readBytes(handle: FileHandle, from: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, from);
  return buffer.subarray(0, bytesRead);
}

/** Sends a table's rows somewhere; false when they are not those that were backed up, which is known at their end. */
export async function readTable(
  { file }: Backup,
  { name, start, size, ...expected }: TableEntry,
  target: Writable,
  signal: AbortSignal,
  onProgress?: OnProgress,
): Promise<boolean> {
  const tallying = new Tallying((rows) => onProgress?.(name, rows));
  const source = createReadStream(file, { start, end: start + size - 1 });
  const unzip = createGunzip();
  try {
    await pipeline(source, unzip, tallying, target, { signal });
  } catch (error) {
    if (/^Z_/.test(errorCode(error) ?? '')) return false;
    throw error;
  }
  return areEqual(tallying.result(), expected);
}

/** Reads every row of a backup and compares them with the header's figures. */
export async function checkBackup(
  backup: Backup,
  signal: AbortSignal,
  onProgress?: OnProgress,
): Promise<Attempt<Backup>> {
  for (const table of backup.header.tables) {
    const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
    if (!(await readTable(backup, table, nowhere, signal, onProgress)))
      return fail(`${backup.file} was altered: its table ${table.name} is not what was backed up.`);
  }
  return ok(backup);
}
