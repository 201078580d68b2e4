import { execFileSync } from 'node:child_process';
import { createArticleText } from '@/lib/text/article-text';
import { suggest } from '@/lib/suggestions/suggest';
import { NO_HOUSE_STYLE } from '@/lib/suggestions/house-style';
import { loadWordLists } from '@/lib/word-lists/load-word-lists';
import { readCorpus } from './read-corpus';

/** V8 lets garbage pile up as long as it may; held to this heap, a process shows what it needs. */
const HEAP = 128;

/** What this file is told when it is the fresh process. */
const IN_CHILD = 'grow';

/** How much a fresh process grows, in bytes, by loading the word lists and going through 270 kB of article once. */
export function weighMemory(): number {
  const own = [`--max-old-space-size=${HEAP}`, '--import', 'tsx', import.meta.filename, IN_CHILD];
  return Number(execFileSync(process.execPath, own, { encoding: 'utf8' }));
}

function growBySuggesting(): number {
  const text = createArticleText(
    readCorpus()
      .errors.map((one) => one.text)
      .join('\n\n')
      .repeat(10)
      .slice(0, 270_000),
  );
  const before = process.resourceUsage().maxRSS;
  suggest(text, {
    ...loadWordLists(),
    sources: [],
    knownNames: [],
    houseStyle: NO_HOUSE_STYLE,
    switches: {},
  });
  return (process.resourceUsage().maxRSS - before) * 1024;
}

if (process.argv[2] === IN_CHILD) console.log(growBySuggesting());
