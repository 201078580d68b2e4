import { authoritiesOf, type Authority } from '../name-authorities';
import { haveSameLetters, isDerived, NearForms } from '../near-forms';
import { haveOthers, namePartsOf, shareNeighbour, withPart, type NamePart } from '../name-parts';
import type { Confidence, Finding, Rule, SuggestionContext } from '../suggestion';

/** A name that is nearly, but not quite, one of the sources' or of those the project knows. */
export const knownName: Rule = {
  id: 'known-name',
  version: 2,
  tag: 'name',
  on: true,
  *find(analysis, context): Generator<Finding> {
    const authorities = authoritiesOf(context);
    if (authorities.size === 0) return;
    const index = new NearForms(authorities.keys());
    for (const part of namePartsOf(analysis).values()) {
      if (part.opensOnly || authorities.has(part.form)) continue;
      const better = index
        .near(part.form)
        .map((form) => ({ form, authority: authorities.get(form)! }))
        .map((found) => ({ ...found, confidence: confidenceOf(part, found.authority, context) }))
        .filter(({ confidence }) => confidence !== null)
        .sort((a, b) => b.authority.weight - a.authority.weight);
      const best = better[0];
      if (!best) continue;
      for (const place of part.places) {
        yield {
          from: place.word.from,
          to: place.word.from + place.whole.length,
          value: place.whole,
          correction: withPart(place, part.form, best.form),
          alternatives: better.slice(1).map(({ form }) => withPart(place, part.form, form)),
          message: `${best.authority.from} “${best.form}”.`,
          confidence: best.confidence!,
        };
      }
    }
  },
};

function confidenceOf(
  part: NamePart,
  { part: other, known }: Authority,
  context: SuggestionContext,
): Confidence | null {
  const together = shareNeighbour(part, other);
  if (!together && (isDerived(part.form, other.form) || haveOthers(part, other))) return null;
  if (haveSameLetters(part.form, other.form)) return 'high';
  const listed = context.wordLists.some((list) => list.has(part.form));
  if (together) return listed ? 'medium' : 'high';
  if (listed || part.form[0] !== other.form[0]) return null;
  if (Math.min(part.form.length, other.form.length) < 5) return 'low';
  return known ? 'high' : 'medium';
}
