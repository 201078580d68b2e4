import { sayBytes } from '@/app/_ui/file-bytes';
import { decodeText, type DecodedText, type TextEncoding } from '@/lib/text/decode-text';
import { fail, type Result } from '@/lib/result';

/** What the API takes: base64 makes four letters of three bytes, and takes four million letters. */
export const FILE_MAX = 3_000_000;

export interface PickedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const OTHER_FORMATS: readonly { readonly name: string; readonly head: readonly number[] }[] = [
  { name: 'a Word file or another ZIP archive', head: [0x50, 0x4b, 0x03, 0x04] },
  { name: 'a PDF', head: [0x25, 0x50, 0x44, 0x46] },
  { name: 'an old Word file', head: [0xd0, 0xcf, 0x11, 0xe0] },
  { name: 'a rich-text file', head: [0x7b, 0x5c, 0x72, 0x74, 0x66] },
];

/** Reads what was dropped or picked, or says why not, in a sentence. */
export async function readFile(file: File): Promise<Result<PickedFile, string>> {
  if (file.size > FILE_MAX) {
    return fail(`“${file.name}” has ${sayBytes(file.size)}; at most ${sayBytes(FILE_MAX)} can be read.`);
  }
  const bytes = new Uint8Array(await file.arrayBuffer());
  const other = OTHER_FORMATS.find((format) => format.head.every((byte, at) => bytes[at] === byte));
  if (other) {
    return fail(
      `“${file.name}” is ${other.name}. Save it as plain text (.txt), or copy its text and paste it here.`,
    );
  }
  return { ok: true, value: { name: file.name, bytes } };
}

/** The text of a file, or the sentence that says which byte is wrong. */
export function decodeFile(file: PickedFile, declared: TextEncoding): Result<DecodedText, string> {
  const decoded = decodeText(file.bytes, declared);
  return decoded.ok ? decoded : fail(decoded.failure.message);
}
