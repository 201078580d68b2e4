import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import american from 'dictionary-en';
import british from 'dictionary-en-gb';
import { prepareCandidates, type SpellingCandidates } from '@/lib/suggestions/spelling-candidates';
import type { WordList } from '@/lib/suggestions/suggestion';
import { readDictionaries } from './read-dictionaries';

export interface LoadedWordLists {
  readonly wordLists: readonly WordList[];
  readonly candidates: SpellingCandidates;
}

const require = createRequire(import.meta.url);

let loaded: LoadedWordLists | null = null;

/**
 * The word lists of American and British English and the words to choose corrections from. They come from packages
 * and are loaded once a process, which takes a third of a second.
 */
export function loadWordLists(): LoadedWordLists {
  loaded ??= {
    wordLists: readDictionaries({ 'en-US': american, 'en-GB': british }),
    candidates: prepareCandidates(readWords(require.resolve('an-array-of-english-words'))),
  };
  return loaded;
}

/** The words of a JSON array of words, one after the other: 275,000 strings at a time would be most of what a check takes. */
function* readWords(path: string): Generator<string> {
  for (const { 1: word } of readFileSync(path, 'utf8').matchAll(/"(\w+)"/g)) yield word!;
}
