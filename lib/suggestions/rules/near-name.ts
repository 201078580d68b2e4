import { editDistance } from '@/lib/text/edit-distance';
import { isDerived, NearForms, withoutDiacritics } from '../near-forms';
import { haveOthers, namePartsOf, shareNeighbour, withPart, type NamePart } from '../name-parts';
import type { Confidence, Finding, Rule, SuggestionContext } from '../suggestion';

/** Two names that are nearly the same, also as parts of hyphenated ones: the rarer is taken for a slip. */
export const nearName: Rule = {
  id: 'near-name',
  version: 1,
  tag: 'name-variant',
  on: false,
  *find(analysis, context): Generator<Finding> {
    const parts = namePartsOf(analysis);
    const index = new NearForms(parts.keys());
    for (const part of parts.values()) {
      const better = index
        .near(part.form)
        .map((form) => parts.get(form)!)
        .filter((other) => outranks(other, part, context))
        .map((other) => ({ other, confidence: confidenceOf(part, other, context) }))
        .filter(({ confidence }) => confidence !== null)
        .sort((a, b) => b.other.places.length - a.other.places.length);
      const best = better[0];
      if (!best) continue;
      for (const place of part.places) {
        yield {
          from: place.word.from,
          to: place.word.from + place.whole.length,
          value: place.whole,
          correction: withPart(place, part.form, best.other.form),
          alternatives: better.slice(1).map(({ other }) => withPart(place, part.form, other.form)),
          message: `The text also writes “${best.other.form}”.`,
          confidence: best.confidence!,
        };
      }
    }
  },
};

/** The more frequent form; of two as frequent the one that a dictionary has, then the one mentioned first. */
function outranks(other: NamePart, part: NamePart, context: SuggestionContext): boolean {
  const rank = ({ form, places }: NamePart): readonly number[] => [
    places.length,
    Number(isListed(form, context)),
    -places[0]!.word.from,
    // Two parts of one hyphenated name stand in one word.
    -places[0]!.offset,
  ];
  const [mine, theirs] = [rank(part), rank(other)];
  const at = mine.findIndex((value, index) => value !== theirs[index]);
  return at >= 0 && theirs[at]! > mine[at]!;
}

const isListed = (form: string, { wordLists }: SuggestionContext): boolean =>
  wordLists.some((list) => list.has(form));

function confidenceOf(part: NamePart, other: NamePart, context: SuggestionContext): Confidence | null {
  if (isDerived(part.form, other.form) && !shareNeighbour(part, other)) return null;
  if (haveOthers(part, other)) return null;
  if (withoutDiacritics(part.form) === withoutDiacritics(other.form)) return 'high';
  const together = shareNeighbour(part, other);
  const clear = other.places.length > part.places.length;
  const [listed, otherListed] = [isListed(part.form, context), isListed(other.form, context)];
  // A slip of the pen does not happen twice the same way.
  if (part.places.length > 1 && !together) return 'low';
  // Two words that both exist are rarely one: Carl and Karl, March and Marsh.
  if (listed && otherListed) return together && clear ? 'medium' : null;
  if (part.form[0] !== other.form[0]) return together ? 'medium' : null;
  if (listed) return together || clear ? 'medium' : 'low';
  if (!together && !isCloseEnough(part.form, other.form)) return 'low';
  return clear || together ? 'high' : 'low';
}

/** Short names, and those two letters apart, are often two names. */
const isCloseEnough = (a: string, b: string): boolean =>
  Math.min(a.length, b.length) > 5 && editDistance(a, b) === 1;
