import { describe, expect, test } from 'vitest';
import { decodeFile, FILE_MAX, readFile } from './read-file';

const file = (name: string, bytes: readonly number[]): File => new File([new Uint8Array(bytes)], name);

describe('readFile', () => {
  test('takes the bytes as they are', async () => {
    expect(await readFile(file('a.txt', [0xff, 0x00]))).toEqual({
      ok: true,
      value: { name: 'a.txt', bytes: new Uint8Array([0xff, 0x00]) },
    });
  });

  const refusals: Record<string, { head: readonly number[]; says: RegExp }> = {
    'a Word file': { head: [0x50, 0x4b, 0x03, 0x04], says: /Word file/ },
    'a PDF': { head: [0x25, 0x50, 0x44, 0x46, 0x2d], says: /PDF/ },
    'an old Word file': { head: [0xd0, 0xcf, 0x11, 0xe0], says: /old Word file/ },
    'rich text': { head: [0x7b, 0x5c, 0x72, 0x74, 0x66], says: /rich-text/ },
  };
  for (const [name, { head, says }] of Object.entries(refusals)) {
    test(`refuses ${name} in a sentence that says what to do`, async () => {
      const read = await readFile(file('report.txt', head));
      expect(read).toEqual({ ok: false, failure: expect.stringMatching(says) as string });
      expect(read.ok ? '' : read.failure).toMatch(/“report\.txt”.*paste it here/);
    });
  }

  test('refuses what is too large without reading it', async () => {
    const large = {
      name: 'large.txt',
      size: FILE_MAX + 1,
      arrayBuffer: () => Promise.reject(new Error('read')),
    };
    expect(await readFile(large as unknown as File)).toEqual({
      ok: false,
      failure: '“large.txt” has 3.0 MB; at most 3.0 MB can be read.',
    });
  });
});

describe('decodeFile', () => {
  test('reads as declared', () => {
    const picked = { name: 'a.txt', bytes: new Uint8Array([0x43, 0x61, 0x66, 0xe9]) };
    expect(decodeFile(picked, 'windows-1252')).toEqual({
      ok: true,
      value: { text: 'Café', encoding: 'windows-1252' },
    });
    expect(decodeFile(picked, 'utf-8')).toEqual({
      ok: false,
      failure: expect.stringMatching(/Byte 3/) as string,
    });
  });
});
