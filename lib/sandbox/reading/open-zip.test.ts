import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { openZip } from './open-zip';

const LIMITS = { entries: 10, bytes: 1_000 };
const open = (bytes: Uint8Array) => openZip(bytes, (name) => name !== 'skip', LIMITS);

/** The same archive with another size for its first file, in its directory. */
function withSize(zip: Uint8Array, size: number): Uint8Array {
  const bytes = Buffer.from(zip);
  bytes.writeUInt32LE(size, bytes.indexOf('PK\x01\x02', 'latin1') + 24);
  return bytes;
}

describe('openZip', () => {
  test('gives the files that were asked for', async () => {
    const opened = await open(zipSync({ a: strToU8('A'), skip: strToU8('B') }));
    expect(opened).toEqual({ ok: true, value: new Map([['a', Buffer.from('A')]]) });
  });

  const bomb = zipSync({ a: new Uint8Array(1_000_000) });
  const encrypted = Buffer.from(zipSync({ a: strToU8('A') }));
  encrypted[encrypted.indexOf('PK\x01\x02', 'latin1') + 8]! |= 1;
  test.each<[string, Uint8Array, string]>([
    ['more than the limit', bomb, 'too-much'],
    ['more than its directory says', withSize(bomb, 100), 'broken'],
    [
      'too many files',
      zipSync(Object.fromEntries(Array.from({ length: 11 }, (_, at) => [`f${at}`, new Uint8Array(1)]))),
      'too-much',
    ],
    ['a file behind a password', encrypted, 'encrypted'],
    ['half of itself', bomb.subarray(0, bomb.length / 2), 'broken'],
    ['nothing', new Uint8Array(0), 'broken'],
  ])('refuses %s', async (_, bytes, flaw) => {
    expect(await open(bytes)).toEqual({ ok: false, failure: flaw });
  });
});
