import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { awkwardText } from './awkward-texts';
import { decodeText, type TextEncoding } from './decode-text';

const bytes = (...parts: (number | string)[]): Uint8Array =>
  Uint8Array.from(
    parts.flatMap((part) => (typeof part === 'number' ? [part] : [...new TextEncoder().encode(part)])),
  );

const utf16 = (text: string, littleEndian: boolean, mark = true): Uint8Array => {
  const units = `${mark ? '\ufeff' : ''}${text}`;
  const view = new DataView(new ArrayBuffer(units.length * 2));
  for (let at = 0; at < units.length; at += 1) view.setUint16(at * 2, units.charCodeAt(at), littleEndian);
  return new Uint8Array(view.buffer);
};

const READ: Readonly<
  Record<string, { file: Uint8Array; declared?: TextEncoding; text: string; encoding: TextEncoding }>
> = {
  'UTF-8': { file: bytes('né 😀'), text: 'né 😀', encoding: 'utf-8' },
  'UTF-8 with mark': { file: bytes(0xef, 0xbb, 0xbf, 'né'), text: 'né', encoding: 'utf-8' },
  'a second mark stays': { file: bytes(0xef, 0xbb, 0xbf, '\ufeffa'), text: '\ufeffa', encoding: 'utf-8' },
  'UTF-16LE with mark': { file: utf16('né 😀', true), text: 'né 😀', encoding: 'utf-16le' },
  'UTF-16BE with mark': { file: utf16('né 😀', false), text: 'né 😀', encoding: 'utf-16be' },
  'UTF-16LE declared': {
    file: utf16('né', true, false),
    declared: 'utf-16le',
    text: 'né',
    encoding: 'utf-16le',
  },
  'the mark counts more than the declaration': {
    file: utf16('né', false),
    declared: 'windows-1252',
    text: 'né',
    encoding: 'utf-16be',
  },
  'Windows-1252 declared': {
    file: bytes(0x93, 'caf', 0xe9, 0x94, 0x20, 0x80),
    declared: 'windows-1252',
    text: '“café” €',
    encoding: 'windows-1252',
  },
  empty: { file: bytes(), text: '', encoding: 'utf-8' },
  'NUL is left to the check of the text': { file: bytes('a', 0), text: 'a\0', encoding: 'utf-8' },
};

const REFUSED: Readonly<
  Record<
    string,
    { file: Uint8Array; declared?: TextEncoding; encoding: string; byteOffset: number; line: number }
  >
> = {
  'Windows-1252 undeclared': { file: bytes('a\ncaf', 0xe9, ' b'), encoding: 'utf-8', byteOffset: 5, line: 2 },
  'cut off at the end': { file: bytes('ab', 0xf0, 0x9f, 0x98), encoding: 'utf-8', byteOffset: 2, line: 1 },
  overlong: { file: bytes('a', 0xc0, 0x80), encoding: 'utf-8', byteOffset: 1, line: 1 },
  'overlong of three': { file: bytes(0xe0, 0x80, 0x80), encoding: 'utf-8', byteOffset: 0, line: 1 },
  'encoded surrogate': { file: bytes('é\r\n', 0xed, 0xa0, 0x80), encoding: 'utf-8', byteOffset: 4, line: 2 },
  'past Unicode': { file: bytes(0xf4, 0x90, 0x80, 0x80), encoding: 'utf-8', byteOffset: 0, line: 1 },
  'behind a mark': { file: bytes(0xef, 0xbb, 0xbf, 'a', 0xff), encoding: 'utf-8', byteOffset: 4, line: 1 },
  'odd byte of UTF-16': {
    file: Uint8Array.from([...utf16('a\nb', true), 0x61]),
    encoding: 'utf-16le',
    byteOffset: 8,
    line: 2,
  },
  'lone surrogate in UTF-16': {
    file: utf16('a\ud83db', false),
    encoding: 'utf-16be',
    byteOffset: 4,
    line: 1,
  },
  'low surrogate first': { file: utf16('\ude00\ud83d', true), encoding: 'utf-16le', byteOffset: 2, line: 1 },
  'UTF-32': { file: bytes(0xff, 0xfe, 0, 0, 'a', 0, 0, 0), encoding: 'utf-32', byteOffset: 0, line: 1 },
  'undefined in Windows-1252': {
    file: bytes('a\r', 0x81),
    declared: 'windows-1252',
    encoding: 'windows-1252',
    byteOffset: 2,
    line: 2,
  },
};

describe('decodeText', () => {
  it.each(Object.entries(READ))('reads %s', (_, { file, declared, text, encoding }) => {
    expect(decodeText(file, declared)).toEqual({ ok: true, value: { text, encoding } });
  });

  it.each(Object.entries(REFUSED))('refuses %s', (_, { file, declared, ...failure }) => {
    expect(decodeText(file, declared)).toMatchObject({
      ok: false,
      failure: { kind: 'undecodable', ...failure },
    });
  });

  it('reads back what was written, from any part of a larger buffer', () => {
    fc.assert(
      fc.property(awkwardText, fc.boolean(), fc.nat({ max: 5 }), (text, littleEndian, shift) => {
        const whole = utf16(text, littleEndian);
        const shifted = new Uint8Array(whole.length + shift);
        shifted.set(whole, shift);
        expect(decodeText(shifted.subarray(shift))).toMatchObject({ ok: true, value: { text } });
        const plain = text.replace(/^\ufeff/, '');
        expect(decodeText(new TextEncoder().encode(plain))).toMatchObject({
          ok: true,
          value: { text: plain },
        });
      }),
    );
  });

  it('accepts exactly the UTF-8 that the platform accepts', () => {
    const nasty = fc.constantFrom(
      0x00,
      0x41,
      0x80,
      0x8f,
      0x90,
      0x9f,
      0xa0,
      0xbf,
      0xc0,
      0xc1,
      0xc2,
      0xdf,
      0xe0,
      0xe1,
      0xed,
      0xef,
      0xf0,
      0xf1,
      0xf4,
      0xf5,
      0xff,
    );
    const file = fc.oneof(
      fc.uint8Array({ maxLength: 8 }),
      fc.array(nasty, { maxLength: 8 }).map((list) => Uint8Array.from(list)),
    );
    fc.assert(
      fc.property(file, (raw) => {
        const marked = raw[0] === 0xff || raw[0] === 0xfe || raw[0] === 0xef || raw[0] === 0;
        fc.pre(!marked);
        let accepted = true;
        try {
          new TextDecoder('utf-8', { fatal: true }).decode(raw);
        } catch {
          accepted = false;
        }
        const result = decodeText(raw);
        expect(result.ok).toBe(accepted);
        if (!result.ok) {
          const before = raw.subarray(0, result.failure.byteOffset);
          expect(() => new TextDecoder('utf-8', { fatal: true }).decode(before)).not.toThrow();
        }
      }),
      { numRuns: 3_000 },
    );
  });
});
