import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readFileSync } from 'node:fs';
import { inProject } from '@/bin/project';
import type { Undo } from '../desk/undo';
import { bundlePage } from './bundle-page';

export interface Peers {
  /** Where a peer shows a text: `name` as in `PAGES`. */
  addressOf(name: PeerName, text: string): string;
}

const PAGES = {
  floor: { script: 'floor', query: '' },
  'recogito-css': { script: 'recogito', query: '&renderer=CSS_HIGHLIGHTS' },
  'recogito-spans': { script: 'recogito', query: '&renderer=SPANS' },
} as const;
export type PeerName = keyof typeof PAGES;

/** Type and measure as on the desk, so that the same text breaks into the same lines. */
const STYLE = `
  body { margin: 0; font: 1.21875rem/1.72 'Source Serif 4 Variable', serif; }
  #text { position: relative; width: 45rem; margin: 6rem auto; }
  p { margin: 0 0 0.95em; overflow-wrap: anywhere; }
  ${Array.from({ length: 8 }, (_, at) => `::highlight(floor-${at}) { background-color: hsl(${at * 45} 80% 88%); text-decoration: underline 2px hsl(${at * 45} 60% 45%); }`).join('\n')}
`;

/** Serves the pages of the peers on the loopback: plain documents with the text in them, and one script. */
export async function servePeers(undo: Undo): Promise<Peers> {
  const scripts = new Map<string, string>();
  for (const name of ['floor', 'recogito']) scripts.set(name, await bundlePage(name));
  const annotatorStyle = readFileSync(
    inProject('node_modules/@recogito/text-annotator/dist/text-annotator.css'),
    'utf8',
  );
  const texts: string[] = [];
  const server = createServer(({ url = '/' }, response) => {
    const { pathname, searchParams } = new URL(url, 'http://localhost');
    const script = scripts.get(pathname.slice(1));
    const text = texts[Number(searchParams.get('text'))];
    if (script === undefined || text === undefined) return response.writeHead(404).end();
    const paragraphs = text.split('\n').map((line) => `<p>${line}\n</p>`);
    const style = script === 'floor' ? STYLE : STYLE + annotatorStyle;
    response
      .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
      .end(
        `<!doctype html><html lang="en"><title>Bench</title><style>${style}</style><div id="text">${paragraphs.join('')}</div><script>${script}</script>`,
      );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  undo.push(() => server.close());
  const { port } = server.address() as AddressInfo;
  return {
    addressOf(name, text) {
      if (!texts.includes(text)) texts.push(text);
      const { script, query } = PAGES[name];
      return `http://127.0.0.1:${port}/${script}?text=${texts.indexOf(text)}${query}`;
    },
  };
}
