import { createRequire } from 'node:module';
import american from 'dictionary-en';
import british from 'dictionary-en-gb';
import nspell from 'nspell';
import { prepareCandidates, type SpellingCandidates } from '@/lib/suggestions/spelling-candidates';
import type { WordList } from '@/lib/suggestions/suggestion';

export interface LoadedWordLists {
  readonly wordLists: readonly WordList[];
  readonly candidates: SpellingCandidates;
}

type Dictionary = typeof american;

// A list of 275,000 words is nothing for the compiler to look at.
const require = createRequire(import.meta.url);

let loaded: LoadedWordLists | null = null;

/**
 * The word lists of American and British English and the words to choose corrections from. They come from packages
 * and are loaded once a process, which takes a third of a second.
 */
export function loadWordLists(): LoadedWordLists {
  loaded ??= {
    wordLists: [prepare('en-US', american), prepare('en-GB', british)],
    candidates: prepareCandidates(require('an-array-of-english-words') as readonly string[]),
  };
  return loaded;
}

/** Answers are kept: articles use the same words again and again. */
const MOST_KEPT = 50_000;

function prepare(variety: WordList['variety'], { aff, dic }: Dictionary): WordList {
  const speller = nspell(Buffer.from(aff), Buffer.from(dic));
  const answers = new Map<string, boolean>();
  return {
    variety,
    has: (word) => {
      const known = answers.get(word);
      if (known !== undefined) return known;
      const answer = speller.correct(word);
      if (answers.size >= MOST_KEPT) answers.clear();
      answers.set(word, answer);
      return answer;
    },
  };
}
