import { NO_HOUSE_STYLE } from '@/lib/suggestions/house-style';
import { suggest } from '@/lib/suggestions/suggest';
import { createArticleText } from '@/lib/text/article-text';
import { loadWordLists } from '@/lib/word-lists/load-word-lists';
import { longer, type CheckedText } from './read-corpus';

export interface Speed {
  readonly name: string;
  readonly bytes: number;
  readonly milliseconds: number;
}

const ROUNDS = 7;

/** Medians of a few rounds in a process that has done it before; each on a text object of its own. */
export function measureSpeed(texts: readonly CheckedText[]): readonly Speed[] {
  const all = texts.map(({ text }) => text).join('\n\n');
  const source = texts.flatMap(({ sources }) => sources.map(({ text }) => text)).join('\n\n');
  return [
    ['an article of 3 kB with a source of 3 kB', all.slice(0, 3_000), source.slice(0, 3_000)],
    ['an article of 270 kB with a source of 30 kB', longer(all, 270_000), longer(source, 30_000)],
    ['100,000 capitalised words, all different', capitalisedWords(100_000), ''],
    ['a line of 270 kB, nothing but quotation marks', '“”"‘’'.repeat(54_000), source.slice(0, 3_000)],
  ].map(([name, text, against]) => {
    const run = (): number => time(text!, against!);
    run();
    const rounds = Array.from({ length: ROUNDS }, run).sort((a, b) => a - b);
    return { name: name!, bytes: Buffer.byteLength(text!), milliseconds: rounds[Math.floor(ROUNDS / 2)]! };
  });
}

function time(text: string, source: string): number {
  const context = {
    ...loadWordLists(),
    sources: source === '' ? [] : [{ title: 'source', text: createArticleText(source) }],
    knownNames: [],
    houseStyle: NO_HOUSE_STYLE,
    published: null,
    switches: {},
  };
  const started = performance.now();
  suggest(createArticleText(text), context);
  return performance.now() - started;
}

function capitalisedWords(count: number): string {
  return Array.from({ length: count }, (_, n) => {
    const letters = n.toString(36).replace(/\d/g, (figure) => 'qrstuvwxyz'[Number(figure)]!);
    return `K${letters}an`;
  }).join(' ');
}
