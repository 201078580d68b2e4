import { describe, expect, test } from 'vitest';
import { sayBytes, toBase64 } from './file-bytes';

describe('toBase64', () => {
  for (const length of [0, 1, 2, 3, 0x7fff, 0x8000, 0x8001, 0x20000]) {
    test(`${length} bytes come back the same`, () => {
      const bytes = Uint8Array.from({ length }, (_, at) => (at * 31) & 0xff);
      expect(new Uint8Array(Buffer.from(toBase64(bytes), 'base64'))).toEqual(bytes);
    });
  }
});

test('sayBytes', () => {
  expect([12, 4_321, 2_345_678].map(sayBytes)).toEqual(['12 bytes', '4 kB', '2.3 MB']);
});
