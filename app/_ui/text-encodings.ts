import type { TextEncoding } from '@/lib/text/decode-text';

/** How a text file can be encoded, as options of a `Select`. */
export const ENCODINGS: readonly {
  readonly value: TextEncoding;
  readonly label: string;
  readonly hint?: string;
}[] = [
  { value: 'utf-8', label: 'UTF-8', hint: 'the usual one; files that carry a mark are recognised by it' },
  {
    value: 'windows-1252',
    label: 'Windows-1252',
    hint: 'Western European files from older Windows programs',
  },
  { value: 'utf-16le', label: 'UTF-16, little-endian', hint: 'without a mark' },
  { value: 'utf-16be', label: 'UTF-16, big-endian', hint: 'without a mark' },
];
