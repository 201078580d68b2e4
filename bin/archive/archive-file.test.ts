import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { readLines, writeLines } from './archive-file';

const folder = mkdtempSync(join(tmpdir(), 'galley-archive-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const going = new AbortController().signal;

async function read(file: string): Promise<string[]> {
  const found: string[] = [];
  for await (const line of readLines(file)) found.push(line);
  return found;
}

test('lines come back as they were, characters cut by chunks included', async () => {
  const file = join(folder, 'whole');
  const lines = ['{"a":1}', '👩‍👩‍👧‍👦'.repeat(30_000), 'שָׁלוֹם', 'e\u0301'];
  const written = await writeLines(file, Readable.from(lines.map((line) => `${line}\n`)), going);
  expect(written).toEqual({ ok: true, value: file });
  expect(await read(file)).toEqual(lines);
  expect(await writeLines(file, Readable.from([]), going)).toMatchObject({ ok: false });
});

test('nothing is left of a file that was stopped', async () => {
  const stopped = await writeLines(join(folder, 'none'), Readable.from(['a']), AbortSignal.abort());
  expect(stopped).toEqual({ ok: false, failure: 'Stopped; no archive was written.' });
  expect(readdirSync(folder)).not.toContain('none');
});

test.each([
  ['that is not gzipped', Buffer.from('{}\n')],
  ['that is cut short', gzipSync('{"a":1}\n'.repeat(99)).subarray(0, -9)],
  ['that is no UTF-8', gzipSync(Buffer.from([0xff, 0xfe, 0x0a]))],
  ['with an endless line', gzipSync('x'.repeat(33_000_000))],
])('a file %s is refused', async (_, bytes) => {
  const file = join(folder, 'bad');
  writeFileSync(file, bytes);
  await expect(read(file)).rejects.toThrow();
});
