import { Document, Packer, type FileChild, type ICommentOptions, type IPropertiesOptions } from 'docx';
import { strFromU8, strToU8, unzipSync } from 'fflate';
import { stabiliseDocx } from './stable-docx';

/** A stretch of a document, made when it is its turn. */
export interface DocxPiece {
  readonly children: () => readonly FileChild[];
  readonly comments?: () => readonly ICommentOptions[];
  /** Its table goes on with the rows of the one that the piece before ends with. */
  readonly continues?: boolean;
}

/** What the document is apart from its body. */
export interface DocxFrame extends Omit<IPropertiesOptions, 'sections' | 'comments'> {
  readonly section: Omit<IPropertiesOptions['sections'][number], 'children'>;
}

const BODY = 'word/document.xml';
const COMMENTS = 'word/comments.xml';
/** Parts that a piece adds to, and between what its share of them stands. */
const SHARES: readonly (readonly [part: string, from: RegExp, to: string])[] = [
  [BODY, /<w:body>/u, '<w:sectPr'],
  [COMMENTS, /<w:comments\b[^>]*>/u, '</w:comments>'],
];
/** How a table ends and the next one begins, up to its first row. */
const SEAM = /<\/w:tbl>$/u;
const TABLE_HEAD = /^<w:tbl>.*?(?=<w:tr\b)/su;

/**
 * A Word document from pieces, one built after the other: the library needs a hundred times the memory of what it writes,
 * so a long one is never built whole. The same pieces give the same bytes; `date` (ISO 8601) takes the place of the clock's.
 */
export async function packDocx(
  frame: DocxFrame,
  pieces: readonly DocxPiece[],
  date: string,
): Promise<Uint8Array> {
  const [first, ...others] = pieces;
  if (first === undefined) throw new Error('A document has no pieces');
  const parts = await partsOf(frame, first);
  const shares = new Map(SHARES.map(([part]) => [part, [shareOf(parts, part)]]));
  const links = new Map(SHARES.map(([part]) => [part, ['']]));
  for (const piece of others) {
    const added = await partsOf(frame, piece);
    for (const [part] of SHARES) {
      shares.get(part)!.push(shareOf(added, part));
      links.get(part)!.push(linksOf(added, part));
    }
  }
  joinTables(shares.get(BODY)!, pieces);
  for (const [part] of SHARES) {
    if (others.length === 0) break;
    replaceShare(parts, part, shares.get(part)!.join(''));
    addLinks(parts, part, links.get(part)!.join(''));
  }
  return stabiliseDocx(parts, date);
}

type Parts = Map<string, Uint8Array>;

async function partsOf({ section, ...frame }: DocxFrame, { children, comments }: DocxPiece): Promise<Parts> {
  const file = new Document({
    ...frame,
    ...(comments ? { comments: { children: [...comments()] } } : {}),
    sections: [{ ...section, children: [...children()] }],
  });
  return new Map(Object.entries(unzipSync(await Packer.pack(file, 'uint8array'))));
}

const textOf = (parts: Parts, part: string): string => {
  const bytes = parts.get(part);
  return bytes === undefined ? '' : strFromU8(bytes);
};

/** Where a piece's share of a part begins and ends; empty where the part holds nothing that pieces add to. */
function edgesOf(part: string, xml: string): readonly [from: number, to: number] {
  const [, start, end] = SHARES.find(([name]) => name === part)!;
  const found = start.exec(xml);
  const to = xml.lastIndexOf(end);
  return found === null || to < 0 ? [xml.length, xml.length] : [found.index + found[0].length, to];
}

function shareOf(parts: Parts, part: string): string {
  const xml = textOf(parts, part);
  return xml.slice(...edgesOf(part, xml));
}

function replaceShare(parts: Parts, part: string, share: string): void {
  if (share === '') return;
  const xml = textOf(parts, part);
  const [from, to] = edgesOf(part, xml);
  parts.set(part, strToU8(xml.slice(0, from) + share + xml.slice(to)));
}

const relationsOf = (part: string): string => part.replace(/([^/]+)$/u, '_rels/$1.rels');

/** The links of a part to the outside, which carry ids that no other piece has. */
const linksOf = (parts: Parts, part: string): string =>
  [...textOf(parts, relationsOf(part)).matchAll(/<Relationship\b[^>]*TargetMode="External"[^>]*\/>/gu)]
    .map(([tag]) => tag)
    .join('');

function addLinks(parts: Parts, part: string, links: string): void {
  const name = relationsOf(part);
  const xml = textOf(parts, name);
  if (links === '') return;
  const closed = xml.replace(/<Relationships\b([^>]*)\/>/u, '<Relationships$1></Relationships>');
  parts.set(name, strToU8(closed.replace('</Relationships>', () => `${links}</Relationships>`)));
}

function joinTables(bodies: string[], pieces: readonly DocxPiece[]): void {
  for (const [at, { continues }] of pieces.entries()) {
    if (continues !== true) continue;
    bodies[at - 1] = bodies[at - 1]!.replace(SEAM, '');
    bodies[at] = bodies[at]!.replace(TABLE_HEAD, '');
  }
}
