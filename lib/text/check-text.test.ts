import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { awkwardText } from './awkward-texts';
import {
  checkText,
  MARKED_TEXT,
  MAX_PILED,
  MAX_TEXT_BYTES,
  normaliseLineEnds,
  READ_TEXT,
  utf8Length,
} from './check-text';

const { lines: MAX_LINES, line: MAX_LINE } = MARKED_TEXT;

const ACCEPTED = {
  'as it is': { raw: 'a\n\n b \n', text: 'a\n\n b \n' },
  'CRLF and CR': { raw: 'a\r\nb\rc\r\r\nd', text: 'a\nb\nc\n\nd' },
  'byte order mark': { raw: '\ufeffa\ufeff', text: 'a\ufeff' },
  'nothing composed or decomposed': { raw: 'e\u0301é\u212b', text: 'e\u0301é\u212b' },
  'control characters and joiners': { raw: '\u0001\u200d\u200e', text: '\u0001\u200d\u200e' },
  noncharacters: { raw: 'a\uffff\u{1ffff}', text: 'a\uffff\u{1ffff}' },
};

const REFUSED = {
  NUL: { raw: 'a😀\nb\0', name: 'U+0000 (NUL)', offset: 4, line: 2, column: 2 },
  'high surrogate': { raw: '\ud83d', name: 'U+D83D (lone surrogate)', offset: 0, line: 1, column: 1 },
  'low surrogate after a pair': {
    raw: '😀\ude00',
    name: 'U+DE00 (lone surrogate)',
    offset: 1,
    line: 1,
    column: 2,
  },
  'after CRLF and CR': { raw: 'a\r\nb\rc\0', name: 'U+0000 (NUL)', offset: 6, line: 3, column: 2 },
  'the first of several': {
    raw: 'ab\udc00\0',
    name: 'U+DC00 (lone surrogate)',
    offset: 2,
    line: 1,
    column: 3,
  },
};

describe('checkText', () => {
  it.each(Object.entries(ACCEPTED))('accepts %s', (_, { raw, text }) => {
    expect(checkText(raw)).toEqual({ ok: true, value: text });
  });

  it('refuses more lines than can be shown, and says how many there are', () => {
    expect(checkText('a\n'.repeat(MAX_LINES - 1)).ok).toBe(true);
    expect(checkText('a\n'.repeat(MAX_LINES))).toMatchObject({
      failure: { kind: 'too-many-lines', message: expect.stringContaining(String(MAX_LINES + 1)) as string },
    });
  });

  it('refuses a line that is too long, in characters, and says which', () => {
    const full = '😀'.repeat(MAX_LINE);
    expect(checkText(`a\n${full}\n${full}`).ok).toBe(true);
    expect(checkText(`a\r\n${full}b\n`)).toMatchObject({
      failure: {
        kind: 'long-line',
        line: 2,
        message: expect.stringContaining(`${MAX_LINE + 1} characters`) as string,
      },
    });
  });

  it('accepts longer lines, and more of them, in what is only read', () => {
    expect(checkText('a'.repeat(MAX_LINE + 1), READ_TEXT).ok).toBe(true);
    expect(checkText('a\n'.repeat(READ_TEXT.lines - 1), READ_TEXT).ok).toBe(true);
    expect(checkText('a\n'.repeat(READ_TEXT.lines), READ_TEXT).ok).toBe(false);
  });

  it('refuses marks piled up on one letter, and says where', () => {
    expect(checkText(`a\nb${'\u0301'.repeat(MAX_PILED)}`).ok).toBe(true);
    expect(checkText(`a\nb${'\u0301'.repeat(MAX_LINE - 1)}`)).toMatchObject({
      failure: { kind: 'piled-marks', line: 2 },
    });
  });

  it('accepts marks spread over letters, however many', () => {
    expect(checkText(`${'e\u0301'.repeat(20_000)}\n`.repeat(16)).ok).toBe(true);
  });

  it.each(Object.entries(REFUSED))('refuses %s', (_, { raw, ...failure }) => {
    const result = checkText(raw);
    expect(result).toMatchObject({ ok: false, failure: { kind: 'forbidden-character', ...failure } });
    expect(!result.ok && result.failure.message).toContain(failure.name);
  });

  it.each(['', ' ', '\ufeff', '\r\n\t\u00a0\u3000'])('refuses %j as empty', (raw) => {
    expect(checkText(raw)).toMatchObject({ ok: false, failure: { kind: 'empty' } });
  });

  it('measures bytes, not characters', () => {
    const line = `${'漢'.repeat(333)}\n`;
    const full = line.repeat(MAX_TEXT_BYTES / 1_000);
    expect(utf8Length(full)).toBe(MAX_TEXT_BYTES);
    expect(checkText(full).ok).toBe(true);
    expect(checkText(`${full}a`)).toMatchObject({
      ok: false,
      failure: { kind: 'too-large', bytes: MAX_TEXT_BYTES + 1, limit: MAX_TEXT_BYTES },
    });
  });

  it('is content with what it made', () => {
    fc.assert(
      fc.property(
        fc.oneof(awkwardText, fc.string({ unit: fc.constantFrom('\ufeff', '\r', '\n', 'a', '😀') })),
        (raw) => {
          const once = checkText(raw);
          if (once.ok) expect(checkText(once.value)).toEqual(once);
          expect(normaliseLineEnds(normaliseLineEnds(raw))).toBe(normaliseLineEnds(raw));
        },
      ),
    );
  });
});
