import { getDocumentProxy } from 'unpdf';
import { MAX_TEXT_BYTES } from '@/lib/text/check-text';
import { ok } from '@/lib/result';
import { joinLines, type PageLine } from './join-lines';
import { unreadable, type Reader } from './reading';

const PAGES_MAX = 3_000;

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;

/** The text of a PDF, in paragraphs. Scripts in it are never run, pictures and fonts not looked at. */
export const readPdf: Reader = async (bytes, plate) => {
  let pdf: Pdf;
  try {
    pdf = await getDocumentProxy(Uint8Array.from(bytes), {
      disableFontFace: true,
      useSystemFonts: false,
      verbosity: 0,
    });
  } catch (fault) {
    const isLocked = fault instanceof Error && fault.name === 'PasswordException';
    return unreadable(
      plate,
      isLocked ? 'is behind a password. Save it without one.' : 'is broken: it cannot be read as a PDF.',
    );
  }
  if (pdf.numPages > PAGES_MAX) {
    return unreadable(
      plate,
      `has ${pdf.numPages.toLocaleString('en')} pages; at most ${PAGES_MAX.toLocaleString('en')} can be read.`,
      'too-large',
    );
  }
  const pages: (readonly PageLine[])[] = [];
  let length = 0;
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const lines = await linesOf(pdf, number);
    pages.push(lines);
    length += lines.reduce((sum, { text }) => sum + text.length, 0);
    if (length > MAX_TEXT_BYTES)
      return unreadable(plate, 'has more text than one source can hold.', 'too-large');
  }
  const text = joinLines(pages);
  if (text === '') {
    return unreadable(
      plate,
      'has no text in it, only pictures of pages. Have it recognised by a scanner’s program first.',
    );
  }
  const { info } = await pdf.getMetadata();
  const { Title: title, Author: author } = info as { readonly Title?: unknown; readonly Author?: unknown };
  return ok({ text, title: sayable(title), author: sayable(author) });
};

const sayable = (value: unknown): string | null => (typeof value === 'string' ? value.trim() || null : null);

async function linesOf(pdf: Pdf, number: number): Promise<readonly PageLine[]> {
  const page = await pdf.getPage(number);
  const { items } = await page.getTextContent();
  page.cleanup();
  const lines: PageLine[] = [];
  let open: PageLine | null = null;
  for (const item of items) {
    if (!('str' in item)) continue;
    const line: PageLine = addTo(open, item.str, boxOf(item));
    open = item.hasEOL ? null : line;
    if (item.hasEOL) lines.push(line);
  }
  return open === null ? lines : [...lines, open];
}

type Box = Omit<PageLine, 'text'>;

function boxOf({ transform, width, height }: { transform: unknown[]; width: number; height: number }): Box {
  const [, , , , left, base] = transform as number[];
  return { left: left!, right: left! + width, base: base!, height };
}

const addTo = (line: PageLine | null, text: string, box: Box): PageLine =>
  line === null
    ? { text, ...box }
    : {
        ...line,
        text: line.text + text,
        right: Math.max(line.right, box.right),
        height: Math.max(line.height, box.height),
      };
