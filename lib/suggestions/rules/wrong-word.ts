import { CONFUSIONS, type Confusion } from '../confusions';
import { looksEnglish } from '../nearby';
import type { Word } from '../word';
import type { Finding, Rule } from '../suggestion';

const BEFORE = 48;
const AFTER = 40;

/** A right word in the place of another that sounds like it: "it's" for "its", "must of" for "must have". */
export const wrongWord: Rule = {
  id: 'wrong-word',
  version: 2,
  tag: 'term',
  on: true,
  *find({ value, words }): Generator<Finding> {
    if (!looksEnglish(words)) return;
    for (const [at, word] of words.entries()) {
      // A capital that no sentence gives it is a name's or a heading's: "A. N. Other", "Sneak Peak".
      if (!word.opens && /^\p{Lu}/u.test(word.text)) continue;
      const found = CONFUSIONS_BY_WORD.get(word.text.toLowerCase().replace('’', "'"));
      const confusion = found?.find((one) => stands(value, word, one));
      if (!confusion) continue;
      const first = confusion.takes === undefined ? word : words[at - 1]!;
      const written = value.slice(first.from, word.to);
      const right = confusion.takes === undefined ? confusion.right : first.text + confusion.right;
      yield {
        from: first.from,
        to: word.to,
        value: written,
        correction: likeWritten(right, written),
        message: `“${written}” is a word, but hardly the one that belongs here.`,
        confidence: 'medium',
      };
    }
  },
};

const CONFUSIONS_BY_WORD: ReadonlyMap<string, readonly Confusion[]> = new Map(Object.entries(CONFUSIONS));

/** Whether a word stands as a confusion says. Within its line; what is quoted or begins a line has nothing before it. */
function stands(value: string, { from, to }: Word, { before, after }: Confusion): boolean {
  const lead = value
    .slice(Math.max(0, from - BEFORE), from)
    .split('\n')
    .at(-1)!;
  const tail = value.slice(to, to + AFTER).split('\n')[0]!;
  return (before?.test(lead) ?? true) && (after?.test(tail) ?? true);
}

/** With the capital and the kind of apostrophe of what stood there. */
function likeWritten(right: string, written: string): string {
  const curly = written.includes('’') ? right.replace("'", '’') : right;
  return /^\p{Lu}/u.test(written) ? curly.charAt(0).toUpperCase() + curly.slice(1) : curly;
}
