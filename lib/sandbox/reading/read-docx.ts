import { zipSync } from 'fflate';
import mammoth from 'mammoth';
import { parse, parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import { ok } from '@/lib/result';
import { textOfTree } from './html-text';
import { openZip, type ZipFlaw } from './open-zip';
import { unreadable, type Reader } from './reading';

/** A novel has one megabyte; beyond this nobody's statement is waiting. */
const LIMITS = { entries: 5_000, bytes: 200_000_000 } as const;
/** Of its text with all that is written around it; every paragraph of it becomes a tree in memory. */
const DOCUMENT_MAX = 20_000_000;

const FLAWS: Readonly<Record<ZipFlaw, string>> = {
  'too-much': 'unpacks to more than can be read.',
  encrypted: 'is behind a password. Save it without one.',
  broken: 'is broken: it cannot be unpacked.',
};

/** What a Word file says, footnotes behind the rest; of tracked changes, the text with all of them accepted. */
export const readDocx: Reader = async (bytes, plate) => {
  const parts = await openZip(bytes, isPart, LIMITS);
  if (!parts.ok) {
    return unreadable(
      plate,
      FLAWS[parts.failure],
      parts.failure === 'too-much' ? 'too-large' : 'invalid-input',
    );
  }
  const document = [...parts.value.keys()].find((name) => /^word\/document\d*\.xml$/.test(name));
  if (document === undefined) return unreadable(plate, 'is a ZIP archive, but no Word file.');
  if (sizeOf(parts.value) > DOCUMENT_MAX) {
    return unreadable(plate, 'has more in it than can be read. Send the part that matters.', 'too-large');
  }
  // The format forbids them, and whoever uses one wants something else to be read.
  if ([...parts.value.values()].some(definesEntities)) {
    return unreadable(plate, 'defines entities in its XML, which no Word file does.');
  }
  // Packed anew, so that what was looked at is what is read, and nothing else is.
  const html = await mammoth.convertToHtml(
    { buffer: Buffer.from(zipSync(Object.fromEntries(parts.value), { level: 0 })) },
    {
      convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })),
      externalFileAccess: false,
    },
  );
  const tree = parseFragment(html.value);
  dropNoteMarks(tree);
  return ok({ text: textOfTree(tree), ...factsOf(parts.value.get('docProps/core.xml')) });
};

const isPart = (name: string): boolean =>
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|docProps\/core\.xml|word\/(?:_rels\/)?[^/]+\.(?:xml|rels))$/.test(
    name,
  );

const sizeOf = (parts: ReadonlyMap<string, Buffer>): number =>
  [...parts.values()].reduce((sum, { length }) => sum + length, 0);

/** In UTF-16 as in UTF-8, every other byte of which is zero. */
const definesEntities = (part: Buffer): boolean =>
  /<!(?:DOCTYPE|ENTITY)/i.test(part.toString('latin1').replaceAll('\0', ''));

/** The little numbers in the text, and the arrows back to them, would stand between words that belong together. */
function dropNoteMarks(root: DefaultTreeAdapterTypes.ParentNode): void {
  const waiting: DefaultTreeAdapterTypes.ParentNode[] = [root];
  for (let parent = waiting.pop(); parent !== undefined; parent = waiting.pop()) {
    parent.childNodes = parent.childNodes.filter((child) => !isNoteMark(child));
    for (const child of parent.childNodes) if ('childNodes' in child) waiting.push(child);
  }
}

const isNoteMark = (node: DefaultTreeAdapterTypes.ChildNode): boolean =>
  'attrs' in node &&
  node.tagName === 'a' &&
  node.attrs.some(({ name, value }) => name === 'href' && /^#(?:foot|end)note-/.test(value));

/** Title and author as its properties have them. */
function factsOf(core: Buffer | undefined): {
  readonly title: string | null;
  readonly author: string | null;
} {
  const xml = core?.toString('utf8') ?? '';
  const valueOf = (name: string): string | null => {
    const inner = new RegExp(`<dc:${name}[^>]*>([^<]*)</dc:${name}>`).exec(xml)?.[1] ?? '';
    return textOfTree(parse(inner)).trim() || null;
  };
  return { title: valueOf('title'), author: valueOf('creator') };
}
