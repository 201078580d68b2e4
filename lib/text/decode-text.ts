import { fail, ok, type Result } from '@/lib/result';

export const TEXT_ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const;
export type TextEncoding = (typeof TEXT_ENCODINGS)[number];

export interface DecodedText {
  /** Without the byte order mark; line ends as they came. */
  readonly text: string;
  readonly encoding: TextEncoding;
}

export interface DecodeFailure {
  readonly kind: 'undecodable';
  readonly encoding: TextEncoding | 'utf-32';
  /** The first byte that does not belong, from the start of the file. */
  readonly byteOffset: number;
  /** 1-based. */
  readonly line: number;
  readonly message: string;
}

const MARKS: readonly { readonly encoding: TextEncoding | 'utf-32'; readonly bytes: readonly number[] }[] = [
  { encoding: 'utf-32', bytes: [0xff, 0xfe, 0x00, 0x00] },
  { encoding: 'utf-32', bytes: [0x00, 0x00, 0xfe, 0xff] },
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
];

/**
 * Reads a text file: by its byte order mark, else as `declared`, else as UTF-8. Nothing is guessed and nothing is
 * ever replaced; the first byte that does not fit is named instead. https://encoding.spec.whatwg.org/
 */
export function decodeText(
  bytes: Uint8Array,
  declared: TextEncoding = 'utf-8',
): Result<DecodedText, DecodeFailure> {
  const mark = MARKS.find((candidate) => candidate.bytes.every((byte, at) => bytes[at] === byte));
  const encoding = mark?.encoding ?? declared;
  if (encoding === 'utf-32') return refuse(encoding, 0, 1);
  const from = mark?.bytes.length ?? 0;
  const body = bytes.subarray(from);
  const text = decodeWhole(body, encoding);
  if (text !== null) return ok({ text, encoding });
  const misfit = findMisfit(body, encoding) ?? 0;
  return refuse(encoding, from + misfit, lineAt(body, misfit, encoding));
}

/** Null where a byte does not fit. The engine is ten times as fast as any search for which one it is. */
function decodeWhole(bytes: Uint8Array, encoding: TextEncoding): string | null {
  // To decoders every byte is a character in this one.
  if (encoding === 'windows-1252' && findUndefined1252(bytes) !== null) return null;
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

function refuse(
  encoding: TextEncoding | 'utf-32',
  byteOffset: number,
  line: number,
): Result<never, DecodeFailure> {
  const message =
    encoding === 'utf-32'
      ? 'The file is encoded in UTF-32. Save it as UTF-8 and try again.'
      : `Byte ${byteOffset} (line ${line}) is not valid ${NAMES[encoding]}. Save the file as UTF-8, or say how it is encoded.`;
  return fail({ kind: 'undecodable', encoding, byteOffset, line, message });
}

const NAMES: Readonly<Record<TextEncoding, string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
  'windows-1252': 'Windows-1252',
};

function findMisfit(bytes: Uint8Array, encoding: TextEncoding): number | null {
  switch (encoding) {
    case 'utf-8':
      return findBadUtf8(bytes);
    case 'utf-16le':
    case 'utf-16be':
      return findBadUtf16(bytes, encoding === 'utf-16le');
    case 'windows-1252':
      return findUndefined1252(bytes);
  }
}

/** The start of the first ill-formed or cut-off sequence. */
function findBadUtf8(bytes: Uint8Array): number | null {
  for (let at = 0; at < bytes.length;) {
    const lead = bytes[at]!;
    const length =
      lead < 0x80 ? 1 : lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
    if (length === 0 || at + length > bytes.length) return at;
    for (let next = 1; next < length; next += 1) {
      const byte = bytes[at + next]!;
      const low = next > 1 ? 0x80 : lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
      const high = next > 1 ? 0xbf : lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
      if (byte < low || byte > high) return at;
    }
    at += length;
  }
  return null;
}

/** The first lone surrogate, or the odd byte at the end. */
function findBadUtf16(bytes: Uint8Array, littleEndian: boolean): number | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const whole = bytes.length - (bytes.length % 2);
  for (let at = 0; at < whole; at += 2) {
    const kind = view.getUint16(at, littleEndian) & 0xfc00;
    if (kind === 0xdc00) return at;
    if (kind !== 0xd800) continue;
    if (at + 2 >= whole || (view.getUint16(at + 2, littleEndian) & 0xfc00) !== 0xdc00) return at;
    at += 2;
  }
  return whole < bytes.length ? whole : null;
}

/** Windows-1252 leaves five bytes undefined; decoders make invisible control characters of them. */
const UNDEFINED_1252 = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);

function findUndefined1252(bytes: Uint8Array): number | null {
  const at = bytes.findIndex((byte) => UNDEFINED_1252.has(byte));
  return at < 0 ? null : at;
}

/** The 1-based line of a byte; LF, CR and CRLF end a line. All before `misfit` is valid. */
function lineAt(bytes: Uint8Array, misfit: number, encoding: TextEncoding): number {
  const before = new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(
    bytes.subarray(0, misfit),
  );
  return before.split(/\r\n|\r|\n/).length;
}
