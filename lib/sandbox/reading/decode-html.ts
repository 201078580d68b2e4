import { encodingOf } from './encoding-of';

const MARKS: readonly (readonly [head: string, encoding: string])[] = [
  ['\xef\xbb\xbf', 'utf-8'],
  ['\xff\xfe', 'utf-16le'],
  ['\xfe\xff', 'utf-16be'],
];
/** How far browsers look for what a page says of its own encoding. */
const WITHIN = 1_024;

/**
 * The characters of a page as a browser would have them: by its byte order mark, its server, itself, else UTF-8 where it is,
 * else Windows-1252. https://html.spec.whatwg.org/multipage/parsing.html#determining-the-character-encoding
 */
export function decodeHtml(bytes: Uint8Array, charset: string | null): string {
  const head = Buffer.from(bytes.subarray(0, WITHIN)).toString('latin1');
  const declared = MARKS.find(([mark]) => head.startsWith(mark))?.[1] ?? charset ?? declaredIn(head);
  if (declared !== null) {
    try {
      return new TextDecoder(declared).decode(bytes);
    } catch {
      // There is no such encoding: as if none had been named.
    }
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** Whoever could read that a page is in UTF-16 has read it as something else; the standard takes that for UTF-8. */
function declaredIn(head: string): string | null {
  const declared = /<meta[^>]+charset\s*=\s*["']?\s*([\w:.-]+)/i.exec(head)?.[1] ?? null;
  const encoding = declared === null ? null : encodingOf(declared);
  return encoding?.startsWith('utf-16') ? 'utf-8' : encoding;
}
