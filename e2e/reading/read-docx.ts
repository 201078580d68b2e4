import { DOMParser, type Document, type Element } from '@xmldom/xmldom';
import JSZip from 'jszip';
import mammoth from 'mammoth';

/** A comment of a Word document and the words it is put on. */
export interface DocxComment {
  readonly author: string;
  readonly text: string;
  readonly on: string;
}

/** What a Word document says: its tracked changes, its comments, and its text as mammoth reads it. */
export interface DocxContent {
  readonly deleted: readonly string[];
  readonly inserted: readonly string[];
  readonly comments: readonly DocxComment[];
  /** With every change accepted, as HTML. */
  readonly html: string;
}

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** Opens a Word document with an XML reader and with mammoth. Throws where either cannot. */
export async function readDocx(bytes: Buffer): Promise<DocxContent> {
  const zip = await JSZip.loadAsync(bytes);
  const body = await parsePart(zip, 'word/document.xml');
  const notes = await parsePart(zip, 'word/comments.xml');
  const { value: html } = await mammoth.convertToHtml({ buffer: bytes });
  return {
    deleted: listElements(body, 'del').map((element) => textOf(element)),
    inserted: listElements(body, 'ins').map((element) => textOf(element)),
    comments: listElements(notes, 'comment').map((comment) => ({
      author: attribute(comment, 'author'),
      text: listElements(comment, 'p').map(textOf).join('\n'),
      on: textOfComment(body, attribute(comment, 'id')),
    })),
    html,
  };
}

async function parsePart(zip: JSZip, name: string): Promise<Document> {
  const file = zip.file(name);
  if (file === null) throw new Error(`The document has no ${name}.`);
  const parser = new DOMParser({
    onError: (level, message) => {
      throw new Error(`${name}: ${level}: ${message}`);
    },
  });
  return parser.parseFromString(await file.async('string'), 'text/xml');
}

const listElements = (within: Document | Element, name: string): readonly Element[] => [
  ...within.getElementsByTagNameNS(WORD, name),
];

const attribute = (element: Element, name: string): string => element.getAttributeNS(WORD, name) ?? '';

const isText = ({ localName }: Element): boolean => localName === 't' || localName === 'delText';

const textOf = (element: Element): string =>
  listElements(element, '*')
    .filter(isText)
    .map(({ textContent }) => textContent)
    .join('');

/** The printed words between the two ends of a comment; what a change puts in is none of them. */
function textOfComment(body: Document, id: string): string {
  let inside = false;
  let text = '';
  for (const element of listElements(body, '*')) {
    const { localName } = element;
    if (localName === 'commentRangeStart' && attribute(element, 'id') === id) inside = true;
    if (localName === 'commentRangeEnd' && attribute(element, 'id') === id) break;
    if (inside && isText(element) && !isInserted(element)) text += element.textContent;
  }
  return text;
}

function isInserted(element: Element): boolean {
  for (let parent = element.parentNode; parent !== null; parent = parent.parentNode) {
    if ((parent as Element).localName === 'ins') return true;
  }
  return false;
}
