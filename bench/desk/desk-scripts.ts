import { get, type IncomingMessage } from 'node:http';

export interface Scripts {
  readonly files: number;
  /** As they travel: gzipped by the server itself, but for those that are too small for it to bother. */
  readonly bytes: number;
}

/** The scripts that a page loads or preloads, as the browser gets them. */
export async function weighScripts(page: string, cookie: string): Promise<Scripts> {
  const html = (await read(page, { cookie })).toString();
  const paths = new Set<string>();
  for (const [tag] of html.matchAll(/<(?:script|link)\b[^>]*>/g)) {
    // For browsers that know no modules; all others leave it where it is.
    if (/\bnomodule\b/i.test(tag)) continue;
    const path = /\b(?:src|href)="([^"]+\.js[^"]*)"/.exec(tag)?.[1];
    if (path !== undefined) paths.add(path.replaceAll('&amp;', '&'));
  }
  if (paths.size === 0) throw new Error('The page loads no scripts, so it is not the desk');
  let bytes = 0;
  for (const path of paths) bytes += (await read(new URL(path, page).href, GZIP)).length;
  return { files: paths.size, bytes };
}

const GZIP = { 'accept-encoding': 'gzip' };

/** The bytes of an answer as they come; fetch would unpack them. */
async function read(url: string, headers: Readonly<Record<string, string>>): Promise<Buffer> {
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    get(url, { headers }, resolve).on('error', reject);
  });
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(chunk as Buffer);
  if (answer.statusCode !== 200) throw new Error(`${url} answered ${answer.statusCode}`);
  return Buffer.concat(chunks);
}
