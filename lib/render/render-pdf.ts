import { failure, type Outcome } from '@/lib/contract/failure';
import { ok } from '@/lib/result';
import { findChromium } from './find-chromium';
import { printPage } from './print-page';

/** The page is laid out for paper alone; laying it out for a screen that nobody sees takes as long again. */
const ONLY_ON_PAPER = '@media screen { body { display: none; } }\n';

/** One browser at a time: printing takes a core and some 200 MB, and nobody waits long for their turn. */
let turn: Promise<unknown> = Promise.resolve();

/**
 * A page of HTML as a tagged PDF with bookmarks, printed by the Chromium of this machine. The page may run nothing and
 * reach nothing. `date` (ISO 8601) takes the place of the clock's in the file, so that the same page gives the same bytes.
 * `format-unavailable` where there is no Chromium.
 */
export async function renderPdf(html: string, date: string): Promise<Outcome<Uint8Array>> {
  const program = findChromium();
  if (program === null) {
    return failure(
      'format-unavailable',
      'This server has no Chromium to print PDFs with. Open the report as a web page and print it from your browser.',
    );
  }
  const printed = turn.then(() => printPage(program, html.replace('</style>', `${ONLY_ON_PAPER}</style>`)));
  turn = printed.catch(() => undefined);
  return ok(setFacts(await printed, date));
}

/**
 * What the file says of itself: dates, which the printer took from the clock, and who made it, which is no browser. Both are
 * written over in place, so that every offset stays right: a long report is ten megabytes and more.
 */
function setFacts(pdf: Uint8Array, date: string): Uint8Array {
  const stamp = `D:${date.replace(/\D/g, '').slice(0, 14)}`;
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  for (const key of ['/CreationDate (D:', '/ModDate (D:']) {
    let at = bytes.indexOf(key);
    while (at >= 0) {
      bytes.write(stamp, at + key.length - 2, 'latin1');
      at = bytes.indexOf(key, at + key.length);
    }
  }
  const creator = bytes.indexOf(CREATOR);
  const end = creator < 0 ? -1 : endOfString(bytes, creator + CREATOR.length);
  if (end > 0) bytes.write(`${CREATOR}Galley)`.padEnd(end + 1 - creator), creator, 'latin1');
  return pdf;
}

const CREATOR = '/Creator (';

/** Where the parenthesis stands that closes a literal string (ISO 32000-1, 7.3.4.2), whose own ones are escaped; -1 without one. */
function endOfString(bytes: Buffer, from: number): number {
  for (let at = from; at < bytes.length; at += 1) {
    if (bytes[at] === 0x5c) at += 1;
    else if (bytes[at] === 0x29) return at;
  }
  return -1;
}
