import { createArticleText } from '@/lib/text/article-text';
import { NO_HOUSE_STYLE } from './house-style';
import { prepareCandidates } from './spelling-candidates';
import type { SuggestionContext } from './suggestion';

/** A small English for tests: what it lacks is misspelled. */
const WORDS =
  `the a of and to in was is were it she he they said that on at by for with board bridge old harbour river
closed close opened met report complete received receive their crew led engineers found safe leak water ship arrived
ship late winter before after this year about from their had been has have will would not nobody told leave station
space international hit again spring summer under over between members three two five people named them here who work
works worked until because while which also still only more than percent rose fell metres long high weekday`.split(
    /\s+/,
  );

const American = new Set([...WORDS, 'color', 'center', 'Ada', 'Anna', 'Anne', 'March', 'Marsh']);
const British = new Set([...WORDS, 'colour', 'centre', 'Ada', 'Anna', 'Anne', 'March', 'Marsh']);

const has =
  (words: ReadonlySet<string>) =>
  (word: string): boolean =>
    words.has(word) || (/^\p{Lu}\p{Ll}*$/u.test(word) && words.has(word.toLowerCase()));

/** A context for tests. */
export function exampleContext(
  overrides: Partial<Omit<SuggestionContext, 'sources'>> & { readonly sources?: readonly string[] } = {},
): SuggestionContext {
  const { sources = [], ...rest } = overrides;
  return {
    wordLists: [
      { variety: 'en-US', has: has(American) },
      { variety: 'en-GB', has: has(British) },
    ],
    candidates: prepareCandidates([...new Set([...WORDS, 'colour', 'color', 'centre', 'center'])]),
    knownNames: [],
    published: null,
    houseStyle: NO_HOUSE_STYLE,
    switches: {},
    ...rest,
    sources: sources.map((text, at) => ({ title: `source ${at + 1}`, text: createArticleText(text) })),
  };
}
