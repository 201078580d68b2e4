import type { HeadingLevel } from 'docx';
import {
  BookmarkEnd,
  BookmarkStart,
  BorderStyle,
  ExternalHyperlink,
  InternalHyperlink,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
  type IRunOptions,
  type ParagraphChild,
} from 'docx';
import { attributeText, runChildren, runsRightToLeft } from './docx-text';

/** Text that is not black. */
export const INK = { quiet: '595959', wrong: '9c1c1c', right: '14603a' } as const;

export type Bookmark = (name: string, children: readonly ParagraphChild[]) => ParagraphChild[];

/** Bookmarks need numbers of their own; the library's come from chance. */
export function bookmarks(): Bookmark {
  let next = 1;
  return (name, children) => {
    const id = next++;
    // The library's types know them only inside its own bookmark.
    const edge = (bookmarkEdge: BookmarkStart | BookmarkEnd) => bookmarkEdge as unknown as ParagraphChild;
    return [edge(new BookmarkStart(name, id)), ...children, edge(new BookmarkEnd(id))];
  };
}

export const run = (options: IRunOptions): TextRun => new TextRun(options);
const shown = (text: string) => ({ children: runChildren(text.replace(/[\r\n]+/gu, ' ')) });
export const plain = (text: string): TextRun => run(shown(text));
export const bold = (text: string): TextRun => run({ ...shown(text), bold: true });
export const quiet = (text: string): TextRun => run({ ...shown(text), color: INK.quiet });
export const line = (children: readonly ParagraphChild[], words = ''): Paragraph =>
  new Paragraph({ children: [...children], ...(runsRightToLeft(words) ? { bidirectional: true } : {}) });
export const heading = (level: (typeof HeadingLevel)[keyof typeof HeadingLevel], text: string): Paragraph =>
  new Paragraph({ heading: level, children: [plain(text)], keepNext: true });
export const jump = (anchor: string, text: string): ParagraphChild =>
  new InternalHyperlink({ anchor, children: [run({ ...shown(text), style: 'Hyperlink' })] });
export const linked = (url: string): ParagraphChild =>
  /^https?:\/\//iu.test(url)
    ? new ExternalHyperlink({
        link: attributeText(url),
        children: [run({ ...shown(url), style: 'Hyperlink' })],
      })
    : plain(url);
export const joined = (links: readonly ParagraphChild[]): readonly ParagraphChild[] =>
  links.flatMap((link, index) => (index > 0 ? [plain(', '), link] : [link]));

/** A text as somebody wrote it, each of its lines a paragraph. */
export const written = (text: string, label = ''): readonly Paragraph[] =>
  text
    .split(/\r\n|\r|\n/u)
    .map((words, at) => line([...(at === 0 && label !== '' ? [quiet(label)] : []), plain(words)], words));

export type Cell = readonly Paragraph[];
const THIN = { style: BorderStyle.SINGLE, size: 4, color: 'd5d2cb' } as const;
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;

/** A table over the width of the page; widths in percent. The head row is repeated on each page; a row is cut by its end only where that may be. */
export function grid(
  widths: readonly number[],
  body: readonly (readonly Cell[])[],
  headings: readonly string[] = [],
  mayCutRows = false,
): Table {
  const row = (cells: readonly Cell[], tableHeader: boolean): TableRow =>
    new TableRow({
      tableHeader,
      cantSplit: !tableHeader && !mayCutRows,
      children: cells.map(
        (cell, at) =>
          new TableCell({
            width: { size: widths[at]!, type: WidthType.PERCENTAGE },
            margins: { top: 60, bottom: 60, right: 120 },
            children: cell.length > 0 ? [...cell] : [line([])],
          }),
      ),
    });
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    borders: {
      top: THIN,
      bottom: THIN,
      insideHorizontal: THIN,
      insideVertical: NONE,
      left: NONE,
      right: NONE,
    },
    rows: [
      ...(headings.length > 0
        ? [
            row(
              headings.map((text) => [line([bold(text)])]),
              true,
            ),
          ]
        : []),
      ...body.map((cells) => row(cells, false)),
    ],
  });
}
