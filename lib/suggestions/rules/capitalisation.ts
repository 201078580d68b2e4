import type { Analysis } from '../analysis';
import type { Word } from '../word';
import { withoutPossessive, type NameForm } from '../names';
import { TITLES } from '@/lib/quotes/word-classes';
import type { Confidence, Finding, Rule, SuggestionContext } from '../suggestion';

/** A name of several words that the text also writes with other capitals: the rarer way. */
export const capitalisation: Rule = {
  id: 'capitalisation',
  version: 3,
  tag: 'case',
  on: true,
  *find(analysis, context): Generator<Finding> {
    yield* innerCapitals(analysis);
    for (const { usual, count, words, variants, known } of collect(analysis, context).values()) {
      for (const { from, to, correction } of variants) {
        const written = analysis.value.slice(from, to);
        yield {
          from,
          to,
          value: written,
          correction,
          message: known ? `The known names have “${usual}”.` : `The text also writes “${usual}”.`,
          confidence: known ? 'high' : confidenceOf(words, count, variants.length),
        };
      }
    }
  },
};

interface Variant {
  readonly from: number;
  readonly to: number;
  /** As it stands, with the usual capitals. */
  readonly correction: string;
}

interface Phrase {
  readonly words: readonly string[];
  usual: string;
  count: number;
  /** Whether the desk writes it so, whatever the text does. */
  readonly known: boolean;
  readonly variants: Variant[];
}

const LONGEST = 6;
const PARTICLES = 'de la le del des du da dos das do di von van der den zu af av al el';
const SMALL = new Set(`of the for ${PARTICLES}`.split(' '));
/** At the start of a surname they are written as its bearer writes them, or with a capital when alone. */
const LEADING = new Set(PARTICLES.split(' '));

/** The names of several words by their small letters, and where their words stand with other capitals. */
function collect(
  analysis: Analysis,
  { knownNames, wordLists }: SuggestionContext,
): ReadonlyMap<string, Phrase> {
  const phrases = new Map<string, Phrase>();
  const firsts = new Map<string, Set<number>>();
  const isOrdinary = ({ text }: Word): boolean => {
    const plain = withoutPossessive(text);
    return (
      /^\p{Ll}/u.test(plain) &&
      (SMALL.has(plain) || plain === 'the' || wordLists.some((list) => list.has(plain)))
    );
  };
  const add = (plain: readonly string[], known: boolean): void => {
    const key = plain.join(' ').toLowerCase();
    const phrase = phrases.get(key);
    if (phrase) phrase.count += 1;
    else phrases.set(key, { words: plain, usual: plain.join(' '), count: 1, known, variants: [] });
    const first = plain[0]!.toLowerCase();
    firsts.set(first, (firsts.get(first) ?? new Set()).add(plain.length));
  };
  for (const name of knownNames) {
    const plain = name.trim().split(/\s+/u).map(withoutPossessive);
    if (plain.length > 1 && plain.length <= LONGEST && plain.every((word) => WHOLE.test(word)))
      add(plain, true);
  }
  for (const words of longNames(analysis))
    add(
      words.map(({ text }) => withoutPossessive(text)),
      false,
    );
  for (const [at, word] of analysis.words.entries()) {
    for (const length of firsts.get(withoutPossessive(word.text).toLowerCase()) ?? []) {
      const words = analysis.words.slice(at, at + length);
      const phrase = phrases.get(
        words
          .map(({ text }) => withoutPossessive(text))
          .join(' ')
          .toLowerCase(),
      );
      // "What will young people do", "the guardian of the child"
      if (phrase && !words.every(isOrdinary) && isVariant(analysis, at, phrase))
        phrase.variants.push(variantOf(analysis, words, phrase));
    }
  }
  return phrases;
}

function variantOf({ value }: Analysis, words: readonly Word[], phrase: Phrase): Variant {
  const from = words[0]!.from;
  const to = words.at(-1)!.from + withoutPossessive(words.at(-1)!.text).length;
  let correction = '';
  let done = from;
  for (const [at, word] of words.entries()) {
    correction += value.slice(done, word.from) + phrase.words[at]!;
    // A word may have another length in other letters: "İ" and "i̇".
    done = word.from + withoutPossessive(word.text).length;
  }
  return { from, to, correction };
}

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
    (word, index) => index === 0 || /^['’]?[ \u00a0]$/u.test(value.slice(words[index - 1]!.to, word.from)),
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
  if ((LEADING.has(first.toLowerCase()) || first === 'the') && written.slice(1) === phrase.usual.slice(1))
    return false;
  return !(
    words[0]!.opens &&
    first.charAt(0).toLowerCase() + written.slice(1) ===
      phrase.usual.charAt(0).toLowerCase() + phrase.usual.slice(1)
  );
}

/** A word as the text is cut into them, its hyphens and apostrophes included. */
const WHOLE = /^[\p{L}\p{M}\p{N}]+(?:[-’'][\p{L}\p{M}\p{N}]+)*$/u;

const MIN_INNER = 5;

/** One word with capitals inside and without: "Larkfield" and "LarkField". The rarer, or else the later one. */
function* innerCapitals({ nameForms }: Analysis): Generator<Finding> {
  const bySmall = new Map<string, NameForm[]>();
  for (const form of nameForms.values()) {
    if (form.form.length < MIN_INNER || !ONE_WORD.test(form.form) || form.form === form.form.toUpperCase())
      continue;
    const small = form.form.toLowerCase();
    bySmall.set(small, [...(bySmall.get(small) ?? []), form]);
  }
  for (const forms of bySmall.values()) {
    if (forms.length < 2) continue;
    const [usual, ...others] = forms.sort(
      (a, b) => b.words.length - a.words.length || a.words[0]!.from - b.words[0]!.from,
    );
    for (const other of others) {
      // "Rory MacKenzie" and "Ann Mackenzie" are two people.
      if (other.before.size > 0 && ![...other.before].some((word) => usual!.before.has(word))) continue;
      for (const { from } of other.words) {
        yield {
          ...{ from, to: from + other.form.length, value: other.form, correction: usual!.form },
          message: `The text also writes “${usual!.form}”.`,
          confidence: usual!.words.length > other.words.length ? 'high' : 'medium',
        };
      }
    }
  }
}

const ONE_WORD = /^\p{Lu}\p{L}+$/u;

function confidenceOf(words: readonly string[], count: number, variants: number): Confidence {
  if (words.every((word) => TITLES.has(word.toLowerCase()) || SMALL.has(word))) return 'low';
  if (variants > count) return 'low';
  return words.length > 2 || count > 1 ? 'high' : 'medium';
}
