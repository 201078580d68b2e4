import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { link, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pipeline as pipelineTo, Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { fail, ok } from '@/lib/result';
import { errorCode, type Attempt } from '../attempt';

/** No row is longer: a text of 2 MB, every character escaped, and an original file in hexadecimal digits. */
const LINE_MAX = 32_000_000;
/** Bytes of an unpacked archive: far above any project, far below what fills a disk. */
const UNPACKED_MAX = 8_000_000_000;

/** Writes lines into a new gzipped file, which has its name when it is whole. */
export async function writeLines(
  name: string,
  lines: AsyncIterable<string>,
  signal: AbortSignal,
): Promise<Attempt<string>> {
  const file = resolve(name);
  const taken = fail(`${file} exists already; choose another name.`);
  if (existsSync(file)) return taken;
  const unfinished = `${file}.${process.pid}.unfinished`;
  try {
    const target = createWriteStream(unfinished, { flags: 'wx', mode: 0o600, flush: true });
    await pipeline(Readable.from(lines), createGzip(), target, { signal });
    await link(unfinished, file);
    return ok(file);
  } catch (error) {
    if (signal.aborted) return fail('Stopped; no archive was written.');
    if (errorCode(error) === 'EEXIST') return taken;
    if (errorCode(error) === 'ENOENT') return fail(`The folder of ${file} does not exist.`);
    throw error;
  } finally {
    await rm(unfinished, { force: true });
  }
}

/** The lines of a gzipped file. Throws, with a sentence, for what is no such file and for what is too large. */
export async function* readLines(file: string): AsyncGenerator<string> {
  const unzipped = pipelineTo(createReadStream(file), createGunzip(), () => undefined);
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let pieces: string[] = [];
  let length = 0;
  let size = 0;
  for await (const chunk of unzipped as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > UNPACKED_MAX) throw new Error(`it unpacks to more than ${UNPACKED_MAX} bytes`);
    const [first = '', ...others] = decoder.decode(chunk, { stream: true }).split('\n');
    pieces.push(first);
    length += first.length;
    for (const piece of others) {
      yield pieces.join('');
      pieces = [piece];
      length = piece.length;
    }
    if (length > LINE_MAX) throw new Error(`it has a line of more than ${LINE_MAX} characters`);
  }
  if (length > 0) yield pieces.join('');
}
