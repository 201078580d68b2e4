import type { Word } from '../word';
import { looksEnglish } from '../nearby';
import type { Finding, Rule } from '../suggestion';

/** Words that are said twice on purpose, or belong to two clauses. */
const ON_PURPOSE = new Set(
  'had that very no so bye really ha far long many again now well there yes knock hear more much too way never please'.split(
    ' ',
  ),
);

/** The same word twice in a row. */
export const repeatedWord: Rule = {
  id: 'repeated-word',
  version: 1,
  tag: 'grammar',
  on: true,
  *find({ value, words }): Generator<Finding> {
    const english = looksEnglish(words);
    for (let at = 0; at < words.length; at += 1) {
      const first = words[at]!;
      while (isRepeated(value, words[at]!, words[at + 1])) at += 1;
      const last = words[at]!;
      if (last === first) continue;
      yield {
        from: first.from,
        to: last.to,
        value: 'other',
        correction: first.text,
        message: `“${last.text}” stands there twice.`,
        confidence: english ? 'high' : 'low',
      };
    }
  },
};

/** "Duran Duran" is a name; an unspaced script gives single characters, which repeat as they please. */
const isRepeated = (value: string, word: Word, next: Word | undefined): boolean =>
  next !== undefined &&
  next.text.toLowerCase() === word.text.toLowerCase() &&
  /^\p{L}/u.test(word.text) &&
  !/^\p{Lu}/u.test(next.text) &&
  !ON_PURPOSE.has(next.text.toLowerCase()) &&
  /^[^\S\n]+$/u.test(value.slice(word.to, next.from));
