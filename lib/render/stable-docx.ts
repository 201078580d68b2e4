import { strFromU8, strToU8, zipSync } from 'fflate';

/** ZIP knows no earlier time; every entry carries this one. */
const NO_TIME = new Date(1980, 0, 1);

/** What some readers expect to meet first. */
const FIRST = ['[Content_Types].xml', '_rels/.rels'];

/**
 * The parts of a DOCX as one file, with everything taken out that comes from the clock or from chance: times of entries, the document's
 * dates (which become `date`, ISO 8601), and the random ids of links, which are numbered. The same document gives the
 * same bytes.
 */
export function stabiliseDocx(parts: Map<string, Uint8Array>, date: string): Uint8Array {
  edit(parts, 'docProps/core.xml', (xml) =>
    xml.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${date}`),
  );
  for (const name of [...parts.keys()]) if (name.endsWith('.rels')) numberLinks(parts, name);
  const order = [...parts.keys()].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  return zipSync(Object.fromEntries(order.map((name) => [name, parts.get(name)!])), {
    mtime: NO_TIME,
    level: 6,
  });
}

const rank = (name: string): number => {
  const place = FIRST.indexOf(name);
  return place < 0 ? FIRST.length : place;
};

/** Links to the outside have random ids, in the list of relations and in the part that it is about. */
function numberLinks(parts: Map<string, Uint8Array>, relations: string): void {
  const part = relations.replace(/_rels\/([^/]+)\.rels$/, '$1');
  const xml = strFromU8(parts.get(relations)!);
  const links = [...xml.matchAll(/<Relationship\b[^>]*TargetMode="External"[^>]*>/g)].flatMap(
    ([tag]) => /\bId="([^"]+)"/.exec(tag)?.[1] ?? [],
  );
  const numbers = new Map(links.map((id, index) => [id, `rIdLink${index + 1}`]));
  if (numbers.size === 0) return;
  const rename = (from: string): string =>
    from.replace(/(\b(?:r:id|Id)=")([^"]+)(?=")/g, (whole, name: string, id: string) => {
      const number = numbers.get(id);
      return number === undefined ? whole : name + number;
    });
  edit(parts, relations, rename);
  edit(parts, part, rename);
}

function edit(parts: Map<string, Uint8Array>, name: string, change: (xml: string) => string): void {
  const part = parts.get(name);
  if (part) parts.set(name, strToU8(change(strFromU8(part))));
}
