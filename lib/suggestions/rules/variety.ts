import { looksEnglish } from '../nearby';
import type { Analysis } from '../analysis';
import type { Word } from '../word';
import type { Finding, Rule, SuggestionContext, WordList } from '../suggestion';

/** Words of the variety of English that the desk, or else most of the text, does not use. */
export const variety: Rule = {
  id: 'variety',
  version: 1,
  tag: 'spelling',
  on: true,
  *find(analysis, context): Generator<Finding> {
    if (context.wordLists.length < 2 || !looksEnglish(analysis.words)) return;
    const words = wordsByVariety(analysis, context);
    const wanted = wantedVariety(words, context);
    if (!wanted) return;
    const candidates = new Map<string, readonly string[]>();
    for (const [list, places] of words) {
      if (list === wanted) continue;
      for (const word of places) {
        const known = candidates.get(word.text) ?? context.candidates?.near(word.text, wanted.has) ?? [];
        candidates.set(word.text, known);
        const [correction = null, ...alternatives] = known;
        // Without a counterpart it is just a word that one of the lists lacks.
        if (correction === null) continue;
        yield {
          from: word.from,
          to: word.to,
          value: word.text,
          correction,
          alternatives,
          message: `“${word.text}” is not ${wanted.variety === 'en-US' ? 'American' : 'British'} spelling.`,
          confidence: context.houseStyle.variety === 'any' ? 'medium' : 'high',
        };
      }
    }
  },
};

type ByVariety = ReadonlyMap<WordList, readonly Word[]>;

function wordsByVariety({ words }: Analysis, { wordLists }: SuggestionContext): ByVariety {
  const found = new Map<WordList, Word[]>(wordLists.map((list) => [list, []]));
  const memory = new Map<string, WordList | null>();
  for (const word of words) {
    if (!/^\p{Ll}{4,}$/u.test(word.text)) continue;
    let only = memory.get(word.text);
    if (only === undefined) {
      const having = wordLists.filter((list) => list.has(word.text));
      only = having.length === 1 ? having[0]! : null;
      memory.set(word.text, only);
    }
    if (only) found.get(only)!.push(word);
  }
  return found;
}

/** So many words more of one variety than of the other make it the text's own. */
const CLEAR_LEAD = 3;

function wantedVariety(words: ByVariety, { houseStyle, wordLists }: SuggestionContext): WordList | null {
  if (houseStyle.variety !== 'any')
    return wordLists.find((list) => list.variety === houseStyle.variety) ?? null;
  const [first, second] = [...words].sort(([, a], [, b]) => b.length - a.length);
  return first && second && first[1].length >= CLEAR_LEAD * Math.max(1, second[1].length) ? first[0] : null;
}
