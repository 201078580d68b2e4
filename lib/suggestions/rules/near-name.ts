import { editDistance } from '@/lib/text/edit-distance';
import { MONTH_NAMES, WEEKDAYS } from '../dates';
import { authoritiesOf } from '../name-authorities';
import { isListed, weighPair } from '../name-evidence';
import { lostHyphensIn } from '../name-hyphens';
import { haveSameLetters, keepConsonants, NearForms, withoutDiacritics } from '../near-forms';
import { hasFirstName, namePartsOf, withPart, type NamePart } from '../name-parts';
import type { Confidence, Finding, Rule, SuggestionContext } from '../suggestion';

/** Two names that are nearly the same, also as parts of hyphenated ones: the rarer is taken for a slip. */
export const nearName: Rule = {
  id: 'near-name',
  version: 4,
  tag: 'name-variant',
  on: true,
  *find(analysis, context): Generator<Finding> {
    const parts = namePartsOf(analysis);
    const authorities = authoritiesOf(context);
    const index = new NearForms(parts.keys());
    const hyphenated = shelveHyphenated(parts.values());
    for (const part of parts.values()) {
      // What a source or the desk writes so is no slip.
      if (authorities.has(part.form) || isPlainWord(part, context)) continue;
      const near = new Set([...index.near(part.form), ...nearHyphenated(part, hyphenated)]);
      const better = [...near]
        .map((form) => parts.get(form)!)
        .filter((other) => !isPlainWord(other, context) && !CALENDAR.has(other.form))
        .filter((other) => outranks(other, part, context))
        .map((other) => ({ other, confidence: weighPair(part, other, analysis, context) }))
        .filter((one): one is Better => one.confidence !== null)
        .sort((a, b) => order(b) - order(a) || b.other.places.length - a.other.places.length);
      if (better.length > 0) yield* findingsOf(part, better);
    }
    yield* lostHyphensIn(analysis, context);
  },
};

/** Nobody is called by a day because the text names it: "Sundby" beside "Sunday". */
const CALENDAR: ReadonlySet<string> = new Set([...WEEKDAYS, ...MONTH_NAMES]);

interface Better {
  readonly other: NamePart;
  readonly confidence: Confidence;
}

const order = ({ confidence }: Better): number => ['low', 'medium', 'high'].indexOf(confidence);

function* findingsOf(part: NamePart, [best, ...more]: readonly Better[]): Generator<Finding> {
  const { other, confidence } = best!;
  for (const place of part.places) {
    yield {
      from: place.word.from,
      to: place.word.from + place.whole.length,
      value: place.whole,
      correction: withPart(place, part.form, other.form),
      alternatives: more.map((one) => withPart(place, part.form, one.other.form)),
      message: `The text also writes “${other.form}”.`,
      confidence,
    };
  }
}

/** A word at the start of a sentence is a name only where no list has it. */
const isPlainWord = (part: NamePart, context: SuggestionContext): boolean =>
  part.opensOnly && (isListed(part.form, context) || isListed(part.form.toLowerCase(), context));

/** The more frequent form; of two as frequent the one that has more to it, then the one mentioned first. */
function outranks(other: NamePart, part: NamePart, context: SuggestionContext): boolean {
  for (const rank of RANKS) {
    const ahead = rank(other, context) - rank(part, context);
    // Accents are left out more often than put in.
    if (ahead !== 0 && (rank !== hasAccents || haveSameLetters(part.form, other.form))) return ahead > 0;
  }
  return false;
}

type Rank = (part: NamePart, context: SuggestionContext) => number;

const hasAccents: Rank = ({ form }) => Number(form !== withoutDiacritics(form));

const RANKS: readonly Rank[] = [
  ({ places }) => places.length,
  hasAccents,
  // "Maybe" is a word, but no better a name than "Mabey".
  ({ form }, context) => Number(isListed(form, context) && !isListed(form.toLowerCase(), context)),
  (part) => Number(hasFirstName(part)),
  ({ places }) => -places[0]!.word.from,
  // Two parts of one hyphenated name stand in one word.
  ({ places }) => -places[0]!.offset,
];

/** More names than this that share a part belong to a list, and are not all compared. */
const MOST_ON_SHELF = 60;

function shelveHyphenated(parts: Iterable<NamePart>): ReadonlyMap<string, readonly string[]> {
  const shelves = new Map<string, string[]>();
  for (const { form, beside } of parts) {
    for (const other of beside) {
      const key = withoutDiacritics(other);
      const shelf = shelves.get(key);
      if (!shelf) shelves.set(key, [form]);
      else if (shelf.length < MOST_ON_SHELF) shelf.push(form);
    }
  }
  return shelves;
}

/** Beside the same other part two edits are near as well, where they keep what is heard: "Hale" and "Hail". */
function nearHyphenated(
  { form, beside }: NamePart,
  shelves: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  const others = [...beside].flatMap((other) => shelves.get(withoutDiacritics(other)) ?? []);
  return others.filter(
    (other) =>
      other !== form &&
      Math.min(form.length, other.length) >= 4 &&
      Math.max(form.length, other.length) <= 32 &&
      keepConsonants(form, other) &&
      editDistance(form, other) <= 2,
  );
}
