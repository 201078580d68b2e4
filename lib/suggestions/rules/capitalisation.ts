import type { Analysis } from '../analysis';
import type { Word } from '../word';
import { withoutPossessive } from '../names';
import { TITLES } from '@/lib/quotes/word-classes';
import type { Confidence, Finding, Rule } from '../suggestion';

/** A name of several words that the text also writes with other capitals: the rarer way. */
export const capitalisation: Rule = {
  id: 'capitalisation',
  version: 1,
  tag: 'case',
  on: true,
  *find(analysis): Generator<Finding> {
    for (const { usual, count, words, variants } of collect(analysis).values()) {
      for (const { from, to } of variants) {
        const written = analysis.value.slice(from, to);
        yield {
          from,
          to,
          value: written,
          correction: usual,
          message: `The text also writes “${usual}”.`,
          confidence: confidenceOf(words, count, variants.length),
        };
      }
    }
  },
};

interface Phrase {
  readonly words: readonly string[];
  usual: string;
  count: number;
  readonly variants: { readonly from: number; readonly to: number }[];
}

const LONGEST = 6;
const SMALL = new Set(['of', 'the', 'for', 'de', 'la', 'del', 'des', 'du', 'von', 'van', 'der']);

/** The names of several words by their small letters, and where their words stand with other capitals. */
function collect(analysis: Analysis): ReadonlyMap<string, Phrase> {
  const phrases = new Map<string, Phrase>();
  const firsts = new Map<string, Set<number>>();
  for (const words of longNames(analysis)) {
    const plain = words.map(({ text }) => withoutPossessive(text));
    const key = plain.join(' ').toLowerCase();
    const phrase = phrases.get(key);
    if (phrase) phrase.count += 1;
    else phrases.set(key, { words: plain, usual: plain.join(' '), count: 1, variants: [] });
    const first = plain[0]!.toLowerCase();
    firsts.set(first, (firsts.get(first) ?? new Set()).add(plain.length));
  }
  for (const [at, word] of analysis.words.entries()) {
    for (const length of firsts.get(withoutPossessive(word.text).toLowerCase()) ?? []) {
      const words = analysis.words.slice(at, at + length);
      const phrase = phrases.get(
        words
          .map(({ text }) => withoutPossessive(text))
          .join(' ')
          .toLowerCase(),
      );
      if (phrase && isVariant(analysis, at, phrase)) phrase.variants.push(rangeOf(words));
    }
  }
  return phrases;
}

const rangeOf = (words: readonly Word[]): { from: number; to: number } => ({
  from: words[0]!.from,
  to: words.at(-1)!.from + withoutPossessive(words.at(-1)!.text).length,
});

/** Runs of capitalised words, also over "of" and the like, as long as capitals stand at both ends. */
function* longNames({ value, names, words, sentences }: Analysis): Generator<readonly Word[]> {
  const seen = new Set<number>();
  for (const name of names) {
    let from = name.words[0]!.at;
    if (seen.has(from)) continue;
    let to = from + name.words.length;
    for (let next = to; next - from < LONGEST && SMALL.has(words[next]?.text ?? ''); next += 1) {
      const after = words[next + 1];
      if (
        !after ||
        after.sentence !== words[from]!.sentence ||
        !isSpaced(value, words.slice(to - 1, next + 2))
      )
        break;
      if (/^\p{Lu}/u.test(after.text)) {
        to = next + 2;
        while (
          to < words.length &&
          /^\p{Lu}/u.test(words[to]!.text) &&
          isSpaced(value, words.slice(to - 1, to + 1))
        )
          to += 1;
        next = to - 1;
      }
    }
    for (let index = from; index < to; index += 1) seen.add(index);
    // A capital at the start of a sentence may not be the name's: "The Space Agency".
    if (words[from]!.opens && to - from > 2 && SMALL.has(words[from]!.text.toLowerCase())) from += 1;
    const parts = words.slice(from, to);
    const allCapitals = parts.every(({ text }) => text === text.toUpperCase());
    if (parts.length < 2 || parts.length > LONGEST || allCapitals || parts[0]!.opens) continue;
    if (sentences[parts[0]!.sentence]!.headline) continue;
    yield parts;
  }
}

const isSpaced = (value: string, words: readonly Word[]): boolean =>
  words.every(
    (word, index) => index === 0 || /^[ \u00a0]$/u.test(value.slice(words[index - 1]!.to, word.from)),
  );

function isVariant({ value, sentences, words: all }: Analysis, at: number, phrase: Phrase): boolean {
  const after = at + phrase.words.length;
  const words = all.slice(at, after);
  const plain = words.map(({ text }) => withoutPossessive(text));
  const written = plain.join(' ');
  if (written === phrase.usual || !isSpaced(value, words) || sentences[words[0]!.sentence]!.headline)
    return false;
  if (written === written.toUpperCase()) return false;
  // Behind a capital the phrase is part of another, longer name.
  const next = all[after];
  if (next && /^\p{Lu}/u.test(next.text) && isSpaced(value, [words.at(-1)!, next])) return false;
  const first = plain[0]!;
  return !(
    words[0]!.opens &&
    first.charAt(0).toLowerCase() + written.slice(1) ===
      phrase.usual.charAt(0).toLowerCase() + phrase.usual.slice(1)
  );
}

function confidenceOf(words: readonly string[], count: number, variants: number): Confidence {
  if (words.every((word) => TITLES.has(word.toLowerCase()) || SMALL.has(word))) return 'low';
  if (variants > count) return 'low';
  return words.length > 2 || count > 1 ? 'high' : 'medium';
}
