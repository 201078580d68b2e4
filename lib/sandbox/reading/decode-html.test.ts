import { expect, test } from 'vitest';
import { decodeHtml } from './decode-html';

test.each<[string, readonly number[], string | null, string]>([
  ['by its mark before anything else', [0xff, 0xfe, 0x61, 0], 'utf-8', 'a'],
  ['as its server says', [0xe9], 'iso-8859-1', 'é'],
  ['as UTF-8 where it is', [0xc3, 0xa9], null, 'é'],
  ['as Windows-1252 where it is not', [0x93, 0xe9], null, '“é'],
  ['as if nothing had been said where there is no such encoding', [0xc3, 0xa9], 'klingon', 'é'],
])('a page is read %s', (_, bytes, charset, text) => {
  expect(decodeHtml(new Uint8Array(bytes), charset)).toBe(text);
});

test('a page is read as it says itself', () => {
  const page = Buffer.from('<meta charset="windows-1251"><p>\xcf</p>', 'latin1');
  expect(decodeHtml(page, null)).toContain('П');
});

test.each(['utf-16', 'UTF-16LE', 'utf-16be', 'unicode'])(
  'a page that says in %s that it is so is in UTF-8',
  (label) => {
    const page = Buffer.from(`<meta charset="${label}"><p>é 😀</p>`);
    expect(decodeHtml(page, null)).toContain('é 😀');
    expect(decodeHtml(page, 'windows-1252')).toContain('Ã©');
  },
);
